"""Erases people's data: on their request once their jobs have ended, or after they blocked the bot."""

import asyncio
from contextlib import suppress

import structlog

from bot.chat.display.screen import Screen
from bot.chat.display.translator import best_language, translator
from bot.chat.outgoing.sender import Sender, Unwelcome
from storage import Erasure, Place, Storage

log = structlog.get_logger()
PATIENCE = 60.0  # seconds running jobs get to be cancelled at the service
PAUSE = 1.0  # seconds between looks while somebody waits
IDLE = 60.0


class Erasing:
    """Works from rows, so a wish survives a restart."""

    def __init__(self, storage: Storage, sender: Sender) -> None:
        self._storage = storage
        self._sender = sender
        self._asked = asyncio.Event()

    async def ask(self, user_id: int, language: str) -> int:
        """Cancel what runs and note the wish; says how many jobs are being stopped."""
        running = await self._storage.personal.ask_erasure(user_id, language)
        self._asked.set()
        return len(running)

    async def run(self) -> None:
        """Look when somebody asked, and once a minute for wishes of another process."""
        while True:
            self._asked.clear()
            pending = 0
            try:
                await self.erase_ready()
                pending = await self._storage.personal.pending()
            except Exception:  # the database may be away for a while; the wish is stored
                log.exception("erasing failed")
            with suppress(TimeoutError):
                async with asyncio.timeout(PAUSE if pending else IDLE):
                    await self._asked.wait()

    async def erase_ready(self) -> None:
        for wish in await self._storage.personal.erasures(PATIENCE):
            if await self._storage.personal.erase(wish.user_id):
                log.info("a person's data were deleted")
                await self._tell(wish)

    async def erase_blocked(self, seconds: float) -> int:
        """Forget who blocked the bot that long ago; says how many."""
        gone = await self._storage.users.blocked_for(seconds)
        for user_id in gone:
            await self._storage.personal.ask_erasure(user_id, None)
            await self._storage.personal.erase(user_id)
            log.info("a person's data were deleted")
        return len(gone)

    async def _tell(self, wish: Erasure) -> None:
        t = translator(best_language(wish.language))
        with suppress(Unwelcome):
            await self._sender.send(Place(wish.user_id), Screen(t.html("erase-done")))
