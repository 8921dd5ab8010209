"""Choosing how many credits a month may cost, and from how many on a job is asked about first."""

from dataclasses import replace

from bot.chat.callbacks import ChooseLimit, SetLimit
from bot.chat.incoming.event import Event, Told
from bot.chat.incoming.router import Router
from bot.features.link import account_screens
from bot.features.link.linking import Keeping, text_of
from storage import Expectation, Storage

EXPECTS_LIMIT = "credit-limit"
LARGEST = 1_000_000  # credits; nobody has more


class ChosenLimits:
    """By pressing one of a few numbers, or by typing another one."""

    def __init__(self, storage: Storage, keeping: Keeping) -> None:
        self._storage = storage
        self._keeping = keeping

    def join(self, router: Router) -> None:
        router.tap(ChooseLimit, self.choose)
        router.tap(SetLimit, self.set)

    async def choose(self, event: Event, tap: ChooseLimit) -> None:
        if tap.kind not in account_screens.QUESTIONS:
            raise Told("old-button")
        await self._keeping.expect(event, EXPECTS_LIMIT, {"kind": tap.kind})
        await event.show(account_screens.limit(event.t, event.person.id, tap.kind))

    async def set(self, event: Event, tap: SetLimit) -> None:
        if tap.kind not in account_screens.QUESTIONS or not 0 <= tap.credits <= LARGEST:
            raise Told("old-button")
        await self._keeping.stop_expecting(event)
        await self._keep(event, tap.kind, tap.credits or None)

    async def typed(self, event: Event, expected: Expectation) -> bool:
        """A whole number; other words are for somebody else."""
        text = text_of(event)
        if not text.isdecimal() or len(text) > len(str(LARGEST)):
            return False
        await self._keep(event, expected.data["kind"], min(int(text), LARGEST) or None)
        return True

    async def _keep(self, event: Event, kind: str, credits: int | None) -> None:
        chosen = await self._storage.spending.limits(event.person.id)
        chosen = (
            replace(chosen, monthly=credits) if kind == "m" else replace(chosen, warn_over=credits)
        )
        await self._storage.spending.set_limits(event.person.id, chosen)
        await event.tell("limit-removed" if credits is None else "limit-kept")
