"""Cells of CSV files that no spreadsheet takes for formulas.

Excel separates cells by the sign of its own language's settings, not by the one a file uses: behind
`;`, a tab, `|` or a line break within a cell, too, a formula could begin (OWASP, CSV injection).
"""

import csv
import re
from collections.abc import Iterable, Sequence
from typing import TextIO

_BEFORE = r"(?P<before>(?:^|[;\t|\r\n])[\s\"]{0,20}'{0,20})"
_FORMULA = r"(?=[=+\-@\t\r＝＋－＠])"
_OPEN = re.compile(_BEFORE + _FORMULA)
_MARKED = re.compile(r"(?P<before>(?:^|[;\t|\r\n])[\s\"]{0,20}'{0,20})'" + _FORMULA)


def harmless(cell: str) -> str:
    """An apostrophe before each sign that could begin a formula."""
    return _OPEN.sub(r"\g<before>'", cell)


def original(cell: str) -> str:
    """The cell before `harmless`."""
    return _MARKED.sub(r"\g<before>", cell)


def write_csv(file: TextIO, rows: Iterable[Sequence[str | int | float]]) -> None:
    """Rows with commas between harmless cells; numbers stay numbers."""
    writer = csv.writer(file)
    for row in rows:
        writer.writerow([harmless(each) if isinstance(each, str) else each for each in row])
