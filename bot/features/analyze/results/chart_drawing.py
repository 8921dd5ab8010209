"""Draws a chart: bars a phone shows well, light or dark, in any of our alphabets.

Drawn with matplotlib's Agg and the fonts that come with it (DejaVu Sans), which have Latin, Cyrillic and
the letters of Uzbek; so a picture is the same on every machine.
"""

import io
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from bot.features.analyze.results.charts import Bar, Chart

WIDTH = 1080  # pixels: what Telegram shows on a phone without scaling up
EDGE = 60  # pixels left and right
HEAD, FOOT, STRIPE, LEGEND, MORE = 220, 50, 84, 64, 56
ROW = 108  # pixels of one bar with its name
THICK = 28  # pixels of a bar
BESIDE = 36  # pixels from a bar to the one it is compared with
GAP = 40  # pixels at least between a name and the label in its line
DPI = 120
TITLE, NAME, LABEL = 29, 20, 18  # points
LONGEST = 100  # characters, of which the width is measured
_drawing = threading.Lock()


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
LIGHT = Look("#ffffff", "#1c2733", "#5c6874", "#eef1f4", _TONES)
DARK = Look(
    "#17212b",
    "#f2f5f8",
    "#9fb0c0",
    "#263442",
    {**_TONES, "plain": "#5aa9f0", "very-good": "#35b56c", "very-bad": "#ef5350"},
)


def size_of(chart: Chart) -> tuple[int, int]:
    """Width and height in pixels."""
    row = ROW + (BESIDE if chart.legend else 0)
    parts = (
        HEAD,
        STRIPE if chart.has_stripe else 0,
        LEGEND if chart.legend else 0,
        row * len(chart.bars),
        MORE if chart.left_out else 0,
        FOOT,
    )
    return WIDTH, sum(parts)


def draw(chart: Chart, *, dark: bool, more: str = "") -> bytes:
    """A PNG; `more` tells of the bars that were left out. Takes a moment: call it in a thread."""
    return draw_together([(chart, more)], dark=dark)


def draw_together(shown: Sequence[tuple[Chart, str]], *, dark: bool) -> bytes:
    """Charts below each other as one PNG, each with what tells of its bars that were left out."""
    with _drawing:  # matplotlib's font cache is not made for two threads
        return _Drawing(shown, DARK if dark else LIGHT).png()


