"""Tables: rows of CSV, TSV and Excel files, and text in whatever encoding it is."""

import csv
import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import PurePath

from bot.files.bounds import COLUMNS, ROWS, UNPACKED, Budget
from bot.files.errors import UnreadableFile

SAMPLE = 20_000  # characters that tell how a table is separated, and whether a file is a text
SAMPLE_ROWS = 50
SEPARATORS = ("\t", ";", "|", ",")  # the comma last: it is common inside texts, too
NO_SEPARATOR = "\x1f"
ALIKE = 0.9  # of the rows that must have the heading's width
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_SEP_LINE = re.compile(r"sep=(.)\n", re.IGNORECASE)  # how Excel is told the separator


def ending_of(filename: str) -> str:
    """`csv` of `Reviews.CSV`."""
    return PurePath(filename).suffix.lstrip(".").lower()


def rows_of(filename: str, data: bytes) -> list[list[str]]:
    """A table's rows, empty ones left out. Raises `UnreadableFile`."""
    if ending_of(filename) == "xlsx":
        return _sheet(filename, data)
    return _separated(filename, decoded(filename, data))


def decoded(filename: str, data: bytes) -> str:
    """Text in whatever encoding it is; raises `UnreadableFile` when it is none."""
    marked = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    text = data.decode("utf-16", "replace") if marked else _guessed(filename, data)
    if _is_binary(text):
        raise UnreadableFile("file-binary", name=filename)
    return text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def separator_of(text: str) -> str:
    """What stands between cells: the sign that gives most rows the width of the first one.

    A table of one column has no separator, whatever commas its texts have.
    """
    best, alike = NO_SEPARATOR, 0.0
    for sign in SEPARATORS:
        share = _alike(text[:SAMPLE], sign)
        if share >= ALIKE and share > alike:
            best, alike = sign, share
    return best


def check_archive(filename: str, data: bytes) -> None:
    """What unpacks to something enormous is refused before it does."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(each.file_size for each in archive.infolist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise UnreadableFile("file-broken", name=filename) from None
    if size > UNPACKED:
        raise UnreadableFile("file-too-much", name=filename)


def _alike(sample: str, sign: str) -> float:
    """The share of rows as wide as the first; 0 where that has one cell only."""
    if sign not in sample.split("\n", 1)[0]:
        return 0.0
    try:
        rows = [row for row in islice(_reader(sample, sign), SAMPLE_ROWS) if row]
    except csv.Error:
        return 0.0
    if len(rows) > 2 and len(sample) == SAMPLE:
        rows.pop()  # cut in the middle
    widths = Counter(map(len, rows))
    return widths[len(rows[0])] / len(rows) if len(rows[0]) > 1 else 0.0


def _guessed(filename: str, data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    if b"\0" in data[:SAMPLE]:
        raise UnreadableFile("file-binary", name=filename)
    import charset_normalizer  # noqa: PLC0415 - its tables are for those few files

    best = charset_normalizer.from_bytes(data).best()
    if best is None:
        raise UnreadableFile("file-binary", name=filename)
    return str(best)


def _is_binary(text: str) -> bool:
    head = text[:SAMPLE]
    return len(_CONTROL.findall(head)) > len(head) / 50


def _separated(filename: str, text: str) -> list[list[str]]:
    said = _SEP_LINE.match(text)
    sign = said[1] if said else "\t" if ending_of(filename) == "tsv" else separator_of(text)
    rows = text[said.end() :] if said else text
    try:
        return _kept(filename, _reader(rows, sign))
    except csv.Error:
        return _kept(filename, ([line.rstrip("\n")] for line in _lines(rows)))


def _reader(text: str, sign: str) -> Iterator[list[str]]:
    csv.field_size_limit(100_000_000)
    return csv.reader(_lines(text), delimiter=sign)


def _kept(filename: str, rows: Iterable[list[str]]) -> list[list[str]]:
    """Rows with something in them; empty cells at their end do not count as columns."""
    budget, kept = Budget(filename), []
    for row in rows:
        while row and not row[-1].strip():
            row.pop()
        if any(cell.strip() for cell in row):
            budget.take(row)
            kept.append(row)
    return kept


def _lines(text: str) -> Iterator[str]:
    """Each line with its end: as a file gives them, but without a second copy of the whole."""
    start = 0
    while start < len(text):
        end = text.find("\n", start) + 1 or len(text)
        yield text[start:end]
        start = end


def _sheet(filename: str, data: bytes) -> list[list[str]]:
    """The first sheet that is not empty. What a sheet says of its size is not believed."""
    from openpyxl import load_workbook  # noqa: PLC0415 - a quarter of a second, and numpy with it

    check_archive(filename, data)
    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        for sheet in book.worksheets:
            sheet.reset_dimensions()
            values = sheet.iter_rows(max_row=ROWS, max_col=COLUMNS, values_only=True)
            rows = _kept(
                filename, (["" if cell is None else str(cell) for cell in row] for row in values)
            )
            if rows:
                return rows
    except (UnreadableFile, MemoryError):
        raise
    except Exception as error:  # a foreign library on a foreign file: any error means the same
        raise UnreadableFile("file-broken", name=filename) from error
    return []
