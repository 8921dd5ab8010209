"""Texts go out as one string and lose nothing on the way."""

import json
import tracemalloc
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.neuro_semantic import Joined, NoSplitter, batches, calls, join, parts
from bot.neuro_semantic.texts import choose_splitter

# Control characters, emoji with joiners, right-to-left marks, and the usual splitters themselves.
ODD = st.sampled_from(
    "\x00\x01\x1e\x1f\x7f\r\n\t \u200d\u200f\u202e\u2028\ufeff😀👨‍👩‍👧🏳️‍🌈שלוםمرحبا␞¶§¦‖※⁂⸻|~^\ue000"
)
TEXT = st.text() | st.text(ODD) | st.text(st.characters(categories=("Cc", "Cf", "Co", "So")))


@given(st.lists(TEXT, min_size=1, max_size=30))
def test_joined_texts_come_apart_as_they_were(texts: list[str]) -> None:
    joined = join(texts)
    assert joined.texts == texts
    assert joined.amount == len(texts)
    assert len(joined.splitter) == 1
    assert joined.splitter.isprintable() or joined.splitter >= "\ue000"
    assert not joined.splitter.isspace()
    assert joined.splitter not in "".join(texts)


def test_a_splitter_beyond_the_usual_ones() -> None:
    assert choose_splitter(["a|b"]) == "␞"
    assert choose_splitter(["␞¶§¦‖※⁂⸻|~^"]) == "\ue000"
    every = "".join(map(chr, range(0xD800))) + "".join(map(chr, range(0xE000, 0x10000)))
    with pytest.raises(NoSplitter):
        choose_splitter([every])
    with pytest.raises(ValueError, match="no texts"):
        join([])


@given(TEXT, st.integers(1, 40))
def test_parts_make_up_the_text(text: str, longest: int) -> None:
    pieces = list(parts(text, longest))
    assert "".join(pieces) == text
    assert all(len(piece) <= longest for piece in pieces)


@pytest.mark.parametrize(
    ("text", "longest", "pieces"),
    [
        ("Один.\n\nДва. Три.", 12, ["Один.\n\n", "Два. Три."]),
        ("Первая строка\nвторая", 15, ["Первая строка\n", "вторая"]),
        ("Вот так. И ещё так", 12, ["Вот так. ", "И ещё так"]),
        ("слово за словом", 10, ["слово за ", "словом"]),
        ("ааааа", 2, ["аа", "аа", "а"]),
        ("", 2, [""]),
    ],
)
def test_parts_end_where_a_reader_would_pause(text: str, longest: int, pieces: list[str]) -> None:
    assert list(parts(text, longest)) == pieces


@given(st.lists(TEXT, max_size=20), st.integers(1, 60))
def test_batches_keep_texts_and_their_order(texts: list[str], longest: int) -> None:
    groups = list(batches(texts, longest))
    assert "".join(piece for group in groups for piece in group) == "".join(texts)
    assert all(len(join(group).whole) <= longest for group in groups)
    if all(len(text) <= longest for text in texts):
        assert [text for group in groups for text in group] == texts


def test_ten_thousand_texts_take_little_more_than_themselves() -> None:
    texts = [f"Текст номер {number}, обычной длины." for number in range(10_000)]
    size = sum(map(len, texts))
    tracemalloc.start()
    joined = join(texts)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert joined.amount == 10_000
    # Two bytes a character for the whole, and room for a tuple of the texts.
    assert peak < 2 * size + 500_000


@given(TEXT, st.integers(1, 7), st.dictionaries(st.sampled_from("abc"), TEXT))
def test_long_texts_written_piece_by_piece_are_the_same_json(
    text: str, piece: int, rest: dict[str, str]
) -> None:
    question = {"secret": "s", "texts": text, **rest}
    with patch.object(calls, "_LARGE", 0), patch.object(calls, "_PIECE", piece):
        assert json.loads(calls._json(question)) == question


def test_half_of_a_surrogate_pair_does_not_stop_an_order() -> None:
    with patch.object(calls, "_LARGE", 0):
        assert json.loads(calls._json({"texts": "a\ud83db"})) == {"texts": "a?b"}


def test_texts_stay_out_of_logs() -> None:
    assert "тайна" not in repr(Joined("тайна", "|", 1))
