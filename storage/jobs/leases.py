"""Which due jobs a worker may take, and what taking one means.

A claim raises the job's fence; whoever writes later must name owner and fence, so a worker that
lost its lease can change nothing. A lease that ran out frees the job, with one exception on
PostgreSQL: in `submitting` money may be on its way, so the job moves only when the advisory lock
of its owner is gone too. A frozen process keeps its lock; a dead one does not.
"""

from collections.abc import Collection
from typing import Any

from sqlalchemy import (
    CTE,
    ColumnElement,
    SmallInteger,
    TextClause,
    and_,
    case,
    literal,
    or_,
    select,
    text,
    union_all,
    update,
)
from sqlalchemy.sql.dml import ReturningUpdate

from storage.engine.clock import db_now
from storage.jobs.job import Rank
from storage.service.request_budget import Turns
from storage.tables import jobs

WORKER_LOCKS = 0x5354_0003

_OWNER_IS_GONE = """
NOT EXISTS (
    SELECT 1 FROM pg_locks
    WHERE pg_locks.locktype = 'advisory' AND pg_locks.granted
      AND pg_locks.database = (SELECT oid FROM pg_database WHERE datname = current_database())
      AND pg_locks.classid = :family AND pg_locks.objsubid = 2
      AND CAST(pg_locks.objid AS bigint) = (CAST(hashtext({table}.owner) AS bigint) & 4294967295)
)
"""


def claim(
    owner: str,
    limits: tuple[int, Turns],
    lease: float,
    *,
    besides: Collection[int],
    ask_locks: bool,
) -> ReturningUpdate[Any]:
    """Take the jobs longest due; rows that somebody else is taking are passed over.

    `limits`: how many that ask nothing, and how many that do.
    """
    free = and_(jobs.c.id.not_in(besides), _is_free(owner, ask_locks=ask_locks))
    most, turns = limits
    silent = _due(Rank.FREE, most, free)
    asking = union_all(
        select(_due(Rank.HINTED, turns.hinted, free)),
        select(_due(Rank.ORDINARY, turns.ordinary, free)),
    ).subquery("asking")
    first = select(asking.c.id).order_by(asking.c.rank, asking.c.due_at).limit(turns.hinted)
    return (
        update(jobs)
        .where(or_(jobs.c.id.in_(select(silent.c.id)), jobs.c.id.in_(first)))
        .values(
            owner=owner,
            rank=case(
                (jobs.c.rank == Rank.HINTED, literal(int(Rank.ORDINARY), SmallInteger)),
                else_=jobs.c.rank,
            ),
            lease_until=db_now() + lease,
            fence=jobs.c.fence + 1,
            attempts=jobs.c.attempts + 1,
        )
        .returning(jobs)
    )


def _due(rank: Rank, limit: int, free: ColumnElement[bool]) -> CTE:
    """The due jobs of one rank, longest due first; read from one index."""
    return (
        select(jobs.c.id, jobs.c.rank, jobs.c.due_at)
        .where(jobs.c.rank == rank, jobs.c.due_at <= db_now(), free)
        .order_by(jobs.c.due_at, jobs.c.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
        .cte(f"due_{rank.name.lower()}")
    )


def _is_free(owner: str, *, ask_locks: bool) -> ColumnElement[bool]:
    ran_out = jobs.c.lease_until <= db_now()
    if ask_locks:
        ran_out &= or_(
            jobs.c.state != "submitting",
            jobs.c.owner == owner,
            owner_is_gone("jobs"),
        )
    return or_(jobs.c.lease_until.is_(None), ran_out)


def owner_is_gone(table: str) -> TextClause:
    """On PostgreSQL: nobody holds the worker's lock of the row's owner (see `Storage.attend`)."""
    return text(_OWNER_IS_GONE.format(table=table)).bindparams(family=WORKER_LOCKS)


def fenced(job_id: int, owner: str | None, fence: int) -> tuple[ColumnElement[bool], ...]:
    """The conditions under which a worker may still write to the job it claimed."""
    return (jobs.c.id == job_id, jobs.c.owner == owner, jobs.c.fence == fence)
