"""How often a call to Telegram is made again, and how long it waits before."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import TypeVar

from telegram.error import BadRequest, NetworkError, RetryAfter

from bot.net.retry import backoff

T = TypeVar("T")
PATIENCE = 8  # how often one call waits out a refusal for haste or a lost connection


async def insisting(call: Callable[[], Awaitable[T]]) -> T:
    """Repeat a harmless call that was refused for haste or lost on the way; raises what the last try raised."""
    for attempt in range(1, PATIENCE + 1):
        try:
            return await call()
        except RetryAfter as refusal:
            await asyncio.sleep(seconds(refusal))
        except NetworkError as error:
            if isinstance(error, BadRequest):
                raise
            await asyncio.sleep(backoff(attempt))
    return await call()


def seconds(refusal: RetryAfter) -> float:
    """Telegram's `retry_after`, which PTB gives as a number or as a timedelta."""
    wait = refusal.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
