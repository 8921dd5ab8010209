"""Quiet hours: when a person's messages come without a sound."""

from dataclasses import dataclass

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.engine.clock import db_now
from storage.engine.database import Records, reads, writes
from storage.tables import quiet_hours

DAY = 24 * 60


@dataclass(frozen=True)
class Hours:
    """From `start` to `end`, minutes of the day by a clock `offset` minutes ahead of UTC."""

    start: int
    end: int
    offset: int = 0

    def clock(self, now: float) -> int:
        """The minute of the person's day at a moment (epoch seconds)."""
        return (int(now // 60) + self.offset) % DAY

    def hold(self, now: float) -> bool:
        """Whether it is quiet at this moment (epoch seconds); they may go past midnight."""
        minute = self.clock(now)
        if self.start <= self.end:
            return self.start <= minute < self.end
        return minute >= self.start or minute < self.end


class Quiet(Records):
    """The quiet hours of those who set some."""

    @reads
    async def of(self, conn: AsyncConnection, user_id: int) -> Hours | None:
        """A person's quiet hours."""
        c = quiet_hours.c
        query = select(c.start_minute, c.end_minute, c.utc_offset).where(c.user_id == user_id)
        row = (await conn.execute(query)).one_or_none()
        return None if row is None else Hours(*row)

    @reads
    async def now(self, conn: AsyncConnection, user_id: int) -> bool:
        """Whether it is quiet for a person now, by the database's clock."""
        c = quiet_hours.c
        query = select(db_now(), c.start_minute, c.end_minute, c.utc_offset)
        row = (await conn.execute(query.where(c.user_id == user_id))).one_or_none()
        return row is not None and Hours(*row[1:]).hold(row[0])

    @writes
    async def set(self, conn: AsyncConnection, user_id: int, hours: Hours | None) -> None:
        """Keep a person's quiet hours; None: no more."""
        await conn.execute(delete(quiet_hours).where(quiet_hours.c.user_id == user_id))
        if hours is not None:
            values = {
                "user_id": user_id,
                "start_minute": hours.start,
                "end_minute": hours.end,
                "utc_offset": hours.offset,
            }
            await conn.execute(quiet_hours.insert().values(values))
