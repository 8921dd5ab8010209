"""Words of Russian and English: sentences, crude stems, and lists of words with `*` at the end."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
_TOKEN = re.compile(rf"{_WORD.pattern}|[☀-➿⌚-⏿⚔-⛿]|[\U0001F300-\U0001FAFF]")
_SENTENCE_END = re.compile(r"[.!?…;,:()\n\"«»]+")
_SHORTEST_STEM = 3


def lexicon(name: str) -> dict[str, list[str]]:
    """The lists of a JSON file beside this module; its lines hold words between spaces."""
    lists = json.loads(Path(__file__).with_name(f"{name}.json").read_text("utf-8"))
    return {key: [word for line in lines for word in line.split()] for key, lines in lists.items()}


_LISTS = lexicon("words")
STOP_WORDS = frozenset(_LISTS["stop"])
NEGATIONS = frozenset(_LISTS["negations"])
BOOSTERS = frozenset(_LISTS["boosters"])
_ENDINGS = tuple(sorted(_LISTS["endings"], key=len, reverse=True))


def clauses(text: str) -> Iterator[list[str]]:
    """The words (and pictures) between two signs of punctuation, in lower case."""
    for clause in _SENTENCE_END.split(text):
        found = [token.lower().replace("’", "'") for token in _TOKEN.findall(clause)]
        if found:
            yield found


def is_word(token: str) -> bool:
    return token[0].isalpha()


def negates(token: str) -> bool:
    return token in NEGATIONS or token.endswith("n't")


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The word without its ending; crude, and the same for most forms of a word."""
    word = word.replace("ё", "е")
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    return word


@dataclass(frozen=True)
class Weights:
    """Numbers by word: whole words first, then the longest beginning that is listed."""

    words: Mapping[str, float]
    beginnings: Mapping[str, float]

    @classmethod
    def of(cls, entries: Iterable[tuple[str, float]]) -> Weights:
        words: dict[str, float] = {}
        beginnings: dict[str, float] = {}
        for entry, weight in entries:
            target = beginnings if entry.endswith("*") else words
            target.setdefault(entry.rstrip("*"), weight)
        return cls(words, beginnings)

    def of_word(self, word: str) -> float:
        """The number of a word, 0 for one that is not listed."""
        if word in self.words:
            return self.words[word]
        starts = (word[:end] for end in range(len(word), 1, -1))
        return next((self.beginnings[start] for start in starts if start in self.beginnings), 0.0)
