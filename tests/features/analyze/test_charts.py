"""Pictures: how every kind looks, dark and light, with letters of all four languages and of others."""

import io
from collections.abc import Sequence
from itertools import product
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib import colors
from matplotlib.image import imread, imsave
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.image import PNGImageSnapshotExtension

from bot.chat.display.translator import LANGUAGES, translator
from bot.features.analyze.results import chart_drawing, charts
from bot.features.analyze.results.charts import Bar, Chart, compared, fitting
from bot.features.analyze.results.reports import Report, chart_of
from bot.neuro_semantic import ClassResult, Kind, Phrase
from tests.features.analyze.cases import FEELINGS, MOODS, classes, report

CLASSES = (
    "Yetkazib berish va toʻlov gʻazabi",
    "Цена, качество и обслуживание в магазине на углу и по телефону",
    "🚚 Доставка 🎵",
    "Atención al público: ¿qué tal?",
    "שירות לקוחות",
    "خدمة العملاء",
    "日本語",
)
PHRASES = [Phrase(f"{word} {at}", 2000 // at) for at in range(1, 6) for word in CLASSES[:6]]
BLOCK = 6  # pixels of a picture that are one in its reference
FAR = 0.25  # from 0, the same, to 1, black for white
languages = pytest.mark.parametrize("language", LANGUAGES)


def mood(*amounts: int) -> Report:
    return report(Kind.SENTIMENT, classes(MOODS, amounts or (2, 12, 21, 1, 0)))


def feelings() -> Report:
    return report(Kind.EMCOL, classes(FEELINGS, (1234, 733, 200, 200, 10, 0, 0)))


def themes(titles: Sequence[str] = CLASSES, theme: str = CLASSES[1]) -> Report:
    amounts = range(200 * len(titles), 0, -200)
    return report(Kind.CLASSIFY, classes(titles, amounts), theme=theme, rest=300)


def words() -> Report:
    return report(Kind.WORDFREQ, (), phrases=PHRASES)


KINDS = {
    Kind.SENTIMENT: mood(),
    Kind.EMCOL: feelings(),
    Kind.CLASSIFY: themes(),
    Kind.WORDFREQ: words(),
}


def chart(language: str, one: Report) -> Chart:
    found = chart_of(translator(language), one)
    assert found is not None
    return fitting(found)


def both(language: str, before: Report, after: Report, dates: tuple[str, str]) -> Chart:
    t = translator(language)
    names = (
        t.plain("compare-before", date=dates[0]),
        t.plain("compare-after", date=dates[1]),
    )
    found = compared(chart_of(t, before), chart_of(t, after), names)
    assert found is not None
    return found


def drawn(language: str, one: Chart, *, dark: bool) -> bytes:
    more = translator(language).plain("chart-more", n=one.left_out)
    return chart_drawing.draw(one, dark=dark, more=more)


class Reference(PNGImageSnapshotExtension):
    """A small picture to compare with: alike to the eye is the same, whatever drew the letters."""

    def matches(self, *, serialized_data: Any, snapshot_data: Any) -> bool:
        return alike(grey_free(serialized_data), grey_free(snapshot_data))


def grey_free(png: bytes) -> np.ndarray:
    """Red, green and blue of every pixel, 0 to 1."""
    pixels: np.ndarray = imread(io.BytesIO(png))[..., :3]
    return pixels


def alike(first: np.ndarray, second: np.ndarray) -> bool:
    if first.shape != second.shape:
        return False
    distance = np.abs(first - second).max(axis=-1)
    return bool(distance.mean() < 0.01 and (distance > FAR).mean() < 0.002)


def small(png: bytes) -> bytes:
    """The picture with a pixel for each block, which hardly knows how letters are smoothed."""
    pixels = grey_free(png)
    high, wide = (side // BLOCK for side in pixels.shape[:2])
    blocks = pixels[: high * BLOCK, : wide * BLOCK].reshape(high, BLOCK, wide, BLOCK, 3)
    file = io.BytesIO()
    imsave(file, blocks.mean(axis=(1, 3)))
    return file.getvalue()


@pytest.fixture
def reference(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    return snapshot.use_extension(Reference)


@pytest.mark.parametrize(
    ("kind", "language", "dark"),
    [
        (Kind.SENTIMENT, "ru", False),
        (Kind.SENTIMENT, "en", True),
        (Kind.EMCOL, "uz", True),
        (Kind.CLASSIFY, "es", False),
        (Kind.WORDFREQ, "ru", True),
    ],
)
def test_how_a_kind_looks(
    kind: Kind, language: str, dark: bool, reference: SnapshotAssertion
) -> None:
    assert small(drawn(language, chart(language, KINDS[kind]), dark=dark)) == reference


@pytest.mark.parametrize(("language", "dark"), [("es", False), ("uz", True)])
def test_how_a_comparison_looks(language: str, dark: bool, reference: SnapshotAssertion) -> None:
    pair = both(language, mood(5, 3, 2, 1, 7), mood(), ("2026-01-02 10:00", "2026-11-12 20:00"))
    assert small(drawn(language, pair, dark=dark)) == reference


def test_one_bar(reference: SnapshotAssertion) -> None:
    alone = chart("ru", report(Kind.CLASSIFY, classes(("Цена",), (1,)), theme="Отзывы"))
    assert small(drawn("ru", alone, dark=False)) == reference


def test_another_value_name_or_look_is_not_alike() -> None:
    seen = [
        small(drawn("ru", one, dark=dark))
        for one, dark in (
            (chart("ru", mood()), False),
            (chart("ru", mood(2, 12, 20, 2, 0)), False),
            (chart("en", mood()), False),
            (chart("ru", mood()), True),
        )
    ]
    first, *others = map(grey_free, seen)
    assert alike(first, grey_free(small(drawn("ru", chart("ru", mood()), dark=False))))
    assert not any(alike(first, each) for each in others)


@pytest.mark.parametrize(("language", "kind"), list(product(LANGUAGES, Kind)))
def test_a_picture_has_the_size_it_says_and_telegram_takes(language: str, kind: Kind) -> None:
    one = chart(language, KINDS[kind])
    width, height = chart_drawing.size_of(one)
    png = drawn(language, one, dark=True)
    assert grey_free(png).shape[:2] == (height, width)
    # Bot API, sendPhoto: 10 MB, width and height 10000 in total, ratio 20 at most.
    assert len(png) < 1_000_000
    assert width + height <= 10_000
    assert height < 2 * width, "too long for a phone"


@languages
def test_thirty_bars_say_how_many_more_there_are(language: str) -> None:
    many = chart(language, themes([f"{at} {CLASSES[0]}" for at in range(30)]))
    assert len(many.bars) == charts.MOST_BARS
    assert many.left_out == 31 - charts.MOST_BARS  # with those that fit no class
    more = grey_free(drawn(language, many, dark=False))
    less = grey_free(chart_drawing.draw(many, dark=False))
    differing = np.abs(more - less).max(axis=(1, 2)).nonzero()[0]
    assert differing.size > 0
    assert (
        differing.min() > chart_drawing.size_of(many)[1] - chart_drawing.MORE - chart_drawing.FOOT
    )


def test_nothing_to_draw() -> None:
    t = translator("en")
    assert chart_of(t, report(Kind.EMCOL, ())) is None
    assert compared(None, chart_of(t, mood()), ("a", "b")) is None
    zeros = [ClassResult(title, 0, 0.0) for title in MOODS]
    nothing = chart("en", report(Kind.SENTIMENT, zeros))
    assert drawn("en", nothing, dark=False).startswith(b"\x89PNG")


def test_words_that_only_one_side_lists_are_not_said_to_be_missing() -> None:
    before = report(Kind.WORDFREQ, (), phrases=[Phrase("old", 3), Phrase("both", 2)])
    after = report(Kind.WORDFREQ, (), phrases=[Phrase("both", 5), Phrase("new", 1)])
    pair = both("en", before, after, ("1", "2"))
    assert [(bar.name, bar.other and bar.other.short, bar.short) for bar in pair.bars] == [
        ("both", "2", "5"),
        ("new", "–", "1"),
        ("old", "3", "–"),
    ]


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=150), st.text(st.sampled_from("WЩ m1 %·"), max_size=30))
def test_a_name_never_reaches_its_label(name: str, label: str) -> None:
    """However long the two are, the columns between them are the ground's."""
    one = Chart("Heading", "1 text", (Bar(name or "a", 1.0, label or "1", "1"),), Kind.EMCOL)
    shown = chart_drawing._Drawing([(one, "")], chart_drawing.LIGHT)
    end = shown._write(chart_drawing.EDGE, 0, label or "1", chart_drawing.LABEL, right=True)
    room = shown._room - end - chart_drawing.GAP
    _text, width = shown._fitted(name, chart_drawing._font(chart_drawing.NAME), room)
    least = shown._width_of("…", chart_drawing._font(chart_drawing.NAME))
    assert width <= max(room, least)


@pytest.mark.parametrize("look", [chart_drawing.LIGHT, chart_drawing.DARK], ids=["light", "dark"])
def test_colours_can_be_told_from_their_ground(look: chart_drawing.Look) -> None:
    """Contrast as WCAG 2 reckons it: 4.5 for words; bars on their track need less."""
    assert contrast(look.ink, look.ground) > 7
    assert contrast(look.quiet, look.ground) > 4.5
    assert all(contrast(tone, look.track) > 1.7 for tone in look.tones.values())


def contrast(first: str, second: str) -> float:
    darker, lighter = sorted(map(luminance, (first, second)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in colors.to_rgb(colour)
    ]
    return float(np.dot(linear, (0.2126, 0.7152, 0.0722)))


@languages
def test_every_letter_of_a_language_can_be_drawn(language: str) -> None:
    t = translator(language)
    words = "".join(t.plain(f"calc-{kind}") for kind in Kind) + "oʻgʻ o‘g‘ ёЪñ¿ ₽ שלום مرحبا"
    assert chart_drawing.drawable(words) == " ".join(words.split())
    assert chart_drawing.drawable("🎵 日本") == "…"
