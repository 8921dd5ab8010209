"""Themes as files: JSON as the service has them, CSV and Excel as a table people can edit.

A table begins with the theme's title and description; then it has one row for each class: class,
description, words, exact words, stop words. Several words stand in one cell with commas between them.
"""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest
from pathlib import PurePath
from typing import Any

from bot.chat.incoming.event import Told
from bot.files.csv_cells import harmless, original
from bot.neuro_semantic import Associations, Entity, Theme, read_theme

FORMS = ("json", "csv", "xlsx")
COLUMNS = ("class", "description", "words", "exact words", "stop words")
CLASS_WORDS = (COLUMNS[0], "класс", "clase", "sinf")
THEME_WORDS = ("theme", "тема", "tema", "mavzu")
MOST_CLASSES = 100
LONGEST_TITLE = 200  # characters
LONGEST_CELL = 32_000  # characters; Excel takes 32,767
_WORD = re.compile(r'[^\S\n]*(?:"((?:[^"]|"")*)"(?=\s*(?:[,;\n]|$))|([^,;\n]+))')
_NOT_PLAIN = re.compile(r'[,;"\n]')
_NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def exported(theme: Theme, form: str) -> bytes:
    if form == "json":
        return json.dumps(theme.as_json(), ensure_ascii=False, indent=2).encode()
    about = (THEME_WORDS[0], _harmless(theme.title), _harmless(theme.descr))
    rows = [about, COLUMNS, *(row for each in theme.entities for row in _rows(each))]
    return _csv(rows) if form == "csv" else _xlsx(rows)


def own_rows(text: str) -> list[list[str]] | None:
    """The rows of a table that `exported` made, whose commas need not be guessed."""
    head = ",".join(COLUMNS)
    if not text.startswith((head, f"{THEME_WORDS[0]},")) or f"{head}\n" not in text:
        return None
    return list(csv.reader(io.StringIO(text, newline="")))


def theme_of_json(text: str, name: str) -> Theme:
    """A theme from what `exported` made, or any object with entities. Raises `Told`."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        raise Told("file-broken", name=name) from None
    if isinstance(value, list):
        value = {"title": "", "entities": value}
    if not isinstance(value, dict):
        raise Told("theme-file-wrong")
    return _checked(read_theme(value), name)


def theme_of_rows(rows: Sequence[Sequence[str]], name: str) -> Theme:
    """A theme from a table; a first row of headings is recognised by ours. Raises `Told`."""
    body = [[*row, "", "", "", ""] for row in rows if any(cell.strip() for cell in row)]
    theme = Theme("", "")
    if len(body) > 1 and _is_heading(body[1]) and _word(body[0][0]) in THEME_WORDS:
        theme = replace(theme, title=_plain(body[0][1]), descr=_plain(body[0][2]))
        body = body[1:]
    if body and _is_heading(body[0]):
        body = body[1:]
    found = [_entity(row) for row in body if row[0].strip()]
    return _checked(replace(theme, entities=_together(found)), name)


def _checked(theme: Theme, name: str) -> Theme:
    """Only classes with a title, each once; the file's name where the theme has none."""
    named = {each.title.strip(): each for each in theme.entities if each.title.strip()}
    if not named:
        raise Told("theme-file-wrong")
    if len(named) > MOST_CLASSES:
        raise Told("theme-too-many-classes", most=MOST_CLASSES)
    title = theme.title.strip() or PurePath(name).stem or "…"
    entities = tuple(replace(each, title=title[:LONGEST_TITLE]) for title, each in named.items())
    return Theme("", title[:LONGEST_TITLE], theme.descr, entities)


def _is_heading(row: Sequence[str]) -> bool:
    return _word(row[0]) in CLASS_WORDS and _word(row[1]) not in ("", _word(row[0]))


def _word(cell: str) -> str:
    return cell.strip().lower()


def _entity(row: Sequence[Any]) -> Entity:
    words = Associations(_words(row[2]), _words(row[3]), _words(row[4]))
    return Entity(_plain(row[0]), _plain(row[1]), words)


def _together(found: Iterable[Entity]) -> tuple[Entity, ...]:
    """Rows of the same class go on with its words."""
    known: dict[str, Entity] = {}
    for each in found:
        first = known.get(each.title)
        known[each.title] = each if first is None else _joined(first, each)
    return tuple(known.values())


def _joined(first: Entity, more: Entity) -> Entity:
    one, other = first.associations, more.associations
    words = Associations(
        tuple(dict.fromkeys((*one.words, *other.words))),
        tuple(dict.fromkeys((*one.strict, *other.strict))),
        tuple(dict.fromkeys((*one.stop, *other.stop))),
    )
    return replace(first, associations=words)


def _words(cell: str) -> tuple[str, ...]:
    """`courier, parcel`, or `"price, shipping", fee` where a comma belongs to a word."""
    found = (
        quoted.replace('""', '"') if quoted else plain
        for quoted, plain in _WORD.findall(_plain(cell))
    )
    return tuple(dict.fromkeys(filter(None, (each.strip() for each in found))))


def _rows(entity: Entity) -> Iterator[tuple[str, ...]]:
    """The class's row, and further ones where its words do not fit into a cell."""
    known = entity.associations
    lists = [list(_cells(each)) for each in (known.words, known.strict, known.stop)]
    for number, cells in enumerate(zip_longest(*lists, fillvalue="")):
        descr = entity.descr if number == 0 else ""
        yield (_harmless(entity.title), _harmless(descr), *map(_harmless, cells))


def _cells(words: Sequence[str]) -> Iterator[str]:
    """At least one cell."""
    cell = ""
    for word in map(_quoted, words):
        if cell and len(cell) + len(word) > LONGEST_CELL:
            yield cell
            cell = ""
        cell = f"{cell}, {word}" if cell else word
    yield cell


def _quoted(word: str) -> str:
    if not _NOT_PLAIN.search(word):
        return word
    inside = word.replace('"', '""')
    return f'"{inside}"'


def _harmless(cell: str) -> str:
    return harmless(_NOT_IN_XML.sub("", cell))


def _plain(cell: str) -> str:
    return original(cell.strip())


def _csv(rows: Iterable[Sequence[str]]) -> bytes:
    file = io.StringIO(newline="")
    csv.writer(file).writerows(rows)  # harmless already: an Excel file has the same cells
    return file.getvalue().encode("utf-8-sig", "replace")


def _xlsx(rows: Iterable[Sequence[str]]) -> bytes:
    from openpyxl import Workbook  # noqa: PLC0415 - a quarter of a second, and numpy with it

    book = Workbook()
    sheet = book.active
    if sheet is None:
        raise TypeError("a new workbook has a sheet")
    for number, row in enumerate(rows, 1):
        for column, value in enumerate(row, 1):
            cell = sheet.cell(number, column)
            cell.value = value
            cell.data_type = "s"  # a word that begins with = is a word, not a formula
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()
