"""The algorithms a person put a star on."""

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.engine.clock import db_now
from storage.engine.database import Records, reads, writes
from storage.tables import favourites


class Favourites(Records):
    """Stars, by the algorithm's `sep_type`."""

    @reads
    async def of(self, conn: AsyncConnection, user_id: int) -> list[int]:
        """A person's favourites, the oldest star first."""
        query = select(favourites.c.sep_type).where(favourites.c.user_id == user_id)
        return list((await conn.execute(query.order_by(favourites.c.created_at))).scalars())

    @writes
    async def toggle(self, conn: AsyncConnection, user_id: int, sep_type: int) -> bool:
        """Put a star on, or take it off; tells whether it is on now."""
        mine = (favourites.c.user_id == user_id, favourites.c.sep_type == sep_type)
        if (await conn.execute(delete(favourites).where(*mine))).rowcount:
            return False
        star = self._db.insert(favourites).values(
            user_id=user_id, sep_type=sep_type, created_at=db_now()
        )
        await conn.execute(star.on_conflict_do_nothing())
        return True
