"""Many texts as one: a splitter that occurs in none of them, and parts of what is too long."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

LONGEST_TEXT = 2_000_000
"""Characters one text may have (API document, request type, `price`)."""

# Visible ones first, because a person may meet them on the service's own pages. None of them is
# white space, which a service may trim or fold.
_USUAL = "␞¶§¦‖※⁂⸻|~^"
_RARE = (range(0xE000, 0xF900), range(0x2500, 0x2800), range(0x3400, 0xD7A4))

_BREAKS = (
    re.compile(r"\n\s*\n"),
    re.compile(r"\n"),
    re.compile(r"(?<=[.!?…])\s+"),  # begins at a blank: linear also for a page of dots
    re.compile(r"\s+"),
)


class NoSplitter(ValueError):
    """The texts use up every character that could stand between them."""


@dataclass(frozen=True)
class Joined:
    """Texts as they are sent: `amount` texts in `whole`, with `splitter` between two of them."""

    whole: str = field(repr=False)
    splitter: str
    amount: int

    @property
    def texts(self) -> list[str]:
        """The texts again, exactly as they were."""
        return self.whole.split(self.splitter)


def join(texts: Sequence[str]) -> Joined:
    """One string of at least one text. Raises `NoSplitter`, practically never."""
    if not texts:
        raise ValueError("no texts to join")
    splitter = choose_splitter(texts)
    return Joined(splitter.join(texts), splitter, len(texts))


def choose_splitter(texts: Iterable[str]) -> str:
    """One character of the basic plane that occurs in none of the texts."""
    texts = tuple(texts)
    for usual in _USUAL:
        if not any(usual in text for text in texts):
            return usual
    return _unused(texts)


def parts(text: str, longest: int = LONGEST_TEXT) -> Iterator[str]:
    """Pieces of at most `longest` characters that make up the whole text.

    Cut between paragraphs if possible, else lines, sentences, words, and only then anywhere.
    """
    start = 0
    while len(text) - start > longest:
        end = _cut(text, start, start + longest)
        yield text[start:end]
        start = end
    yield text[start:]


def batches(texts: Iterable[str], longest: int) -> Iterator[tuple[str, ...]]:
    """Texts in their order, in groups that joined have at most `longest` characters.

    For input that was `TooLong` as a whole: a text that is longer by itself comes in parts.
    """
    batch: list[str] = []
    size = 0
    for piece in chain.from_iterable(parts(text, longest) for text in texts):
        if batch and size + 1 + len(piece) > longest:
            yield tuple(batch)
            batch, size = [], 0
        size += len(piece) + bool(batch)
        batch.append(piece)
    if batch:
        yield tuple(batch)


def _unused(texts: Sequence[str]) -> str:
    used: set[str] = set()
    for text in texts:
        used.update(text)
    for rare in map(chr, chain.from_iterable(_RARE)):
        if rare not in used:
            return rare
    raise NoSplitter("no character is left to split the texts by")


def _cut(text: str, start: int, end: int) -> int:
    # A break in the first half would make needlessly many parts.
    for kind in _BREAKS:
        ends = [found.end() for found in kind.finditer(text, start + (end - start) // 2, end)]
        if ends:
            return ends[-1]
    return end
