"""What an analysis job remembers of a choice, and how its order to the service is made from it."""

import asyncio
from collections.abc import Mapping
from dataclasses import asdict, dataclass
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

    `theme` is the id of a theme; `longest` makes several jobs of at most so many characters.
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

    @classmethod
    def read(cls, stored: Mapping[str, Any]) -> "Wish":
        return cls(**{**stored, "kind": Kind(stored["kind"])})

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


def wish_of(job: Job) -> Wish:
    return Wish.read(job.request["wish"])


def parts_of(job: Job) -> int:
    """How many jobs the order was cut into."""
    return int(job.request.get("parts", 1))


async def order_of(storage: Storage, job: Job) -> Order:
    """The order exactly as it goes out, every time the same. Raises `TextsGone`."""
    wish = wish_of(job)
    texts = [each.text async for each in storage.baskets.texts(wish.basket, through=wish.through)]
    if len(texts) != wish.count:
        raise TextsGone
    if wish.longest:
        cut = await asyncio.to_thread(lambda: list(batches(texts, wish.longest)))
        texts = list(cut[job.part])
    joined = await asyncio.to_thread(join, texts)
    theme: Theme | None = None
    if wish.kind is Kind.CLASSIFY:
        theme = read_theme(job.request["theme"])
    phrases = wish.phrases if wish.kind is Kind.WORDFREQ else None
    return Order(wish.kind, joined, theme, phrases)
