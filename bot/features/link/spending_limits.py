"""Credits: a limit for the month and a warning before a costly job, both of the person's own choosing."""

from datetime import UTC, datetime

from bot.chat.incoming.event import Told
from storage import Storage


class Spending:
    """Asked before a job is made, told after."""

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
                return Told("spending-limit", limit=chosen.monthly, spent=spent, credits=credits)
        if chosen.warn_over is not None and credits > chosen.warn_over and not confirmed:
            return Told("spending-warning", credits=credits, limit=chosen.warn_over)
        return None

    async def note(self, user_id: int, job_id: int, credits: int, *, shared: bool = False) -> None:
        """Count a job that was made; `shared`: the operator's key pays for it."""
        await self._storage.spending.note(user_id, job_id, credits, shared=shared)

    async def take_back(self, job_id: int) -> None:
        """A job that cost nothing in the end: refused, cancelled in time, or refunded."""
        await self._storage.spending.take_back(job_id)

    async def this_month(self, user_id: int) -> int:
        """Credits spent since the first of the month, UTC."""
        now = datetime.fromtimestamp(await self._storage.now(), UTC)
        first = now.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
        return await self._storage.spending.spent(user_id, first.timestamp())
