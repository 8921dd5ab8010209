"""What cannot work is said at once, in plain words, and costs nothing."""

import asyncio
from pathlib import Path

import pytest

from bot.sandbox.telegram.people import messages
from tests.world import World

MIB = 1024 * 1024
PAGE = b"<!DOCTYPE html><html><body>Please log in to download</body></html>" * 20


async def test_a_file_over_20_mb_is_refused_before_any_download(world: World) -> None:
    await world.link(world.ada)
    about = {"filename": "long.mp3", "mime": "audio/mpeg", "size": 25 * MIB}
    sent = await world.ada.sends("audio", world.song(), **about)
    await world.ada.reads("song-too-big", after=sent, size="25")
    assert world.telegram.calls("getFile") == []


async def test_an_empty_file(world: World) -> None:
    await world.link(world.ada)
    sent = await world.ada.sends("document", b"", filename="song.mp3", mime="audio/mpeg")
    await world.ada.reads("song-empty", after=sent)


async def test_a_document_without_sound(world: World) -> None:
    await world.link(world.ada)
    sent = await world.ada.sends("document", b"%PDF-1.7", filename="notes.pdf")
    await world.ada.reads("song-not-audio", after=sent, name="notes.pdf")
    assert world.telegram.calls("getFile") == []


async def test_a_page_that_calls_itself_mp3(world: World) -> None:
    await world.link(world.ada)
    about = {"filename": "song.mp3", "mime": "audio/mpeg"}
    sent = await world.ada.sends("document", PAGE, **about)
    await world.ada.gets_card(after=sent)
    await world.ada.orders()
    await world.ada.reads("failed-not-audio")
    assert world.mvsep.creates == []


async def test_a_link_to_a_page_that_is_no_audio(world: World, tmp_path: Path) -> None:
    url = "https://songs.example.com/boats"
    world.mvsep.remote_files[url] = tmp_path / "page.html"
    world.mvsep.remote_files[url].write_bytes(PAGE)
    await world.link(world.ada)
    sent = await world.ada.says(url)
    await world.ada.gets_card(after=sent)
    await world.ada.orders()
    await world.ada.reads("failed-title")
    await world.ada.reads("service-says")
    assert world.ada.stems_after(sent) == []


async def test_a_link_that_leads_nowhere(world: World) -> None:
    await world.link(world.ada)
    sent = await world.ada.says("https://nowhere.example.com/boats.mp3")
    await world.ada.gets_card(after=sent)
    await world.ada.orders()
    await world.ada.reads("service-says")


@pytest.mark.parametrize(
    ("url", "answer"),
    [
        ("http://127.0.0.1/a.mp3", "link-private"),
        ("http://[::1]/a.mp3", "link-private"),
        ("http://localhost:8080/a.mp3", "link-private"),
        ("http://0x7f.1/a.mp3", "link-private"),
        ("http://192.168.1.7/a.mp3", "link-private"),
        ("https://ada:secret@songs.example.com/a.mp3", "link-credentials"),
        ("https://youtu.be/dQw4w9WgXcQ", "link-streaming"),
        ("https://t.me/band/7", "link-telegram"),
    ],
)
async def test_links_that_must_not_be_passed_on(world: World, url: str, answer: str) -> None:
    await world.link(world.ada)
    sent = await world.ada.says(url)
    await world.ada.reads(answer, after=sent)
    assert world.mvsep.creates == []


async def test_a_link_behind_words_with_another_scheme(world: World) -> None:
    await world.link(world.ada)
    person = {"id": world.ada.person.id, "is_bot": False, "first_name": "Ada"}
    link = {"type": "text_link", "offset": 0, "length": 4, "url": "ftp://songs.example.com/a.mp3"}
    said = {"text": "song", "entities": [link], "from": person, "message_id": 9000, "date": 1}
    chat = {"id": world.ada.room.id, "type": "private"}
    world.telegram.push_raw({"message": {**said, "chat": chat}})
    await world.ada.reads("link-scheme")


@pytest.mark.parametrize("data", ["1st:zzzzzz", "1st", "1st:%%%", "0gc:1:vocals", "🙃", "1zz:1"])
async def test_a_button_nobody_made(world: World, data: str) -> None:
    await world.ada.says("/start")
    await world.ada.reads("start-hello")
    popup = await world.ada.room.tap(data=data)
    assert (popup.text, popup.alert) == (world.ada.t.plain("old-button"), True)


async def test_somebody_elses_song_cannot_be_started_with_a_forged_button(world: World) -> None:
    await world.link(world.ada)
    await world.link(world.ben)
    await world.ada.sends_song(world.song())
    await world.ada.presses("goal-vocals")
    _, start = await world.ada.finds_button(world.ada.t.plain("order-start"))
    popup = await world.ben.room.tap(data=start.data)
    assert popup.text == world.ben.t.plain("not-your-menu")
    assert world.mvsep.creates == []


async def test_the_button_of_a_song_that_was_put_away(world: World) -> None:
    await world.link(world.ada)
    card = await world.ada.sends_song(world.song())
    _, goal = await world.ada.finds_button(world.ada.t.plain("goal-vocals"))
    await world.ada.presses("button-cancel", on=card)
    popup = await world.ada.room.tap(card, data=goal.data)
    assert popup.text == world.ada.t.plain("draft-started")


async def test_a_press_that_waited_too_long_does_nothing(world: World) -> None:
    await world.link(world.ada)
    await world.ada.sends_song(world.song())
    await world.ada.presses("goal-vocals")
    card, start = await world.ada.finds_button(world.ada.t.plain("order-start"))
    world.telegram.hold_updates()
    room = world.ada.room
    messages.press(room.state, room.chat, card, start.data or "", world.ada.person.user)
    world.telegram.age(3600)
    world.telegram.release_updates()
    await world.ada.reads("tap-too-old")
    assert world.mvsep.creates == []


async def test_an_algorithm_that_vanished_after_the_card(world: World) -> None:
    await world.link(world.ada)
    await world.ada.sends_song(world.song())
    await world.ada.presses("goal-vocals")
    await world.ada.finds_button(world.ada.t.plain("order-start"))
    world.mvsep.remove_algorithm(40)
    await world.ada.presses("order-start")
    await world.ada.reads("failed-unknown-type")


async def test_an_algorithm_that_vanished_and_is_known_to_be_gone(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    await world.link(world.ada)
    await world.ada.sends_song(world.song())
    await world.ada.presses("goal-vocals")
    await world.ada.finds_button(world.ada.t.plain("order-start"))
    world.mvsep.remove_algorithm(40)
    monkeypatch.setattr("bot.features.catalogue.catalogue.FRESH_FOR", -1.0)
    await world.restart()
    await world.ada.presses("order-start")
    await world.ada.reads("order-gone")
    assert world.mvsep.creates == []


async def test_many_messages_at_once_are_all_answered(world: World) -> None:
    said = await asyncio.gather(*(world.ada.says("/jobs") for _ in range(8)))
    await world.telegram.until(lambda: len(world.ada.room.answers) >= len(said))
    assert len(world.ada.room.answers) == len(said)
