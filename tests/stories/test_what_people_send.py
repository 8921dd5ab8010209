"""Every kind of song the bot takes: files of all sorts, and links."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from bot.sandbox.song import ARTIST, TITLE
from tests.world import World, digests, files_of


@dataclass(frozen=True)
class Kind:
    """How a song is sent, and how its stems will be called."""

    kind: str
    suffix: str
    called: str
    about: dict[str, Any] = field(default_factory=dict)


KINDS = {
    "music": Kind(
        "audio",
        ".mp3",
        f"{ARTIST} - {TITLE}",
        {"filename": "x.mp3", "title": TITLE, "performer": ARTIST, "duration": 2},
    ),
    "a voice note": Kind("voice", ".ogg", "Your recording", {"mime": "audio/ogg", "duration": 2}),
    "a video": Kind("video", ".mp4", "At the lake", {"filename": "At the lake.mp4"}),
    "a video note": Kind("video_note", ".mp4", "Your recording", {"filename": "", "mime": ""}),
    "a wav document": Kind("document", ".wav", "Live take", {"filename": "Live take.wav"}),
    "a flac document": Kind("document", ".flac", "Live take", {"filename": "Live take.flac"}),
}


@pytest.mark.parametrize("what", KINDS)
async def test_every_kind_of_file_becomes_stems(world: World, what: str) -> None:
    await world.link(world.ada)
    sent_as = KINDS[what]
    song = world.song(sent_as.suffix)

    sent = await world.ada.sends(sent_as.kind, song, **({"filename": ""} | sent_as.about))
    await world.ada.gets_card(after=sent)
    await world.ada.orders("goal-vocals")

    stems = await world.ada.receives(2, after=sent)
    job = await world.job()
    assert digests(job.inputs) == digests([song]), "the song came to MVSEP as it was sent"
    assert digests(files_of(stems)) == digests([path for _, path in job.files])
    assert [stem.filename for stem in stems] == [
        f"{sent_as.called} (Vocals).mp3",
        f"{sent_as.called} (Instrumental).mp3",
    ]


LINKS = {
    "direct": "https://songs.example.com/Paper%20Boats.mp3",
    "mega": "https://mega.nz/file/abcdEFGH#a-key_0123456789",
    "drive": "https://drive.google.com/file/d/1a2B3c4D5e6F/view?usp=sharing",
    "dropbox": "https://www.dropbox.com/scl/fi/abc123/boats.mp3?rlkey=xyz&dl=0",
}


@pytest.mark.parametrize("remote_type", LINKS)
async def test_a_link_is_shown_and_then_fetched_by_mvsep(world: World, remote_type: str) -> None:
    url = LINKS[remote_type]
    world.mvsep.remote_files[url] = world.song()
    await world.link(world.ada)

    sent = await world.ada.says(f"this one please: {url}")
    card = await world.ada.gets_card(after=sent)
    await world.ada.reads("card-link-check")
    assert url in card.text
    assert world.ada.t.plain(f"kind-{remote_type}") in card.text
    await world.ada.orders("goal-vocals")

    stems = await world.ada.receives(2, after=sent)
    create = next(seen for seen in world.mvsep.requests if seen.path.endswith("/create"))
    assert create.params["url"] == url
    assert create.params["remote_type"] == remote_type
    job = await world.job()
    asked = [seen.path for seen in world.mvsep.requests if seen.params.get("hash")]
    assert asked[0].endswith("/get-remote")
    assert asked[-1].endswith("/get")
    assert digests(files_of(stems)) == digests([path for _, path in job.files])
    assert world.telegram.calls("getFile") == []


async def test_two_links_in_one_message_make_one_batch(world: World) -> None:
    await world.link(world.ada)
    sent = await world.ada.says("https://a.example.com/one.mp3 https://a.example.com/two.mp3")
    await world.ada.reads("songs-item", after=sent, title="one")
    await world.ada.reads("songs-item", after=sent, title="two")


async def test_an_album_makes_one_batch(world: World) -> None:
    await world.link(world.ada)
    songs = [("one.mp3", world.song()), ("two.mp3", world.song())]
    first, _second = await world.ada.room.album("audio", songs, mime="audio/mpeg")
    card = await world.ada.reads("songs-item", after=first, title="two")
    assert "one" in card.text
    await world.ada.presses("goal-vocals", on=card)
    await world.ada.presses("order-start", on=card)
    await world.ada.reads("batch-title", done=2, all=2)
    assert (
        sorted(Path(each.filename or "").suffix for each in world.ada.stems_after(first))
        == [".mp3"] * 4
    )


GOOD = "https://songs.example.com/boats.mp3"


@pytest.mark.parametrize(
    ("text", "left_out"),
    [
        (f"{GOOD} https://t.me/ourchannel", "t.me"),
        (f"https://t.me/ourchannel {GOOD}", "t.me"),
        (f"{GOOD} https://youtu.be/abc", "youtu.be"),
        (f"https://vk.ru/audio1_2 {GOOD}", "vk.ru"),
        (f"http://192.168.1.7/a.mp3 {GOOD}", "192.168.1.7"),
        (f"https://band.bandcamp.com/track/x {GOOD} https://t.me/x", "band.bandcamp.com, t.me"),
    ],
)
async def test_the_good_link_among_several_wins(world: World, text: str, left_out: str) -> None:
    await world.link(world.ada)
    sent = await world.ada.says(text)
    card = await world.ada.gets_card(after=sent)
    assert GOOD in card.text
    assert world.ada.t.plain("links-left-out", hosts=left_out) in card.text
