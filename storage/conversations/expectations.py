""" "The next text from this person, here, is a …": one per person, chat and topic."""

from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, and_, delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.conversations.places import Place
from storage.engine.clock import db_now
from storage.engine.database import Records, reads, writes
from storage.tables import expectations

NO_TOPIC = 0


@dataclass(frozen=True)
class Expectation:
    """What the next text is taken for, and what is needed to go on with it."""

    kind: str
    data: dict[str, Any] = field(repr=False)


class Expectations(Records):
    """A newer expectation replaces the one before it."""

    @writes
    async def put(
        self,
        conn: AsyncConnection,
        user_id: int,
        place: Place,
        kind: str,
        data: dict[str, Any],
        ttl: float,
    ) -> None:
        """Expect something for the next `ttl` seconds."""
        values = {
            "kind": kind,
            "data": self._vault.seal_json(data),
            "expires_at": db_now() + ttl,
        }
        insert = self._db.insert(expectations).values(
            user_id=user_id, chat_id=place.chat_id, thread_id=place.thread_id or NO_TOPIC, **values
        )
        await conn.execute(
            insert.on_conflict_do_update(
                index_elements=list(expectations.primary_key), set_=values
            )
        )

    @writes
    async def take(self, conn: AsyncConnection, user_id: int, place: Place) -> Expectation | None:
        """Give the expectation and remove it; None when there is none or it ran out."""
        gone = delete(expectations).where(_key(user_id, place))
        row = (
            await conn.execute(
                gone.returning(
                    expectations.c.kind,
                    expectations.c.data,
                    (expectations.c.expires_at > db_now()).label("fresh"),
                )
            )
        ).one_or_none()
        if row is None or not row.fresh:
            return None
        return Expectation(row.kind, self._vault.open_json(row.data))

    @reads
    async def kind(self, conn: AsyncConnection, user_id: int, place: Place) -> str | None:
        """What the next text would be taken for; it stays expected."""
        query = select(expectations.c.kind).where(
            _key(user_id, place), expectations.c.expires_at > db_now()
        )
        return (await conn.execute(query)).scalar_one_or_none()

    @writes
    async def drop(self, conn: AsyncConnection, user_id: int, place: Place) -> None:
        """Expect nothing any more."""
        await conn.execute(delete(expectations).where(_key(user_id, place)))

    @writes
    async def purge(self, conn: AsyncConnection) -> int:
        """Delete what ran out; says how many."""
        old = delete(expectations).where(expectations.c.expires_at <= db_now())
        return (await conn.execute(old)).rowcount


def _key(user_id: int, place: Place) -> ColumnElement[bool]:
    return and_(
        expectations.c.user_id == user_id,
        expectations.c.chat_id == place.chat_id,
        expectations.c.thread_id == (place.thread_id or NO_TOPIC),
    )
