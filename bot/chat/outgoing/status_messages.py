"""Status messages: edits are coalesced, the latest one wins, and the last one always arrives."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

import structlog
from telegram.error import RetryAfter, TelegramError

from bot.chat.display.screen import Screen
from bot.chat.outgoing.retries import seconds
from bot.chat.outgoing.sender import Sender
from storage import Place

log = structlog.get_logger()
PRIVATE_PAUSE = 3.0  # seconds between two edits of one message
GROUP_PAUSE = 6.0
MOST_LANES = 2000  # beyond so many, those at rest are forgotten
OLD_AFTER = 100  # edits; from then on the pause doubles: a long wait needs fewer of them


@dataclass(slots=True)
class _Lane:
    place: Place
    shown: Screen | None = None
    pending: Screen | None = None
    edits: int = 0
    task: asyncio.Task[None] | None = field(default=None, repr=False)

    def take(self) -> Screen:
        """The newest screen, which is shown from here on."""
        assert self.pending is not None  # noqa: S101 (whoever takes has looked)
        self.shown, self.pending = self.pending, None
        return self.shown


class StatusMessages:
    """Progress of jobs, one lane per status message; a slow or refused edit holds nobody up."""

    def __init__(
        self, sender: Sender, *, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    ) -> None:
        self._sender = sender
        self._sleep = sleep
        self._send_queue: dict[tuple[int, int], _Lane] = {}

    def show(self, place: Place, message_id: int, screen: Screen) -> None:
        """Show this soon, unless something newer comes first. Never waits."""
        if len(self._send_queue) >= MOST_LANES:
            self._send_queue = {key: lane for key, lane in self._send_queue.items() if lane.task}
        lane = self._send_queue.setdefault((place.chat_id, message_id), _Lane(place))
        if screen == (lane.pending or lane.shown):
            return
        lane.pending = screen
        if lane.task is None:
            lane.task = asyncio.create_task(self._work(message_id, lane))

    async def finish(self, place: Place, message_id: int, screen: Screen) -> int:
        """Show the final state, after which progress of this message is over; returns the message's id."""
        await self._close(self._send_queue.pop((place.chat_id, message_id), None))
        return await self._sender.edit(place, message_id, screen)

    async def finish_with_picture(
        self, place: Place, message_id: int, picture: bytes, screen: Screen
    ) -> None:
        """The same with a PNG above the text. Raises BadRequest where Telegram does not put one in."""
        await self._close(self._send_queue.pop((place.chat_id, message_id), None))
        await self._sender.put_picture(place, message_id, picture, screen)

    async def stop(self) -> None:
        """Drop what is pending: after a restart the next report shows the state anew."""
        for lane in list(self._send_queue.values()):
            await self._close(lane)
        self._send_queue.clear()

    async def _close(self, lane: _Lane | None) -> None:
        if lane and lane.task:
            lane.task.cancel()
            await asyncio.wait([lane.task])

    async def _work(self, message_id: int, lane: _Lane) -> None:
        while lane.pending:
            pause = GROUP_PAUSE if lane.place.chat_id < 0 else PRIVATE_PAUSE
            try:
                await self._sender.show_progress(lane.place, message_id, lane.take)
            except RetryAfter as refusal:
                lane.pending, lane.shown = lane.pending or lane.shown, None
                pause = max(pause, seconds(refusal))
            except TelegramError as refusal:
                lane.shown = None
                log.info("progress not shown", reason=str(refusal))
            lane.edits += 1
            await self._sleep(pause if lane.edits < OLD_AFTER else pause * 2)
        lane.task = None
