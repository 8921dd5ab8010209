"""One engine for either database: everything that differs between the two at connect time."""

import fcntl
import os
from pathlib import Path
from typing import IO, Any

from sqlalchemy import Connection, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from storage.engine.errors import StorageBusy

BUSY_SECONDS = 10.0
POOL_SIZE = 10
SQLITE_READERS = 4
PRIVATE = 0o600
# secure_delete: what people have deleted must not stay readable in the file's free pages.
PRAGMAS = ("journal_mode = WAL", "synchronous = NORMAL", "foreign_keys = ON", "secure_delete = ON")


def make_engine(url: str) -> AsyncEngine:
    """Make the engine for `sqlite+aiosqlite:///path` or `postgresql+asyncpg://…`."""
    backend = make_url(url).get_backend_name()
    if backend == "sqlite":
        return _sqlite(url)
    if backend == "postgresql":
        return create_async_engine(
            url, pool_size=POOL_SIZE, max_overflow=0, pool_pre_ping=True, hide_parameters=True
        )
    raise ValueError(f"Storage is SQLite or PostgreSQL, not {backend}.")


def _sqlite(url: str) -> AsyncEngine:
    options: dict[str, Any] = {}
    if not is_memory(url):
        options = {"pool_size": SQLITE_READERS + 1, "max_overflow": 0}
    engine = create_async_engine(
        url, connect_args={"timeout": BUSY_SECONDS}, hide_parameters=True, **options
    )
    event.listen(engine.sync_engine, "connect", _set_pragmas)
    event.listen(engine.sync_engine, "begin", _begin)
    return engine


def _set_pragmas(connection: DBAPIConnection, _record: object) -> None:
    # The driver's own guesses about when a transaction begins are switched off: see _begin.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Connection) -> None:
    # IMMEDIATE: a transaction that reads first and writes then must not find itself outrun.
    # Readers need none: their single statements are snapshots by themselves.
    if connection.get_execution_options().get("writes"):
        connection.exec_driver_sql("BEGIN IMMEDIATE")


def is_memory(url: str) -> bool:
    """Whether the URL names a SQLite database that lives in memory (tests)."""
    parsed = make_url(url)
    return parsed.get_backend_name() == "sqlite" and parsed.database in (None, "", ":memory:")


def lock_file(url: str) -> IO[str] | None:
    """Hold the SQLite file for this process; StorageBusy when another one has it.

    The lock is the operating system's (flock on `<file>.lock`), so it ends with the process,
    however that ends. None for PostgreSQL and for a database in memory.
    """
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite" or is_memory(url):
        return None
    path = Path(f"{parsed.database}.lock")
    path.parent.mkdir(parents=True, exist_ok=True)
    _keep_private(str(parsed.database))
    handle = os.fdopen(_private(str(path), os.O_RDWR | os.O_CREAT | os.O_APPEND), "a+")
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        holder = _holder(handle)
        handle.close()
        raise StorageBusy(
            f"{parsed.database} is in use by another process{holder}. SQLite serves one process:"
            " stop the other one, or use PostgreSQL for several."
        ) from error
    _sign(handle)
    return handle


def _keep_private(database: str) -> None:
    """The file is its owner's alone whatever the umask; SQLite makes the files beside it alike."""
    os.close(_private(database, os.O_RDWR | os.O_CREAT))
    for ending in ("", "-wal", "-shm", ".lock"):
        file = Path(database + ending)
        if file.exists() and file.stat().st_uid == os.geteuid():
            file.chmod(PRIVATE)


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, PRIVATE)


def _holder(handle: IO[str]) -> str:
    handle.seek(0)
    pid = handle.read(20).strip()
    return f" (pid {pid})" if pid else ""


def _sign(handle: IO[str]) -> None:
    handle.truncate(0)
    handle.write(f"{os.getpid()}\n")
    handle.flush()
