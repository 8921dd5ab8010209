"""One bell that wakes everybody who waits for the sandbox to change."""

import asyncio
from collections.abc import Callable


class Bell:
    """Wakes all waiters at once; each looks for itself whether its moment has come."""

    def __init__(self) -> None:
        self._waiters: set[asyncio.Future[None]] = set()

    def ring(self) -> None:
        waiters, self._waiters = self._waiters, set()
        for waiter in waiters:
            if not waiter.done():
                waiter.set_result(None)

    async def wait(self, seconds: float | None = None) -> bool:
        """True when it rang, False after `seconds`."""
        waiter: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiters.add(waiter)
        try:
            await asyncio.wait_for(waiter, seconds)
        except TimeoutError:
            return False
        finally:
            self._waiters.discard(waiter)
        return True

    async def until(self, condition: Callable[[], bool], seconds: float) -> bool:
        """True as soon as the condition holds, False when it does not within `seconds`."""
        loop = asyncio.get_running_loop()
        deadline = loop.time() + seconds
        while not condition():
            left = deadline - loop.time()
            if left <= 0 or not await self.wait(left):
                return condition()
        return True
