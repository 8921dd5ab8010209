"""The last good list of algorithms, so that the bot can start while the service is down."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.engine.clock import db_now
from storage.engine.database import Records, reads, writes
from storage.tables import catalogue

ONLY_ROW = 1


@dataclass(frozen=True)
class Cached:
    """The list as text, and when it was fetched (seconds since the epoch)."""

    payload: str
    fetched_at: float


class Catalogue(Records):
    """One row."""

    @reads
    async def load(self, conn: AsyncConnection) -> Cached | None:
        """The list saved last."""
        query = select(catalogue.c.payload, catalogue.c.fetched_at)
        row = (await conn.execute(query.where(catalogue.c.id == ONLY_ROW))).one_or_none()
        return None if row is None else Cached(*row)

    @writes
    async def save(self, conn: AsyncConnection, payload: str) -> None:
        """Keep a list in place of the one before."""
        values = {"payload": payload, "fetched_at": db_now()}
        insert = self._db.insert(catalogue).values(id=ONLY_ROW, **values)
        await conn.execute(
            insert.on_conflict_do_update(index_elements=[catalogue.c.id], set_=values)
        )
