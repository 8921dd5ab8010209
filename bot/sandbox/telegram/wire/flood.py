"""Flood control: how often a bot may write before it has to wait."""

import math
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.sandbox.telegram.wire.errors import too_many
from bot.sandbox.telegram.world import Chat


@dataclass
class Window:
    """At most `most` messages in any `seconds`."""

    most: int
    seconds: float
    sent: deque[float] = field(default_factory=deque)

    def wait(self, now: float, cost: int) -> float:
        """Seconds until `cost` more messages fit; 0 when they fit now."""
        while self.sent and self.sent[0] <= now - self.seconds:
            self.sent.popleft()
        surplus = len(self.sent) + cost - self.most
        if surplus <= 0 or not self.sent:
            return 0.0
        return self.sent[min(surplus, len(self.sent)) - 1] + self.seconds - now

    def add(self, now: float, cost: int) -> None:
        self.sent.extend([now] * cost)


@dataclass
class Flood:
    """The published rates (Bots FAQ): 1 a second in a chat, with a short burst; 20 a minute in a
    group; 30 a second in all. The real thresholds are not published. An album counts its items.
    """

    enabled: bool
    clock: Callable[[], float] = time.monotonic
    burst: int = 3
    _all: Window = field(default_factory=lambda: Window(30, 1.0))
    _chats: dict[int, list[Window]] = field(default_factory=dict)

    def charge(self, chat: Chat, cost: int = 1) -> None:
        """Count messages; raises 429 with `retry_after` in whole seconds when it is too many."""
        if not self.enabled:
            return
        windows = [self._all, *self._windows(chat)]
        now = self.clock()
        wait = max(window.wait(now, cost) for window in windows)
        if wait > 0:
            raise too_many(math.ceil(wait))
        for window in windows:
            window.add(now, cost)

    def _windows(self, chat: Chat) -> list[Window]:
        if chat.id not in self._chats:
            windows = [Window(self.burst, float(self.burst))]
            if chat.is_group:
                windows.append(Window(20, 60.0))
            self._chats[chat.id] = windows
        return self._chats[chat.id]
