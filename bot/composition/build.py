"""Composition root: every outside thing is a parameter with a real default."""

import asyncio
import os
import secrets
import socket
from collections.abc import AsyncIterator, Coroutine
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from typing import Any

import httpx
import structlog
from telegram import Bot, Update
from telegram.error import InvalidToken, TelegramError
from telegram.ext import Application, ApplicationBuilder

from bot.chat.display.screen import Screen
from bot.chat.display.translator import best_language, translator
from bot.chat.incoming import BotApi
from bot.chat.incoming.dispatcher import Dispatcher
from bot.chat.incoming.json_objects import read_update
from bot.chat.incoming.router import Router
from bot.chat.incoming.telegram_files import TelegramFiles
from bot.chat.outgoing.command_menu import announce_menu
from bot.chat.outgoing.sender import Sender
from bot.chat.outgoing.status_messages import StatusMessages
from bot.chat.outgoing.telegram_request import StreamingRequest
from bot.composition.housekeeping import take_over
from bot.composition.http_routes import announce, listening
from bot.composition.people_features import People, services
from bot.composition.text_features import LISTED, Texts, text_lifecycles
from bot.features.catalogue import Catalogue
from bot.features.delivery import CLOUD_UPLOAD, LOCAL_UPLOAD
from bot.features.errors import explain
from bot.features.history import History
from bot.features.link import link_button
from bot.features.quiet import QuietHours
from bot.features.separate import (
    SEPARATION,
    ChatMembership,
    DeliveredFiles,
    JobHandlers,
    Onward,
    ResultHandlers,
    Separate,
    ServiceWebhooks,
    Surroundings,
    make_separation,
)
from bot.features.start import Start
from bot.jobs import Engine, Lifecycle
from bot.mvsep import MvsepClient
from bot.net.retry import backoff
from bot.settings import Settings, Unusable
from storage import InboxRow, Place, Storage

log = structlog.get_logger()
NOT_KNOWN = "Telegram does not know STEMGRAM_BOT_TOKEN; @BotFather has the right one."
CLOUD = "https://api.telegram.org"
StemgramApplication = Application[Any, Any, Any, Any, Any, Any]


@dataclass(frozen=True, slots=True)
class Parts:
    """Everything behind the inbox."""

    settings: Settings
    storage: Storage
    api: BotApi
    new_updates: asyncio.Event
    application: StemgramApplication
    dispatcher: Dispatcher
    engine: Engine
    status_messages: StatusMessages
    people: People
    catalogue: Catalogue
    webhooks: ServiceWebhooks

    async def introduce(self, stop: asyncio.Event) -> bool:
        """Ask Telegram who we are; while it is away, ask again. False when we shall stop first.

        Raises settings.Unusable.
        """
        failures = 0
        while not stop.is_set():
            try:
                await self.application.initialize()
            except InvalidToken as error:
                raise Unusable(NOT_KNOWN) from error
            except TelegramError as error:
                failures += 1
                log.warning("Telegram does not answer", reason=error.message)
                await _either(stop, backoff(failures, 30.0))
            else:
                return True
        return False

    def duties(self) -> dict[str, Coroutine[Any, Any, None]]:
        """What goes on beside handling updates and moving jobs, by name."""
        return {
            "webhook": announce(self.api, self.settings),
            "menu": self._announce_menu(),
            "housekeeping": self.people.housekeeping.run(),
            "takeover": take_over(self.storage),
            "erasing": self.people.erasing.run(),
            "shared key": self.people.payer.open(),
            "catalogue": self.catalogue.keep_fresh(),
        }

    async def _announce_menu(self) -> None:
        """Operators who never wrote to us have no chat in which they could see more than others."""
        admins = self.settings.admin_ids
        known = [each for each in admins if await self.storage.users.get(each)]
        await announce_menu(self.application.bot, known)

    def listening(self) -> AbstractAsyncContextManager[None]:
        """Our own address is open."""
        return listening(self.settings, self.storage, self.webhooks, self.new_updates)


@asynccontextmanager
async def put_together(
    settings: Settings,
    storage: Storage,
    client: httpx.AsyncClient,
    new_updates: asyncio.Event,
    *,
    per_second: float | None,
) -> AsyncIterator[Parts]:
    """All parts, each with those it needs; Telegram has not been spoken to yet."""
    application = _application(settings)
    try:
        yield await _assembled(settings, storage, client, application, new_updates, per_second)
    finally:
        await application.shutdown()


