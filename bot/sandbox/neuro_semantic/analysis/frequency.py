"""How often words and phrases of two or three words occur; forms of one word count together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.sandbox.neuro_semantic.analysis.language import STOP_WORDS, clauses, is_word, stem

LONGEST_PHRASE = 3
_SHORTEST_WORD = 3


@dataclass(frozen=True)
class Frequency:
    """A phrase in its most usual form, how often it occurs, and in how many texts."""

    phrase: str
    count: int
    texts: int


def frequencies(texts: Iterable[str], most: int) -> list[Frequency]:
    """The `most` frequent words and phrases, the most frequent first; phrases occur twice."""
    counts: Counter[tuple[str, ...]] = Counter()
    holders: Counter[tuple[str, ...]] = Counter()
    forms: defaultdict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for text in texts:
        found = [(tuple(map(stem, phrase)), " ".join(phrase)) for phrase in _phrases(text)]
        for key, form in found:
            counts[key] += 1
            forms[key][form] += 1
        holders.update({key for key, _ in found})
    told = (key for key, count in counts.items() if len(key) == 1 or count > 1)
    ranked = sorted(told, key=lambda key: (-counts[key], -len(key), key))[:most]
    return [
        Frequency(forms[key].most_common(1)[0][0], counts[key], holders[key]) for key in ranked
    ]


def _phrases(text: str) -> Iterator[Sequence[str]]:
    for clause in clauses(text):
        words = [token for token in clause if is_word(token)]
        for start in range(len(words)):
            for length in range(1, min(LONGEST_PHRASE, len(words) - start) + 1):
                phrase = words[start : start + length]
                if _tells(phrase[0]) and _tells(phrase[-1]):
                    yield phrase


def _tells(word: str) -> bool:
    return len(word) >= _SHORTEST_WORD and word not in STOP_WORDS
