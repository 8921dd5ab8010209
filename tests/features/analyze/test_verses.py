"""From a transcript of any shape to the words in it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.files.transcript_text import verses

SRT = """1
00:00:00,000 --> 00:00:02,500
Paper boats along the stream,

2
00:00:02,500 --> 00:00:05,000
<i>happy summer</i> ♪

3
00:00:05,000 --> 00:00:07,000
[Music]

4
00:00:07,000 --> 00:00:09,000
1999
was a year
"""
VTT = "WEBVTT\n\n00:00.000 --> 00:02.000 align:start\nPaper boats along the stream\n"
POEM = "one two\nthree four\n\nfive six\nseven eight\n"
SONG = [f"line number {name}" for name in "abcdefghijkl"]


def test_a_subtitle_file_gives_its_lines() -> None:
    assert verses(SRT) == ["Paper boats along the stream,\nhappy summer\nwas a year"]
    assert verses(VTT) == ["Paper boats along the stream"]


@pytest.mark.parametrize(
    "line",
    [
        "[00:00.000 --> 00:04.000]  Paper boats",
        "[00:12] Paper boats",
        "[0.00s -> 4.20s] Paper boats",
        "00:00:00.000 - 00:00:04.000  Paper boats",
        "♪ Paper boats ♪",
    ],
)
def test_times_before_a_line_are_left_out(line: str) -> None:
    assert verses(line) == ["Paper boats"]


def test_a_time_that_is_sung_stays() -> None:
    assert verses("5:15 in the morning") == ["5:15 in the morning"]


def test_paragraphs_are_verses() -> None:
    assert verses(POEM) == ["one two\nthree four", "five six\nseven eight"]


def test_four_lines_are_a_verse_where_nothing_tells() -> None:
    for between in ("\n", "\n\n"):
        found = verses(between.join(SONG))
        assert found == ["\n".join(SONG[at : at + 4]) for at in (0, 4, 8)]


def test_one_endless_line_is_cut_into_sentences() -> None:
    found = verses("It was a long day, and the rain would not stop. " * 12)
    assert len(found) == 3
    assert all(each.count("stop.") == 4 for each in found)


def test_no_more_than_wanted_and_nothing_is_lost() -> None:
    found = verses("\n".join(SONG * 4), 5)
    assert len(found) == 5
    assert "\n".join(found).split("\n") == SONG * 4


@pytest.mark.parametrize("text", ["", "\n \n", "[Music]", "♪♪♪\n(instrumental)", "*music*", "123"])
def test_an_instrumental_has_no_verses(text: str) -> None:
    assert verses(text) == []


def test_segments_of_json() -> None:
    told = {"text": "all", "segments": [{"start": 0, "text": " Paper"}, {"text": "boats"}]}
    assert verses(json.dumps(told)) == ["Paper\nboats"]
    assert verses(json.dumps({"text": "Paper boats"})) == ["Paper boats"]
    assert verses("[chorus of birds") == ["[chorus of birds"]


@given(st.text(), st.integers(1, 6))
def test_anything_is_taken(text: str, most: int) -> None:
    found = verses(text, most)
    assert len(found) <= most
    assert all(each.strip() for each in found)
