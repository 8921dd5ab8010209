"""Suspends the waiting jobs of a refused token, and resumes them when a new one is linked."""

from sqlalchemy import ColumnElement, and_, false, select, true, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.engine.clock import db_now
from storage.engine.database import announce
from storage.jobs.admission import admit, lock_token, next_turn
from storage.tables import credentials, jobs, tokens


async def hold(conn: AsyncConnection, credential_id: int) -> None:
    """Admit nobody to a refused token until it is linked anew."""
    key = select(credentials.c.key).where(credentials.c.id == credential_id)
    held = update(tokens).where(tokens.c.key == key.scalar_subquery())
    await conn.execute(held.values(capacity=0))


async def adopt(
    conn: AsyncConnection, user_id: int, service: str, credential_id: int, key: str
) -> None:
    """Let the user's held jobs wait for this credential instead of the refused one."""
    refused = select(credentials.c.id).where(
        credentials.c.user_id == user_id,
        credentials.c.service == service,
        credentials.c.refused == true(),
        credentials.c.id != credential_id,
    )
    mine = and_(jobs.c.user_id == user_id, jobs.c.credential_id.in_(refused), _waits())
    token = await lock_token(conn, key)
    held = (await conn.execute(select(jobs.c.id).where(mine).order_by(jobs.c.id))).scalars().all()
    for job_id in held:
        turn = await next_turn(conn, token, user_id)
        moved = update(jobs).where(jobs.c.id == job_id, _waits())
        await conn.execute(
            moved.values(credential_id=credential_id, credential_key=key, turn=turn)
        )
    if held:
        await admit(conn, token)


async def let_go(conn: AsyncConnection, credential_id: int) -> None:
    """Cancel what is held for a refused credential: nothing will come for it any more."""
    await conn.execute(
        update(jobs)
        .where(jobs.c.credential_id == credential_id, _waits())
        .values(cancel_requested=True, due_at=db_now())
    )
    announce(conn, "jobs")


def _waits() -> ColumnElement[bool]:
    return and_(
        jobs.c.state == "queued",
        jobs.c.slot == false(),
        jobs.c.cancel_requested == false(),
    )
