"""Durations of algorithms, learned from ended jobs."""

from sqlalchemy import case, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.engine.clock import db_now
from storage.engine.database import Records, reads, writes
from storage.tables import paces

MEMORY = 20  # jobs; older ones weigh less and less, as the service changes


class Paces(Records):
    """Seconds of work for a minute of sound, per algorithm (`sep_type`)."""

    @writes
    async def learn(self, conn: AsyncConnection, sep_type: int, pace: float) -> None:
        """Take one more job into the running mean; `pace` in seconds per minute of sound."""
        seen = case((paces.c.seen < MEMORY, paces.c.seen + 1), else_=MEMORY)
        insert = self._db.insert(paces).values(
            sep_type=sep_type, pace=pace, seen=1, updated_at=db_now()
        )
        mean = paces.c.pace + (pace - paces.c.pace) / seen
        await conn.execute(
            insert.on_conflict_do_update(
                index_elements=[paces.c.sep_type],
                set_={"pace": mean, "seen": seen, "updated_at": db_now()},
            )
        )

    @reads
    async def of(self, conn: AsyncConnection, sep_type: int) -> float | None:
        """Seconds per minute of sound; None while nothing was learned."""
        query = select(paces.c.pace).where(paces.c.sep_type == sep_type)
        pace: float | None = (await conn.execute(query)).scalar_one_or_none()
        return pace
