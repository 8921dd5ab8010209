"""One lane per chat on the way to Telegram: in order, results before progress, at a courteous rate.

Telegram takes about 30 messages a second from a bot in all, and 20 a minute in one group (Bots FAQ,
"How can I message all of my bot's subscribers"). A chat that was told to wait waits alone.
"""

import asyncio
import heapq
import itertools
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from enum import IntEnum

PER_SECOND = 30.0


class Urgency(IntEnum):
    """What goes first when several things wait."""

    RESULT = 0  # an answer, a stem, a last word
    PROGRESS = 1


_Waiting = tuple[Urgency, int, "asyncio.Future[None]"]
_Ready = tuple[Urgency, int, int]


@dataclass(slots=True, eq=False)
class _Lane:
    waiting: list[_Waiting] = field(default_factory=list)
    busy: bool = False
    held_until: float = 0.0
    timer: asyncio.TimerHandle | None = None


class SendQueue:
    """Gives out turns: one at a time in a chat, `per_second` over all chats (None: no limit).

    `until(chat_id, urgency)` tells the seconds until a chat welcomes something so urgent.
    """

    def __init__(
        self,
        per_second: float | None = PER_SECOND,
        *,
        until: Callable[[int, Urgency], float] = lambda _chat_id, _urgency: 0.0,
    ) -> None:
        self._rate = per_second
        self._until = until
        self._left = per_second or 0.0
        self._filled_at = 0.0
        self._send_queue: dict[int, _Lane] = {}
        self._ready: list[_Ready] = []
        self._timer: asyncio.TimerHandle | None = None
        self._numbers = itertools.count()

    @asynccontextmanager
    async def turn(self, chat_id: int, urgency: Urgency = Urgency.RESULT) -> AsyncIterator[None]:
        """Hold the chat's lane for one short call; others of this chat wait meanwhile."""
        await self._enter(chat_id, urgency)
        try:
            yield
        finally:
            self._leave(chat_id)

    async def start(self, chat_id: int) -> None:
        """Wait for a turn, for a call that may last: nobody waits for its end."""
        async with self.turn(chat_id):
            return

    def hold(self, chat_id: int, seconds: float) -> None:
        """Telegram wants nothing for this chat for so long."""
        lane = self._send_queue.setdefault(chat_id, _Lane())
        lane.held_until = max(lane.held_until, _now() + seconds)
        if not lane.busy:
            self._advance(chat_id, lane)

    async def _enter(self, chat_id: int, urgency: Urgency) -> None:
        lane = self._send_queue.setdefault(chat_id, _Lane())
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(lane.waiting, (urgency, next(self._numbers), turn))
        self._advance(chat_id, lane)
        try:
            await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled():
                self._leave(chat_id)
            raise

    def _leave(self, chat_id: int) -> None:
        lane = self._send_queue[chat_id]
        lane.busy = False
        self._advance(chat_id, lane)

    def _advance(self, chat_id: int, lane: _Lane) -> None:
        """Let the lane's first stand in line for the whole bot's rate, once its chat may be written to."""
        if lane.timer is not None:
            lane.timer.cancel()
            lane.timer = None
        while lane.waiting and lane.waiting[0][2].done():
            heapq.heappop(lane.waiting)
        if lane.busy:
            return
        wait = self._wait(chat_id, lane)
        if wait > 0:
            self._look_again(chat_id, lane, wait)
        elif lane.waiting:
            heapq.heappush(self._ready, (*lane.waiting[0][:2], chat_id))
            self._release()
        else:
            del self._send_queue[chat_id]

    def _wait(self, chat_id: int, lane: _Lane) -> float:
        held = lane.held_until - _now() if lane.held_until else 0.0
        return max(held, self._until(chat_id, lane.waiting[0][0])) if lane.waiting else held

    def _look_again(self, chat_id: int, lane: _Lane, seconds: float) -> None:
        again = asyncio.get_running_loop().call_later
        lane.timer = again(seconds, self._advance, chat_id, lane)

    def _release(self) -> None:
        """Begin the turns of those who are ready, as far as the rate allows."""
        if self._timer is not None:
            return
        while self._ready:
            if (wait := self._rate_wait()) > 0:
                loop = asyncio.get_running_loop()
                self._timer = loop.call_later(wait, self._release_again)
                return
            self._begin(heapq.heappop(self._ready)[2])

    def _release_again(self) -> None:
        self._timer = None
        self._release()

    def _begin(self, chat_id: int) -> None:
        """Whoever is first in the lane by now gets the turn; entries of the past are passed over."""
        lane = self._send_queue.get(chat_id)
        if lane is None or lane.busy or (lane.held_until and lane.held_until > _now()):
            return
        while lane.waiting:
            turn = heapq.heappop(lane.waiting)[2]
            if not turn.done():
                lane.busy = True
                self._left -= 1
                turn.set_result(None)
                return

    def _rate_wait(self) -> float:
        """Seconds until the whole bot may send one more."""
        if self._rate is None:
            return 0.0
        now = _now()
        grown = self._left + (now - self._filled_at) * self._rate
        self._left, self._filled_at = min(self._rate, grown), now
        return max(0.0, (1 - self._left) / self._rate)


def _now() -> float:
    return asyncio.get_running_loop().time()
