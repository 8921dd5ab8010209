"""What is due, and when the next job will be: one index entry per question."""

from sqlalchemy import Row, ScalarSelect, Select, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.engine.clock import db_now
from storage.jobs.job import Rank
from storage.service.request_budget import Waits
from storage.tables import jobs


async def next_in(conn: AsyncConnection, waits: Waits, *, room: bool) -> float | None:
    """Seconds until the next job may begin; None: nothing ahead."""
    moments = (await conn.execute(_moments())).one()
    ahead = _ahead(moments, waits)
    if room:
        ahead += [each - moments.now for each in (moments.free, moments.lease) if each is not None]
    return max(0.0, min(ahead)) if ahead else None


async def late_by(conn: AsyncConnection, per_minute: float) -> float:
    """Seconds that no budget explains."""
    moments = (await conn.execute(_moments())).one()
    late = [moments.now - each for each in (moments.free, moments.hinted) if each is not None]
    if moments.ordinary is not None and moments.ordinary < moments.now:
        turns = (await conn.execute(_due_ordinary())).scalar_one()
        late.append(moments.now - moments.ordinary - 60 * turns / per_minute)
    return float(max(0.0, 0.0, *late))


def _ahead(moments: Row[tuple[float, ...]], waits: Waits) -> list[float]:
    asking = ((moments.hinted, waits.hinted), (moments.ordinary, waits.ordinary))
    return [max(due - moments.now, wait) for due, wait in asking if due is not None]


def _moments() -> Select[tuple[float, ...]]:
    lease = select(func.min(jobs.c.lease_until)).where(jobs.c.lease_until.is_not(None))
    return select(
        _first(Rank.FREE).label("free"),
        _first(Rank.HINTED).label("hinted"),
        _first(Rank.ORDINARY).label("ordinary"),
        lease.scalar_subquery().label("lease"),
        db_now().label("now"),
    )


def _first(rank: Rank) -> ScalarSelect[float]:
    due = select(func.min(jobs.c.due_at)).where(
        jobs.c.rank == rank, jobs.c.due_at.is_not(None), jobs.c.owner.is_(None)
    )
    return due.scalar_subquery()


def _due_ordinary() -> Select[int]:
    return select(func.count()).where(
        jobs.c.rank == Rank.ORDINARY, jobs.c.due_at <= db_now(), jobs.c.owner.is_(None)
    )
