"""Which ways a file may take, and that each says why."""

from dataclasses import replace

import pytest

from bot.features.delivery import Limits, Rung, ways
from bot.features.delivery.send_methods import Candidate

MB = 1000 * 1000
HASH = "20260101101010-413c481b80-song.mp3"
MUSIC = Candidate("A (Vocals).mp3", "https://mvsep.com/r/vocals.mp3", 5 * MB, secret=HASH)
LOCAL = Limits(upload=2000 * 2**20)


def rungs(file: Candidate, limits: Limits = Limits()) -> list[Rung]:  # noqa: B008
    return [way.rung for way in ways(file, limits)]


def test_a_known_file_comes_first_and_the_upload_last() -> None:
    assert rungs(replace(MUSIC, file_id="F")) == [Rung.KNOWN, Rung.ADDRESS, Rung.UPLOAD]
    assert all(way.why and "\n" not in way.why for way in ways(MUSIC, Limits()))


@pytest.mark.parametrize(
    "file",
    [
        replace(MUSIC, url="http://127.0.0.1:9001/vocals.mp3"),
        replace(MUSIC, url=f"https://mvsep.com/storage/processed/{HASH}_vocals.mp3"),
        replace(MUSIC, filename="A (Vocals).flac"),
        replace(MUSIC, size=21 * MB),
        replace(MUSIC, size=None),
        replace(MUSIC, open_chat=True),
        replace(MUSIC, tried=True),
    ],
    ids=["no https", "holds the hash", "no music", "over 20 MB", "size?", "group", "tried"],
)
def test_telegram_gets_no_address_that_is_of_no_use_or_tells_too_much(file: Candidate) -> None:
    assert rungs(file) == [Rung.UPLOAD]


def test_what_is_too_big_has_no_way() -> None:
    assert rungs(replace(MUSIC, filename="a.wav", size=51 * MB)) == []
    assert rungs(replace(MUSIC, filename="a.wav", size=51 * MB), LOCAL) == [Rung.UPLOAD]
    assert rungs(replace(MUSIC, size=2001 * 2**20), LOCAL) == []


def test_what_only_telegram_has_can_only_come_from_there() -> None:
    assert rungs(Candidate("a.mp3", "", 5, file_id="F")) == [Rung.KNOWN]
