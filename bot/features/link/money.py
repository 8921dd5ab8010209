"""Whose key a job uses, the limits people set themselves, and keys that stop working."""

from dataclasses import dataclass

from bot.features.link.paying import Payer
from bot.features.link.refused import Refusals
from bot.features.link.spending import Spending


@dataclass(frozen=True, slots=True)
class Money:
    """What a feature that spends credits needs."""

    payer: Payer
    spending: Spending
    refusals: Refusals
