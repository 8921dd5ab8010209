"""Hands stored updates to the bot: in order within a conversation, conversations side by side."""

import asyncio
import logging
from collections import defaultdict, deque
from collections.abc import Awaitable, Callable, Iterable, Sequence
from contextlib import suppress
from typing import NamedTuple, Protocol

from bot.chat.incoming.outcomes import Explained, Later
from bot.logs import error_id, redact
from bot.net.retry import backoff
from storage import InboxRow

log = logging.getLogger(__name__)

SIDE_BY_SIDE = 64  # conversations
FLOOD = 40  # waiting rows of one conversation
PER_CONVERSATION = FLOOD + 1
ROOM = SIDE_BY_SIDE * PER_CONVERSATION  # rows held: flooders alone cannot fill it
AT_ONCE = 512  # rows of one claim
LEASE = 60.0  # seconds for which claimed rows are ours
MAX_ATTEMPTS = 3
LONGEST_PAUSE = 5.0  # seconds between tries while the database is away
IDLE = 1.0  # seconds between looks when nobody wakes us


class Inbox(Protocol):
    """The part of the inbox that gives updates out."""

    async def claim(
        self, owner: str, limit: int, per_conversation: int, *, lease: float
    ) -> list[InboxRow]: ...
    async def renew(self, owner: str, *, lease: float) -> None: ...
    async def done(self, ids: Sequence[int]) -> None: ...
    async def set_aside(self, update_id: int, error: str, error_id: str) -> None: ...
    async def release(self, owner: str) -> None: ...


