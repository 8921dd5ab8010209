"""After the stems: the next step, stars, deleting, the list of jobs, and the history."""

import pytest
from pydantic import SecretStr

from bot.mvsep import MvsepClient, Order, Upload
from bot.net.streams import path_source
from bot.net.transport import make_client
from bot.sandbox.mvsep.jobs import State
from tests.world import World, digests, files_of


async def separated(world: World) -> None:
    """A song and its two stems."""
    card = await world.ada.sends_song(world.song())
    await world.ada.orders()
    await world.ada.receives(2, after=card)


async def test_the_last_word_tells_what_it_cost(world: World) -> None:
    account = await world.link(world.ada, premium=True)
    await separated(world)
    used = (await world.job()).charged
    await world.ada.reads("done-credits", used=used, left=account.credits)
    await world.ada.reads("done-keep")


async def test_a_stem_is_the_next_song(world: World) -> None:
    await world.link(world.ada)
    await separated(world)
    vocals, _ = digests(files_of([one for one in world.ada.room.answers if one.file]))
    await world.ada.presses("after-stem")
    await world.ada.presses_label("Vocals")
    card = await world.ada.reads("card-what")
    await world.ada.orders("goal-reverb")
    job = await world.job(2)
    assert digests(job.inputs) == [vocals]
    await world.ada.receives(len(job.entry.stems), after=card)


async def test_the_same_song_goes_on_with_another_choice(world: World) -> None:
    await world.link(world.ada)
    await separated(world)
    await world.ada.presses("after-anew")
    await world.ada.orders("goal-drums")
    first, second = await world.job(), await world.job(2)
    assert first.sep_type != second.sep_type
    assert digests(first.inputs) == digests(second.inputs)


async def test_stars_are_kept_and_the_way_back_is_open(world: World) -> None:
    await world.link(world.ada)
    await separated(world)
    await world.ada.presses("after-rate")
    await world.ada.presses_label("4 ★")
    await world.ada.reads("rate-thanks", stars="★★★★")
    await world.ada.presses("button-back")
    await world.ada.reads("done-title", n=2)


async def test_deleting_at_the_service_asks_first(world: World) -> None:
    await world.link(world.ada)
    await separated(world)
    await world.ada.presses("after-delete")
    await world.ada.reads("delete-ask")
    assert not world.mvsep.creates[0].deleted
    await world.ada.presses("delete-sure")
    await world.ada.reads("delete-done")
    assert world.mvsep.creates[0].deleted


async def test_the_list_cancels_and_retries_each_and_all(world: World) -> None:
    await world.link(world.ada, premium=True)
    world.mvsep.fail_next("Too loud")
    await world.ada.sends_song(world.song(), title="First")
    await world.ada.orders()
    await world.ada.reads("failed-title")
    world.mvsep.hold()
    for title in ("Second", "Third"):
        await world.ada.sends_song(world.song(".wav"), title=title, mime="audio/mp4")
        await world.ada.orders()
    await world.job(3)
    said = await world.ada.says("/jobs")
    listed = await world.ada.reads("jobs-title", after=said)
    assert ["Second" in listed.text, "Third" in listed.text] == [True, True]
    await world.ada.presses("jobs-retry", on=listed, title="First")
    await world.job(4)
    await world.ada.presses("jobs-cancel-all", on=listed)
    await world.ada.reads("jobs-stopping-all", n=3)
    await world.until(
        lambda: all(job.state is State.CANCELLED for job in world.mvsep.creates[1:4])
    )
    await world.ada.reads("cancelled-balance", left=world.mvsep.accounts[0].credits)


async def test_a_job_the_service_never_finishes_is_given_up(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    await world.link(world.ada)
    world.mvsep.hold()
    await world.ada.sends_song(world.song())
    await world.ada.orders()
    await world.job()
    monkeypatch.setattr("bot.features.separate.running.poller.EXPIRY", -1.0)
    await world.ada.reads("failed-never")


async def test_the_history_delivers_what_was_made_on_the_website(world: World) -> None:
    account = await world.link(world.ada, premium=True)
    await _on_the_website(world, account.token)
    said = await world.ada.says("/history")
    page = await world.ada.reads("history-title", after=said)
    assert "71" in page.text or "72" in page.text, "hours left"
    await world.ada.presses_label("1", on=page)
    await world.ada.reads("history-when")
    await world.ada.presses("history-send")
    stems = await world.ada.receives(2, after=said)
    assert digests(files_of(stems)) == digests([path for _, path in (await world.job()).files])
    for call in world.telegram.requests:
        assert world.mvsep.creates[0].hash not in str(call.params), "a hash is a key"


async def test_the_history_is_filtered_and_counted(world: World) -> None:
    account = await world.link(world.ada, premium=True)
    for _ in range(9):
        await _on_the_website(world, account.token)
    said = await world.ada.says("/history")
    page = await world.ada.reads("history-title", after=said)
    await world.ada.presses("page-next", on=page)
    await world.ada.reads("page-of", page=2, pages=2)
    await world.ada.presses("history-filter", on=page)
    await world.ada.presses_label(world.mvsep.creates[0].entry.name[:20], on=page)
    await world.ada.reads("history-title-of")
    await world.ada.presses("history-credits-button", on=page)
    spent = sum(job.charged for job in world.mvsep.creates)
    await world.ada.reads("history-month", credits=spent, n=9)


async def test_what_is_gone_is_said_to_be_gone(world: World) -> None:
    account = await world.link(world.ada, premium=True)
    await _on_the_website(world, account.token)
    world.mvsep.age(hours=73)
    said = await world.ada.says("/history")
    page = await world.ada.reads("history-gone", after=said)
    await world.ada.presses_label("1", on=page)
    assert [label for row in page.buttons for label in [row[0].label]] == [
        world.ada.t.plain("button-back")
    ]


async def _on_the_website(world: World, token: str) -> None:
    """A job without the bot, to its end."""
    async with make_client() as http:
        upload = Upload("boats.mp3", path_source(world.song()))
        client = MvsepClient(http, world.mvsep.url)
        await client.create(SecretStr(token), Order(40, {}, 0), upload=upload)
    await world.until(lambda: world.mvsep.creates[-1].state is State.DONE)
