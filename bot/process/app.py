"""Start and stop of the bot: updates are requested at once, storage and features load meanwhile."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import httpx
import structlog

from bot.chat.incoming import BotApi, Poller
from bot.chat.outgoing.send_queue import PER_SECOND
from bot.net.transport import make_client
from bot.settings import Settings

if TYPE_CHECKING:
    from bot.composition.build import Parts
    from storage import Arrived, Storage

    Promise = asyncio.Future[Storage]
    Loaded = AbstractAsyncContextManager[Parts]

log = structlog.get_logger()
GRACE = 2.0  # seconds running handlers and steps get to end by themselves, each
Task = asyncio.Task[None]


@dataclass(slots=True)
class App:
    """Everything that runs; `run` is its whole life."""

    settings: Settings
    client: httpx.AsyncClient
    per_second: float | None
    new_updates: asyncio.Event = field(default_factory=asyncio.Event)

    async def run(self, stop: asyncio.Event, *, loaded: Callable[[], None] = lambda: None) -> None:
        """Work until `stop` is set, then end within ten seconds whatever is pending.

        Updates are asked for first, and wait for the storage; then all the rest is loaded, while
        they already come in. `loaded` is called once everything is in memory.

        Raises settings.Unusable; OSError when the webhook's address is taken.
        """
        promised: Promise = asyncio.get_running_loop().create_future()
        polling = [] if self.settings.public_url else [_begun("polling", self._poll(promised))]
        storage = None
        try:
            storage = await self._opened()
            promised.set_result(storage)
            async with await self._loaded(storage) as parts:
                loaded()
                if await parts.introduce(stop):
                    await self._work(parts, polling, stop)
        finally:
            await _ended(polling)
            if storage is not None:
                await storage.close()

    async def _poll(self, promised: "Promise") -> None:
        api = BotApi(self.client, self.settings.bot_api_url, self.settings.bot_token)
        early = EarlyInbox(promised, alone=self.settings.database_url.startswith("sqlite"))
        await Poller(api, early, new=self.new_updates, lead=early.lead).run()

    async def _opened(self) -> "Storage":
        opened = await asyncio.to_thread(_opening)
        storage = await opened(self.settings)
        storage.on("inbox", lambda _word: self.new_updates.set())
        return storage

    async def _loaded(self, storage: "Storage") -> "Loaded":
        """What stands behind the inbox."""
        put_together = await asyncio.to_thread(_loading)
        about = (self.settings, storage, self.client, self.new_updates)
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
    """The bot, ready to run; `per_second` messages go to Telegram at most, None for no limit."""
    client = make_client()
    try:
        yield App(settings, client, per_second)
    finally:
        await client.aclose()


class EarlyInbox:
    """The inbox before there is one: nothing is stored, so nothing is confirmed, until it is open.

    Where there is but one process (`alone`), it may ask for updates at once; of several the
    database knows which.
    """

    def __init__(self, promised: "Promise", *, alone: bool) -> None:
        self._promised = promised
        self._alone = alone

    async def store(self, updates: "Sequence[Arrived]") -> int:
        return await (await asyncio.shield(self._promised)).inbox.store(updates)

    async def lead(self) -> bool:
        return self._alone or await (await asyncio.shield(self._promised)).leadership("poll")


async def _wind_down(parts: "Parts", sources: list[Task], workers: list[Task]) -> None:
    """Intake first, then what is being handled, then the steps of jobs."""
    log.info("stopping")
    for task in sources:
        task.cancel()
    await asyncio.gather(parts.dispatcher.stop(GRACE), parts.engine.stop(GRACE))
    await parts.status_messages.stop()
    await _ended([*workers, *sources])


def _opening() -> "Callable[[Settings], Awaitable[Storage]]":
    from bot.composition.open_storage import opened  # noqa: PLC0415 - see there

    return opened


def _loading() -> "Callable[..., Loaded]":
    from bot.composition.build import put_together  # noqa: PLC0415 - takes longer than all that is above

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
