"""The intake on the real inbox: what was stored is handled once, also after the process died."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest
from cryptography.fernet import Fernet
from pydantic import SecretStr

from bot.chat.incoming import BotApi, Poller
from bot.chat.incoming.dispatcher import Dispatcher
from storage import Arrived, InboxRow, Storage, Vault, open_storage
from tests.chat.intake.memory import until


@pytest.fixture
def reopen(tmp_path: Path) -> Callable[[], Awaitable[Storage]]:
    """Opens the same database file, as a new process would."""
    vault = Vault([SecretStr(Fernet.generate_key().decode())])
    return lambda: open_storage(f"sqlite+aiosqlite:///{tmp_path}/inbox.sqlite3", vault)


@asynccontextmanager
async def dispatching(
    storage: Storage, handle: Callable[[InboxRow], Awaitable[None]]
) -> AsyncIterator[Dispatcher]:
    wake = asyncio.Event()
    off = storage.on("inbox", lambda _: wake.set())
    dispatcher = Dispatcher(storage.inbox, handle, owner="me", wake=wake)
    task = asyncio.create_task(dispatcher.run())
    yield dispatcher
    await dispatcher.stop(1)
    await task
    off()


async def test_from_telegram_to_the_handler(reopen: Callable[[], Awaitable[Storage]]) -> None:
    updates = [{"update_id": i, "message": {"chat": {"id": i % 3}}} for i in range(30)]
    handled: list[InboxRow] = []

    async def telegram(request: httpx.Request) -> httpx.Response:
        await asyncio.sleep(0.001)
        offset = json.loads(request.content).get("offset", 0)
        return httpx.Response(200, json={"ok": True, "result": updates[max(0, offset - 5) :][:7]})

    async def handle(row: InboxRow) -> None:
        handled.append(row)

    storage = await reopen()
    async with (
        httpx.AsyncClient(transport=httpx.MockTransport(telegram)) as http,
        dispatching(storage, handle),
    ):
        api = BotApi(http, "http://telegram", SecretStr("1:A"))
        lead = storage.leadership
        poller = Poller(api, storage.inbox, new=asyncio.Event(), lead=lambda: lead("poll"))
        polling = asyncio.create_task(poller.run())
        await until(lambda: len(handled) == 30)
        polling.cancel()
    assert await storage.inbox.waiting() == 0
    await storage.close()
    assert sorted(row.update_id for row in handled) == list(range(30))
    for conversation in range(3):
        ids = [row.update_id for row in handled if row.conversation == conversation]
        assert ids == sorted(ids)


async def test_what_a_dead_process_held_is_handled_by_the_next(
    reopen: Callable[[], Awaitable[Storage]],
) -> None:
    storage = await reopen()
    await storage.inbox.store([Arrived(i, i % 2, f'{{"n": {i}}}') for i in range(6)])
    assert len(await storage.inbox.claim("me", 10, 10)) == 6
    await storage.inbox.done([0, 1])
    await storage.close()  # without a word to the inbox, as if killed

    storage, attempts = await reopen(), {}

    async def handle(row: InboxRow) -> None:
        attempts[row.update_id] = row.attempts

    async with dispatching(storage, handle):
        await until(lambda: len(attempts) == 4)
    assert await storage.inbox.waiting() == 0
    await storage.close()
    assert attempts == {2: 2, 3: 2, 4: 2, 5: 2}


async def test_an_orderly_stop_costs_no_attempt(
    reopen: Callable[[], Awaitable[Storage]],
) -> None:
    storage, begun = await reopen(), asyncio.Event()

    async def never(_: InboxRow) -> None:
        begun.set()
        await asyncio.Event().wait()

    await storage.inbox.store([Arrived(1, 1, "{}")])
    for _ in range(5):
        begun.clear()
        wake = asyncio.Event()
        dispatcher = Dispatcher(storage.inbox, never, owner="me", wake=wake)
        task = asyncio.create_task(dispatcher.run())
        await begun.wait()
        await dispatcher.stop(0)
        await task
    (row,) = await storage.inbox.claim("me", 1, 1)
    assert row.attempts == 1
    await storage.close()


async def test_an_unreadable_update_stays_in_the_inbox_with_its_error(
    reopen: Callable[[], Awaitable[Storage]],
) -> None:
    storage, handled = await reopen(), []

    async def handle(row: InboxRow) -> None:
        if row.update_id == 1:
            raise ValueError
        handled.append(row.update_id)

    async with dispatching(storage, handle):
        await storage.inbox.store([Arrived(i, 5, "{}") for i in (1, 2)])
        await until(lambda: handled == [2])
    assert await storage.inbox.waiting() == 0
    assert await storage.inbox.claim("me", 10, 10) == []
    await storage.close()
