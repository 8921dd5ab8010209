"""A free guess at where a text belongs: by the words of a theme, without asking the service."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.neuro_semantic import Entity, Theme

_WORD = re.compile(r"\w+(?:[-'ʻʼ’]\w+)*")
_EXACT = 2  # an exact word tells as much as two others


@dataclass(frozen=True, slots=True)
class Guess:
    """How strongly a class fits, and by which words; `stopped` by which it is ruled out."""

    title: str
    score: int
    hits: tuple[str, ...]
    stopped: tuple[str, ...] = ()


def guesses(theme: Theme, text: str) -> list[Guess]:
    """All classes with words in this text, the best first."""
    words = [found.lower() for found in _WORD.findall(text)]
    found = [_guess(entity, words) for entity in theme.entities]
    return sorted(
        (each for each in found if each.hits or each.stopped), key=lambda each: -each.score
    )


def _guess(entity: Entity, words: Sequence[str]) -> Guess:
    known = entity.associations
    loose = [each for each in known.words if _occurs(each, words, exact=False)]
    exact = [each for each in known.strict if _occurs(each, words, exact=True)]
    stopped = [each for each in known.stop if _occurs(each, words, exact=True)]
    score = 0 if stopped else len(loose) + _EXACT * len(exact)
    return Guess(entity.title, score, (*exact, *loose), tuple(stopped))


def _occurs(phrase: str, words: Sequence[str], *, exact: bool) -> bool:
    wanted = [found.lower() for found in _WORD.findall(phrase)]
    if not wanted:
        return False
    windows = (words[at : at + len(wanted)] for at in range(len(words) - len(wanted) + 1))
    return any(
        all(_same(one, other, exact=exact) for one, other in zip(wanted, window, strict=True))
        for window in windows
    )


def _same(wanted: str, word: str, *, exact: bool) -> bool:
    """Forms of a word share their beginning: `доставка`, `доставили`."""
    if exact or len(wanted) < 4:
        return wanted == word
    stem = wanted[: max(4, len(wanted) - 2)]
    return word.startswith(stem)
