"""Updates as they arrived: stored before they are acknowledged, handled in order per conversation.

Rests on the rule "nothing acknowledged before it is stored": `update_id` is the primary key, so a
redelivery is a no-op; waiting rows are rows, not tasks, so one flooding chat delays only itself.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from sqlalchemy import (
    CTE,
    ColumnElement,
    Select,
    delete,
    exists,
    func,
    or_,
    select,
    text,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.engine.clock import db_now
from storage.engine.database import Records, announce, reads, writes
from storage.jobs import leases
from storage.tables import inbox

LEASE = 60.0
CLAIM_LOCK = 0x5354_0002
NO_LIMIT = 2**62


@dataclass(frozen=True)
class Arrived:
    """An update fresh from Telegram: `raw` is its JSON, `conversation` what keeps its order."""

    update_id: int
    conversation: int
    raw: str = field(repr=False)


@dataclass(frozen=True)
class InboxRow:
    """A claimed update; `attempts` counts the claims, `age_seconds` the time since it arrived."""

    update_id: int
    conversation: int
    raw: str = field(repr=False)
    attempts: int
    age_seconds: float


class Inbox(Records):
    """Rows are `waiting`, then `done` (raw wiped) or `aside` (raw kept, with an error id)."""

    async def store(self, arrived: Sequence[Arrived]) -> int:
        """Store a batch in one transaction; says how many were new."""
        if not arrived:
            return 0
        rows = [
            {
                "update_id": one.update_id,
                "conversation": one.conversation,
                "raw": self._vault.seal(one.raw),
                "state": "waiting",
                "attempts": 0,
            }
            for one in arrived
        ]
        return await self._insert(rows)

    @writes
    async def _insert(self, conn: AsyncConnection, rows: list[dict[str, object]]) -> int:
        insert = self._db.insert(inbox).values(received_at=db_now())
        stored = await conn.execute(
            insert.on_conflict_do_nothing().returning(inbox.c.update_id), rows
        )
        new = len(stored.all())
        if new:
            announce(conn, "inbox")
        return new

    @writes
    async def claim(
        self,
        conn: AsyncConnection,
        owner: str,
        limit: int,
        per_conversation: int,
        *,
        lease: float = LEASE,
    ) -> list[InboxRow]:
        """Take up to `limit` waiting updates for `lease` seconds, each conversation's in order.

        A conversation held by another owner is left alone, and of one conversation at most
        `per_conversation` rows are held at a time. Costs one index probe per conversation that
        waits, however many updates each of them has. On PostgreSQL claims wait for one another:
        two processes never hold the same conversation.
        """
        if not self._db.is_sqlite:
            await conn.execute(text(f"SELECT pg_advisory_xact_lock({CLAIM_LOCK})"))
        taken = await conn.execute(
            update(inbox)
            .where(inbox.c.update_id.in_(_next_rows(owner, limit, per_conversation)))
            .values(
                owner=owner,
                lease_until=db_now() + lease,
                attempts=inbox.c.attempts + 1,
            )
            .returning(
                inbox.c.update_id,
                inbox.c.conversation,
                inbox.c.raw,
                inbox.c.attempts,
                db_now() - inbox.c.received_at,
            )
        )
        rows = sorted(taken.all(), key=lambda row: row.update_id)
        return [InboxRow(row[0], row[1], self._vault.open(row[2]), row[3], row[4]) for row in rows]

    @writes
    async def renew(self, conn: AsyncConnection, owner: str, *, lease: float = LEASE) -> None:
        """Hold on to what `owner` has claimed for `lease` seconds more."""
        mine = update(inbox).where(inbox.c.owner == owner)
        await conn.execute(mine.values(lease_until=db_now() + lease))

    @writes
    async def done(self, conn: AsyncConnection, update_ids: Collection[int]) -> None:
        """Mark updates as handled and wipe their text."""
        await conn.execute(
            update(inbox)
            .where(inbox.c.update_id.in_(update_ids))
            .values(state="done", raw="", owner=None, lease_until=None, done_at=db_now())
        )

    @writes
    async def set_aside(
        self, conn: AsyncConnection, update_id: int, error: str, error_id: str
    ) -> None:
        """Stop trying an update; its text stays, sealed, beside the error."""
        await conn.execute(
            update(inbox)
            .where(inbox.c.update_id == update_id)
            .values(
                state="aside",
                owner=None,
                lease_until=None,
                done_at=db_now(),
                error=error,
                error_id=error_id,
            )
        )

    @writes
    async def release(self, conn: AsyncConnection, owner: str) -> None:
        """Give back what `owner` holds, as if never claimed (an orderly stop is no attempt)."""
        await conn.execute(
            update(inbox)
            .where(inbox.c.owner == owner)
            .values(owner=None, lease_until=None, attempts=inbox.c.attempts - 1)
        )
        announce(conn, "inbox")

    @writes
    async def release_dead(self, conn: AsyncConnection) -> int:
        """On PostgreSQL, free what processes held that are gone, before their leases end."""
        held = update(inbox).where(inbox.c.owner.is_not(None), leases.owner_is_gone("inbox"))
        freed = (await conn.execute(held.values(owner=None, lease_until=None))).rowcount
        if freed:
            announce(conn, "inbox")
        return freed

    @writes
    async def release_all(self, conn: AsyncConnection) -> None:
        """End every lease: on SQLite, whoever opens the file knows that nobody else works."""
        held = update(inbox).where(inbox.c.owner.is_not(None))
        await conn.execute(held.values(owner=None, lease_until=None))

    @writes
    async def purge(self, conn: AsyncConnection, done_before: float) -> int:
        """Delete what was done or set aside before a moment (epoch seconds); says how many."""
        return (await conn.execute(delete(inbox).where(inbox.c.done_at < done_before))).rowcount

    @reads
    async def waiting(self, conn: AsyncConnection) -> int:
        """How many updates wait or are being handled."""
        query = select(func.count()).where(inbox.c.state == "waiting")
        return (await conn.execute(query)).scalar_one()


def _next_rows(owner: str, limit: int, per_conversation: int) -> Select[int]:
    """The oldest free rows, of conversations that nobody else holds, each within its share."""
    heads = _waiting_conversations()
    last = (
        select(_other.c.update_id)
        .where(_other.c.state == "waiting", _other.c.conversation == heads.c.conversation)
        .order_by(_other.c.update_id)
        .limit(1)
        .offset(per_conversation)
        .scalar_subquery()
        .correlate(heads)
    )
    shares = (
        select(heads.c.conversation, last.label("beyond"))
        .where(heads.c.conversation.is_not(None), ~_held_by_others(heads, owner))
        .subquery("shares")
    )
    return (
        select(inbox.c.update_id)
        .join(shares, shares.c.conversation == inbox.c.conversation)
        .where(
            inbox.c.state == "waiting",
            inbox.c.update_id < func.coalesce(shares.c.beyond, NO_LIMIT),
            _is_free(),
        )
        .order_by(inbox.c.update_id)
        .limit(limit)
    )


_other = inbox.alias("other")


def _waiting_conversations() -> CTE:
    """Each conversation with waiting rows, once: a walk over the index from one to the next."""
    first = select(func.min(_other.c.conversation)).where(_other.c.state == "waiting")
    heads = select(first.scalar_subquery().label("conversation")).cte("heads", recursive=True)
    following = select(func.min(_other.c.conversation)).where(
        _other.c.state == "waiting", _other.c.conversation > heads.c.conversation
    )
    return heads.union_all(
        select(following.scalar_subquery().correlate(heads)).where(
            heads.c.conversation.is_not(None)
        )
    )


def _held_by_others(heads: CTE, owner: str) -> ColumnElement[bool]:
    return (
        exists()
        .where(
            _other.c.conversation == heads.c.conversation,
            _other.c.owner.is_not(None),
            _other.c.owner != owner,
            _other.c.lease_until > db_now(),
        )
        .correlate(heads)
    )


def _is_free() -> ColumnElement[bool]:
    return or_(inbox.c.lease_until.is_(None), inbox.c.lease_until <= db_now())
