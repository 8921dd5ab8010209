"""Whose key a job uses, the limits people set themselves, and keys that stop working."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.chat.incoming.event import Told
from bot.features.link.payer import Payer, is_shared
from bot.features.link.spending_limits import Spending
from bot.features.link.token_suspension import Refusals
from storage import Credential, Reservation


@dataclass(frozen=True, slots=True)
class Money:
    """What a feature that spends credits needs."""

    payer: Payer
    spending: Spending
    refusals: Refusals

    async def reservation(
        self, user_id: int, credential: Credential, credits: Sequence[int]
    ) -> Reservation:
        """What jobs of so many credits count against: the operator's allowance, or the person's limit."""
        if is_shared(credential):
            return await self.payer.of_shared(credits)
        return await self.spending.of_own(user_id, credits)

    async def over_limit(
        self, user_id: int, credential: Credential, credits: Sequence[int]
    ) -> Told:
        """Why a reservation was refused."""
        if is_shared(credential):
            return self.payer.used_up()
        return await self.spending.over_limit(user_id, sum(credits))
