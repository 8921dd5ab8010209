"""The form in which a result is written into a file of tables."""

from collections.abc import Iterable, Sequence

Row = Sequence[str | int | float]
Table = tuple[str, Iterable[Row]]  # its name, then its rows, the heading first
