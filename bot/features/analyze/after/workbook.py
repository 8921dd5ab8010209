"""Results as an Excel file."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

from bot.features.analyze.after.tables import Row, Table

LONGEST_CELL = 32_000  # characters; Excel takes 32,767
_NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def write_xlsx(tables: Sequence[Table], path: Path) -> None:
    """One sheet for each table, with a bold heading that stays in view."""
    book = Workbook(write_only=True)
    for name, rows in tables:
        sheet = book.create_sheet(_sheet_name(name))
        sheet.freeze_panes = "A2"
        sheet.column_dimensions["A"].width = 28
        sheet.column_dimensions["B"].width = 60
        for number, row in enumerate(rows):
            for piece in _cut(row):
                sheet.append([_cell(sheet, value, heading=number == 0) for value in piece])
    book.save(path)


def _cut(row: Row) -> Iterator[Row]:
    """A text that is too long for a cell goes on in the rows below."""
    rest = list(row)
    while True:
        yield [each[:LONGEST_CELL] if isinstance(each, str) else each for each in rest]
        rest = [each[LONGEST_CELL:] if isinstance(each, str) else "" for each in rest]
        if not any(rest):
            return


def _cell(sheet: Any, value: str | float, *, heading: bool) -> Any:
    if isinstance(value, str):
        value = _NOT_IN_XML.sub("�", value)
    cell = WriteOnlyCell(sheet, value=value)
    if isinstance(value, str):
        cell.data_type = "s"  # a text that begins with = is a text, not a formula
    if heading:
        cell.font = Font(bold=True)
    return cell


def _sheet_name(name: str) -> str:
    return re.sub(r"[\[\]:*?/\\]", " ", name)[:31]
