"""What people spend on jobs, and the limits they set themselves."""

from dataclasses import dataclass

from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.engine.clock import db_now
from storage.engine.database import Records, reads, writes
from storage.tables import limits, spendings


@dataclass(frozen=True)
class Limits:
    """Credits: at most so many in a calendar month; say so before a job over so many."""

    monthly: int | None = None
    warn_over: int | None = None


class Spending(Records):
    """One row for each job that was begun; a refund takes it back."""

    @reads
    async def limits(self, conn: AsyncConnection, user_id: int) -> Limits:
        """The limits a user chose; none where they chose none."""
        query = select(limits.c.monthly, limits.c.warn_over).where(limits.c.user_id == user_id)
        row = (await conn.execute(query)).one_or_none()
        return Limits() if row is None else Limits(*row)

    @writes
    async def set_limits(self, conn: AsyncConnection, user_id: int, chosen: Limits) -> None:
        """Keep the limits a user chose."""
        values = {"monthly": chosen.monthly, "warn_over": chosen.warn_over}
        insert = self._db.insert(limits).values(user_id=user_id, **values)
        await conn.execute(
            insert.on_conflict_do_update(index_elements=[limits.c.user_id], set_=values)
        )

    @writes
    async def note(
        self, conn: AsyncConnection, user_id: int, job_id: int, credits: int, *, shared: bool
    ) -> None:
        """Write down what a job costs; `shared`: the operator pays. Once per job."""
        insert = self._db.insert(spendings).values(
            user_id=user_id, job_id=job_id, credits=credits, shared=shared, spent_at=db_now()
        )
        await conn.execute(insert.on_conflict_do_nothing())

    @writes
    async def take_back(self, conn: AsyncConnection, job_id: int) -> None:
        """Forget the cost of a job that was refunded, or never ordered."""
        await conn.execute(delete(spendings).where(spendings.c.job_id == job_id))

    @reads
    async def spent(self, conn: AsyncConnection, user_id: int, since: float) -> int:
        """Credits of their own a user spent since a moment (epoch seconds)."""
        query = select(func.coalesce(func.sum(spendings.c.credits), 0)).where(
            spendings.c.user_id == user_id,
            spendings.c.spent_at >= since,
            spendings.c.shared.is_(False),
        )
        return int((await conn.execute(query)).scalar_one())

    @reads
    async def shared_jobs(self, conn: AsyncConnection, user_id: int, since: float) -> int:
        """Jobs the operator paid for this user since a moment (epoch seconds)."""
        query = select(func.count()).where(
            spendings.c.user_id == user_id,
            spendings.c.spent_at >= since,
            spendings.c.shared.is_(True),
        )
        return (await conn.execute(query)).scalar_one()

    @writes
    async def purge(self, conn: AsyncConnection, spent_before: float) -> int:
        """Delete what no limit asks for any more; says how many."""
        old = delete(spendings).where(spendings.c.spent_at < spent_before)
        return (await conn.execute(old)).rowcount
