"""One picture for each result: bars a phone shows well, light or dark, in any of our alphabets.

Drawn with matplotlib's Agg, whose own font (DejaVu Sans) has Latin, Cyrillic and the letters of Uzbek.
"""

import io
import threading
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from bot.features.analyze.classes import mood_of
from bot.neuro_semantic import Kind

MOST_BARS = 14
WIDTH = 1080  # pixels: what Telegram shows on a phone without scaling up
ROW = 92  # pixels of one bar with its name
HEAD, FOOT = 200, 56
DPI = 120
LONGEST_NAME = 34  # characters that fit above a bar
NOT_LISTED = "–"  # a word that is not among the most frequent ones may occur all the same
_drawing = threading.Lock()


@dataclass(frozen=True, slots=True)
class Bar:
    """`value` sets the length, `label` stands at its end; `other` is the bar it is compared with."""

    name: str
    value: float
    label: str
    tone: str = "plain"
    other: "Bar | None" = None


@dataclass(frozen=True, slots=True)
class Chart:
    """A heading, a line below it, and bars; `legend` names the two sides of a comparison."""

    heading: str
    subtitle: str
    bars: tuple[Bar, ...]
    kind: str
    legend: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Look:
    """Colours, each readable on the ground it stands on."""

    ground: str
    ink: str
    quiet: str
    track: str
    tones: dict[str, str]


_TONES = {
    "very-good": "#1a9850",
    "good": "#66bd63",
    "neutral": "#9aa3ad",
    "bad": "#f08a5d",
    "very-bad": "#d73027",
    "none": "#b0b6be",
    "plain": "#2f7fd1",
    "before": "#b48ad6",
}
LIGHT = Look("#ffffff", "#1c2733", "#66727f", "#eef1f4", _TONES)
DARK = Look(
    "#17212b",
    "#f2f5f8",
    "#9fb0c0",
    "#263442",
    {**_TONES, "plain": "#5aa9f0", "very-good": "#35b56c", "very-bad": "#ef5350"},
)


def tone_of(title: str, kind: str) -> str:
    """The colour of a class: moods have their own."""
    if kind == Kind.SENTIMENT:
        return mood_of(title) or "none"
    return "plain"


def compared(before: Chart | None, after: Chart | None, names: tuple[str, str]) -> Chart | None:
    """Two charts of one kind as one, bar beside bar; names only the older one has come last."""
    if before is None or after is None:
        return None
    old = {bar.name: bar for bar in before.bars}
    none = Bar("", 0.0, NOT_LISTED if after.kind == Kind.WORDFREQ else "0")
    bars = [_beside(bar, old.pop(bar.name, none)) for bar in after.bars]
    gone = [_beside(replace(none, name=bar.name, tone=bar.tone), bar) for bar in old.values()]
    return Chart(
        after.heading,
        f"{before.subtitle} → {after.subtitle}",
        (*bars, *gone)[:MOST_BARS],
        after.kind,
        names,
    )


def _beside(bar: Bar, other: Bar) -> Bar:
    return Bar(bar.name, bar.value, bar.label, bar.tone, other)


def size_of(chart: Chart) -> tuple[int, int]:
    """Width and height in pixels."""
    row = ROW + (34 if chart.legend else 0)
    stripe = 70 if _has_stripe(chart) else 0
    legend = 64 if chart.legend else 0
    return WIDTH, HEAD + stripe + legend + row * len(chart.bars) + FOOT


def draw(chart: Chart, *, dark: bool) -> bytes:
    """A PNG. Takes a moment: call it in a thread."""
    with _drawing:  # matplotlib's font cache is not made for two threads
        return _Drawing(chart, DARK if dark else LIGHT).png()