class Dispatcher:
    """Claims rows of the inbox and runs `handle` on each.

    `handle` returning means done; raising `Later`, that the conversation rests first; raising
    anything else, that it failed: the update is set aside with an error id, and unless that is
    `Explained`, `on_set_aside` is told. So is a row on which the process died MAX_ATTEMPTS times.
    `on_flood` is told a conversation once per burst, when FLOOD of its rows wait.
    """

    def __init__(
        self,
        inbox: Inbox,
        handle: Callable[[InboxRow], Awaitable[None]],
        *,
        owner: str,
        wake: asyncio.Event,
        on_flood: Callable[[int], Awaitable[None]] | None = None,
        on_set_aside: Callable[[InboxRow, str], Awaitable[None]] | None = None,
    ) -> None:
        self._inbox = inbox
        self._handle = handle
        self._owner = owner
        self._wake = wake
        self._on_flood = on_flood
        self._on_set_aside = on_set_aside
        self._slots = asyncio.Semaphore(SIDE_BY_SIDE)
        self._waiting: dict[int, deque[InboxRow]] = {}
        self._send_queue: dict[int, asyncio.Task[None]] = {}
        self._handled: list[int] = []
        self._spoiled: list[_Spoiled] = []
        self._held = 0
        self._resting: set[int] = set()
        self._renewed_at = 0.0
        self._flooding: set[int] = set()
        self._to_tell: set[int] = set()
        self._failures = 0
        self._careful = True
        self._stop_asked = asyncio.Event()
        self._out = asyncio.Event()
        self._out.set()

    async def run(self) -> None:
        """Claim and handle until `stop` is called."""
        self._out.clear()
        try:
            while not self._stop_asked.is_set():
                await self._round()
        finally:
            self._out.set()

    async def stop(self, grace: float) -> None:
        """Claim no more, give running handlers `grace` seconds, cancel them, hand rows back."""
        self._stop_asked.set()
        self._wake.set()
        await self._out.wait()
        if self._send_queue:
            _, late = await asyncio.wait(self._send_queue.values(), timeout=grace)
            await _cancel(late)
        await self._hand_back()

    async def _round(self) -> None:
        """Mark what is handled, take what waits, then rest until there is more to do."""
        self._wake.clear()
        try:
            await self._write_marks()
            await self._renew()
            more = await self._take()
        except Exception:
            await self._pause()
            return
        self._failures = 0
        if not more:
            await _first_of(self._wake, IDLE)

    async def _renew(self) -> None:
        """Keep what is held for a full LEASE from now."""
        now = _clock()
        if not self._held:
            self._renewed_at = now
        elif now - self._renewed_at > LEASE / 4:
            await self._inbox.renew(self._owner, lease=LEASE)
            self._renewed_at = now

    async def _take(self) -> bool:
        """Claim rows and start on them; true if it is worth asking again at once.

        Rows that were claimed when the process died count an attempt, so at first they are taken
        one by one: that tells the row that is to blame from those that were merely there.
        """
        resting = sum(len(self._waiting[each]) for each in self._resting)
        limit = min(AT_ONCE, ROOM - self._held + resting)
        if self._careful:
            limit = 0 if self._send_queue.keys() - self._resting else 1
        if limit < 1:
            return False
        rows = await self._inbox.claim(self._owner, limit, PER_CONVERSATION, lease=LEASE)
        was_careful = self._careful
        self._careful = was_careful and any(row.attempts > 1 for row in rows)
        self._start(rows)
        return was_careful != self._careful or (len(rows) == limit and not self._careful)

    def _start(self, rows: list[InboxRow]) -> None:
        self._held += len(rows)
        by_conversation: dict[int, list[InboxRow]] = defaultdict(list)
        for row in rows:
            by_conversation[row.conversation].append(row)
        for conversation, its_rows in by_conversation.items():
            self._line_up(conversation, its_rows)

    def _line_up(self, conversation: int, rows: list[InboxRow]) -> None:
        """Behind what already waits of this conversation, or in a lane of its own."""
        if conversation in self._send_queue:
            self._waiting[conversation].extend(rows)
        else:
            self._waiting[conversation] = deque(rows)
            lane = asyncio.create_task(self._lane(conversation), name=f"lane {conversation}")
            self._send_queue[conversation] = lane
            if len(rows) <= FLOOD // 2:  # it had come to rest since the last burst
                self._flooding.discard(conversation)
        self._watch_for_floods(conversation)

    def _watch_for_floods(self, conversation: int) -> None:
        """A burst is one until all of it is handled: what waits is at times only what was claimed so far."""
        if len(self._waiting[conversation]) >= FLOOD and conversation not in self._flooding:
            self._flooding.add(conversation)
            self._to_tell.add(conversation)

    async def _lane(self, conversation: int) -> None:
        waiting = self._waiting[conversation]
        try:
            while waiting and self._may_go_on():
                if rest := await self._turn(conversation, waiting):
                    await self._rest(conversation, rest)
        finally:
            # What is left is not ours any more, or is handed back by `stop`.
            self._held -= len(waiting)
            del self._waiting[conversation], self._send_queue[conversation]
            self._wake.set()

    async def _turn(self, conversation: int, waiting: deque[InboxRow]) -> float:
        """Handle what waits; the seconds to rest before the next one, which stays the first."""
        async with self._slots:
            while waiting and self._may_go_on():
                await self._tell_flooder(conversation)
                row = waiting.popleft()
                try:
                    await self._one(row)
                except Later as later:
                    waiting.appendleft(row)
                    return later.seconds
        return 0.0

    async def _rest(self, conversation: int, seconds: float) -> None:
        """Neither a slot nor room is taken meanwhile."""
        self._resting.add(conversation)
        self._wake.set()
        try:
            await _first_of(self._stop_asked, seconds)
        finally:
            self._resting.discard(conversation)

    def _may_go_on(self) -> bool:
        """False when stopping, or when we slept so long that others may have taken our rows."""
        return not self._stop_asked.is_set() and _clock() - self._renewed_at < LEASE

    async def _tell_flooder(self, conversation: int) -> None:
        if conversation in self._to_tell:
            self._to_tell.discard(conversation)
            if self._on_flood:
                await _told(self._on_flood(conversation))

    async def _one(self, row: InboxRow) -> None:
        if row.attempts > MAX_ATTEMPTS:
            await self._spoil(row, "the process ended each time this was handled")
            return
        try:
            await self._handle(row)
        except Later:
            raise
        except Explained as fault:
            self._spoiled.append(_Spoiled(row.update_id, "a fault of ours", fault.error_id))
        except asyncio.CancelledError as error:
            if _is_being_cancelled():
                raise
            await self._spoil(row, "the handler was cancelled from inside", error)
        except Exception as error:
            await self._spoil(row, f"{type(error).__name__}: {error}", error)
        else:
            self._handled.append(row.update_id)
        self._wake.set()

    async def _spoil(self, row: InboxRow, why: str, error: BaseException | None = None) -> None:
        spoiled = _Spoiled(row.update_id, redact(why)[:500], error_id())
        log.error("update %d set aside: %s (%s)", *spoiled, exc_info=error)
        if self._on_set_aside:
            await _told(self._on_set_aside(row, spoiled.error_id))
        self._spoiled.append(spoiled)

    async def _write_marks(self) -> None:
        """Record what has been handled or set aside so far; what fails is recorded next time."""
        while self._spoiled:
            await self._inbox.set_aside(*self._spoiled[0])
            del self._spoiled[0]
            self._held -= 1
        ids = tuple(self._handled)
        if ids:
            await self._inbox.done(ids)
            del self._handled[: len(ids)]
            self._held -= len(ids)

    async def _pause(self) -> None:
        self._failures += 1
        pause = backoff(self._failures, LONGEST_PAUSE)
        log.exception("the inbox does not answer (%s); next try in %.1f s", error_id(), pause)
        await _first_of(self._stop_asked, pause)

    async def _hand_back(self) -> None:
        try:
            await self._write_marks()
            await self._inbox.release(self._owner)
        except Exception:
            log.exception(
                "rows could not be handed back (%s); they come back by lease", error_id()
            )


class _Spoiled(NamedTuple):
    update_id: int
    why: str
    error_id: str


def _clock() -> float:
    return asyncio.get_running_loop().time()


def _is_being_cancelled() -> bool:
    """Whether this very task was told to end, and not only something it waited for."""
    task = asyncio.current_task()
    return task is not None and task.cancelling() > 0


async def _told(reporter: Awaitable[None]) -> None:
    """Telling somebody is a courtesy: its failing must not hold up the conversation."""
    try:
        await reporter
    except Exception:
        log.exception("a notice could not be sent (%s)", error_id())


async def _first_of(event: asyncio.Event, seconds: float) -> None:
    with suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await event.wait()


async def _cancel(tasks: Iterable[asyncio.Task[None]]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
