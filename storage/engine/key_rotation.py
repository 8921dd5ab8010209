"""Changing the encryption key while the bot works: what an older key sealed is sealed anew."""

from typing import Any

from sqlalchemy import Row, Table, and_, select, tuple_, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.engine.database import Records, writes
from storage.tables import SEALED

BATCH = 100


class Resealing(Records):
    """Short transactions, table by table; a row that is changed meanwhile is left to its writer."""

    @property
    def is_needed(self) -> bool:
        """Whether there are older keys that something may be sealed with."""
        return self._vault.rotates

    async def run(self) -> int:
        """Go through everything once; says how many rows were sealed anew."""
        changed = 0
        for table in SEALED:
            last: tuple[Any, ...] | None = None
            while True:
                last, count = await self._batch(table, last)
                changed += count
                if last is None:
                    break
        return changed

    @writes
    async def _batch(
        self, conn: AsyncConnection, table: Table, last: tuple[Any, ...] | None
    ) -> tuple[tuple[Any, ...] | None, int]:
        """The next rows by primary key; the last one's key, or None at the end of the table."""
        key = list(table.primary_key)
        query = select(*key, *(table.c[name] for name in SEALED[table])).order_by(*key)
        if last is not None:
            query = query.where(tuple_(*key) > tuple_(*last))
        rows = (await conn.execute(query.limit(BATCH))).all()
        count = sum([await self._renew(conn, table, row) for row in rows])
        return (tuple(rows[-1][: len(key)]) if len(rows) == BATCH else None), count

    async def _renew(self, conn: AsyncConnection, table: Table, row: Row[Any]) -> bool:
        old = {name: getattr(row, name) for name in SEALED[table]}
        new = {
            name: renewed
            for name, sealed in old.items()
            if sealed and (renewed := self._vault.renewed(sealed)) is not None
        }
        if not new:
            return False
        unchanged = [column == row._mapping[column.name] for column in table.primary_key]
        unchanged += [table.c[name] == old[name] for name in new]
        await conn.execute(update(table).where(and_(*unchanged)).values(new))
        return True
