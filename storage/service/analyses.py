"""Results people got from Neuro-Semantic, so that a button can name one by a number of ours."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from sqlalchemy import Row, delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.engine.clock import db_now
from storage.engine.database import Records, reads, writes
from storage.tables import analyses, picture_looks


@dataclass(frozen=True)
class Analysis:
    """`transactions` are the service's ids, several where one order went out in parts.

    `about` is what only we know: the kind, the basket, the theme's title.
    """

    id: int
    user_id: int
    transactions: tuple[str, ...]
    about: dict[str, Any] = field(repr=False)
    created_at: float


class Analyses(Records):
    """One row for each result; the result itself stays with the service."""

    @writes
    async def note(
        self,
        conn: AsyncConnection,
        user_id: int,
        transactions: Sequence[str],
        about: dict[str, Any],
    ) -> Analysis:
        """Remember a result; one that is known already stays as it is."""
        told = {"transactions": list(transactions), "about": about}
        key = _key(transactions)
        insert = self._db.insert(analyses).values(
            user_id=user_id, key=key, about=self._vault.seal_json(told), created_at=db_now()
        )
        await conn.execute(insert.on_conflict_do_nothing())
        query = select(analyses).where(analyses.c.user_id == user_id, analyses.c.key == key)
        return self._open((await conn.execute(query)).one())

    @reads
    async def get(self, conn: AsyncConnection, analysis_id: int) -> Analysis | None:
        """Look one up."""
        query = select(analyses).where(analyses.c.id == analysis_id)
        row = (await conn.execute(query)).one_or_none()
        return None if row is None else self._open(row)

    @reads
    async def knows(self, conn: AsyncConnection, user_id: int, transaction: str) -> bool:
        """Whether a transaction is already the result of something this person ordered here."""
        key = _key([transaction])
        query = select(analyses.c.id).where(analyses.c.user_id == user_id, analyses.c.key == key)
        return (await conn.execute(query)).one_or_none() is not None

    @reads
    async def of(self, conn: AsyncConnection, user_id: int, *, limit: int = 50) -> list[Analysis]:
        """A person's results, the newest first."""
        query = select(analyses).where(analyses.c.user_id == user_id)
        rows = await conn.execute(query.order_by(analyses.c.id.desc()).limit(limit))
        return [self._open(row) for row in rows]

    @writes
    async def purge(self, conn: AsyncConnection, older_than: float) -> int:
        """Forget results noted before a moment (epoch seconds); the service still has them."""
        old = delete(analyses).where(analyses.c.created_at < older_than)
        return (await conn.execute(old)).rowcount

    @writes
    async def set_dark(self, conn: AsyncConnection, user_id: int, dark: bool) -> None:
        """How a person likes the pictures."""
        insert = self._db.insert(picture_looks).values(user_id=user_id, dark=dark)
        await conn.execute(
            insert.on_conflict_do_update(
                index_elements=[picture_looks.c.user_id], set_={"dark": dark}
            )
        )

    @reads
    async def is_dark(self, conn: AsyncConnection, user_id: int) -> bool:
        """Whether this person likes dark pictures."""
        query = select(picture_looks.c.dark).where(picture_looks.c.user_id == user_id)
        return bool((await conn.execute(query)).scalar_one_or_none())

    def _open(self, row: Row[Any]) -> Analysis:
        told = self._vault.open_json(row.about)
        return Analysis(
            id=row.id,
            user_id=row.user_id,
            transactions=tuple(told["transactions"]),
            about=told["about"],
            created_at=row.created_at,
        )


def _key(transactions: Sequence[str]) -> str:
    return sha256("\0".join(transactions).encode()).hexdigest()
