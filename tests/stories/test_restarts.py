"""The bot ends and begins again at any moment, and the conversation just goes on."""

from tests.world import World, digests, files_of


async def test_a_restart_while_mvsep_works(world: World) -> None:
    await world.link(world.ada)
    world.mvsep.hold()
    await world.ada.sends_song(world.song())
    status = await world.ada.orders()
    await world.ada.reads("status-place")
    await world.restart()
    world.mvsep.release()

    stems = await world.ada.receives(2, after=status)
    assert len(world.mvsep.creates) == 1
    (job,) = world.mvsep.jobs
    assert digests(files_of(stems)) == digests([path for _, path in job.files])


async def test_a_job_ends_while_the_bot_is_away(world: World) -> None:
    await world.link(world.ada)
    world.mvsep.hold()
    await world.ada.sends_song(world.song())
    status = await world.ada.orders()
    job = await world.job()
    await world.stop()
    world.mvsep.release()
    await world.until(lambda: bool(job.files) and not job.active)
    await world.start()
    await world.ada.receives(2, after=status)


async def test_a_restart_between_song_and_goal(world: World) -> None:
    await world.link(world.ada)
    card = await world.ada.sends_song(world.song())
    await world.restart()
    await world.ada.orders("goal-drums")
    await world.ada.receives(2, after=card)


async def test_a_restart_between_card_and_start(world: World) -> None:
    await world.link(world.ada)
    card = await world.ada.sends_song(world.song())
    await world.ada.presses("goal-vocals")
    await world.ada.finds_button(world.ada.t.plain("order-start"))
    await world.restart()
    await world.ada.presses("order-start")
    await world.ada.receives(2, after=card)


async def test_a_restart_while_a_key_is_awaited(world: World) -> None:
    await world.ada.says("/link")
    await world.ada.reads("link-ask")
    await world.restart()
    said = await world.ada.says("is this the key?")
    await world.ada.reads("link-wrong-shape", after=said)


async def test_what_is_said_while_the_bot_is_away_is_answered_later(world: World) -> None:
    await world.link(world.ada)
    await world.stop()
    sent = await world.ada.sends("audio", world.song(), filename="a.mp3", duration=2)
    await world.start()
    await world.ada.gets_card(after=sent)


async def test_a_restart_with_a_song_waiting_for_its_turn(world: World) -> None:
    await world.link(world.ada)
    world.mvsep.hold()
    card = await world.ada.sends_song(world.song())
    await world.ada.orders("goal-vocals")
    await world.job()
    await world.ada.sends_song(world.song())
    await world.ada.orders("goal-drums")
    await world.restart()
    world.mvsep.release()
    await world.until(lambda: len(world.ada.stems_after(card)) == 4)
    assert len(world.mvsep.creates) == 2
