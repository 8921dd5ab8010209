"""What no machine changes: how many statements, requests and bytes a thing costs."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import event

from bot.chat.incoming.dispatcher import Dispatcher
from bot.net.multipart import FilePart, Multipart
from bot.net.streams import Opened
from storage import Arrived, InboxRow, Storage, Turns
from tests.storage.test_budget import waiting


@contextmanager
def statements(storage: Storage) -> Iterator[list[str]]:
    """Every statement from here on, transactions' beginnings left out."""
    seen: list[str] = []

    def note(_conn: object, _cursor: object, statement: str, *_rest: object) -> None:
        if not statement.startswith("BEGIN"):
            seen.append(statement)

    engine = storage.database.engine.sync_engine
    event.listen(engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(engine, "before_cursor_execute", note)


async def _handled(storage: Storage, first: int, count: int) -> list[str]:
    """The statements for `count` updates of as many people, from Telegram's answer to done marks."""
    wake, handled = asyncio.Event(), 0

    async def handle(_row: InboxRow) -> None:
        nonlocal handled
        handled += 1

    dispatcher = Dispatcher(storage.inbox, handle, owner="w", wake=wake)
    with statements(storage) as seen:
        await storage.inbox.store([Arrived(n, n, "{}") for n in range(first, first + count)])
        running = asyncio.create_task(dispatcher.run())
        async with asyncio.timeout(60):
            while await storage.inbox.waiting():  # noqa: ASYNC110 - no event for it
                await asyncio.sleep(0)
        await dispatcher.stop(0)
        await running
    assert handled == count
    return [each for each in seen if "count(" not in each]


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_a_batch_of_updates_costs_statements_by_the_batch(storage: Storage) -> None:
    few = len(await _handled(storage, 1, 2))
    many = len(await _handled(storage, 100, 60))
    assert few <= 12
    assert many <= few + 12


async def test_people_who_come_at_once_cost_statements_by_the_batch(storage: Storage) -> None:
    async def meet(person: int) -> None:
        await storage.users.seen(person, "en")
        await storage.access.standing(person)

    with statements(storage) as seen:
        await asyncio.gather(*(meet(person) for person in range(1, 61)))
    assert len(seen) <= 6
    with statements(storage) as seen:
        await asyncio.gather(*(meet(person) for person in range(1, 61)))
    assert not seen


async def test_a_claim_is_one_statement_however_many_wait(storage: Storage) -> None:
    await waiting(storage, 6)
    with statements(storage) as seen:
        assert len(await storage.jobs.claim_due("w", 8, turns=Turns(3, 3))) == 3
        await storage.jobs.next_due_in()
        await storage.polls.waiting()
    assert len(seen) == 3


class Tap:
    """A source that notes how much of it was read before anybody took it."""

    def __init__(self, chunk: int, count: int) -> None:
        self.given = self.taken = self.most = 0
        self._chunk, self._count = bytes(chunk), count

    async def chunks(self) -> Any:
        for _ in range(self._count):
            self.given += len(self._chunk)
            self.most = max(self.most, self.given - self.taken)
            yield self._chunk


async def test_a_body_reads_one_piece_at_a_time_and_copies_every_byte_once() -> None:
    chunk, count = 64 * 1024, 200
    tap = Tap(chunk, count)
    told: list[int] = []
    opened = Opened(tap.chunks(), chunk * count)
    file = FilePart("audiofile", "s.wav", "audio/wav", opened)
    body = Multipart([("sep_type", "20")], [file], on_progress=told.append)
    total = 0
    async for piece in body:
        total += len(piece)
        if len(piece) == chunk:
            tap.taken += chunk
    assert total == body.content_length
    assert tap.taken == tap.given == chunk * count == told[-1]
    assert tap.most == chunk
