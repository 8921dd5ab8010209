"""Nasty names come out clean and recognisable, exactly as Telegram's server will keep them."""

import pytest

from bot.features.separate.draft.song import Song
from bot.features.separate.running.stem_names import STEM_LIMIT, format_of_results, stem_filename
from bot.mvsep import ResultFile
from bot.sandbox.telegram.names import clean_filename, sent_filename

NASTY = {
    'He said "no': "He said no (Vocals).mp3",
    "a;b; c": "a b c (Vocals).mp3",
    "../../etc/passwd": "etc passwd (Vocals).mp3",
    "C:\\Windows\\con": "C Windows con (Vocals).mp3",
    "🎵🎶": "song (Vocals).mp3",
    "🎵 Лодки 🎶": "Лодки (Vocals).mp3",
    "שלום עולם": "שלום עולם (Vocals).mp3",
    "abc\u202egpj": "abcgpj (Vocals).mp3",
    "می\u200cخواهم": "میخواهم (Vocals).mp3",
    "a\r\nContent-Type: x": "a Content-Type x (Vocals).mp3",
    "50% off? *yes* <b>": "50% off yes b (Vocals).mp3",
    "…": "song (Vocals).mp3",
    "CON": "CON (Vocals).mp3",
    "カラオケ": "カラオケ (Vocals).mp3",
}


@pytest.mark.parametrize("title", NASTY)
def test_a_name_is_what_it_was_and_harmless(title: str) -> None:
    name = stem_filename(Song("file"), title, "Vocals", "mp3")
    assert name == NASTY[title]
    assert clean_filename(str(sent_filename(f'form-data; name="x"; filename="{name}"'))) == name


@pytest.mark.parametrize("letter", ["x", "ы", "ö", "क्षि"])
def test_a_long_title_gives_way_and_the_stem_stays(letter: str) -> None:
    name = stem_filename(Song("file", performer="P" * 300), letter * 300, "Lead Vocals", "flac")
    assert name.endswith(" (Lead Vocals).flac")
    assert len(name.removesuffix(".flac")) <= STEM_LIMIT
    long = stem_filename(Song("file"), "Title", "L" * 300, "mp3")
    assert long.startswith("Title (LLL")
    assert long.endswith("L).mp3")
    assert len(long.removesuffix(".mp3")) <= STEM_LIMIT


def test_a_performer_of_symbols_leaves_no_trace() -> None:
    name = stem_filename(Song("file", performer="★★★"), "Boats", "Bass", "mp3")
    assert name == "Boats (Bass).mp3"


def test_the_format_of_old_results_is_read_off_their_names() -> None:
    def files(*names: str) -> list[ResultFile]:
        return [ResultFile("x", f"https://mvsep.com/{name}", name, "", None) for name in names]

    assert format_of_results(files("a.txt", "b.flac")) == 2
    assert format_of_results(files("a.mid")) == 0
