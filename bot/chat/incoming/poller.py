"""Fetches updates and confirms them to Telegram only after they are safely stored."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING, Any, Protocol

import httpx

from bot.chat.incoming.raw_bot_api import BotApi, BotApiError
from bot.chat.incoming.raw_update import WANTED, arrived
from bot.logs import error_id
from bot.net.retry import backoff

if TYPE_CHECKING:
    from storage import Arrived

log = logging.getLogger(__name__)

LONG_POLL = 30  # seconds; the server allows up to 50
LONGEST_PAUSE = 30.0  # seconds between tries that keep failing
TAKEOVER = 1.0  # seconds between looks at whether the leading process is gone


class Store(Protocol):
    """The part of the inbox that takes updates in."""

    async def store(self, updates: "Sequence[Arrived]") -> int: ...


class Poller:
    """The getUpdates loop (Bot API, getUpdates).

    An update counts as confirmed when a later call asks for a higher offset; that call is made
    only after `inbox.store` has committed it. Of several processes only the one for which `lead`
    says yes may fetch. `new` is set when updates have been stored.
    """

    def __init__(
        self,
        api: BotApi,
        inbox: Store,
        *,
        new: asyncio.Event,
        lead: Callable[[], Awaitable[bool]],
        wanted: Sequence[str] = WANTED,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._api = api
        self._inbox = inbox
        self._new = new
        self._lead = lead
        self._wanted = list(wanted)
        self._sleep = sleep
        self._failures = 0
        self._offset: int | None = None

    async def run(self) -> None:
        """Fetch until cancelled. Nothing but cancelling ends it, and no failure makes it hurry."""
        while True:
            await self._sleep(await self._round())

    async def _round(self) -> float:
        """One fetch; the seconds to wait before the next."""
        try:
            if not await self._lead():
                self._offset = None
                return TAKEOVER
            moved = await self._fetch()
        except Exception as error:
            return await self._after(error)
        if not moved:
            return self._pause()
        self._failures = 0
        return 0

    async def _fetch(self) -> bool:
        """False if nothing of what came could be confirmed: asking again would bring it again."""
        updates = await self._api.call("getUpdates", self._question(), seconds=LONG_POLL + 15)
        if not isinstance(updates, list):
            raise BotApiError(200, "getUpdates answered with something that is no list")
        readable = [row for update in updates if (row := arrived(update))]
        if readable:
            await self._inbox.store(readable)
            self._offset = max(row.update_id for row in readable) + 1
            self._new.set()
        return bool(readable) or not updates

    def _question(self) -> dict[str, Any]:
        question = {"timeout": LONG_POLL, "limit": 100, "allowed_updates": self._wanted}
        return question if self._offset is None else {**question, "offset": self._offset}

    async def _after(self, error: Exception) -> float:
        """Say what went wrong; the seconds to wait for it to pass."""
        pause = self._pause()
        match error:
            case BotApiError(code=429, retry_after=float(asked)):
                pause += asked
            case BotApiError(code=409) if "webhook" in error.description:
                await self._drop_webhook()
            case BotApiError() | httpx.HTTPError() | TimeoutError():
                pass
            case _:
                log.error("updates could not be stored (%s)", error_id(), exc_info=error)
                return pause
        log.warning("no updates: %s; next try in %.1f s", _in_words(error), pause)
        return pause

    def _pause(self) -> float:
        self._failures += 1
        return backoff(self._failures, LONGEST_PAUSE)

    async def _drop_webhook(self) -> None:
        """A webhook from before forbids polling; what waits there is kept and comes to us."""
        try:
            await self._api.call("deleteWebhook", {"drop_pending_updates": False})
        except (BotApiError, httpx.HTTPError, TimeoutError) as error:
            log.warning("the webhook could not be removed: %s", _in_words(error))


def _in_words(error: Exception) -> str:
    return str(error) if isinstance(error, BotApiError) else type(error).__name__
