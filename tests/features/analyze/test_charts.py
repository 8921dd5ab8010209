"""Pictures: their size, their two looks, and letters of all four languages."""

import io
from decimal import Decimal
from itertools import product

import numpy as np
import pytest
from matplotlib.image import imread

from bot.chat.translator import LANGUAGES, translator
from bot.features.analyze import charts
from bot.features.analyze.reports import Report, chart_of
from bot.neuro_semantic import ClassResult, Kind, Phrase, Result
from storage import Analysis

MOODS = ("Очень позитивная", "Позитивная", "Нейтральная", "Негативная", "Очень негативная")


def report(kind: Kind, share: int = 3) -> Report:
    amounts = (share, 2, 1, 4, 0)
    total = sum(amounts)
    classes = [
        ClassResult(title, amount, 100 * amount / total, ("text",) * amount)
        for title, amount in zip(MOODS, amounts, strict=True)
    ]
    phrases = (Phrase("слово 🎵", 5), Phrase("две части", 2)) if kind is Kind.WORDFREQ else ()
    result = Result(kind, classes=() if phrases else tuple(classes), phrases=phrases)
    return Report(Analysis(1, 1, ("7",), {"kind": kind}, 0.0), kind, result, total, Decimal(5))


def pixels(language: str, kind: Kind, *, dark: bool, share: int = 3) -> np.ndarray:
    chart = chart_of(translator(language), report(kind, share))
    assert chart is not None
    return imread(io.BytesIO(charts.draw(chart, dark=dark)))


@pytest.mark.parametrize(("language", "kind"), list(product(LANGUAGES, Kind)))
def test_a_picture_has_the_size_it_says(language: str, kind: Kind) -> None:
    chart = chart_of(translator(language), report(kind))
    assert chart is not None
    width, height = charts.size_of(chart)
    assert pixels(language, kind, dark=False).shape[:2] == (height, width)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_picture_is_the_same_each_time_and_shows_its_values(language: str) -> None:
    first = pixels(language, Kind.SENTIMENT, dark=False)
    again = pixels(language, Kind.SENTIMENT, dark=False)
    other = pixels(language, Kind.SENTIMENT, dark=False, share=30)
    assert np.abs(first - again).mean() < 1e-6
    assert np.abs(first - other).mean() > 1e-3


def test_dark_is_dark_and_light_is_light() -> None:
    assert pixels("en", Kind.EMCOL, dark=True)[..., :3].mean() < 0.3
    assert pixels("en", Kind.EMCOL, dark=False)[..., :3].mean() > 0.8


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_letter_of_a_language_can_be_drawn(language: str) -> None:
    t = translator(language)
    words = "".join(t.plain(f"calc-{kind}") for kind in Kind) + "oʻgʻ ёЪñ¿ ₽"
    assert charts.drawable(words) == " ".join(words.split())
