"""Brings a database to the newest tables at start, in process."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, text
from sqlalchemy.ext.asyncio import AsyncEngine

MIGRATION_LOCK = 0x5354_0001


async def migrate(engine: AsyncEngine) -> None:
    """Run the missing migrations in one transaction; processes that start together take turns."""
    async with engine.execution_options(writes=True).begin() as conn:
        if engine.dialect.name == "postgresql":
            await conn.execute(text(f"SELECT pg_advisory_xact_lock({MIGRATION_LOCK})"))
        await conn.run_sync(upgrade)


def upgrade(connection: Connection, revision: str = "head") -> None:
    """Upgrade the database behind an open connection."""
    command.upgrade(configuration(connection), revision)


def configuration(connection: Connection | None = None) -> Config:
    """Alembic's configuration, made here instead of read from an alembic.ini."""
    config = Config()
    folder = str(Path(__file__).with_name("migrations"))
    config.set_main_option("script_location", folder.replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config
