"""Everything somebody may say gets a short answer in their language."""

import pytest

from bot.sandbox.song import TITLE
from tests.world import Somebody, World


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("/help", "help-text"),
        ("/jobs", "jobs-none"),
        ("/account", "account-none"),
        ("/cancel", "cancel-nothing"),
        ("/separate", "song-none"),
        ("/frobnicate", "unknown-command"),
        ("hello there", "unknown-text"),
        ("🎵", "unknown-text"),
    ],
)
async def test_everything_said_is_answered(world: World, said: str, answer: str) -> None:
    message = await world.ada.says(said)
    await world.ada.reads(answer, after=message)
    assert len(world.ada.room.answers) == 1


async def test_a_photo_is_answered_too(world: World) -> None:
    message = await world.ada.sends("photo", b"\xff\xd8\xff\xe0 picture")
    await world.ada.reads("unknown-content", after=message)


async def test_language_is_changed_for_good(world: World) -> None:
    await world.ada.says("/language")
    await world.ada.reads("language-ask")
    await world.ada.presses_label("Русский")
    ada = Somebody(world.ada.person, world.ada.room, "ru")
    await ada.reads("language-set")
    said = await ada.says("/help")
    await ada.reads("help-text", after=said)
    await world.restart()
    said = await ada.says("/jobs")
    await ada.reads("jobs-none", after=said)


async def test_an_unknown_language_is_answered_in_english(world: World) -> None:
    person = world.telegram.person("Aoi", language_code="ja")
    aoi = Somebody(person, person.private(), "en")
    await aoi.says("/start")
    await aoi.reads("start-hello", name="Aoi")


async def test_jobs_lists_what_runs_and_stops_it(world: World) -> None:
    account = await world.link(world.ada, premium=True)
    world.mvsep.hold()
    await world.ada.sends_song(world.song())
    await world.ada.orders()
    await world.job()
    said = await world.ada.says("/jobs")
    listed = await world.ada.reads("jobs-title", after=said)
    assert TITLE in listed.text
    await world.ada.presses("jobs-cancel", title=TITLE, on=listed)
    await world.ada.reads("cancelled-refunded")
    said = await world.ada.says("/jobs")
    await world.ada.reads("jobs-none", after=said)
    assert account.credits == 100


async def test_account_tells_plan_and_credits(world: World) -> None:
    account = await world.link(world.ada, premium=True)
    said = await world.ada.says("/account")
    await world.ada.reads("account-title", after=said, name="Ada", last4=account.token[-4:])
    await world.ada.reads("link-plan-premium", after=said, credits="100")
    await world.ada.reads("account-running", after=said, n=0)


async def test_the_menu_of_commands_is_announced_in_every_language(world: World) -> None:
    await world.telegram.until(lambda: ("all_group_chats", "uz") in world.telegram.commands)
    for language in ("", "en", "ru", "es", "uz"):
        names = [name for name, _ in world.telegram.commands["default", language]]
        assert {"separate", "link", "account", "jobs", "language", "help", "cancel"} <= {*names}
