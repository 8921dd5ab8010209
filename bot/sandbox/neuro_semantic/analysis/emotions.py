"""Emotional colouring of a text: which of eight emotions most of its words belong to."""

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

_BOOSTED = 1.5
_REACH = 2


def emotion_titles() -> tuple[str, ...]:
    return tuple(_lexicons())


def emotion_class(text: str) -> str | None:
    """The strongest emotion; None when no word tells one."""
    scores = emotion_scores(text)
    best = max(scores, key=lambda title: scores[title])
    return best if scores[best] > 0 else None


def emotion_scores(text: str) -> dict[str, float]:
    """How many words tell of each emotion; negated words tell of none."""
    scores = dict.fromkeys(_lexicons(), 0.0)
    for clause in clauses(text):
        for at, token in enumerate(clause):
            for title in _emotions_of(token):
                scores[title] += _strength(clause, at)
    return scores


def _strength(clause: Sequence[str], at: int) -> float:
    before = clause[max(0, at - _REACH) : at]
    if any(map(negates, before)):
        return 0.0
    return _BOOSTED if before and before[-1] in BOOSTERS else 1.0


@lru_cache(maxsize=50_000)
def _emotions_of(token: str) -> tuple[str, ...]:
    return tuple(title for title, words in _lexicons().items() if words.of_word(token))


@cache
def _lexicons() -> dict[str, Weights]:
    return {
        title: Weights.of((word, 1.0) for word in words)
        for title, words in lexicon("emotions").items()
    }
