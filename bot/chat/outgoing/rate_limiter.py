"""Rate limits per chat, as Telegram publishes them.

About one message a second in a chat with short bursts, 20 a minute in a group (Bots FAQ). The real
thresholds are not published, so this is a courtesy; a refusal is obeyed wherever it comes.
"""

import asyncio
import time
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager

BURST = (3, 3.0)  # messages in so many seconds, in one chat
GROUP = (20, 60.0)
FORGOTTEN = 1000  # chats; beyond that, those long silent are forgotten


async def _nothing() -> None:
    return


class ChatRateLimiter:
    """Counts what reached each chat, and what is on its way there; an album counts as many
    messages as it has files."""

    def __init__(
        self,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._clock = clock
        self._sleep = sleep
        self._sent: dict[int, deque[float]] = {}
        self._flying: dict[int, list[float]] = {}

    def until(self, chat_id: int, count: int) -> float:
        """Seconds until a chat welcomes `count` messages more."""
        return self._wait(chat_id, count, self._flying.get(chat_id, ()))

    def until_beside(self, chat_id: int, count: int) -> float:
        """The same for what can wait: it must not take the place of an upload that arrives later."""
        flying = self._flying.get(chat_id, ())
        return self._wait(chat_id, count, [self._clock()] * len(flying))

    @asynccontextmanager
    async def turn(
        self, chat_id: int, count: int = 1, *, line: Callable[[], Awaitable[None]] = _nothing
    ) -> AsyncIterator[None]:
        """Begin when `count` more messages are welcome in this chat and `line` lets them pass."""
        await line()
        while wait := self.until(chat_id, count):
            await self._sleep(wait)
            await line()
        async with self.counted(chat_id, count):
            yield

    @asynccontextmanager
    async def counted(self, chat_id: int, count: int = 1) -> AsyncIterator[None]:
        """Something goes out; Telegram counts it when it has arrived, which may take a while."""
        begun = [self._clock()] * count
        flying = self._flying.setdefault(chat_id, [])
        flying.extend(begun)
        try:
            yield
        finally:
            for moment in begun:
                flying.remove(moment)
            if not flying:
                del self._flying[chat_id]
            self._note(chat_id, count)

    def _note(self, chat_id: int, count: int) -> None:
        now = self._clock()
        self._sent.setdefault(chat_id, deque(maxlen=64)).extend([now] * count)
        if len(self._sent) > FORGOTTEN:
            old = [chat for chat, sent in self._sent.items() if sent[-1] < now - GROUP[1]]
            for chat in old:
                del self._sent[chat]

    def _wait(self, chat_id: int, count: int, flying: Sequence[float]) -> float:
        now, moments = self._clock(), sorted((*self._sent.get(chat_id, ()), *flying))
        rates = (BURST, GROUP) if chat_id < 0 else (BURST,)
        return max(_until(moments, now, count, most, seconds) for most, seconds in rates)


def _until(sent: Sequence[float], now: float, count: int, most: int, seconds: float) -> float:
    """Seconds until the window has room; an album larger than the window waits for an empty one."""
    recent = [moment for moment in sent if moment > now - seconds]
    surplus = len(recent) + count - most
    if surplus <= 0 or not recent:
        return 0.0
    return recent[min(surplus, len(recent)) - 1] + seconds - now
