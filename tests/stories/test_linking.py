"""A person's key: asked for, checked, sealed, and never seen again."""

from pathlib import Path

import pytest

from bot.sandbox.song import TITLE
from tests.world import World

UNKNOWN = "Z9" * 15


async def test_a_song_sent_before_linking_is_kept(world: World) -> None:
    song = world.song()
    sent = await world.ada.sends("audio", song, filename="a.mp3", title=TITLE, duration=2)
    await world.ada.reads("card-need-link", after=sent)
    await world.ada.presses("link-button")
    await world.ada.reads("link-ask")
    account = world.mvsep.account(name="Ada")
    key = await world.ada.says(account.token)
    await world.ada.reads("link-done", after=key)
    await world.ada.gets_card(after=key)
    await world.ada.orders()
    await world.ada.receives(2, after=key)


async def test_a_key_leaves_the_chat_and_only_its_end_is_shown(
    world: World, tmp_path: Path
) -> None:
    account = await world.link(world.ada)
    assert all(account.token not in one.text for one in world.ada.room.messages if not one.deleted)
    (deleted,) = world.telegram.calls("deleteMessage")
    assert deleted.status == 200
    await world.ada.says("/account")
    shown = await world.ada.reads("account-title", last4=account.token[-4:])
    assert account.token[:26] not in shown.text
    assert account.token.encode() not in stored_in(tmp_path)


async def test_a_wrong_key_is_refused_and_the_right_one_still_taken(world: World) -> None:
    await world.ada.says("/link")
    await world.ada.reads("link-ask")
    wrong = await world.ada.says(UNKNOWN)
    await world.ada.reads("link-refused", after=wrong)
    assert wrong.deleted
    account = world.mvsep.account(name="Ada")
    right = await world.ada.says(account.token)
    await world.ada.reads("link-done", after=right, last4=account.token[-4:])


async def test_half_a_key_is_taken_for_one_and_removed(world: World) -> None:
    await world.ada.says("/link")
    await world.ada.reads("link-ask")
    half = await world.ada.says(UNKNOWN[:23])
    await world.ada.reads("link-wrong-shape", after=half)
    assert half.deleted


async def test_a_key_is_not_taken_while_mvsep_is_down(world: World) -> None:
    account = world.mvsep.account(name="Ada")
    world.mvsep.down()
    first = await world.ada.says(account.token)
    await world.ada.reads("link-service-down", after=first)
    assert first.deleted
    world.mvsep.up()
    second = await world.ada.says(account.token)
    await world.ada.reads("link-done", after=second)


async def test_a_revoked_key_stops_the_song_and_a_new_one_lets_it_go_on(world: World) -> None:
    account = await world.link(world.ada)
    await world.ada.sends_song(world.song())
    world.mvsep.revoke(account.token)
    await world.ada.presses("goal-vocals")
    await world.ada.presses("order-start")
    await world.ada.reads("token-refused")
    said = await world.ada.says("/account")
    await world.ada.reads("token-refused", after=said)
    assert world.mvsep.creates == []

    await world.link(world.ada)
    status = await world.ada.orders()
    await world.ada.receives(2, after=status)


async def test_unlinking_forgets_the_key(world: World) -> None:
    await world.link(world.ada)
    await world.ada.says("/account")
    await world.ada.presses("account-unlink")
    await world.ada.reads("account-unlink-sure")
    await world.ada.presses("account-unlink-yes")
    await world.ada.reads("account-unlinked")
    asked = await world.ada.says("/account")
    await world.ada.reads("account-none", after=asked)


async def test_cancel_stops_the_waiting_for_a_key(world: World) -> None:
    await world.ada.says("/link")
    await world.ada.reads("link-ask")
    await world.ada.presses("button-cancel")
    await world.ada.reads("cancel-waiting")
    said = await world.ada.says("good morning")
    await world.ada.reads("unknown-text", after=said)


def stored_in(folder: Path) -> bytes:
    """The database as it lies on the disk."""
    return b"".join(path.read_bytes() for path in folder.glob("stemgram.sqlite3*"))


async def test_a_key_refused_while_a_song_waits_holds_it_until_a_new_key(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.features.separate.ordering.incoming_songs.GATHERING", 0.0)
    account = await world.link(world.ada)
    world.mvsep.hold()
    await world.ada.sends_song(world.song())
    await world.ada.orders()
    await world.until(lambda: len(world.mvsep.creates) == 1)
    last = world.ada.last
    await world.ada.sends_song(world.song())
    second = await world.ada.orders()
    world.mvsep.revoke(account.token)
    world.mvsep.release()
    await world.ada.reads("status-hold-key", after=last)
    await world.ada.reads("account-refused")

    await world.link(world.ada)
    await world.until(lambda: len(world.ada.stems_after(second)) == 4)
    assert len(world.mvsep.creates) == 2
