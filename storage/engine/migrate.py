"""Runs the Alembic migrations at start, in process."""

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text
from sqlalchemy.ext.asyncio import AsyncEngine

if TYPE_CHECKING:
    from alembic.config import Config

MIGRATION_LOCK = 0x5354_0001
SCRIPTS = Path(__file__).parents[1] / "migrations"
VERSIONS = "alembic_version"  # Alembic's own table: one row, the revision


async def migrate(engine: AsyncEngine) -> None:
    """Run the missing migrations in one transaction; processes that start together take turns.

    A database that has them all, as at every start but the first, costs one question.
    """
    async with engine.connect() as conn:
        if await conn.run_sync(revision_of) == newest():
            return
    async with engine.execution_options(writes=True).begin() as conn:
        if engine.dialect.name == "postgresql":
            await conn.execute(text(f"SELECT pg_advisory_xact_lock({MIGRATION_LOCK})"))
        await conn.run_sync(upgrade)


def revision_of(connection: Connection) -> str | None:
    """The revision a database is at; None before its first migration."""
    if not inspect(connection).has_table(VERSIONS):
        return None
    found = connection.execute(text(f"SELECT version_num FROM {VERSIONS}"))  # noqa: S608
    return found.scalar_one_or_none()


def newest() -> str:
    """`0006`, of `v0006_texts.py`: the last revision there is."""
    return max(path.name[1:5] for path in SCRIPTS.glob("versions/v*.py"))


def upgrade(connection: Connection, revision: str = "head") -> None:
    """Upgrade the database behind an open connection."""
    from alembic import command  # noqa: PLC0415 - a tenth of a second and 10 MB, rarely needed

    command.upgrade(configuration(connection), revision)


def configuration(connection: Connection | None = None) -> "Config":
    """Alembic's configuration, made here instead of read from an alembic.ini."""
    from alembic.config import Config  # noqa: PLC0415 - as above

    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config
