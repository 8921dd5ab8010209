"""Texts in files: plain text in any encoding, tables, Word documents, JSON and Telegram's chat export.

A file may be taken in several ways (which column, lines or paragraphs): each is a `TextsOf`, and where
there is more than one the person chooses.
"""

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from bot.files import chat_export
from bot.files.bounds import COLUMNS, DEPTH, Budget
from bot.files.documents import document_text
from bot.files.errors import UnreadableFile
from bot.files.tables import decoded, ending_of, rows_of
from bot.files.text import FileText, Way
from bot.files.transcript_text import verses

ENDINGS = ("txt", "md", "csv", "tsv", "xlsx", "docx", "json", "srt", "vtt")
WAYS = ("whole", "paragraphs", "lines")  # that a text without columns can be taken in
MOST_WAYS = 8  # columns on offer, as many as there is room for buttons
LONGEST_HEADING = 60
SAMPLE = 200  # characters


@dataclass(frozen=True, slots=True)
class TextsOf:
    """The texts of one way to take them; `name` is a column's heading, empty for the other kinds."""

    kind: str
    texts: tuple[FileText, ...]
    name: str = ""

    @property
    def way(self) -> Way:
        """The way without its texts."""
        return Way(self.kind, self.name, len(self.texts), self.texts[0].text[:SAMPLE])


def ways_of(filename: str, data: bytes) -> list[TextsOf]:
    """At least one way, the likeliest first. Raises `UnreadableFile` for a file without texts."""
    if not data.strip():
        raise UnreadableFile("file-empty", name=filename)
    ways = _read(filename, data)
    found = [way for way in ways if any(each.text.strip() for each in way.texts)]
    if not found:
        raise UnreadableFile("file-no-texts", name=filename)
    found = found[:MOST_WAYS]
    for way in found:
        budget = Budget(filename)
        for each in way.texts:
            budget.take([each.text])
    return found


def _read(filename: str, data: bytes) -> list[TextsOf]:
    match ending_of(filename):
        case "csv" | "tsv" | "xlsx":
            return _columns(rows_of(filename, data))
        case "docx":
            return _of_text(document_text(filename, data))
        case "srt" | "vtt":
            return _of_text("\n\n".join(verses(decoded(filename, data))))
        case "json":
            return _of_json(filename, decoded(filename, data))
        case _:
            return _of_text(decoded(filename, data))


def _of_text(text: str) -> list[TextsOf]:
    """As one text; also by paragraphs and by lines where there are several."""
    ways = [TextsOf("whole", (FileText(text.strip()),))]
    paragraphs = [each.strip() for each in re.split(r"\n\s*\n", text) if each.strip()]
    lines = [each.strip() for each in text.split("\n") if each.strip()]
    if len(paragraphs) > 1:
        ways.append(TextsOf("paragraphs", tuple(map(FileText, paragraphs))))
    if len(lines) > len(paragraphs):
        ways.append(TextsOf("lines", tuple(map(FileText, lines))))
    return ways


def _of_json(filename: str, text: str) -> list[TextsOf]:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        raise UnreadableFile("file-broken", name=filename) from None
    if _deeper_than(value, DEPTH):
        raise UnreadableFile("file-too-much", name=filename)
    messages = chat_export.messages_in(value)
    if messages:
        return [TextsOf("messages", tuple(messages))]
    items = _items(value)
    plain = [each for each in items if isinstance(each, str)]
    if plain:
        return [TextsOf("items", tuple(map(FileText, plain)))]
    records = [each for each in items if isinstance(each, dict)]
    return _fields(filename, records)


def _items(value: Any) -> list[Any]:
    """The list in a JSON value: itself, or the longest one inside."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        inner = [each for each in value.values() if isinstance(each, list)]
        value = max(inner, key=len, default=[value])
    return value if isinstance(value, list) else []


def _deeper_than(value: Any, depth: int) -> bool:
    """Level by level, because a recursion would end where the nesting is deep."""
    level = [value]
    for _ in range(depth):
        level = [
            inner
            for each in level
            if isinstance(each, list | dict)
            for inner in (each.values() if isinstance(each, dict) else each)
        ]
    return any(isinstance(each, list | dict) for each in level)


def _fields(filename: str, records: Sequence[dict[str, Any]]) -> list[TextsOf]:
    names = dict.fromkeys(str(name) for record in records for name in record)
    if len(names) > COLUMNS:
        raise UnreadableFile("file-too-much", name=filename)
    ways = [
        TextsOf("column", _cells(record.get(name) for record in records), name) for name in names
    ]
    return _likeliest_first(ways)


def _columns(rows: list[list[str]]) -> list[TextsOf]:
    width = max(map(len, rows), default=0)
    headed = len(rows) > 1 and _is_heading(rows)
    body = rows[1:] if headed else rows
    ways = []
    for at in range(width):
        name = rows[0][at].strip() if headed and at < len(rows[0]) else ""
        cells = _cells(row[at] if at < len(row) else "" for row in body)
        ways.append(TextsOf("column", cells, name or _letter(at)))
    return _likeliest_first(ways)


def _cells(values: Iterable[Any]) -> tuple[FileText, ...]:
    texts = (value.strip() if isinstance(value, str) else "" for value in values)
    return tuple(FileText(text) for text in texts if text)


def _likeliest_first(ways: list[TextsOf]) -> list[TextsOf]:
    """Columns of long texts before columns of names, numbers and dates, which are left out if others are there."""
    useful = [way for way in ways if _wordy(way)] or ways
    return sorted(useful, key=lambda way: -_mean_length(way))


def _wordy(way: TextsOf) -> bool:
    letters = sum(any(c.isalpha() for c in each.text) for each in way.texts)
    return letters > len(way.texts) / 2


def _mean_length(way: TextsOf) -> float:
    return sum(len(each.text) for each in way.texts) / max(1, len(way.texts))


def _is_heading(rows: list[list[str]]) -> bool:
    """Short words, all different, above cells that are longer or are numbers."""
    first = [cell.strip() for cell in rows[0]]
    if not all(0 < len(cell) <= LONGEST_HEADING for cell in first) or len(set(first)) < len(first):
        return False
    if any(not any(c.isalpha() for c in cell) for cell in first):
        return False
    below = [cell for row in rows[1:50] for cell in row]
    longest = max(map(len, below), default=0)
    return longest > 2 * max(map(len, first)) or len(first) > 1


def _letter(at: int) -> str:
    return chr(ord("A") + at) if at < 26 else str(at + 1)
