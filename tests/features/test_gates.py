"""What stops an order before the upload, each gate open and closed."""

from typing import Literal

import pytest

from bot.features.separate.draft.choice import Choice
from bot.features.separate.draft.contents import DraftContents
from bot.features.separate.draft.song import Song
from bot.features.separate.pricing.order_checks import (
    MEGABYTE,
    NEARLY,
    Gate,
    Standing,
    gates,
    text_gates,
)
from bot.mvsep import Account
from tests.features.worlds import whole_book

FREE = Account("Ada", "", 0, True, False, ())
PREMIUM = Account("Ada", "", 50, True, False, ())
SAVING = Account("Ada", "", 50, False, False, ())  # credits, but not to be spent
FOR_ALL, FOR_PREMIUM = whole_book().get(40), whole_book().get(28)


def keys(
    song: Song | None = None,
    account: Account | None = FREE,
    *,
    premium_model: bool = False,
    output_format: int = 0,
    price: int | None = None,
    **standing: int,
) -> list[str]:
    """The gates of one song; those that only tell something in brackets."""
    algorithm = FOR_PREMIUM if premium_model else FOR_ALL
    assert algorithm
    contents = DraftContents((song or Song("file"),))
    found = gates(
        contents, [algorithm], output_format, price, Standing(account=account, **standing)
    )
    return [gate.key if gate.closed else f"({gate.key})" for gate in found]


@pytest.mark.parametrize(
    ("account", "size", "found"),
    [
        (FREE, 100 * MEGABYTE, []),
        (FREE, 100 * MEGABYTE + 1, ["gate-size"]),
        (SAVING, 101 * MEGABYTE, ["gate-size"]),
        (PREMIUM, 1000 * MEGABYTE, []),
        (PREMIUM, 1000 * MEGABYTE + 1, ["gate-size"]),
        (FREE, None, []),
    ],
)
def test_size(account: Account, size: int | None, found: list[str]) -> None:
    assert keys(Song("file", size=size), account) == found


@pytest.mark.parametrize(
    ("account", "seconds", "found"),
    [
        (FREE, 600, []),
        (FREE, 601, ["gate-length"]),
        (PREMIUM, 6000, []),
        (PREMIUM, 6001, ["gate-length"]),
        (FREE, None, []),
    ],
)
def test_length(account: Account, seconds: int | None, found: list[str]) -> None:
    assert keys(Song("file", duration=seconds), account) == found


def test_a_premium_model() -> None:
    assert keys(premium_model=True) == ["gate-premium"]
    assert keys(account=SAVING, premium_model=True) == ["gate-premium"]
    assert keys(account=PREMIUM, premium_model=True) == []


def test_a_premium_model_that_only_stands_beside() -> None:
    assert FOR_ALL
    assert FOR_PREMIUM
    found = gates(
        DraftContents((Song("file"),)), [FOR_ALL, FOR_PREMIUM], 0, None, Standing(account=FREE)
    )
    assert [gate.key for gate in found] == ["gate-premium"]


@pytest.mark.parametrize(
    ("kinds", "render_id", "found"),
    [
        (("file",), 68, []),
        (("link",), 68, ["gate-files"]),
        (("file", "link"), 68, ["gate-files"]),
        (("none",), 115, []),
        (("none",), 40, ["gate-files"]),
        (("link",), 40, []),
        (("file",), 115, ["gate-words-only"]),
        (("link",), 115, ["gate-words-only"]),
    ],
)
def test_what_an_algorithm_works_on(
    kinds: tuple[Literal["file", "link", "none"], ...], render_id: int, found: list[str]
) -> None:
    algorithm = whole_book().get(render_id)
    assert algorithm
    contents = DraftContents(tuple(Song(kind) for kind in kinds))
    assert [gate.key for gate in gates(contents, [algorithm], 0, None, Standing())] == found


def test_a_text_that_an_algorithm_cannot_do_without() -> None:
    speech = whole_book().get(115)
    assert FOR_ALL
    assert speech
    silent, spoken = Choice(115), Choice(115, {"add_opt1": "hello"})
    assert text_gates([(FOR_ALL, Choice(40)), (speech, spoken)]) == []
    told = text_gates([(FOR_ALL, Choice(40)), (speech, silent)])
    assert told == [Gate("gate-text", {"name": speech.name, "field": "Text prompt"})]
    assert told[0].closed


@pytest.mark.parametrize("output_format", range(6))
def test_formats(output_format: int) -> None:
    assert keys(output_format=output_format) == (["gate-format"] if output_format > 3 else [])
    assert keys(account=PREMIUM, output_format=output_format) == []


def test_credits() -> None:
    assert keys(account=PREMIUM, price=50) == []
    assert keys(account=PREMIUM, price=51) == ["gate-credits"]
    assert keys(account=PREMIUM, price=None) == []
    assert keys(account=FREE, price=51) == [], "the free plan pays nothing"


def test_one_at_a_time_and_so_many_a_day_are_only_told() -> None:
    assert keys(running=1) == ["(gate-one-by-one)"]
    assert keys(today=NEARLY - 1) == []
    assert keys(today=NEARLY) == ["(gate-daily)"]
    assert keys(account=PREMIUM, running=9, today=500) == []


def test_each_gate_is_told_once_for_a_batch() -> None:
    assert FOR_ALL
    long = Song("file", duration=5000)
    found = gates(DraftContents((long, long)), [FOR_ALL], 0, None, Standing(account=FREE))
    assert [gate.key for gate in found] == ["gate-length", "gate-one-by-one"]


def test_nothing_is_in_the_way_of_an_account_nobody_could_ask() -> None:
    assert keys(Song("file", size=2**40), None, premium_model=True, output_format=5) == []
