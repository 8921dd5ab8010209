"""How a claimed job moves: fenced, dated, and with its slot given back when it is done with it."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Row,
    SmallInteger,
    and_,
    case,
    delete,
    false,
    literal,
    null,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.engine.clock import db_now
from storage.jobs import leases
from storage.jobs.admission import admit, lock_token, next_turn
from storage.jobs.job import FINAL, Job, JobState, Rank
from storage.tables import jobs, stems


async def move(
    conn: AsyncConnection, job: Job, values: Mapping[str, Any], *, keep_slot: bool
) -> Row[Any] | None:
    """Write a move down; None when the job is no longer ours in the state it was read in."""
    if values["state"] in _SLOTLESS or values["state"] is JobState.QUEUED or not keep_slot:
        return await _move_with_slot(conn, job, dict(values), keep_slot=keep_slot)
    return await _move(conn, job, values)


def dated(
    job: Job, to_state: JobState, due_in: float | None, *, hold: bool, asks: bool = False
) -> dict[str, Any]:
    """The state with the dates and the ownership that go with it."""
    values: dict[str, Any] = {"state": to_state, "updated_at": db_now()}
    if to_state in FINAL:
        return values | _FREE | {"due_at": None, "finished_at": db_now(), "rank": Rank.FREE}
    if to_state is JobState.SUBMITTING is not job.state:
        values["submitted_at"] = db_now()
    if not hold:
        values |= _FREE
    due = _due(job, to_state, due_in)
    if asks:
        return values | {"due_at": case((_HINTED, db_now()), else_=due), "rank": _ASKING}
    return values | {"due_at": due, "rank": Rank.FREE}


# The claim took an older hint away: this one came while the step ran.
_HINTED = and_(jobs.c.rank == Rank.HINTED, jobs.c.cancel_requested == false())
_ASKING = case(
    (jobs.c.cancel_requested, literal(int(Rank.FREE), SmallInteger)),
    (_HINTED, literal(int(Rank.HINTED), SmallInteger)),
    else_=literal(int(Rank.ORDINARY), SmallInteger),
)

# An unclear job waits for its user's decision: the token's other jobs need not wait with it.
_SLOTLESS = FINAL | {JobState.UNCLEAR}


async def revive(conn: AsyncConnection, job: Job, values: Mapping[str, Any]) -> bool:
    """Queue a job as if it were new, behind everyone; False when it is not to be revived."""
    for key in sorted({job.credential_key, values["credential_key"]}):
        await lock_token(conn, key)
    query = select(jobs.c.slot).where(jobs.c.id == job.id, jobs.c.state.in_(REVIVABLE))
    had_slot = (await conn.execute(query.with_for_update())).scalar_one_or_none()
    if had_slot is None:
        return False
    await conn.execute(delete(stems).where(stems.c.job_id == job.id))
    if had_slot:
        await admit(conn, await lock_token(conn, job.credential_key), freed=1)
    token = await lock_token(conn, values["credential_key"])
    turn = await next_turn(conn, token, job.user_id)
    again = update(jobs).where(jobs.c.id == job.id)
    await conn.execute(again.values(**values, **_AS_NEW, turn=turn, fence=jobs.c.fence + 1))
    await admit(conn, token)
    return True


REVIVABLE = (JobState.FAILED, JobState.UNCLEAR)
_FREE = {"owner": None, "lease_until": None}
_AS_NEW = _FREE | {
    "state": JobState.QUEUED,
    "attempts": 0,
    "due_at": None,
    "slot": False,
    "rank": Rank.FREE,
    "cancel_requested": False,
    "created_at": db_now(),
    "updated_at": db_now(),
    "submitted_at": None,
    "finished_at": None,
}


def _due(job: Job, to_state: JobState, due_in: float | None) -> ColumnElement[Any]:
    rests = to_state is JobState.UNCLEAR and due_in is None
    due: ColumnElement[Any] = null() if rests else db_now() + (due_in or 0.0)
    # A cancel is answered in the next state at once; in the same state the step has seen it.
    if job.cancel_requested and to_state is job.state:
        return due
    return case((jobs.c.cancel_requested, db_now()), else_=due)


async def _move(conn: AsyncConnection, job: Job, values: Mapping[str, Any]) -> Row[Any] | None:
    change = update(jobs).where(*_ours(job)).values(**values).returning(jobs)
    moved: Row[Any] | None = (await conn.execute(change)).one_or_none()
    return moved


async def _move_with_slot(
    conn: AsyncConnection, job: Job, values: dict[str, Any], *, keep_slot: bool
) -> Row[Any] | None:
    token = await lock_token(conn, job.credential_key)
    had_slot = await _holds_slot(conn, job)
    if had_slot is None:
        return None
    keeps = had_slot and keep_slot and values["state"] not in _SLOTLESS
    if values["state"] is JobState.QUEUED and not keeps:
        values |= _FREE | {"due_at": case((jobs.c.cancel_requested, values["due_at"]), else_=None)}
    await _move(conn, job, values | {"slot": keeps})
    await admit(conn, token, freed=int(had_slot and not keeps))
    return (await conn.execute(select(jobs).where(jobs.c.id == job.id))).one()


async def _holds_slot(conn: AsyncConnection, job: Job) -> bool | None:
    query = select(jobs.c.slot).where(*_ours(job)).with_for_update()
    held: bool | None = (await conn.execute(query)).scalar_one_or_none()
    return held


def _ours(job: Job) -> tuple[ColumnElement[bool], ...]:
    return (*leases.fenced(job.id, job.owner, job.fence), jobs.c.state == job.state)
