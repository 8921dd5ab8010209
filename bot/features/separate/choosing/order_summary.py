"""What the order screen shows, as a value."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from bot.chat.display.screen import Screen
from bot.chat.display.translator import Translator
from bot.features.separate.draft.choice import Choice
from bot.features.separate.draft.contents import DraftContents
from bot.features.separate.pricing.order_checks import Gate
from bot.mvsep import Account, Algorithm


class Plan(Protocol):
    """What shall be done with the words of a song, before Start."""

    @property
    def gates(self) -> Sequence[Gate]:
        """What is in its way."""

    @property
    def intention(self) -> dict[str, Any]:
        """What the job of the song remembers of it."""

    def screen(self, t: Translator, draft: int, order: "Order") -> Screen:
        """How the whole order looks, from the song to its end."""


@dataclass(frozen=True, slots=True)
class Order:
    """All that the confirmation shows. `price` in credits, None where it cannot be told.

    `plan` is what shall be done with the words that come of it.
    """

    contents: DraftContents
    algorithm: Algorithm
    choice: Choice
    beside: Sequence[Algorithm] = ()
    price: int | None = None
    account: Account | None = None
    gates: Sequence[Gate] = field(default_factory=tuple)
    starred: bool = False
    plan: Plan | None = None

    @property
    def spends(self) -> int:
        """Credits that will really be taken: a free plan pays nothing."""
        pays = self.account is None or self.account.premium
        return self.price or 0 if pays else 0

    @property
    def open(self) -> bool:
        return not any(gate.closed for gate in self.gates)
