"""What a picture of a result shows: bars with their names, one beside another in a comparison."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.features.analyze.results.classes import mood_of
from bot.neuro_semantic import Kind

MOST_BARS = 14  # a phone shows as many without making them small
MOST_COMPARED = 10
NOT_LISTED = "–"  # a word that is not among the most frequent ones may occur all the same


@dataclass(frozen=True, slots=True)
class Bar:
    """`value` sets the length, `label` stands at its end, in a comparison `short`.

    `other` is the bar it is compared with.
    """

    name: str
    value: float
    label: str
    short: str
    tone: str = "plain"
    other: "Bar | None" = None


@dataclass(frozen=True, slots=True)
class Chart:
    """A heading, a line below it, and bars; `legend` names the two sides of a comparison.

    `left_out` counts the bars there was no room for, all of them the smallest.
    """

    heading: str
    subtitle: str
    bars: tuple[Bar, ...]
    kind: str
    legend: tuple[str, str] | None = None
    left_out: int = 0

    @property
    def total(self) -> float:
        return sum(bar.value for bar in self.bars)

    @property
    def longest(self) -> float:
        """The highest value of all, also of what is compared with; 1 where all are 0."""
        others = [bar.other.value for bar in self.bars if bar.other]
        return max([bar.value for bar in self.bars] + others) or 1.0

    @property
    def has_stripe(self) -> bool:
        """Whether all classes stand in one bar, too: moods have an order, the rest has none."""
        return self.kind == Kind.SENTIMENT and self.legend is None and self.total > 0


def tone_of(title: str, kind: str) -> str:
    """The colour of a class: moods have their own."""
    if kind == Kind.SENTIMENT:
        return mood_of(title) or "none"
    return "plain"


def fitting(chart: Chart, most: int = MOST_BARS) -> Chart:
    """The first bars, and how many more there are."""
    left_out = max(0, len(chart.bars) - most)
    return replace(chart, bars=chart.bars[:most], left_out=left_out)


def compared(before: Chart | None, after: Chart | None, names: tuple[str, str]) -> Chart | None:
    """Two charts of one kind as one, bar beside bar; names only the older one has come last."""
    if before is None or after is None:
        return None
    none = NOT_LISTED if after.kind == Kind.WORDFREQ else "0"
    chart = Chart(
        after.heading,
        f"{before.subtitle} → {after.subtitle}",
        tuple(_pairs(before.bars, after.bars, Bar("", 0.0, none, none))),
        after.kind,
        names,
    )
    return fitting(chart, MOST_COMPARED)


def _pairs(before: Sequence[Bar], after: Sequence[Bar], none: Bar) -> list[Bar]:
    old = {bar.name: bar for bar in before}
    pairs = [replace(bar, other=old.pop(bar.name, none)) for bar in after]
    return [*pairs, *(replace(none, name=bar.name, other=bar) for bar in old.values())]
