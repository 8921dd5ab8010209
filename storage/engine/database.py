"""Transactions: short, and never left half-done."""

import asyncio
import functools
import logging
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy import Table, func, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from storage.engine.signals import Signals, Topic
from storage.engine.vault import Vault

T = TypeVar("T")
P = ParamSpec("P")
N = TypeVar("N", bound="Records")

CHANNEL = "stemgram"
PATIENCE = 5.0
_SIGNALS = "signals"

log = logging.getLogger(__name__)


class Database:
    """An engine, the vault and the signals, with two ways in: `write` and `read`.

    SQLite has one writer at a time: writers queue up here, in order, instead of meeting
    "database is locked" there. Every transaction runs in a task of its own that the cancellation
    of a caller does not reach: it commits or fails as a whole, its connection comes back, and
    only then the caller goes (or after PATIENCE seconds, should the database hang).
    """

    def __init__(self, engine: AsyncEngine, vault: Vault, signals: Signals) -> None:
        self.engine = engine
        self.vault = vault
        self.signals = signals
        self.is_sqlite = engine.dialect.name == "sqlite"
        self._writers = engine.execution_options(writes=True)
        self._one_connection = engine.url.database in (None, "", ":memory:") and self.is_sqlite
        self._writing = asyncio.Lock()
        self._running: set[asyncio.Task[Any]] = set()

    async def write(self, work: Callable[[AsyncConnection], Awaitable[T]]) -> T:
        """Run `work` in one transaction, then wake whom it announced."""
        return await self._apart(self._transaction(work))

    async def read(self, work: Callable[[AsyncConnection], Awaitable[T]]) -> T:
        """Run `work`, which only reads; on SQLite each statement is its own snapshot."""
        return await self._apart(self._reading(work))

    def insert(self, table: Table) -> "postgresql.Insert | sqlite.Insert":
        """An INSERT that knows ON CONFLICT in the engine's dialect."""
        return sqlite.insert(table) if self.is_sqlite else postgresql.insert(table)

    async def close(self) -> None:
        """Wait for the transactions under way, then let the connections go."""
        await asyncio.gather(*self._running, return_exceptions=True)
        await self.engine.dispose()

    async def _apart(self, coroutine: Coroutine[Any, Any, T]) -> T:
        task = asyncio.create_task(coroutine)
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        try:
            return await asyncio.shield(task)
        except asyncio.CancelledError:
            task.add_done_callback(_log_late_failure)
            await asyncio.wait({task}, timeout=PATIENCE)
            raise

    async def _transaction(self, work: Callable[[AsyncConnection], Awaitable[T]]) -> T:
        if self.is_sqlite:
            async with self._writing:
                result, announced = await self._commit(work)
        else:
            result, announced = await self._commit(work)
        for topic, word in announced:
            self.signals.publish(topic, word)
        return result

    async def _commit(
        self, work: Callable[[AsyncConnection], Awaitable[T]]
    ) -> tuple[T, list[tuple[str, str]]]:
        async with self._writers.begin() as conn:
            announced: dict[tuple[str, str], bool] = {}
            conn.info[_SIGNALS] = announced
            result = await work(conn)
            if not self.is_sqlite:
                await _notify(conn, announced)
        return result, list(announced)

    async def _reading(self, work: Callable[[AsyncConnection], Awaitable[T]]) -> T:
        if self._one_connection:
            async with self._writing:
                return await self._look(work)
        return await self._look(work)

    async def _look(self, work: Callable[[AsyncConnection], Awaitable[T]]) -> T:
        async with self.engine.connect() as conn:
            return await work(conn)


def announce(conn: AsyncConnection, topic: Topic, word: object = "") -> None:
    """Wake the listeners of a topic, in all processes, once this transaction is committed."""
    conn.info[_SIGNALS][topic, str(word)] = True


async def _notify(conn: AsyncConnection, announced: dict[tuple[str, str], bool]) -> None:
    if announced:
        calls = [func.pg_notify(CHANNEL, f"{topic}:{word}") for topic, word in announced]
        await conn.execute(select(*calls))


def _log_late_failure(task: asyncio.Task[Any]) -> None:
    if not task.cancelled() and (error := task.exception()) is not None:
        log.error("A transaction failed after its caller was cancelled", exc_info=error)


class Records:
    """Base of the nouns: each public method of a noun is one transaction."""

    def __init__(self, database: Database) -> None:
        self._db = database
        self._vault = database.vault


def writes(
    method: Callable[Concatenate[N, AsyncConnection, P], Awaitable[T]],
) -> Callable[Concatenate[N, P], Coroutine[Any, Any, T]]:
    """Make a method one writing transaction; its connection is passed in."""

    @functools.wraps(method)
    async def call(self: N, /, *args: P.args, **kwargs: P.kwargs) -> T:
        return await self._db.write(lambda conn: method(self, conn, *args, **kwargs))

    return call


def reads(
    method: Callable[Concatenate[N, AsyncConnection, P], Awaitable[T]],
) -> Callable[Concatenate[N, P], Coroutine[Any, Any, T]]:
    """Make a method a reading one; its connection is passed in."""

    @functools.wraps(method)
    async def call(self: N, /, *args: P.args, **kwargs: P.kwargs) -> T:
        return await self._db.read(lambda conn: method(self, conn, *args, **kwargs))

    return call
