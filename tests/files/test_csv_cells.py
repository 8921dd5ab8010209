"""No text of a stranger becomes a formula, whichever sign a spreadsheet separates cells by."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.files.csv_cells import harmless, original, write_csv

NASTY = (
    "=1+1",
    "+1",
    "-1",
    "@a",
    "x;=1+1",
    "x\t=1+1",
    "x|@a",
    "x\n=1+1",
    "＝1+1",
    'x; "=1+1',
    "';=1",
    "\t=1",
    'x";=1+1',
    "; -1",
    "x;\r\n=HYPERLINK(1)",
    "＋1",
    "－1",
    "＠a",
)
SIGNS = "=+-@＝＋－＠"


@pytest.mark.parametrize("text", NASTY)
@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_no_cell_begins_with_a_formula(text: str, sign: str) -> None:
    file = io.StringIO(newline="")
    write_csv(file, [("class", "text"), ("a", text)])
    rows = csv.reader(io.StringIO(file.getvalue(), newline=""), delimiter=sign)
    cells = [cell.strip(' "\t\r\n') for row in rows for cell in row]
    assert not any(cell.startswith(tuple(SIGNS)) for cell in cells)


@pytest.mark.parametrize(
    "text", ["A dash - inside", "a=b", "1, -2", "mail@example.com", "", "'tis"]
)
def test_usual_texts_stay_as_they_are(text: str) -> None:
    assert harmless(text) == text


@given(st.text(alphabet=st.sampled_from("ab;|\t\n\r '\"=+-@,＝"), max_size=60))
def test_what_was_written_can_be_read_again(text: str) -> None:
    assert original(harmless(text)) == text


def test_numbers_stay_numbers() -> None:
    file = io.StringIO(newline="")
    write_csv(file, [(-1, 2.5)])
    assert file.getvalue() == "-1,2.5\r\n"