class _Drawing:
    """One picture in the making; y grows downwards, in pixels."""

    def __init__(self, shown: Sequence[tuple[Chart, str]], look: Look) -> None:
        from matplotlib.backends.backend_agg import FigureCanvasAgg  # noqa: PLC0415 - half a second
        from matplotlib.figure import Figure  # noqa: PLC0415

        self._shown, self._look = shown, look
        self._chart = shown[0][0]
        self._width, self._height = WIDTH, sum(size_of(chart)[1] for chart, _more in shown)
        figure = Figure((self._width / DPI, self._height / DPI), DPI, facecolor=look.ground)
        self._canvas: Any = FigureCanvasAgg(figure)
        self._axes: Any = figure.add_axes((0, 0, 1, 1))
        self._axes.set_xlim(0, self._width)
        self._axes.set_ylim(self._height, 0)
        self._axes.axis("off")

    @property
    def _room(self) -> float:
        return self._width - 2.0 * EDGE

    def png(self) -> bytes:
        top = 0.0
        for chart, more in self._shown:
            self._chart = chart
            self._draw(top, more)
            top += size_of(chart)[1]
        file = io.BytesIO()
        self._canvas.print_png(file)
        return file.getvalue()

    def _draw(self, top: float, more: str) -> None:
        y = self._legend(self._stripe(self._head(top)))
        for bar in self._chart.bars:
            y = self._bar(bar, y)
        if self._chart.left_out:
            self._write(EDGE, y + 20, more, LABEL, self._look.quiet)

    def _head(self, top: float) -> float:
        self._write(EDGE, top + 84, self._chart.heading, TITLE, bold=True)
        self._write(EDGE, top + 156, self._chart.subtitle, LABEL, self._look.quiet)
        return top + HEAD

    def _stripe(self, y: float) -> float:
        """All moods as one bar, from best to worst."""
        if not self._chart.has_stripe:
            return y
        x = float(EDGE)
        for bar in self._chart.bars:
            width = self._room * bar.value / self._chart.total
            self._box(x, y - 14, max(0.0, width - 3), 50, self._look.tones[bar.tone])
            x += width
        return y + STRIPE

    def _legend(self, y: float) -> float:
        if self._chart.legend is None:
            return y
        tones = (self._look.tones["before"], self._look.tones["plain"])
        half = self._room / 2
        for at, (name, tone) in enumerate(zip(self._chart.legend, tones, strict=True)):
            x = EDGE + at * half
            self._box(x, y - 14, 28, 28, tone)
            self._write(x + 40, y, name, LABEL, self._look.quiet, room=half - 56)
        return y + LEGEND

    def _bar(self, bar: Bar, y: float) -> float:
        """The name above, then the bar on its track, the label at the right end of the name's line."""
        label = bar.label if bar.other is None else f"{bar.other.short} → {bar.short}"
        end = self._write(EDGE, y + 10, label, LABEL, self._look.quiet, right=True)
        self._write(EDGE, y + 10, bar.name, NAME, room=self._room - end - GAP)
        below = y + 38
        if bar.other is not None:
            self._track(below, bar.other.value, self._look.tones["before"])
            below += BESIDE
        tone = "plain" if bar.other is not None else bar.tone
        self._track(below, bar.value, self._look.tones[tone])
        return y + ROW + (BESIDE if bar.other is not None else 0)

    def _track(self, y: float, value: float, colour: str) -> None:
        self._box(EDGE, y, self._room, THICK, self._look.track)
        if value > 0:
            width = self._room * value / self._chart.longest
            self._box(EDGE, y, max(width, 6), THICK, colour)

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
        room: float | None = None,
    ) -> float:
        """Write as much as there is room for, from `x` on or up to the right edge; returns its width."""
        font = _font(size, bold=bold)
        shown, width = self._fitted(text, font, self._room if room is None else room)
        self._axes.text(
            self._width - x if right else x,
            y,
            shown,
            fontproperties=font,
            color=colour or self._look.ink,
            ha="right" if right else "left",
            va="center",
            parse_math=False,
        )
        return width

    def _fitted(self, text: str, font: Any, room: float) -> tuple[str, float]:
        """A text as it fits, and its width in pixels."""
        whole = drawable(text)
        shown, kept = whole, whole[:LONGEST]
        if len(whole) > LONGEST:
            shown = f"{kept}…"
        while (width := self._width_of(shown, font)) > room and kept:
            kept = kept[:-1]
            shown = kept.rstrip() + "…"
        return shown, width

    def _width_of(self, text: str, font: Any) -> float:
        renderer = self._canvas.get_renderer()
        return float(renderer.get_text_width_height_descent(text, font, ismath=False)[0])


def drawable(text: str) -> str:
    """The text without what the font has no sign for, such as emoji; never empty."""
    shown = "".join(c for c in " ".join(text.split()) if ord(c) in _signs())
    return " ".join(shown.split()) or "…"


def _font(size: int, *, bold: bool = False) -> Any:
    from matplotlib.font_manager import FontProperties  # noqa: PLC0415

    return FontProperties(fname=_file_of("DejaVuSans-Bold" if bold else "DejaVuSans"), size=size)


def _file_of(name: str) -> Path:
    import matplotlib as mpl  # noqa: PLC0415

    return Path(mpl.get_data_path()) / "fonts" / "ttf" / f"{name}.ttf"


@cache
def _signs() -> frozenset[int]:
    from matplotlib import font_manager  # noqa: PLC0415

    return frozenset(font_manager.get_font(str(_file_of("DejaVuSans"))).get_charmap())
