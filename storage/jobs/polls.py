"""Jobs that wait for the service: their count, and wake-up of one of them."""

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.engine.clock import db_now
from storage.engine.database import Records, announce, reads, writes
from storage.jobs.job import Rank
from storage.tables import jobs

CALM = 2.0  # seconds from a look to the next one, however many hints come


class Polls(Records):
    """Hints are only hints: they say when to ask, never what the answer is."""

    @writes
    async def hint(self, conn: AsyncConnection, job_id: int) -> bool:
        """Something happened to a job: ask next, before all that merely are due; False: not waiting."""
        waiting = update(jobs).where(jobs.c.id == job_id, jobs.c.rank != Rank.FREE)
        calm = jobs.c.updated_at + CALM
        soon = func.max(db_now(), calm) if self._db.is_sqlite else func.greatest(db_now(), calm)
        hinted = await conn.execute(waiting.values(rank=Rank.HINTED, due_at=soon))
        if hinted.rowcount:
            announce(conn, "jobs")
        return bool(hinted.rowcount)

    @reads
    async def waiting(self, conn: AsyncConnection) -> int:
        """How many jobs wait to be asked about."""
        asking = (Rank.HINTED, Rank.ORDINARY)
        query = select(func.count()).where(jobs.c.rank.in_(asking), jobs.c.due_at.is_not(None))
        return (await conn.execute(query)).scalar_one()