class _Drawing:
    """One picture in the making; y grows downwards, in pixels."""

    def __init__(self, chart: Chart, look: Look) -> None:
        from matplotlib.backends.backend_agg import FigureCanvasAgg  # noqa: PLC0415 - half a second
        from matplotlib.figure import Figure  # noqa: PLC0415

        self._chart, self._look = chart, look
        self._width, self._height = size_of(chart)
        figure = Figure((self._width / DPI, self._height / DPI), DPI, facecolor=look.ground)
        self._canvas: Any = FigureCanvasAgg(figure)
        self._axes: Any = figure.add_axes((0, 0, 1, 1))
        self._axes.set_xlim(0, self._width)
        self._axes.set_ylim(self._height, 0)
        self._axes.axis("off")

    def png(self) -> bytes:
        y = self._head()
        y = self._stripe(y)
        y = self._legend(y)
        longest = max(max(bar.value, bar.other.value if bar.other else 0) for bar in self._bars)
        for bar in self._bars:
            y = self._bar(bar, y, longest or 1.0)
        file = io.BytesIO()
        self._canvas.print_png(file)
        return file.getvalue()

    @property
    def _bars(self) -> Sequence[Bar]:
        return self._chart.bars

    def _head(self) -> float:
        self._write(60, 82, _cut(self._chart.heading, 30), 25, bold=True)
        self._write(60, 146, _cut(self._chart.subtitle, 52), 15, self._look.quiet)
        return float(HEAD)

    def _stripe(self, y: float) -> float:
        """All moods as one bar, from best to worst."""
        if not _has_stripe(self._chart):
            return y
        total, x = sum(bar.value for bar in self._bars), 60.0
        for bar in self._bars:
            width = (self._width - 120) * bar.value / total
            self._box(x, y - 14, max(0.0, width - 3), 44, self._look.tones[bar.tone])
            x += width
        return y + 70

    def _legend(self, y: float) -> float:
        if self._chart.legend is None:
            return y
        before, after = self._chart.legend
        self._box(60, y - 10, 26, 26, self._look.tones["before"])
        self._write(98, y + 4, _cut(before, 24), 14, self._look.quiet)
        self._box(560, y - 10, 26, 26, self._look.tones["plain"])
        self._write(598, y + 4, _cut(after, 24), 14, self._look.quiet)
        return y + 64

    def _bar(self, bar: Bar, y: float, longest: float) -> float:
        """The name above, then the bar on its track, the label at the right edge of the name's line."""
        label = bar.label if bar.other is None else f"{bar.other.label} → {bar.label}"
        self._write(60, y + 10, _cut(bar.name, LONGEST_NAME), 17)
        self._write(self._width - 60, y + 10, label, 15, self._look.quiet, right=True)
        track = self._width - 120.0
        y += 34
        if bar.other is not None:
            self._track(y, track * bar.other.value / longest, self._look.tones["before"])
            y += 34
        tone = "plain" if bar.other is not None else bar.tone
        self._track(y, track * bar.value / longest, self._look.tones[tone])
        return y + ROW - 34

    def _track(self, y: float, width: float, colour: str) -> None:
        self._box(60, y, self._width - 120, 24, self._look.track)
        if width > 0:
            self._box(60, y, max(width, 6), 24, colour)

    def _box(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        from matplotlib.patches import FancyBboxPatch  # noqa: PLC0415

        radius = min(8.0, width / 2, height / 2)
        style = f"round,pad=0,rounding_size={radius}"
        box = FancyBboxPatch((x, y), width, height, style, linewidth=0, facecolor=colour)
        self._axes.add_patch(box)

    def _write(
        self,
        x: float,
        y: float,
        text: str,
        size: int,
        colour: str | None = None,
        *,
        bold: bool = False,
        right: bool = False,
    ) -> None:
        self._axes.text(
            x,
            y,
            drawable(text),
            fontsize=size,
            fontfamily="DejaVu Sans",
            fontweight="bold" if bold else "normal",
            color=colour or self._look.ink,
            ha="right" if right else "left",
            va="center",
            parse_math=False,
        )


def _has_stripe(chart: Chart) -> bool:
    return chart.kind == Kind.SENTIMENT and chart.legend is None and _total(chart) > 0


def _total(chart: Chart) -> float:
    return sum(bar.value for bar in chart.bars)


def drawable(text: str) -> str:
    """The text without what the font has no sign for, such as emoji; never empty."""
    shown = "".join(c for c in " ".join(text.split()) if ord(c) in _signs())
    return shown.strip() or "…"


def _cut(text: str, most: int) -> str:
    text = drawable(text)
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


@cache
def _signs() -> frozenset[int]:
    from matplotlib import font_manager  # noqa: PLC0415

    path = font_manager.findfont("DejaVu Sans", fallback_to_default=True)
    return frozenset(font_manager.get_font(path).get_charmap())
