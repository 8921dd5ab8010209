"""No JSON value surprises the readers."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.net import loose

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.just("1e999"),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=10,
)


@given(ANYTHING)
def test_any_value_can_be_read_as_anything(value: Any) -> None:
    loose.text(value).encode()
    number = loose.whole(value)
    assert number is None or -(2**63) <= number < 2**63
    assert loose.count(value) >= 0
    loose.real(value)
    loose.exact(value)
    assert isinstance(loose.flag(value), bool)
    assert isinstance(loose.record(value), dict)
    assert all(isinstance(each, dict) for each in loose.records(value))
    for key, label in loose.pairs(value):
        (key + label).encode()


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        *[("3", 3), (" 3 ", 3), (3.9, 3), ("3.9", 3), (True, 1), (None, None), ("", None)],
        *[(2**63, None), ("9" * 40, None), ("9223372036854775807", 2**63 - 1), ([], None)],
        *[("²", None), ("nan", None), (float("inf"), None), ("+-5", None), ("x", None)],
    ],
)
def test_whole(value: object, expected: int | None) -> None:
    assert loose.whole(value) == expected


@pytest.mark.parametrize("value", [True, "true", "True", 1, "1"])
def test_yes(value: object) -> None:
    assert loose.flag(value)


@pytest.mark.parametrize("value", [False, "false", 0, "0", None, "", [], {}, "yes please", 2])
def test_no(value: object) -> None:
    assert not loose.flag(value)


def test_texts_can_be_stored() -> None:
    assert loose.text("a\x00b\ud800") == "ab?"
    assert loose.text(12) == "12"
    assert loose.text(["a"]) == ""


def test_money_keeps_its_digits() -> None:
    assert loose.exact("10.50") == Decimal("10.50")
    assert str(loose.exact(0.1)) == "0.1"
    assert loose.exact("NaN") is None


def test_pairs_keep_the_vendors_order() -> None:
    assert loose.pairs('{"10": "a", "2": "b"}') == [("10", "a"), ("2", "b")]
    assert loose.pairs('["a", "b"]') == [("0", "a"), ("1", "b")]
    assert loose.pairs("{}") == loose.pairs("[]") == loose.pairs(None) == loose.pairs("x") == []


def test_deep_nesting_is_no_json() -> None:
    with pytest.raises(ValueError, match="deep"):
        loose.parsed("[" * 100_000)
