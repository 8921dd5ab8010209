"""The songs of a draft, how their stems are called, and where lists lead back to."""

from datetime import UTC, datetime

import pytest
from telegram import Audio, Chat, Message

from bot.features.separate.choosing.list_position import of_group, of_list
from bot.features.separate.draft.contents import MOST_SONGS, DraftContents
from bot.features.separate.draft.song import Song, song_of, song_of_link
from bot.features.separate.draft.song_links import recognise
from bot.features.separate.running.stem_names import (
    STEM_LIMIT,
    clean,
    extension_of,
    label_of_stem,
    stem_filename,
)

SONG = Song("file", "Boats", "Ada", duration=60, size=9, file_id="f", filename="a.mp3", mime="x")


def test_what_is_stored_is_read_again() -> None:
    for contents in (
        DraftContents((SONG,)),
        DraftContents((SONG, Song("link", url="https://a.example/x", remote_type="direct")), SONG),
        DraftContents((Song("none"),)),
    ):
        assert DraftContents.read(contents.as_dict()) == contents


def test_the_names_of_a_song_turn_nothing_around() -> None:
    audio = Audio(
        "f", "u", 60, performer="A\u202eda", title="Bo\u2067ats", file_name="x\u202e3pm.wav"
    )
    message = Message(1, datetime.now(UTC), Chat(1, Chat.PRIVATE), audio=audio)
    song = song_of(message)
    assert song
    assert (song.performer, song.title, song.filename) == ("Ada", "Boats", "x3pm.wav")
    link = song_of_link(recognise("https://a.example/x%E2%80%AE3pm.wav"))
    assert link.title == "x3pm"


def test_a_batch_has_an_end() -> None:
    contents = DraftContents((SONG,))
    for _ in range(MOST_SONGS + 3):
        contents = contents.with_song(SONG)
    assert len(contents.songs) == MOST_SONGS


def test_the_length_of_all_songs_is_known_only_with_each_of_them() -> None:
    assert DraftContents((SONG, SONG)).seconds == 120
    assert DraftContents((SONG, Song("file"))).seconds is None


@pytest.mark.parametrize(
    ("title", "performer", "label", "name"),
    [
        ("Boats", "Ada", "Vocals", "Ada - Boats (Vocals).mp3"),
        ("Boats", None, "Vocals", "Boats (Vocals).mp3"),
        ("a/b\\c:d", None, "Vo/cals", "a b c d (Vo cals).mp3"),
        ("../../etc", None, "Bass", "etc (Bass).mp3"),
        ("\u202egnp.exe", None, "Bass", "gnp.exe (Bass).mp3"),
        ("", None, "", "song (stem).mp3"),
    ],
)
def test_names_of_stems(title: str, performer: str | None, label: str, name: str) -> None:
    assert stem_filename(Song("file", performer=performer), title, label, "mp3") == name


def test_a_long_title_gives_way_to_the_name_of_the_stem() -> None:
    name = stem_filename(Song("file"), "x" * 500, "Instrumental", "flac")
    assert name.endswith(" (Instrumental).flac")
    assert len(name) <= STEM_LIMIT + len(".flac")


def test_names_are_one_line() -> None:
    assert clean(" a\n\tb\x00 . ") == "a b"


@pytest.mark.parametrize(
    ("address", "download", "output_format", "ending"),
    [
        ("https://a/x.wav", "song.flac", 0, "flac"),
        ("https://a/x.wav?e=1", "song", 0, "wav"),
        ("https://a/x", "", 3, "m4a"),
        ("https://a/x", "", 5, "flac"),
        ("https://a/x.a-b", "", 1, "wav"),
        ("https://a/x", "", 99, "bin"),
    ],
)
def test_the_ending_of_a_result(
    address: str, download: str, output_format: int, ending: str
) -> None:
    assert extension_of(address, download, output_format) == ending


def test_labels_begin_with_a_capital_letter() -> None:
    assert label_of_stem("lead_vocals") == "Lead vocals"
    assert label_of_stem("") == ""


def test_origins() -> None:
    assert (of_group(21, 2), of_list("s", 0)) == ("g21.2", "s.0")
