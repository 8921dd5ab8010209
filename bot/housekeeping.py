"""Removes what is no longer needed, once an hour."""

import asyncio

import structlog

from storage import Storage

log = structlog.get_logger()
HOUR = 3600.0  # seconds
TAKEOVER = 1.0
DAY = 24 * HOUR
KEEP_UPDATES = 2 * DAY  # Telegram repeats unconfirmed updates for a day (Bot API, getUpdates)
KEEP_DRAFTS = 14 * DAY
KEEP_JOBS = 30 * DAY


class Housekeeping:
    """Retention of handled updates, drafts, expectations and ended jobs."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage

    async def run(self) -> None:
        while True:
            try:
                await self.tidy()
            except Exception:  # the database may be away for a while; the next hour comes
                log.exception("housekeeping failed")
            await asyncio.sleep(HOUR)

    async def tidy(self) -> None:
        now = await self._storage.now()
        await self._storage.inbox.purge(now - KEEP_UPDATES)
        await self._storage.drafts.purge(KEEP_DRAFTS)
        await self._storage.expectations.purge()
        await self._storage.jobs.purge(now - KEEP_JOBS)


async def take_over(storage: Storage) -> None:
    """With several processes: what a dead one was handling goes on here, within a second or two."""
    while not storage.database.is_sqlite:
        try:
            await storage.inbox.release_dead()
        except Exception:  # the database may be away for a while; the next second comes
            log.exception("updates of dead processes not freed")
        await asyncio.sleep(TAKEOVER)
