"""Sentiment of a text: weighted words, turned round by a negation, stronger after "very"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from bot.sandbox.neuro_semantic.analysis.language import (
    BOOSTERS,
    Weights,
    clauses,
    lexicon,
    negates,
)

CLASSES = (
    ("Очень позитивная", "Восторг и любовь"),
    ("Позитивная", "Скорее хорошо"),
    ("Нейтральная", "Ни хорошо, ни плохо"),
    ("Негативная", "Скорее плохо"),
    ("Очень негативная", "Ужас и ненависть"),
)
_VERY, _SOME = 0.45, 0.08
_NEGATED = -0.75
_BOOSTED = 1.5
_REACH = 3
"""How many words a negation reaches forward."""


def sentiment_class(text: str) -> str | None:
    """The title of the class, None for a text without any words."""
    score = sentiment(text)
    if score is None:
        return None
    for title, least in zip(
        (title for title, _ in CLASSES), (_VERY, _SOME, -_SOME, -_VERY), strict=False
    ):
        if score >= least:
            return title
    return CLASSES[-1][0]


def sentiment(text: str) -> float | None:
    """From -1 (bad) to 1 (good), None for a text without any words."""
    weights = [weight for clause in clauses(text) for weight in _weights(clause)]
    if not weights:
        return None
    told = [weight for weight in weights if weight]
    # Divided by a little more than the words that tell something: one of them proves less.
    return sum(told) / (2 * (len(told) + 0.75)) if told else 0.0


def _weights(clause: Sequence[str]) -> list[float]:
    weights = [_weight(token) for token in clause]
    for at, token in enumerate(clause):
        if negates(token):
            weights[at] = 0.0
            _turn(weights, at + 1)
        elif token in BOOSTERS and at + 1 < len(clause):
            weights[at + 1] *= _BOOSTED
    return weights


def _turn(weights: list[float], start: int) -> None:
    """A negation turns the first telling word that follows soon."""
    for at in range(start, min(start + _REACH, len(weights))):
        if weights[at]:
            weights[at] *= _NEGATED
            return


@lru_cache(maxsize=50_000)
def _weight(token: str) -> float:
    return _lexicon().of_word(token)


@cache
def _lexicon() -> Weights:
    lists = lexicon("sentiment")
    return Weights.of((word, float(weight)) for weight, words in lists.items() for word in words)
