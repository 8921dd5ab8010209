"""What can be calculated, what the service calls it, and what it costs."""

import time
from collections.abc import Mapping
from decimal import Decimal

import structlog

from bot.chat.display.translator import Translator
from bot.neuro_semantic import CalcType, Kind, NeuroSemanticClient, NeuroSemanticError

log = structlog.get_logger()
FRESH = 600.0  # seconds the price list is good for
PHRASES = (20, 50, 100)  # how many words and phrases a frequency may count

Types = Mapping[str, CalcType]


class Prices:
    """The service's price list (`calc_types/get`), kept for ten minutes."""

    def __init__(self, client: NeuroSemanticClient) -> None:
        self._client = client
        self._delivered_files: Types = {}
        self._at = -FRESH

    async def types(self) -> Types:
        """What is known; an unreachable service leaves the list of before."""
        if time.monotonic() - self._at < FRESH:
            return self._delivered_files
        try:
            listed = await self._client.calc_types()
        except NeuroSemanticError as error:
            log.info("prices not asked", reason=type(error).__name__)
            return self._delivered_files
        self._delivered_files = {each.calc_type: each for each in listed}
        self._at = time.monotonic()
        return self._delivered_files


def price_of(types: Types, kind: Kind) -> Decimal | None:
    """Roubles for one text; None where the list names none."""
    found = types.get(kind)
    return found.price if found else None


def name_of(t: Translator, types: Types, kind: Kind) -> str:
    """The kind in the person's language; in Russian as the service calls it."""
    found = types.get(kind)
    if t.language == "ru" and found and found.long_name:
        return found.long_name
    return t.plain(f"calc-{kind}")


def money(t: Translator, value: Decimal) -> str:
    """`3.50 ₽`"""
    return t.plain("roubles", value=t.amount(value))
