"""How many questions the service may be asked: one allowance for all jobs and all processes.

A token bucket of which any sixty seconds see at most `per_minute` questions, the burst included.
Its last tokens are kept for jobs of which something was heard (`Rank.HINTED`), so that news is
asked for at once even while everything else waits for its turn.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

from sqlalchemy import Select, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.engine.clock import db_now
from storage.engine.database import Database, Records, reads, writes
from storage.tables import budgets

PER_MINUTE = 100.0
"""Questions a minute; the service allows 120 requests, the rest is for everything else."""

USED_OF_LIMIT = 5 / 6
BURST = 0.1  # of a minute's questions
RESERVE = 0.3  # of the burst, for hinted jobs
NAME = "mvsep"
EPSILON = 1e-6  # a token that is there but for rounding is there


@dataclass(frozen=True)
class Turns:
    """Questions that may be asked now: `hinted` in all, `ordinary` of them by any job."""

    hinted: int
    ordinary: int


@dataclass(frozen=True)
class Waits:
    """Seconds until a hinted and until any other job may ask."""

    hinted: float
    ordinary: float


@dataclass(frozen=True)
class Bucket:
    """What is left at a moment; `limit` is the service's own, in requests a minute, if it named one."""

    left: float
    at: float
    limit: int | None = None

    @property
    def per_minute(self) -> float:
        own = PER_MINUTE if self.limit is None else self.limit * USED_OF_LIMIT
        return max(2.0, min(PER_MINUTE, own))

    @property
    def burst(self) -> float:
        return max(1.0, self.per_minute * BURST)

    @property
    def reserve(self) -> float:
        return min(self.burst * RESERVE, self.burst - 1)

    @property
    def rate(self) -> float:
        """Tokens a second; burst and refill together make a minute's questions."""
        return (self.per_minute - self.burst) / 60

    def refilled(self, now: float) -> "Bucket":
        """The bucket at `now`; after a pause `at` lies ahead, and nothing flows until then."""
        grown = self.left + max(0.0, now - self.at) * self.rate
        return replace(self, left=min(self.burst, grown), at=max(self.at, now))

    def granted(self, wanted: int) -> Turns:
        """What this (refilled) bucket gives."""
        hinted = max(0, min(wanted, int(self.left + EPSILON)))
        return Turns(hinted, max(0, min(hinted, int(self.left - self.reserve + EPSILON))))

    def spent(self, tokens: int) -> "Bucket":
        """With `tokens` fewer, or more when they come back."""
        return replace(self, left=min(self.burst, self.left - tokens))

    def waits(self, now: float) -> Waits:
        """How long until there is a token for whom."""
        pause = max(0.0, self.at - now)
        hinted = max(0.0, 1 - self.left) / self.rate
        ordinary = max(0.0, 1 + self.reserve - self.left) / self.rate
        return Waits(pause + hinted, pause + ordinary)

    def told(self, limit: int | None, remaining: int | None) -> "Bucket":
        """Adapted to what the service said of its limit and of what remains of it."""
        known = self if limit is None else replace(self, limit=limit)
        most = known.burst if remaining is None else min(known.burst, float(remaining))
        return replace(known, left=min(known.left, most))

    def paused(self, now: float, seconds: float) -> "Bucket":
        """Empty, and for `seconds` nothing flows."""
        return replace(self, left=0.0, at=max(self.at, now + seconds))


class Budget(Protocol):
    """The one allowance, wherever it is kept."""

    async def take(self, wanted: int) -> Turns:
        """Take up to `wanted` questions; give back those that were not asked."""

    async def give_back(self, unused: int) -> None:
        """Questions that were taken and not asked."""

    async def waits(self) -> Waits:
        """When there is a question again."""

    async def told(self, limit: int | None, remaining: int | None) -> None:
        """The service said how many requests a minute it allows, and how many remain."""

    async def pause(self, seconds: float) -> None:
        """The service wants no questions for so long."""

    @property
    def per_minute(self) -> float:
        """The allowance as far as this process knows."""


class LocalBudget:
    """In memory, for the one process of a SQLite file."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._bucket = Bucket(PER_MINUTE * BURST, clock())

    @property
    def per_minute(self) -> float:
        return self._bucket.per_minute

    async def take(self, wanted: int) -> Turns:
        self._bucket = self._bucket.refilled(self._clock())
        turns = self._bucket.granted(wanted)
        self._bucket = self._bucket.spent(turns.hinted)
        return turns

    async def give_back(self, unused: int) -> None:
        self._bucket = self._bucket.spent(-unused)

    async def waits(self) -> Waits:
        now = self._clock()
        return self._bucket.refilled(now).waits(now)

    async def told(self, limit: int | None, remaining: int | None) -> None:
        self._bucket = self._bucket.refilled(self._clock()).told(limit, remaining)

    async def pause(self, seconds: float) -> None:
        self._bucket = self._bucket.paused(self._clock(), seconds)


class SharedBudget(Records):
    """A row, for several processes on PostgreSQL."""

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self._last = Bucket(0.0, 0.0)

    @property
    def per_minute(self) -> float:
        return self._last.per_minute

    @writes
    async def take(self, conn: AsyncConnection, wanted: int) -> Turns:
        bucket, now = await self._locked(conn)
        full = bucket.refilled(now)
        turns = full.granted(wanted)
        if turns.hinted:
            await self._keep(conn, full.spent(turns.hinted))
        return turns

    async def give_back(self, unused: int) -> None:
        if unused:
            await self._change(lambda bucket, _now: bucket.spent(-unused))

    @reads
    async def waits(self, conn: AsyncConnection) -> Waits:
        row = (await conn.execute(_query())).one_or_none()
        if row is None:
            return Waits(0.0, 0.0)
        bucket, now = Bucket(row.left, row.at, row.limit), row.now
        return bucket.refilled(now).waits(now)

    async def told(self, limit: int | None, remaining: int | None) -> None:
        """Writes only what is news: most answers say what is known."""
        known = self._last
        if limit not in (None, known.limit) or (remaining or known.burst) < known.burst:
            await self._change(lambda bucket, now: bucket.refilled(now).told(limit, remaining))

    async def pause(self, seconds: float) -> None:
        await self._change(lambda bucket, now: bucket.paused(now, seconds))

    @writes
    async def _change(
        self, conn: AsyncConnection, change: Callable[[Bucket, float], Bucket]
    ) -> None:
        await self._keep(conn, change(*await self._locked(conn)))

    async def _locked(self, conn: AsyncConnection) -> tuple[Bucket, float]:
        """The bucket, kept from others until the transaction ends, and the time."""
        row = (await conn.execute(_query().with_for_update())).one_or_none()
        if row is None:
            first = {"name": NAME, "left": PER_MINUTE * BURST, "at": db_now()}
            insert = self._db.insert(budgets).values(first)
            await conn.execute(insert.on_conflict_do_nothing())
            row = (await conn.execute(_query().with_for_update())).one()
        self._last = Bucket(row.left, row.at, row.limit)
        return self._last, row.now

    async def _keep(self, conn: AsyncConnection, bucket: Bucket) -> None:
        self._last = bucket
        row = {"left": bucket.left, "at": bucket.at, "limit": bucket.limit}
        await conn.execute(update(budgets).where(budgets.c.name == NAME).values(row))


def _query() -> Select[float, float, int | None, float]:
    return select(budgets.c.left, budgets.c.at, budgets.c.limit, db_now().label("now")).where(
        budgets.c.name == NAME
    )
