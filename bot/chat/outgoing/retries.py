"""Retries of Telegram calls: how often, after which delays, and how a job outlasts an outage."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import TypeVar

import structlog
from telegram.error import BadRequest, NetworkError, RetryAfter

from bot.jobs import Postpone
from bot.net.retry import backoff

log = structlog.get_logger()
T = TypeVar("T")
PATIENCE = 8  # how often one call waits out a refusal for haste or a lost connection
AWAY = 10.0  # seconds to a job's next try while Telegram does not answer


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


@contextmanager
def outlasting(job_id: int) -> Iterator[None]:
    """A job's step in it waits, however long it takes, while Telegram is away: that is not the job's fault."""
    try:
        yield
    except RetryAfter as refusal:
        raise Postpone(seconds(refusal)) from refusal
    except NetworkError as error:
        if isinstance(error, BadRequest):
            raise
        log.info("Telegram does not answer", job=job_id, reason=error.message)
        raise Postpone(AWAY) from error


def seconds(refusal: RetryAfter) -> float:
    """Telegram's `retry_after`, which PTB gives as a number or as a timedelta."""
    wait = refusal.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
