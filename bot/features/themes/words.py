"""Words people type for a class, and the words their examples have in common."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from bot.neuro_semantic import Associations, Entity

MOST_WORDS = 200  # in one list of a class
LONGEST_WORD = 60  # characters
MOST_PROPOSED = 16
_WORD = re.compile(r"[^\W\d_](?:[\w'ʻʼ’-]*\w)?")
_PIECES = re.compile(r"[,;\n]")
_SHORTEST = 4  # letters; shorter words say little
_SAME = 5  # letters in which two forms of a word agree


def changed(words: Sequence[str], typed: str) -> tuple[str, ...]:
    """The list after `delivery, courier, -price`: words are added, those behind a minus taken out."""
    kept = list(words)
    for piece in (each.strip()[:LONGEST_WORD] for each in _PIECES.split(typed)):
        if piece.startswith(("-", "−", "–")):
            gone = piece[1:].strip().lower()
            kept = [each for each in kept if each.lower() != gone]
        elif piece and piece.lower() not in {each.lower() for each in kept}:
            kept.append(piece)
    return tuple(kept[:MOST_WORDS])


def words_of(entity: Entity, kind: str) -> tuple[str, ...]:
    """`kind` is `words`, `strict` or `stop`."""
    return {
        "strict": entity.associations.strict,
        "stop": entity.associations.stop,
    }.get(kind, entity.associations.words)


def with_words(entity: Entity, kind: str, words: tuple[str, ...]) -> Entity:
    known = entity.associations
    match kind:
        case "strict":
            known = replace(known, strict=words)
        case "stop":
            known = replace(known, stop=words)
        case _:
            known = replace(known, words=words)
    return replace(entity, associations=known)


def new_entity(title: str, words: Iterable[str]) -> Entity:
    return Entity(title, associations=Associations(words=tuple(words)))


def proposed(texts: Sequence[str]) -> list[str]:
    """The words most texts have in common, then those that occur most; forms of a word count as one."""
    holders: Counter[str] = Counter()
    counts: Counter[str] = Counter()
    forms: dict[str, Counter[str]] = {}
    for text in texts:
        found = [word for word in _words(text) if len(word) >= _SHORTEST and not _is_empty(word)]
        for word in found:
            stem = _stem(word)
            counts[stem] += 1
            forms.setdefault(stem, Counter())[word] += 1
        holders.update({_stem(word) for word in found})
    ranked = sorted(counts, key=lambda stem: (-holders[stem], -counts[stem], stem))
    return [forms[stem].most_common(1)[0][0] for stem in ranked[:MOST_PROPOSED]]


def _words(text: str) -> list[str]:
    return [found.lower() for found in _WORD.findall(text)]


def _stem(word: str) -> str:
    """Good enough to see that two forms of a word are one: its beginning."""
    return word[: max(_SAME, len(word) - 3)]


def _is_empty(word: str) -> bool:
    """A word that stands in every text: and, which, этот, para, bilan."""
    return word in _empty_words()


@cache
def _empty_words() -> frozenset[str]:
    file = Path(__file__).with_name("empty_words.txt")
    return frozenset(file.read_text(encoding="utf-8").split())
