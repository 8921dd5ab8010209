"""Texts in files: nothing lost, nothing merged, in any encoding."""

import csv
import io
import json
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from bot.files.errors import UnreadableFile
from bot.files.texts import ways_of

RUSSIAN = "Это довольно длинный русский текст, который легко узнать по его буквам и словам."
cells = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).map(
    lambda text: "x " + text.strip()
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251", "koi8-r"])
def test_an_encoding_is_guessed(encoding: str) -> None:
    (way,) = ways_of("a.txt", RUSSIAN.encode(encoding))
    assert way.texts[0].text == RUSSIAN


@given(st.lists(cells, min_size=2, max_size=30))
def test_a_table_gives_every_cell_of_its_column(texts: list[str]) -> None:
    file = io.StringIO(newline="")
    csv.writer(file).writerows([("number", "text"), *enumerate(texts)])
    ways = ways_of("a.csv", file.getvalue().encode())
    found = [[each.text for each in way.texts] for way in ways]
    assert [text.strip() for text in texts] in found


@given(st.lists(cells, min_size=1, max_size=30))
def test_a_list_in_json_gives_every_text(texts: list[str]) -> None:
    (way,) = ways_of("a.json", json.dumps(texts).encode())
    assert [each.text for each in way.texts] == texts


def test_a_sheet_gives_its_columns_the_wordy_one_first() -> None:
    book, file = Workbook(), io.BytesIO()
    assert book.active is not None
    for row in (("id", "review"), (1, RUSSIAN), (2, "Второй отзыв")):
        book.active.append(row)
    book.save(file)
    ways = ways_of("a.xlsx", file.getvalue())
    assert ways[0].name == "review"
    assert [each.text for each in ways[0].texts] == [RUSSIAN, "Второй отзыв"]


def test_a_word_document_gives_its_paragraphs() -> None:
    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    runs = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in ("One", "Two"))
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("word/document.xml", f"<w:document {names}>{runs}</w:document>")
    whole, paragraphs = ways_of("a.docx", file.getvalue())
    assert whole.texts[0].text == "One\n\nTwo"
    assert [each.text for each in paragraphs.texts] == ["One", "Two"]


@pytest.mark.parametrize("name", ["a.txt", "a.csv", "a.xlsx", "a.docx", "a.json"])
@given(data=st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(name: str, data: bytes) -> None:
    try:
        assert ways_of(name, data)
    except UnreadableFile as told:
        assert told.key.startswith("file-")


def test_subtitles_give_their_words() -> None:
    srt = b"1\n00:00:00,000 --> 00:00:02,000\nPaper boats\n\n2\n00:00:02,000 --> 00:00:03,000\nsail\n"
    (way,) = [way for way in ways_of("song.srt", srt) if way.kind == "whole"]
    assert [each.text for each in way.texts] == ["Paper boats\nsail"]
