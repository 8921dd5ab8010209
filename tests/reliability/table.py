"""The figures of every reliability test, as one table at the end of the run."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

PROPERTY = "reliability"


@dataclass(frozen=True)
class Row:
    """What one test found out. `lost` counts updates without an answer, `seconds` what was measured."""

    point: str
    engine: str
    deaths: int
    jobs: int
    creates: int
    lost_updates: int
    lost_stems: int
    doubled_stems: int
    final: str
    seconds: float | None = None

    def as_property(self) -> tuple[str, dict[str, Any]]:
        """In the shape in which a test process hands it to the one that prints."""
        return PROPERTY, asdict(self)


HEADS = {
    "point": "the bot is struck",
    "engine": "database",
    "deaths": "kills",
    "jobs": "jobs",
    "creates": "charged",
    "lost_updates": "updates lost",
    "lost_stems": "stems lost",
    "doubled_stems": "stems doubled",
    "final": "ends in",
    "seconds": "seconds",
}


def lines_of(rows: Iterable[dict[str, Any]]) -> list[str]:
    """The table in Markdown, sorted by database and point."""
    shown = sorted(rows, key=lambda row: (row["engine"], row["point"]))
    cells = [list(HEADS.values()), *([_cell(row[name]) for name in HEADS] for row in shown)]
    widths = [max(len(line[column]) for line in cells) for column in range(len(HEADS))]
    lines = ["| " + " | ".join(map(str.ljust, line, widths)) + " |" for line in cells]
    return [lines[0], "|" + "|".join("-" * (width + 2) for width in widths) + "|", *lines[1:]]


def _cell(value: object) -> str:
    if value is None:
        return ""
    return f"{value:.1f}" if isinstance(value, float) else str(value)
