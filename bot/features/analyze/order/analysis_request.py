"""What an analysis job remembers of a choice, and how its order to the service is made from it."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from bot.neuro_semantic import Kind, Order, Theme, batches, join, read_theme
from storage import Job, Storage

ANALYSIS = "analysis"  # the kind of job, and of draft
DEFAULT_PHRASES = 20


class TextsGone(Exception):
    """The texts of a job are not there any more, or not all of them."""


@dataclass(frozen=True, slots=True)
class Wish:
    """Texts up to position `through` of a basket, and what to find out about them.

    `theme` is the id of a theme; `longest` makes several jobs of at most so many characters. A part
    that was still too long is cut on its own: `cuts` lead to it, each the `longest` and the part of
    an order before, and `whole` is how many texts there are besides.
    """

    basket: int
    through: int
    count: int
    characters: int
    kind: Kind
    theme: str = ""
    theme_title: str = ""
    phrases: int = DEFAULT_PHRASES
    longest: int = 0
    cuts: tuple[tuple[int, int], ...] = ()
    whole: int = 0

    @classmethod
    def read(cls, stored: Mapping[str, Any]) -> "Wish":
        cuts = tuple((longest, part) for longest, part in stored.get("cuts", ()))
        return cls(**{**stored, "kind": Kind(stored["kind"]), "cuts": cuts})

    @property
    def all(self) -> int:
        """How many texts the basket holds up to `through`."""
        return self.whole or self.count

    def part(self, number: int, count: int) -> "Wish":
        """The same about one part alone, which has so many texts."""
        cuts = (*self.cuts, (self.longest, number))
        return replace(self, cuts=cuts, whole=self.all, count=count, longest=0)

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


def wish_of(job: Job) -> Wish:
    return Wish.read(job.request["wish"])


def parts_of(job: Job) -> int:
    """How many jobs the order was cut into."""
    return int(job.request.get("parts", 1))


async def texts_of(storage: Storage, wish: Wish) -> list[str]:
    """The texts to be read, every time the same. Raises `TextsGone`."""
    texts = [each.text async for each in storage.baskets.texts(wish.basket, through=wish.through)]
    if len(texts) != wish.all:
        raise TextsGone
    for longest, part in wish.cuts:
        texts = list((await _in_batches(texts, longest))[part])
    return texts


async def parts_for(storage: Storage, wish: Wish) -> list[tuple[str, ...]]:
    """The texts in parts where the whole was too long, else all together. Raises `TextsGone`."""
    texts = await texts_of(storage, wish)
    return await _in_batches(texts, wish.longest) if wish.longest else [tuple(texts)]


async def order_of(storage: Storage, job: Job) -> Order:
    """The order exactly as it goes out, every time the same. Raises `TextsGone`."""
    wish = wish_of(job)
    texts = (await parts_for(storage, wish))[job.part]
    joined = await asyncio.to_thread(join, texts)
    theme: Theme | None = None
    if wish.kind is Kind.CLASSIFY:
        theme = read_theme(job.request["theme"])
    phrases = wish.phrases if wish.kind is Kind.WORDFREQ else None
    return Order(wish.kind, joined, theme, phrases)


async def _in_batches(texts: Sequence[str], longest: int) -> list[tuple[str, ...]]:
    return await asyncio.to_thread(lambda: list(batches(texts, longest)))
