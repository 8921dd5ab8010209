"""Texts found in a file, and the ways in which they can be taken."""

from typing import NamedTuple


class Way(NamedTuple):
    """One way to take texts out of a file.

    `name` is a column's heading, empty for the other kinds; `sample` is the beginning of the first
    of its `amount` texts.
    """

    kind: str
    name: str
    amount: int
    sample: str

    def __repr__(self) -> str:
        """Without the words: they are somebody's own."""
        return f"Way({self.kind}, {self.amount} texts)"


class FileText(NamedTuple):
    """Its words, and who wrote them when, where the file says so (`when` as `2026-01-31 12:00`)."""

    text: str
    author: str = ""
    when: str = ""

    def __repr__(self) -> str:
        """Without the words: they are somebody's own."""
        return f"FileText({len(self.text)} characters)"
