"""A process's session with PostgreSQL: one connection that holds its locks and hears signals."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from typing import Any, Protocol

import asyncpg  # type: ignore[import-untyped]
from sqlalchemy import URL
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine
from sqlalchemy.pool import NullPool

from storage.engine.database import CHANNEL
from storage.engine.signals import Signals
from storage.jobs.leases import WORKER_LOCKS

LEADER_LOCKS = 0x5354_0004
ANSWER_SECONDS = 5.0
PAUSES = (0.1, 0.5, 1.0, 2.0, 5.0)
LOST = (OSError, asyncpg.PostgresError, asyncpg.InterfaceError, DBAPIError)

log = logging.getLogger(__name__)


class Driver(Protocol):
    """What is used of asyncpg's connection."""

    async def execute(self, query: str, *args: object) -> str:
        """Run a statement."""

    async def fetchval(self, query: str, *args: object) -> Any:
        """Run a query for one value."""

    async def add_listener(self, channel: str, callback: Callable[..., None]) -> None:
        """LISTEN."""

    def add_termination_listener(self, callback: Callable[[Any], None]) -> None:
        """Be told when the connection is gone."""

    def terminate(self) -> None:
        """Hang up without a word."""


class PostgresSession:
    """One connection beside the pool, made again when it breaks."""

    def __init__(self, url: URL, signals: Signals) -> None:
        self._engine = create_async_engine(url, poolclass=NullPool, hide_parameters=True)
        self._signals = signals
        self._workers: set[str] = set()
        self._leads: set[str] = set()
        self._connection: Driver | None = None
        self._using = asyncio.Lock()
        self._broken = asyncio.Event()
        self._keeper: asyncio.Task[None] | None = None

    async def open(self) -> None:
        """Connect; from here on the connection is kept."""
        opened = asyncio.get_running_loop().create_future()
        self._keeper = asyncio.create_task(self._keep(opened))
        await opened

    async def attend(self, worker: str) -> None:
        """Hold the worker's lock, now and after every reconnection."""
        self._workers.add(worker)
        async with self._using:
            if self._connection is not None:
                await _lock_worker(self._connection, worker)

    async def leadership(self, name: str) -> bool:
        """Whether this process leads; takes the lead when nobody has it. Asks the server."""
        async with self._using:
            if self._connection is None:
                return False
            try:
                async with asyncio.timeout(ANSWER_SECONDS):
                    return await self._lead(self._connection, name)
            except LOST:
                log.warning("The leadership of %s could not be asked for", name, exc_info=True)
                self._broken.set()
                return False

    async def resign(self, name: str) -> None:
        """Give the lead away."""
        async with self._using:
            if name in self._leads and self._connection is not None:
                self._leads.discard(name)
                await self._connection.execute(
                    f"SELECT pg_advisory_unlock({LEADER_LOCKS}, hashtext($1))", name
                )

    async def close(self) -> None:
        """Let go of the locks, now rather than when the server notices, and the connection."""
        await self._unlock()
        if self._keeper is not None:
            self._keeper.cancel()
            with suppress(asyncio.CancelledError):
                await self._keeper
        await self._engine.dispose()

    async def _unlock(self) -> None:
        async with self._using:
            if self._connection is None:
                return
            try:
                async with asyncio.timeout(ANSWER_SECONDS):
                    await self._connection.execute("SELECT pg_advisory_unlock_all()")
            except LOST:
                log.warning("The session with PostgreSQL ended by itself", exc_info=True)

    async def _lead(self, connection: Driver, name: str) -> bool:
        if name in self._leads:
            await connection.execute("SELECT 1")
            return True
        taken: bool = await connection.fetchval(
            f"SELECT pg_try_advisory_lock({LEADER_LOCKS}, hashtext($1))",
            name,
        )
        if taken:
            self._leads.add(name)
        return taken

    async def _keep(self, opened: "asyncio.Future[None]") -> None:
        failures = 0
        while True:
            try:
                async with self._connected():
                    failures = 0
                    if opened.done():
                        self._signals.publish_all()
                    else:
                        opened.set_result(None)
                    await self._broken.wait()
                log.warning("The session with PostgreSQL was lost; connecting again")
            except Exception as error:
                if not opened.done():
                    opened.set_exception(error)
                    return
                log.warning("No session with PostgreSQL", exc_info=True)
            await asyncio.sleep(PAUSES[min(failures, len(PAUSES) - 1)])
            failures += 1

    @asynccontextmanager
    async def _connected(self) -> AsyncIterator[None]:
        self._broken.clear()
        async with self._engine.connect() as conn:
            connection = await _driver(conn)
            connection.add_termination_listener(lambda _: self._broken.set())
            await connection.add_listener(CHANNEL, self._hear)
            async with self._using:
                for worker in self._workers:
                    await _lock_worker(connection, worker)
                self._connection = connection
            try:
                yield
            finally:
                async with self._using:
                    self._connection = None
                    self._leads.clear()
                connection.terminate()
                await conn.invalidate()

    def _hear(self, _connection: object, _pid: int, _channel: str, payload: object) -> None:
        topic, _, word = str(payload).partition(":")
        self._signals.publish(topic, word)


async def _driver(conn: AsyncConnection) -> Driver:
    connection: Driver | None = (await conn.get_raw_connection()).driver_connection
    if connection is None:
        raise ConnectionError("The connection has no driver behind it.")
    return connection


async def _lock_worker(connection: Driver, worker: str) -> None:
    await connection.execute(f"SELECT pg_advisory_lock({WORKER_LOCKS}, hashtext($1))", worker)
