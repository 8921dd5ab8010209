"""How much of a file is read. What has more is refused with a word, never cut silently."""

from bot.files.errors import UnreadableFile

ROWS = 100_000
COLUMNS = 200
CHARACTERS = 10_000_000
UNPACKED = 200 * 1024 * 1024  # bytes of an archive's parts together
DEPTH = 100  # of nested JSON


class Budget:
    """Counts what a file gives; `take` raises when it is more than is read."""

    def __init__(self, filename: str) -> None:
        self._filename = filename
        self._rows = ROWS
        self._characters = CHARACTERS

    def take(self, row: list[str]) -> None:
        """One more row, or one more text."""
        self._rows -= 1
        self._characters -= sum(map(len, row))
        if self._rows < 0 or self._characters < 0 or len(row) > COLUMNS:
            raise UnreadableFile("file-too-much", name=self._filename)
