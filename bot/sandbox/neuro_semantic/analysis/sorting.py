"""Sorts texts by a theme, and the one form in which its words are kept.

`associations` of an entity is an object of three lists of words or phrases: `associations` (any
form of the word counts), `strict_words` (only as written) and `stop_words` (a text with one of
them does not belong). A plain list or text is taken as associations.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.sandbox.neuro_semantic.analysis.language import clauses, stem

_STRICT = 2


@dataclass(frozen=True)
class Rule:
    """One entity as it is compared: tuples of stems, of words, of words."""

    title: str
    words: tuple[tuple[str, ...], ...]
    strict: tuple[tuple[str, ...], ...]
    stop: tuple[tuple[str, ...], ...]

    def score(self, stems: list[str], words: list[str]) -> int:
        """How strongly a text with these words belongs here; 0 is not at all."""
        if any(_count(words, phrase) for phrase in self.stop):
            return 0
        found = sum(_count(stems, phrase) for phrase in self.words)
        return found + _STRICT * sum(_count(words, phrase) for phrase in self.strict)


def associations(
    words: Sequence[str], strict: Sequence[str] = (), stop: Sequence[str] = ()
) -> dict[str, list[str]]:
    """The kept form."""
    return {
        "associations": list(words),
        "strict_words": list(strict),
        "stop_words": list(stop),
    }


def rule_of(entity: Mapping[str, Any]) -> Rule:
    told = entity.get("associations")
    lists = told if isinstance(told, Mapping) else {"associations": told}
    exact = {name: _listed(lists.get(name)) for name in associations(())}
    return Rule(
        title=str(entity["title"]),
        words=tuple(tuple(map(stem, phrase)) for phrase in exact["associations"]),
        strict=exact["strict_words"],
        stop=exact["stop_words"],
    )


def best_entity(text: str, rules: Sequence[Rule]) -> str | None:
    """The title of the entity that fits best, the first of equals; None when none does."""
    words = [word for clause in clauses(text) for word in clause]
    stems = [stem(word) for word in words]
    scores = [rule.score(stems, words) for rule in rules]
    best = max(scores, default=0)
    return rules[scores.index(best)].title if best else None


def _listed(value: object) -> tuple[tuple[str, ...], ...]:
    entries = re.split(r"[,;\n]", value) if isinstance(value, str) else value
    if not isinstance(entries, list):
        return ()
    phrases = ([word for part in clauses(str(entry)) for word in part] for entry in entries)
    return tuple(tuple(phrase) for phrase in phrases if phrase)


def _count(words: list[str], phrase: Sequence[str]) -> int:
    first, length = phrase[0], len(phrase)
    if length == 1 or first not in words:
        return words.count(first)
    return sum(
        word == first and tuple(words[at : at + length]) == tuple(phrase)
        for at, word in enumerate(words)
    )
