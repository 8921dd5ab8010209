"""A text found in a file."""

from typing import NamedTuple


class FileText(NamedTuple):
    """Its words, and who wrote them when, where the file says so (`when` as `2026-01-31 12:00`)."""

    text: str
    author: str = ""
    when: str = ""

    def __repr__(self) -> str:
        """Without the words: they are somebody's own."""
        return f"FileText({len(self.text)} characters)"
