"""Who may use a token next: a fixed number of jobs at once, in turn between its users.

The services run only so many jobs of one token at once, and one token may serve several people.
Start-time fair queueing: a job's turn is the later of the token's clock (the turn admitted last)
and one after the same user's last turn. The lowest turn goes first, then the lowest id, which is
round robin between users and first come first served within one. Whatever the number of waiting
jobs, an admission reads one token row and as many index entries as there are free slots.

The token's row is locked before any job's row: transactions that move slots of one token queue up
there and cannot meet in a deadlock.
"""

from dataclasses import dataclass

from sqlalchemy import Select, false, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.engine.clock import db_now
from storage.engine.database import Database, announce
from storage.tables import jobs, tokens


@dataclass(frozen=True)
class Token:
    """A token's slots: how many there are, how many are taken, and the turn admitted last."""

    key: str
    capacity: int
    used: int
    clock: int


async def lock_token(conn: AsyncConnection, key: str) -> Token:
    """Read a token's row and keep others from it until the transaction ends."""
    query = select(tokens.c.key, tokens.c.capacity, tokens.c.used, tokens.c.clock)
    return Token(*(await conn.execute(query.where(tokens.c.key == key).with_for_update())).one())


async def set_capacity(database: Database, conn: AsyncConnection, key: str, capacity: int) -> None:
    """Note how many jobs a token may run at once, and admit whoever fits now.

    Fewer than are running is fine: nobody is admitted until enough of them ended.
    """
    insert = database.insert(tokens).values(key=key, capacity=capacity, used=0, clock=0)
    await conn.execute(
        insert.on_conflict_do_update(index_elements=[tokens.c.key], set_={"capacity": capacity})
    )
    await admit(conn, await lock_token(conn, key))


async def next_turn(conn: AsyncConnection, token: Token, user_id: int) -> int:
    """The turn of a job this user adds now."""
    last = select(func.max(jobs.c.turn)).where(
        jobs.c.credential_key == token.key, jobs.c.user_id == user_id
    )
    own = (await conn.execute(last)).scalar_one()
    return token.clock if own is None else max(token.clock, own + 1)


async def admit(conn: AsyncConnection, token: Token, *, freed: int = 0) -> None:
    """Take back `freed` slots and hand out every free one, lowest turn first."""
    free = token.capacity - token.used + freed
    chosen = (await conn.execute(waiting_for(token.key, free))).all() if free > 0 else []
    if not chosen and not freed:
        return
    if chosen:
        await conn.execute(
            update(jobs)
            .where(jobs.c.id.in_([row.id for row in chosen]))
            .values(slot=True, due_at=db_now())
        )
        announce(conn, "jobs")
    await conn.execute(
        update(tokens)
        .where(tokens.c.key == token.key)
        .values(
            used=token.used - freed + len(chosen),
            clock=max([token.clock, *(row.turn for row in chosen)]),
        )
    )


def waiting_for(key: str, count: int) -> Select[int, int]:
    """The next `count` jobs that wait for a slot of this token; read from one index."""
    return (
        select(jobs.c.id, jobs.c.turn)
        .where(
            jobs.c.credential_key == key,
            jobs.c.state == "queued",
            jobs.c.slot == false(),
            jobs.c.cancel_requested == false(),
        )
        .order_by(jobs.c.turn, jobs.c.id)
        .limit(count)
    )
