"""What people spend on jobs, and the limits they set themselves."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.engine.clock import db_now
from storage.engine.database import Records, reads, writes
from storage.tables import limits, spendings, users


@dataclass(frozen=True)
class Limits:
    """Credits: at most so many in a calendar month; say so before a job over so many."""

    monthly: int | None = None
    warn_over: int | None = None


@dataclass(frozen=True)
class Reservation:
    """What new jobs cost, and how much may be spent from `since` (epoch seconds) on.

    `credits` has an entry for each job. `shared`: the operator pays. `most_jobs` limits shared jobs,
    `most_credits` credits of the person's own; None is no limit.
    """

    credits: Sequence[int]
    shared: bool
    since: float
    most_jobs: int | None = None
    most_credits: int | None = None


class OverLimit(Exception):
    """The jobs would pass the limit; nothing was made, and nothing was counted."""


async def reserve(
    conn: AsyncConnection, user_id: int, job_ids: Sequence[int], wanted: Reservation
) -> None:
    """Count new jobs in the transaction that makes them, so that no two can pass a limit together.

    A job that is tried again is counted anew, beside what its first try cost. Raises `OverLimit`.
    """
    await conn.execute(select(users.c.id).where(users.c.id == user_id).with_for_update())
    before = update(spendings).where(spendings.c.job_id.in_(job_ids))
    await conn.execute(before.values(job_id=-spendings.c.id))
    mine = (spendings.c.user_id == user_id, spendings.c.spent_at >= wanted.since)
    paid = select(func.count(), func.coalesce(func.sum(spendings.c.credits), 0)).where(*mine)
    row = await conn.execute(paid.where(spendings.c.shared.is_(wanted.shared)))
    jobs, credits = row.one()
    if wanted.most_jobs is not None and jobs + len(job_ids) > wanted.most_jobs:
        raise OverLimit
    if wanted.most_credits is not None and credits + sum(wanted.credits) > wanted.most_credits:
        raise OverLimit
    about = {"user_id": user_id, "shared": wanted.shared, "spent_at": db_now()}
    for job_id, cost in zip(job_ids, wanted.credits, strict=True):
        await conn.execute(spendings.insert().values(job_id=job_id, credits=cost, **about))


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
