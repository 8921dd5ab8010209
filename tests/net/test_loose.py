"""No JSON value surprises the readers."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.net import json_fields

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.just("1e999"),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=10,
)


@given(ANYTHING)
def test_any_value_can_be_read_as_anything(value: Any) -> None:
    json_fields.text(value).encode()
    number = json_fields.whole(value)
    assert number is None or -(2**63) <= number < 2**63
    assert json_fields.count(value) >= 0
    json_fields.real(value)
    json_fields.exact(value)
    assert isinstance(json_fields.flag(value), bool)
    assert isinstance(json_fields.record(value), dict)
    assert all(isinstance(each, dict) for each in json_fields.records(value))
    for key, label in json_fields.pairs(value):
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
    assert json_fields.whole(value) == expected


@pytest.mark.parametrize("value", [True, "true", "True", 1, "1"])
def test_yes(value: object) -> None:
    assert json_fields.flag(value)


@pytest.mark.parametrize("value", [False, "false", 0, "0", None, "", [], {}, "yes please", 2])
def test_no(value: object) -> None:
    assert not json_fields.flag(value)


def test_texts_can_be_stored() -> None:
    assert json_fields.text("a\x00b\ud800") == "ab?"
    assert json_fields.text(12) == "12"
    assert json_fields.text(["a"]) == ""


def test_money_keeps_its_digits() -> None:
    assert json_fields.exact("10.50") == Decimal("10.50")
    assert str(json_fields.exact(0.1)) == "0.1"
    assert json_fields.exact("NaN") is None


def test_pairs_keep_the_vendors_order() -> None:
    assert json_fields.pairs('{"10": "a", "2": "b"}') == [("10", "a"), ("2", "b")]
    assert json_fields.pairs('["a", "b"]') == [("0", "a"), ("1", "b")]
    assert (
        json_fields.pairs("{}")
        == json_fields.pairs("[]")
        == json_fields.pairs(None)
        == json_fields.pairs("x")
        == []
    )


def test_deep_nesting_is_no_json() -> None:
    with pytest.raises(ValueError, match="deep"):
        json_fields.parsed("[" * 100_000)
