"""A dispatcher at work beside a test."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from bot.chat.incoming.dispatcher import Dispatcher
from storage import Arrived, InboxRow
from tests.chat.intake.memory import MemoryInbox


class World:
    """A dispatcher at work and what it did."""

    def __init__(self, inbox: MemoryInbox) -> None:
        self.inbox = inbox
        self.wake = asyncio.Event()
        self.handled: list[int] = []
        self.running: set[int] = set()
        self.most_at_once = 0
        self.floods: list[int] = []
        self.told: list[tuple[int, str]] = []
        self.before: Callable[[InboxRow], Awaitable[None]] | None = None
        self.dispatcher = Dispatcher(
            inbox,
            self.handle,
            owner="me",
            wake=self.wake,
            on_flood=self.flood,
            on_set_aside=self.set_aside,
        )

    async def handle(self, row: InboxRow) -> None:
        assert row.conversation not in self.running
        self.running.add(row.conversation)
        self.most_at_once = max(self.most_at_once, len(self.running))
        try:
            if self.before:
                await self.before(row)
            await asyncio.sleep(0)
            self.handled.append(row.update_id)
        finally:
            self.running.discard(row.conversation)

    async def flood(self, conversation: int) -> None:
        self.floods.append(conversation)

    async def set_aside(self, row: InboxRow, error_id: str) -> None:
        self.told.append((row.update_id, error_id))

    async def arrive(self, *rows: tuple[int, int]) -> None:
        await self.inbox.store([Arrived(i, conversation, "{}") for i, conversation in rows])
        self.wake.set()


@asynccontextmanager
async def dispatching(inbox: MemoryInbox, grace: float = 60.0) -> AsyncIterator[World]:
    world = World(inbox)
    task = asyncio.create_task(world.dispatcher.run())
    try:
        yield world
    finally:
        await world.dispatcher.stop(grace)
        await task
    assert inbox.owners == {} or inbox.broken
