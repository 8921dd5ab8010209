"""MVSEP or the network fails for a while: nothing is lost, nothing is paid twice."""

from pathlib import Path

import pytest

from tests.world import World


async def test_a_song_comes_before_the_catalogue_was_ever_seen(
    world: World, tmp_path: Path
) -> None:
    await world.stop()
    empty = f"sqlite+aiosqlite:///{tmp_path / 'empty.sqlite3'}"
    world.settings = world.settings.model_copy(update={"database_url": empty})
    world.mvsep.faults.add("500", "app/algorithms", times=1000)
    await world.start()
    await world.link(world.ada)
    sent = await world.ada.sends("audio", world.song(), filename="a.mp3", duration=2)
    card = await world.ada.reads("card-service-down", after=sent)
    world.mvsep.faults.clear()
    await world.ada.presses("button-retry", on=card)
    await world.ada.reads("card-what")
    await world.ada.orders()
    await world.ada.receives(2, after=sent)


async def test_the_catalogue_is_there_when_mvsep_is_not(world: World) -> None:
    await world.link(world.ada)
    card = await world.ada.sends_song(world.song())
    world.mvsep.down()
    await world.restart()
    await world.ada.presses("goal-more", on=card)
    await world.ada.reads("groups-title")


async def test_mvsep_is_down_when_start_is_pressed(world: World) -> None:
    await world.link(world.ada)
    card = await world.ada.sends_song(world.song())
    await world.ada.presses("goal-vocals")
    await world.ada.finds_button(world.ada.t.plain("order-start"))
    world.mvsep.down()
    await world.ada.presses("order-start")
    await world.ada.reads("status-checking")
    world.mvsep.up()
    await world.ada.receives(2, after=card)
    assert len(world.mvsep.creates) == 1


async def test_mvsep_goes_down_while_it_works(world: World) -> None:
    await world.link(world.ada)
    world.mvsep.hold()
    card = await world.ada.sends_song(world.song())
    await world.ada.orders()
    await world.ada.reads("status-place")
    world.mvsep.faults.add("502", "GET /api/separation/get", times=2)
    world.mvsep.release()
    await world.ada.receives(2, after=card)


async def test_the_answer_to_the_order_is_lost(world: World) -> None:
    account = await world.link(world.ada, premium=True)
    card = await world.ada.sends_song(world.song())
    world.mvsep.faults.add("reset", "POST /api/separation/create", after_effect=True)
    await world.ada.orders()
    await world.ada.receives(2, after=card)
    assert len(world.mvsep.creates) == 1
    assert account.credits == 99


async def test_a_stem_breaks_off_on_its_way(world: World) -> None:
    await world.link(world.ada)
    card = await world.ada.sends_song(world.song())
    world.mvsep.faults.add("truncated", "GET /storage/processed")
    await world.ada.orders()
    await world.ada.receives(2, after=card)


async def test_telegram_wants_the_bot_to_slow_down(world: World) -> None:
    await world.link(world.ada)
    card = await world.ada.sends_song(world.song())
    world.telegram.faults.add("429", "sendAudio", seconds=1)
    await world.ada.orders()
    await world.ada.receives(2, after=card)


async def test_a_fault_of_our_own_is_told_with_the_id_it_is_logged_under(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: object) -> None:
        raise RuntimeError("secret detail")

    monkeypatch.setattr("bot.features.start.screens.help_screen", broken)
    said = await world.ada.says("/help")
    told = await world.ada.reads("error-ours", after=said)
    (error,) = world.errors()
    assert error["error_id"] in told.text
    assert "secret detail" not in told.text
    world.errors_expected = True
