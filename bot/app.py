"""The bot's life: open what is kept, ask for updates at once, and load all the rest meanwhile."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import httpx
import structlog

from bot.chat.intake import BotApi, Poller
from bot.chat.lanes import PER_SECOND
from bot.net.transport import make_client
from bot.settings import Settings
from storage import Storage, Vault, open_storage

if TYPE_CHECKING:
    from bot.parts import Parts

    Loaded = AbstractAsyncContextManager[Parts]

log = structlog.get_logger()
GRACE = 2.0  # seconds running handlers and steps get to end by themselves, each
Task = asyncio.Task[None]


@dataclass(slots=True)
class App:
    """Everything that runs; `run` is its whole life."""

    settings: Settings
    storage: Storage
    client: httpx.AsyncClient
    per_second: float | None
    new_updates: asyncio.Event = field(default_factory=asyncio.Event)

    async def run(self, stop: asyncio.Event, *, loaded: Callable[[], None] = lambda: None) -> None:
        """Work until `stop` is set, then end within ten seconds whatever is pending.

        `loaded` is called once everything is in memory.

        Raises settings.TokenRefused; OSError when the webhook's address is taken.
        """
        self.storage.on("inbox", lambda _word: self.new_updates.set())
        polling = [] if self.settings.public_url else [_begun("polling", self._poll())]
        try:
            async with await self._loaded() as parts:
                loaded()
                if await parts.introduce(stop):
                    await self._work(parts, polling, stop)
        finally:
            await _ended(polling)

    async def _poll(self) -> None:
        poller = Poller(
            BotApi(self.client, self.settings.bot_api_url, self.settings.bot_token),
            self.storage.inbox,
            new=self.new_updates,
            lead=lambda: self.storage.leadership("poll"),
        )
        await poller.run()

    async def _loaded(self) -> "Loaded":
        """What stands behind the inbox. It is most of a start: updates come in meanwhile."""
        put_together = await asyncio.to_thread(_loading)
        about = (self.settings, self.storage, self.client, self.new_updates)
        return put_together(*about, per_second=self.per_second)

    async def _work(self, parts: "Parts", polling: list[Task], stop: asyncio.Event) -> None:
        async with parts.listening():
            dispatcher = _begun("dispatcher", parts.dispatcher.run())
            engine = _begun("engine", parts.engine.run())
            others = [_begun(name, duty) for name, duty in parts.duties().items()]
            log.info("at work", bot=parts.application.bot.username)
            await stop.wait()
            await _wind_down(parts, [*polling, *others], [dispatcher, engine])


@asynccontextmanager
async def build_app(
    settings: Settings, *, per_second: float | None = PER_SECOND
) -> AsyncIterator[App]:
    """Open what is needed, and close it again afterwards.

    `per_second` messages go to Telegram at most; None where there is no such limit.

    Raises storage.StorageBusy and storage.WrongKey.
    """
    storage = await open_storage(settings.database_url, Vault(settings.secret_keys))
    client = make_client()
    try:
        yield App(settings, storage, client, per_second)
    finally:
        await client.aclose()
        await storage.close()


async def _wind_down(parts: "Parts", sources: list[Task], workers: list[Task]) -> None:
    """Intake first, then what is being handled, then the steps of jobs."""
    log.info("stopping")
    for task in sources:
        task.cancel()
    await asyncio.gather(parts.dispatcher.stop(GRACE), parts.engine.stop(GRACE))
    await parts.live.stop()
    await _ended([*workers, *sources])


def _loading() -> "Callable[..., Loaded]":
    from bot.parts import put_together  # noqa: PLC0415 - takes longer than all that is above

    return put_together


def _begun(name: str, coroutine: Coroutine[Any, Any, None]) -> Task:
    return asyncio.create_task(coroutine, name=name)


async def _ended(tasks: list[Task]) -> None:
    """Cancel, wait, and note what a task died of."""
    for task in tasks:
        task.cancel()
    for task in tasks:
        await asyncio.wait([task])
        if not task.cancelled() and (error := task.exception()):
            log.error("a part of the bot had failed", part=task.get_name(), exc_info=error)
