"""Tables as Excel and people write them."""

import pytest

from bot.files.tables import rows_of
from bot.files.texts import ways_of

TABLES = {
    "sep line": ("sep=;\na;b\n1;x, y\n", [["a", "b"], ["1", "x, y"]]),
    "sep line of Windows": ("SEP=,\r\na,b\r\n1,x;y\r\n", [["a", "b"], ["1", "x;y"]]),
    "sep tab": ("sep=\t\na\tb\n1\tx\n", [["a", "b"], ["1", "x"]]),
    "comma": ("a,b\n1,x\n2,y\n", [["a", "b"], ["1", "x"], ["2", "y"]]),
    "commas in semicolons": ("id;text\n1;x, y, z\n2;p, q, r\n", None),
    "quotes in semicolons": (
        'id;text\n1;He said "no", so\n',
        [["id", "text"], ["1", 'He said "no", so']],
    ),
    "quoted separator": ('id;text\n1;"a; b"\n', [["id", "text"], ["1", "a; b"]]),
    "quoted line": ('id,text\n1,"a\nb"\n', [["id", "text"], ["1", "a\nb"]]),
    "one column": ("text\nGood, but slow\nBad\n", [["text"], ["Good, but slow"], ["Bad"]]),
    "one column without a heading": (
        "Good, but slow, and far\nBad, really\nFine\n",
        [["Good, but slow, and far"], ["Bad, really"], ["Fine"]],
    ),
    "pipes": ("a|b|c\n1|x,y|2\n", [["a", "b", "c"], ["1", "x,y", "2"]]),
    "trailing separators": ("a;b;;\n1;x;;\n", [["a", "b"], ["1", "x"]]),
    "an empty cell": ("a,b,c\n1,,3\n", [["a", "b", "c"], ["1", "", "3"]]),
    "blank lines": ("a,b\n\n1,x\n\n", [["a", "b"], ["1", "x"]]),
}


@pytest.mark.parametrize("case", TABLES)
def test_a_table_keeps_its_cells(case: str) -> None:
    text, rows = TABLES[case]
    found = rows_of("a.csv", text.encode())
    assert found == (rows or [line.split(";") for line in text.strip().split("\n")])


def test_the_line_that_names_the_separator_is_no_text() -> None:
    (way,) = ways_of("a.csv", b"sep=;\ntext\nA first review\nA second, longer review\n")
    assert [each.text for each in way.texts] == ["A first review", "A second, longer review"]
