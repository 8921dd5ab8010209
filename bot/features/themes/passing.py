"""Themes as files: JSON as the service has them, CSV and Excel as a table people can edit.

A table has one row for each class: class, description, words, exact words, stop words; several words
stand in one cell with commas between them.
"""

import csv
import io
import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import PurePath
from typing import Any

from bot.chat.event import Told
from bot.neuro_semantic import Associations, Entity, Theme, read_theme

FORMS = ("json", "csv", "xlsx")
COLUMNS = ("class", "description", "words", "exact words", "stop words")
MOST_CLASSES = 100
LONGEST_TITLE = 200  # characters


def exported(theme: Theme, form: str) -> bytes:
    if form == "json":
        return json.dumps(theme.as_json(), ensure_ascii=False, indent=2).encode()
    rows = [COLUMNS, *map(_row, theme.entities)]
    return _csv(rows) if form == "csv" else _xlsx(rows)


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
    body = [row for row in rows if any(cell.strip() for cell in row)]
    if body and body[0][0].strip().lower() in (COLUMNS[0], "класс", "clase", "sinf"):
        body = body[1:]
    entities = [_entity([*row, "", "", "", ""]) for row in body if row[0].strip()]
    return _checked(Theme("", "", entities=tuple(entities)), name)


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


def _entity(row: Sequence[Any]) -> Entity:
    words = Associations(_words(row[2]), _words(row[3]), _words(row[4]))
    return Entity(row[0].strip(), row[1].strip(), words)


def _words(cell: str) -> tuple[str, ...]:
    pieces = (each.strip() for each in cell.replace(";", ",").replace("\n", ",").split(","))
    return tuple(dict.fromkeys(filter(None, pieces)))


def _row(entity: Entity) -> tuple[str, ...]:
    known = entity.associations
    lists = (known.words, known.strict, known.stop)
    return (entity.title, entity.descr, *(", ".join(each) for each in lists))


def _csv(rows: Iterable[Sequence[str]]) -> bytes:
    file = io.StringIO(newline="")
    csv.writer(file).writerows(rows)
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
