"""Retries of calls that may be repeated: exponential backoff, Retry-After obeyed."""

import asyncio
import random
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpx

RETRIED_STATUSES = frozenset({408, 425, 429})
FIRST_WAIT = 0.5
LONGEST_WAIT = 8.0

Sleep = Callable[[float], Awaitable[object]]


async def retrying(
    call: Callable[[], Awaitable[httpx.Response]],
    *,
    attempts: int = 3,
    longest_wait: float = LONGEST_WAIT,
    sleep: Sleep = asyncio.sleep,
) -> httpx.Response:
    """The first useful response of up to `attempts` calls, or else the last response or error.

    For calls that may be repeated without harm only. Repeats lost connections, 408, 425, 429 and
    5xx. A `Retry-After` longer than `longest_wait` seconds is not waited for: the response goes
    back to the caller, who can plan for it.
    """
    for attempt in range(1, attempts):
        pause = backoff(attempt, longest_wait)
        try:
            response = await call()
        except httpx.TransportError:
            await sleep(pause)
            continue
        if not _worth_repeating(response):
            return response
        wish = retry_after(response)
        if wish is not None and wish > longest_wait:
            return response
        await sleep(pause if wish is None else wish)
    return await call()


def backoff(attempt: int, longest: float = LONGEST_WAIT) -> float:
    """Seconds to wait after the failed `attempt` (from 1): doubling, with half of it by chance."""
    full = min(longest, FIRST_WAIT * 2.0 ** min(attempt - 1, 30))
    return full * random.uniform(0.5, 1.0)  # noqa: S311 (spreads load, guards nothing)


def retry_after(response: httpx.Response) -> float | None:
    """Seconds the server asks us to wait (RFC 9110, Retry-After: a number or a date)."""
    wish = response.headers.get("Retry-After", "").strip()
    if wish.isascii() and wish.isdecimal():
        return float(wish[:9])
    try:
        date = parsedate_to_datetime(wish)
    except ValueError:
        return None
    if date.tzinfo is None:
        date = date.replace(tzinfo=UTC)
    return max(0.0, (date - datetime.now(UTC)).total_seconds())


def _worth_repeating(response: httpx.Response) -> bool:
    return response.status_code in RETRIED_STATUSES or response.is_server_error
