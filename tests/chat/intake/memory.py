"""An inbox in memory that keeps the promises of the real one, and waiting for conditions."""

import asyncio
from collections import defaultdict
from collections.abc import Callable, Sequence

from storage import Arrived, InboxRow


class MemoryInbox:
    """Rows by update id; `broken` makes every call fail as if the database were away."""

    def __init__(self) -> None:
        self.rows: dict[int, Arrived] = {}
        self.owners: dict[int, str] = {}
        self.attempts: dict[int, int] = defaultdict(int)
        self.finished: list[int] = []
        self.aside: dict[int, tuple[str, str]] = {}
        self.batches: list[int] = []
        self.broken = False
        self.calls = 0
        self.renewals = 0
        self.lease = 0.0

    def _called(self) -> None:
        self.calls += 1
        if self.broken:
            raise ConnectionError("the database is away")

    async def store(self, updates: Sequence[Arrived]) -> int:
        self._called()
        fresh = [row for row in updates if row.update_id not in self.rows]
        self.rows |= {row.update_id: row for row in fresh}
        return len(fresh)

    async def claim(
        self, owner: str, limit: int, per_conversation: int, *, lease: float
    ) -> list[InboxRow]:
        self._called()
        self.lease = lease
        others = {self.rows[i].conversation for i, who in self.owners.items() if who != owner}
        seen: dict[int, int] = defaultdict(int)
        claimed: list[InboxRow] = []
        for i in sorted(set(self.rows) - set(self.finished) - set(self.aside)):
            row = self.rows[i]
            seen[row.conversation] += 1
            if row.conversation in others or seen[row.conversation] > per_conversation:
                continue
            if i in self.owners or len(claimed) == limit:
                continue
            self.owners[i] = owner
            self.attempts[i] += 1
            claimed.append(InboxRow(i, row.conversation, row.raw, self.attempts[i], 0.0))
        return claimed

    async def renew(self, owner: str, *, lease: float) -> None:
        self._called()
        assert lease == self.lease
        self.renewals += owner in self.owners.values()

    async def done(self, ids: Sequence[int]) -> None:
        self._called()
        self.batches.append(len(ids))
        for i in ids:
            del self.owners[i]
            self.finished.append(i)

    async def set_aside(self, update_id: int, error: str, error_id: str) -> None:
        self._called()
        del self.owners[update_id]
        self.aside[update_id] = (error, error_id)

    async def release(self, owner: str) -> None:
        self._called()
        for i in [i for i, who in self.owners.items() if who == owner]:
            del self.owners[i]
            self.attempts[i] -= 1

    def lose_leases(self) -> None:
        """The process died: its rows are free again, and each has cost an attempt."""
        self.owners.clear()


async def until(condition: Callable[[], object]) -> None:
    """Wait for a condition; the test fails when it takes a minute."""
    async with asyncio.timeout(60):
        while not condition():  # noqa: ASYNC110  (conditions of any kind, in tests only)
            await asyncio.sleep(0.001)
