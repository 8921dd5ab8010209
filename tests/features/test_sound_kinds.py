"""Which files sound, which ending they get, and what is said about those that do not."""

from datetime import UTC, datetime

import pytest
from telegram import Animation, Audio, Chat, Document, Message

from bot.chat.incoming.event import Told
from bot.features.separate.draft.song import Song, check, song_of
from bot.features.separate.running.stem_names import stem_filename


def a_document(name: str | None, mime: str | None = None) -> Song:
    document = Document("f", "u", file_name=name, mime_type=mime, file_size=9)
    song = song_of(Message(1, datetime.now(UTC), Chat(1, Chat.PRIVATE), document=document))
    assert song
    return song


@pytest.mark.parametrize(
    "ending",
    [
        "mp2",
        "mpga",
        "w64",
        "aifc",
        "caf",
        "au",
        "wv",
        "tta",
        "mpc",
        "ac3",
        "dts",
        "weba",
        "m4v",
        "3gp",
        "3g2",
        "ts",
        "m2ts",
        "mpg",
        "vob",
        "flv",
        "ogv",
        "wmv",
    ],
)
def test_an_ending_without_a_type_is_enough(ending: str) -> None:
    song = a_document(f"Boats.{ending.upper()}")
    check(song, cloud=True)
    assert song.extension == ending


@pytest.mark.parametrize(
    ("mime", "ending"),
    [
        ("audio/x-aiff", "aiff"),
        ("audio/aiff", "aiff"),
        ("audio/amr", "amr"),
        ("audio/AMR-WB", "awb"),
        ("application/ogg", "ogg"),
        ("audio/ogg; codecs=opus", "ogg"),
        ("audio/x-caf", "caf"),
        ("audio/vnd.wave", "wav"),
        ("audio/x-ms-wma", "wma"),
        ("audio/3gpp", "3gp"),
        ("audio/webm", "weba"),
        ("video/x-m4v", "m4v"),
        ("video/mp2t", "ts"),
        ("video/x-matroska", "mkv"),
        ("audio/something-new", "bin"),
    ],
)
def test_a_recording_without_a_name_keeps_an_ending(mime: str, ending: str) -> None:
    song = a_document(None, mime)
    check(song, cloud=True)
    assert song.extension == ending


@pytest.mark.parametrize(
    ("name", "mime", "answer"),
    [
        ("Boats.mid", "audio/midi", "song-convert"),
        (None, "audio/x-midi", "song-convert"),
        ("Boats.kar", None, "song-convert"),
        ("Boats.flp", None, "song-convert"),
        ("Boats.als", None, "song-convert"),
        ("Boats.aup3", None, "song-convert"),
        ("Boats.gp5", None, "song-convert"),
        ("Boats.mscz", None, "song-convert"),
        ("Boats.m3u8", "audio/x-mpegurl", "song-convert"),
        ("Boats.cue", None, "song-convert"),
        ("Boats.exe", None, "song-not-audio"),
        ("mp3", None, "song-not-audio"),
        (None, "application/octet-stream", "song-not-audio-unnamed"),
        (None, None, "song-not-audio-unnamed"),
    ],
)
def test_what_does_not_sound_is_told_apart(
    name: str | None, mime: str | None, answer: str
) -> None:
    with pytest.raises(Told) as caught:
        check(a_document(name, mime), cloud=True)
    assert caught.value.key == answer


def test_a_gif_has_no_sound() -> None:
    gif = Animation("f", "u", 9, 9, 2, file_name="a.mp4", mime_type="video/mp4", file_size=9)
    song = song_of(Message(1, datetime.now(UTC), Chat(1, Chat.PRIVATE), animation=gif))
    assert song
    with pytest.raises(Told) as caught:
        check(song, cloud=True)
    assert caught.value.key == "song-gif"


@pytest.mark.parametrize(
    "name",
    [
        "\u200b",
        "\u200b\u200c\u200d",
        "\u2060",
        "\ufeff",
        "\u3164",
        "\u3164\u3164",
        "\uffa0",
        "\u115f\u1160",
        "\u2800",
        "\u00ad",
        "\u0301",
        "\u180e\u00a0",
        " \t",
        "\u202e",
        "\U000e0041",
    ],
)
def test_a_name_nobody_sees_is_none(name: str) -> None:
    audio = Audio("f", "u", 60, title=name, performer=name, file_name="Paper Boats.mp3")
    song = song_of(Message(1, datetime.now(UTC), Chat(1, Chat.PRIVATE), audio=audio))
    assert song
    assert (song.title, song.performer) == ("Paper Boats", None)
    assert stem_filename(song, name, "Vocals", "mp3") == "song (Vocals).mp3"


@pytest.mark.parametrize(
    "name", ["가사", "O\u02bbzbek", "नमस्ते", "می\u200cخواهم", "👩\u200d🎤", "!!!", "1"]
)
def test_a_name_of_any_script_stays(name: str) -> None:
    audio = Audio("f", "u", 60, title=name)
    song = song_of(Message(1, datetime.now(UTC), Chat(1, Chat.PRIVATE), audio=audio))
    assert song
    assert song.title == name
