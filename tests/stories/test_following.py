"""After Start: exactly one job, a live status, a way to stop it, and a way on when it failed."""

import asyncio

from bot.sandbox.mvsep.jobs import State
from bot.sandbox.song import TITLE
from tests.world import World


async def test_start_pressed_twice_quickly_makes_one_job(world: World) -> None:
    await world.link(world.ada)
    card = await world.ada.sends_song(world.song())
    await world.ada.presses("goal-vocals")
    await world.ada.finds_button(world.ada.t.plain("order-start"))

    world.telegram.hold_updates()
    presses = [asyncio.create_task(world.ada.taps("order-start")) for _ in range(2)]
    await asyncio.sleep(0)
    world.telegram.release_updates()
    first, second = await asyncio.gather(*presses)

    assert not first.alert
    assert second.text == world.ada.t.plain("draft-started")
    await world.ada.receives(2, after=card)
    assert len(world.mvsep.creates) == 1


async def test_the_status_message_tells_place_and_parts(world: World) -> None:
    await world.link(world.ada)
    world.mvsep.switches.chunks = 3
    world.mvsep.hold()
    world.mvsep.queue_place(7)
    await world.ada.sends_song(world.song())
    status = await world.ada.orders()
    await world.ada.reads("status-place", place=7)
    world.mvsep.queue_place(1)
    world.mvsep.hold_processing()
    world.mvsep.switches.waiting_gate.set()
    await world.ada.reads("status-chunks", done=0, all=3)
    world.mvsep.release()
    await world.ada.receives(2, after=status)
    assert world.ada.room.answers.count(status) == 1
    assert "done-title" not in status.text


async def test_a_job_stopped_in_the_queue_gives_its_credits_back(world: World) -> None:
    account = await world.link(world.ada, premium=True)
    credits = account.credits
    world.mvsep.hold()
    await world.ada.sends_song(world.song())
    await world.ada.orders()
    await world.ada.reads("status-place")
    assert account.credits < credits

    await world.ada.presses("button-cancel")
    await world.ada.reads("cancelled-refunded")
    assert account.credits == credits
    assert (await world.job()).state is State.CANCELLED
    assert world.ada.room.answers[-1].buttons == []


async def test_a_job_stopped_while_it_is_processed_is_told_honestly(world: World) -> None:
    account = await world.link(world.ada, premium=True)
    credits = account.credits
    world.mvsep.hold_processing()
    status = await world.ada.sends_song(world.song())
    await world.ada.orders()
    await world.ada.reads("status-processing")

    await world.ada.presses("button-cancel")
    await world.ada.reads("cancelled-running")
    assert account.credits < credits
    assert world.ada.stems_after(status) == []


async def test_a_song_stopped_before_its_turn_costs_nothing(world: World) -> None:
    await world.link(world.ada)
    world.mvsep.hold()
    await world.ada.sends_song(world.song())
    await world.ada.orders()
    await world.job()
    await world.ada.sends_song(world.song())
    second = await world.ada.orders("goal-drums")

    await world.ada.presses("button-cancel", on=second)
    await world.ada.reads("cancelled-free")
    world.mvsep.release()
    await world.ada.reads("done-title", n=2)
    assert len(world.mvsep.creates) == 1


async def test_a_failed_job_is_told_and_can_be_tried_again(world: World) -> None:
    await world.link(world.ada)
    world.mvsep.fail_next("The <model> ran out of memory")
    await world.ada.sends_song(world.song())
    status = await world.ada.orders()
    await world.ada.reads("failed-title")
    await world.ada.reads("service-says", message="The <model> ran out of memory")

    await world.ada.presses("button-retry", on=status)
    await world.ada.receives(2, after=status)
    assert len(world.mvsep.creates) == 2


async def test_two_people_with_the_same_song_are_not_mixed_up(world: World) -> None:
    ada, ben = world.ada, world.ben
    accounts = [await world.link(ada), await world.link(ben)]
    world.mvsep.hold()
    cards = await asyncio.gather(ada.sends_song(world.song()), ben.sends_song(world.song()))
    await asyncio.gather(ada.orders("goal-vocals"), ben.orders("goal-drums"))
    await world.job(2)
    world.mvsep.release()

    vocals = await ada.receives(2, after=cards[0])
    drums = await ben.receives(2, after=cards[1])
    jobs = {job.account.id: job for job in world.mvsep.creates}
    for account, stems in zip(accounts, (vocals, drums), strict=True):
        sizes = [path.stat().st_size for _, path in jobs[account.id].files]
        assert [stem.file.size for stem in stems if stem.file] == sizes
    assert "(Vocals)" in str(vocals[0].filename)
    assert "(Drums)" in str(drums[0].filename)


async def test_two_songs_on_the_free_plan_run_one_after_the_other(world: World) -> None:
    await world.link(world.ada)
    world.mvsep.hold()
    card = await world.ada.sends_song(world.song())
    await world.ada.orders("goal-vocals")
    first = await world.job()
    await world.ada.sends_song(world.song(".wav"), title="Second", mime="audio/mp4")
    await world.ada.orders("goal-drums")
    await world.ada.says("/jobs")
    await world.ada.reads("jobs-title")
    await world.ada.reads("status-queued", n=1)
    assert len(world.mvsep.creates) == 1

    world.mvsep.release()
    second = await world.job(2)
    assert first.state is State.DONE
    await world.until(lambda: len(world.ada.stems_after(card)) == 4)
    creates = [seen for seen in world.mvsep.requests if seen.path.endswith("/create")]
    assert len(creates) == 2, "MVSEP never had to refuse one"
    assert [job.account for job in (first, second)] == [first.account] * 2
    names = [str(stem.filename) for stem in world.ada.stems_after(card)]
    assert sum(TITLE in name for name in names) == 2
    assert sum("Second" in name for name in names) == 2


async def test_a_link_stopped_while_it_is_fetched(world: World) -> None:
    account = await world.link(world.ada, premium=True)
    world.mvsep.hold()
    sent = await world.ada.says("https://songs.example.com/boats.mp3")
    await world.ada.gets_card(after=sent)
    await world.ada.orders()
    await world.ada.reads("status-fetching")
    await world.ada.presses("button-cancel")
    await world.ada.reads("cancelled-refunded")
    assert (await world.job()).state is State.CANCELLED
    assert account.credits == 100
