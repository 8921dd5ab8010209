"""Removes what is no longer needed, once an hour, and changes keys when the operator did."""

import asyncio
from collections.abc import Awaitable, Callable

import structlog

from bot.settings import Settings
from storage import Storage

log = structlog.get_logger()
HOUR = 3600.0  # seconds
TAKEOVER = 1.0
DAY = 24 * HOUR
KEEP_SPENDINGS = 62 * DAY  # a month's limit never looks further back
ForgetBlocked = Callable[[float], Awaitable[int]]


class Housekeeping:
    """Retention of everything that has a time, as the settings say; `forget_blocked` takes seconds."""

    def __init__(
        self, storage: Storage, settings: Settings, forget_blocked: ForgetBlocked
    ) -> None:
        self._storage = storage
        self._settings = settings
        self._forget_blocked = forget_blocked

    async def run(self) -> None:
        await self._reseal()
        while True:
            try:
                await self.tidy()
            except Exception:  # the database may be away for a while; the next hour comes
                log.exception("housekeeping failed")
            await asyncio.sleep(HOUR)

    async def tidy(self) -> None:
        storage, settings = self._storage, self._settings
        now = await storage.now()
        await storage.inbox.purge(now - settings.keep_updates_days * DAY)
        await storage.drafts.purge(now - settings.keep_drafts_days * DAY)
        await storage.baskets.purge(now - settings.keep_drafts_days * DAY)
        await storage.analyses.purge(now - settings.keep_jobs_days * DAY)
        await storage.jobs.purge(now - settings.keep_jobs_days * DAY)
        await storage.files.purge(now - settings.keep_jobs_days * DAY)
        await storage.spending.purge(now - KEEP_SPENDINGS)
        await storage.expectations.purge()
        await storage.access.purge()
        await storage.credentials.forget_unused()
        await self._forget_blocked(settings.keep_blocked_days * DAY)

    async def _reseal(self) -> None:
        """With several keys set, what an older one sealed is sealed with the newest."""
        if not self._storage.resealing.is_needed:
            return
        try:
            changed = await self._storage.resealing.run()
        except Exception:
            log.exception("sealing anew failed; it begins again with the next start")
        else:
            log.info("everything is sealed with the newest key", changed=changed)


async def take_over(storage: Storage) -> None:
    """With several processes: what a dead one was handling goes on here, within a second or two."""
    while not storage.database.is_sqlite:
        try:
            await storage.inbox.release_dead()
        except Exception:  # the database may be away for a while; the next second comes
            log.exception("updates of dead processes not freed")
        await asyncio.sleep(TAKEOVER)
