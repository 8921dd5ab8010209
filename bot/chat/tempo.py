"""How fast we write: Telegram's published rates, kept by waiting, so that files are not uploaded twice.

About one message a second in a chat with short bursts, 20 a minute in a group (Bots FAQ). The real
thresholds are not published, so this is a courtesy; a refusal is obeyed wherever it comes.
"""

import asyncio
import time
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

BURST = (3, 3.0)  # messages in so many seconds, in one chat
GROUP = (20, 60.0)
FORGOTTEN = 1000  # chats; beyond that, those long silent are forgotten


class Tempo:
    """Counts what went out to each chat; an album counts as many messages as it has files."""

    def __init__(
        self,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._clock = clock
        self._sleep = sleep
        self._sent: dict[int, deque[float]] = {}

    def note(self, chat_id: int, count: int = 1) -> None:
        """Something went out that did not wait for its turn."""
        now = self._clock()
        self._sent.setdefault(chat_id, deque(maxlen=64)).extend([now] * count)
        if len(self._sent) > FORGOTTEN:
            old = [chat for chat, sent in self._sent.items() if sent[-1] < now - GROUP[1]]
            for chat in old:
                del self._sent[chat]

    def until(self, chat_id: int, count: int) -> float:
        """Seconds until a chat welcomes `count` messages more."""
        return self._wait(chat_id, count)

    @asynccontextmanager
    async def turn(self, chat_id: int, count: int = 1) -> AsyncIterator[None]:
        """Wait until `count` more messages are welcome in this chat; they count from their arrival on."""
        while wait := self._wait(chat_id, count):
            await self._sleep(wait)
        begun = self._clock()
        self.note(chat_id, count)
        try:
            yield
        finally:
            self._arrived(chat_id, begun, count)

    def _arrived(self, chat_id: int, begun: float, count: int) -> None:
        """An upload takes its time, and Telegram counts at its end."""
        sent = self._sent.get(chat_id)
        if sent is not None:
            for _ in range(min(count, sent.count(begun))):
                sent.remove(begun)
        self.note(chat_id, count)

    def _wait(self, chat_id: int, count: int) -> float:
        now, sent = self._clock(), self._sent.get(chat_id, ())
        rates = (BURST, GROUP) if chat_id < 0 else (BURST,)
        return max(_until(sent, now, count, most, seconds) for most, seconds in rates)


def _until(
    sent: "deque[float] | tuple[()]", now: float, count: int, most: int, seconds: float
) -> float:
    """Seconds until the window has room; an album larger than the window waits for an empty one."""
    recent = [moment for moment in sent if moment > now - seconds]
    surplus = len(recent) + count - most
    if surplus <= 0 or not recent:
        return 0.0
    return recent[min(surplus, len(recent)) - 1] + seconds - now
