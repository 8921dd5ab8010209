"""Texts in pieces: nothing lost, nothing merged, whatever characters they have."""

import csv
import io
import json
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from bot.features.analyze.collecting import message_texts
from bot.features.analyze.collecting.message_texts import fitting
from bot.files.errors import UnreadableFile
from bot.files.texts import ways_of
from bot.neuro_semantic import batches, join
from bot.neuro_semantic.texts import parts
from storage import BasketText

# Control characters, emoji with joiners, right-to-left text and marks, and what splits texts.
ODD = st.text(
    st.sampled_from(
        "\x00\x01\x1e\x85\u2028\u2029\t\n\r '\"=;,|␞¶👩\u200d👧🏳️\u200d🌈\u202eשלוםمرحباoʻ\ue000a"
    )
)
TEXT = st.text() | ODD
WORDS = TEXT.map(lambda text: f"x {text.strip()} y")


@given(st.lists(st.tuples(TEXT, st.text(max_size=5)), max_size=8), st.integers(1, 20))
def test_what_fits_is_all_there_with_its_author(told: list[tuple[str, str]], longest: int) -> None:
    """Blank texts alone are left out; each part keeps its author and its place."""
    told = [(text.replace("\x00", ""), author.replace("\x00", "")) for text, author in told]
    given_texts = [BasketText(text, author, "2026") for text, author in told]
    with (
        patch.object(message_texts, "LONGEST_TEXT", longest),
        patch.object(message_texts, "parts", lambda text: parts(text, longest)),
    ):
        found = list(fitting(given_texts))
    assert all(0 < len(each.text) <= longest and each.text.strip() for each in found)
    assert [c for each in found for c in each.text if not c.isspace()] == [
        c for text, _ in told for c in text if not c.isspace()
    ]
    owners = [author for text, author in told for part in parts(text, longest) if part.strip()]
    assert [each.author for each in found] == owners


@given(st.lists(TEXT.filter(bool), min_size=1, max_size=12), st.integers(1, 30))
def test_parts_of_an_order_come_apart_as_what_went_in(texts: list[str], longest: int) -> None:
    """Batched, joined, split again by what each was joined with: the same characters in the same order."""
    back = [text for group in batches(texts, longest) for text in join(group).texts]
    assert "".join(back) == "".join(texts)
    if max(map(len, texts)) <= longest:
        assert back == texts


CELLS = st.text(st.sampled_from("a\n\"',👩\u200d👧\u202eשלוםoʻ б")).map(
    lambda text: f"x {text.strip()} y"
)


@given(st.lists(CELLS, min_size=2, max_size=10))
def test_a_table_keeps_line_breaks_and_quotes_inside_its_cells(texts: list[str]) -> None:
    file = io.StringIO(newline="")
    csv.writer(file).writerows([("number", "text"), *enumerate(texts)])
    ways = ways_of("a.csv", file.getvalue().encode())
    found = [[each.text for each in way.texts] for way in ways]
    assert texts in found


@given(st.lists(WORDS, min_size=1, max_size=10))
def test_a_list_in_json_keeps_every_character(texts: list[str]) -> None:
    (way,) = ways_of("a.json", json.dumps(texts).encode())
    assert [each.text for each in way.texts] == texts


def test_what_can_be_sent_nowhere_is_taken_out_of_a_file() -> None:
    (way,) = ways_of("a.json", b'["half \\ud83d of a pair", "nul \\u0000 inside"]')
    found = [each.text for each in fitting(BasketText(*each) for each in way.texts)]
    assert found == ["half ? of a pair", "nul  inside"]
    assert all(each.encode() for each in found)


@given(st.lists(WORDS, min_size=1, max_size=10))
def test_lines_and_paragraphs_hold_all_words_of_a_text(texts: list[str]) -> None:
    try:
        ways = ways_of("a.txt", "\n\n".join(texts).encode())
    except UnreadableFile as told:
        assert told.key == "file-binary"
        return
    whole, *others = ways
    words = whole.texts[0].text.split()
    for way in others:
        assert [word for each in way.texts for word in each.text.split()] == words
