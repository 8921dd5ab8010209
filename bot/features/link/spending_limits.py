"""Credits: a limit for the month and a warning before a costly job, both of the person's own choosing."""

from collections.abc import Sequence
from datetime import UTC, datetime

from bot.chat.incoming.event import Told
from storage import Reservation, Storage


class Spending:
    """The person's own limits."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage

    async def check(self, user_id: int, credits: int, *, confirmed: bool = False) -> Told | None:
        """Why a job of so many credits should not just be started; None when it may.

        `spending-limit`: the month's limit would be passed; changing it is in /account.
        `spending-warning`: worth a question first; ask again with `confirmed` after a yes.
        """
        chosen = await self._storage.spending.limits(user_id)
        if chosen.monthly is not None:
            spent = await self.this_month(user_id)
            if spent + credits > chosen.monthly:
                return await self.over_limit(user_id, credits)
        if chosen.warn_over is not None and credits > chosen.warn_over and not confirmed:
            return Told("spending-warning", credits=credits, limit=chosen.warn_over)
        return None

    async def over_limit(self, user_id: int, credits: int) -> Told:
        """That so many credits would pass the month's limit."""
        chosen = await self._storage.spending.limits(user_id)
        spent = await self.this_month(user_id)
        return Told("spending-limit", limit=chosen.monthly or 0, spent=spent, credits=credits)

    async def of_own(self, user_id: int, credits: Sequence[int]) -> Reservation:
        """What jobs paid by the person's own account cost, within the month's limit."""
        chosen = await self._storage.spending.limits(user_id)
        since = await self._month()
        return Reservation(credits, shared=False, since=since, most_credits=chosen.monthly)

    async def take_back(self, job_id: int) -> None:
        """A job that cost nothing in the end: refused, cancelled in time, or refunded."""
        await self._storage.spending.take_back(job_id)

    async def this_month(self, user_id: int) -> int:
        """Credits spent since the first of the month, UTC."""
        return await self._storage.spending.spent(user_id, await self._month())

    async def _month(self) -> float:
        now = datetime.fromtimestamp(await self._storage.now(), UTC)
        return now.replace(day=1, hour=0, minute=0, second=0, microsecond=0).timestamp()
