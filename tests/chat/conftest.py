"""What the tests of the way out to Telegram share."""

import asyncio
from typing import Any

import pytest

ROUND = 1e-6  # seconds that a round of the loop takes


class _Hurry:
    """In front of an event loop's selector: instead of waiting for a timer it moves the clock on."""

    def __init__(self, loop: Any) -> None:
        self._selector = loop._selector
        self._now = float(loop.time())

    def time(self) -> float:
        return self._now

    def select(self, timeout: float | None = None) -> Any:
        self._now += ROUND + (timeout or 0)
        return self._selector.select(None if timeout is None else 0)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._selector, name)


@pytest.fixture
async def virtual_time() -> None:
    """Time passes only while all tasks wait, so no slow machine changes what happens when."""
    loop: Any = asyncio.get_running_loop()
    loop._selector = _Hurry(loop)
    loop.time = loop._selector.time
