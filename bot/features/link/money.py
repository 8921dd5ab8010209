"""Whose key a job uses, the limits people set themselves, and keys that stop working."""

from dataclasses import dataclass

from bot.features.link.payer import Payer
from bot.features.link.spending_limits import Spending
from bot.features.link.token_suspension import Refusals


@dataclass(frozen=True, slots=True)
class Money:
    """What a feature that spends credits needs."""

    payer: Payer
    spending: Spending
    refusals: Refusals