async def _assembled(
    settings: Settings,
    storage: Storage,
    client: httpx.AsyncClient,
    application: StemgramApplication,
    new_updates: asyncio.Event,
    per_second: float | None,
) -> Parts:
    bot: Bot = application.bot
    sender = Sender(bot, per_second=per_second)
    status_messages = StatusMessages(sender)
    mvsep = MvsepClient(client, settings.mvsep_url)
    cloud = not settings.bot_api_local
    files = TelegramFiles(bot, client)
    worker = f"{socket.gethostname()}-{os.getpid()}-{secrets.token_hex(4)}"
    await storage.attend(worker)
    offered = services(client, settings, mvsep)
    people = People(settings, storage, offered, sender, lambda: bot.username)
    webhooks = ServiceWebhooks(storage, settings.public_url, settings.bot_token)
    separation = make_separation(
        storage, mvsep, sender, status_messages, files, people.money, webhooks, cloud=cloud
    )
    lifecycles: dict[str, Lifecycle] = {SEPARATION: separation}
    lifecycles |= text_lifecycles(storage, offered.neuro_semantic, sender, status_messages)
    engine = Engine(storage, lifecycles, worker=worker, asking=[SEPARATION])
    router = Router(storage, sender, explain, people.gates())
    around = Surroundings(cloud, lambda: bot.username, engine.wake, separation.transcript_analysis)
    catalogue = Catalogue(mvsep, storage)
    separate = Separate(storage, mvsep, catalogue, people.money, around)
    texts = Texts(storage, offered.neuro_semantic, (status_messages, files), around, separate)
    separation.transcript_analysis.offer(texts.meaning)
    start = _join_features(router, storage, (separate, texts), around, people)
    _join_afterwards(router, storage, mvsep, around, separate)
    start.join_last(router)
    router.any_other_tap()
    application.add_handlers(router.handlers)
    notices = Notices(storage, sender)
    dispatcher = Dispatcher(
        storage.inbox,
        _handler(application),
        owner=worker,
        wake=new_updates,
        on_flood=notices.slow_down,
        on_set_aside=notices.unreadable,
    )
    return Parts(
        settings,
        storage,
        BotApi(client, settings.bot_api_url, settings.bot_token),
        new_updates,
        application,
        dispatcher,
        engine,
        status_messages,
        people,
        catalogue,
        webhooks,
    )


def _join_features(
    router: Router,
    storage: Storage,
    features: tuple[Separate, Texts],
    around: Surroundings,
    people: People,
) -> Start:
    """Order matters: what is specific comes before what takes everything."""
    separate, texts = features
    gathering = texts.gathering
    link, asked = people.join(router, separate.intake.show_newest, texts.meaning.show_waiting)
    start = Start(storage, link_button, {"link": link.deep_link, "p": separate.saving.open_shared})
    following = JobHandlers(storage, people.money, around.wake_engine, LISTED)
    for feature in (start, texts, separate, following):
        feature.join(router)
    answers = {**asked, **separate.answers(), **texts.themes.answers()}
    readers = [link.read_token, router.expected(answers), gathering.read_wordy]
    readers += [separate.intake.read_links, gathering.read_rest, start.unknown_text]
    router.private_text(readers)
    router.group_reply(router.expected(separate.answers()))
    return start


def _join_afterwards(  # what comes after a job knows no more of choosing than where it begins
    router: Router,
    storage: Storage,
    mvsep: MvsepClient,
    around: Surroundings,
    separate: Separate,
) -> None:
    largest = CLOUD_UPLOAD if around.cloud else LOCAL_UPLOAD
    begin, order = separate.intake.begin, separate.intake.order
    onward = Onward(
        begin,
        order,
        DeliveredFiles(storage),
        around.transcript_analysis,
        around.wake_engine,
        largest,
    )
    for feature in (
        ResultHandlers(storage, mvsep, onward),
        ChatMembership(storage, around.wake_engine),
        History(storage, mvsep, around.wake_engine),
        QuietHours(storage),
    ):
        feature.join(router)


def _application(settings: Settings) -> StemgramApplication:
    builder = (
        ApplicationBuilder()
        .token(settings.bot_token.get_secret_value())
        .base_url(f"{settings.bot_api_url}/bot")
        .base_file_url(f"{settings.bot_api_url}/file/bot")
        .request(StreamingRequest())
        .get_updates_request(StreamingRequest(connections=1))
        .updater(None)
        .job_queue(None)
    )
    return builder.build()


def _handler(application: StemgramApplication) -> Any:
    failed: dict[int, Exception] = {}

    async def keep(update: object, context: Any) -> None:
        if isinstance(update, Update):
            failed[update.update_id] = context.error

    async def handle(row: InboxRow) -> None:
        """Raises when the update cannot be read, or not handled at all, which sets it aside."""
        update = read_update(row.raw, application.bot)
        await application.process_update(update)
        if error := failed.pop(row.update_id, None):
            raise error

    application.add_error_handler(keep)
    return handle


class Notices:
    """What the intake tells people: one word to a flooder, and to whose message nobody could read."""

    def __init__(self, storage: Storage, sender: Sender) -> None:
        self._storage = storage
        self._sender = sender

    async def slow_down(self, conversation: int) -> None:
        await self._tell(conversation, "flood-notice")

    async def unreadable(self, row: InboxRow, error_id: str) -> None:
        await self._tell(row.conversation, "error-ours", code=error_id)

    async def _tell(self, conversation: int, key: str, **arguments: str) -> None:
        if conversation <= 0:
            return  # groups are left in peace
        user = await self._storage.users.get(conversation)
        t = translator(best_language(*((user.language, user.language_code) if user else ())))
        await self._sender.send(Place(conversation), Screen(t.html(key, **arguments)))


async def _either(event: asyncio.Event, seconds: float) -> None:
    waiting = asyncio.ensure_future(event.wait())
    await asyncio.wait([waiting], timeout=seconds)
    waiting.cancel()
