"""Router: joins handlers to commands, messages and callbacks, checks access and ownership, and reports errors."""

from collections.abc import Awaitable, Callable, Coroutine, Mapping, Sequence
from typing import Any, Literal, Protocol, TypeVar

import structlog
from telegram import Update
from telegram.ext import BaseHandler, CallbackQueryHandler, CommandHandler, MessageHandler
from telegram.ext.filters import COMMAND, REPLY, TEXT, BaseFilter, ChatType, UpdateType

from bot.chat.callbacks import Callback, OfDraft, OfJob, OfPrivate, OfUser, OldButton
from bot.chat.display.screen import Screen
from bot.chat.incoming import Explained, Later
from bot.chat.incoming.event import ANONYMOUS, Event, Told, narrow
from bot.chat.outgoing.sender import Sender, Unwelcome
from bot.logs import error_id
from storage import Draft, Expectation, Job, Storage

log = structlog.get_logger()
C = TypeVar("C", bound=Callback)
D = TypeVar("D", bound=OfDraft)
J = TypeVar("J", bound=OfJob)
Handler = Callable[[Event], Awaitable[None]]
Reader = Callable[[Event], Awaitable[bool]]
Answer = Callable[[Event, Expectation], Awaitable[bool]]
Explain = Callable[[Exception], Told | None]


class Gate(Protocol):
    """A condition under which people are served at all."""

    async def admits(self, event: Event) -> bool:
        """Whether the event goes on; a gate that shuts has told the person what they need to know."""


class Router:
    """Collects the handlers of all features, in the order in which they are offered an update."""

    def __init__(
        self, storage: Storage, sender: Sender, explain: Explain, gates: Sequence[Gate] = ()
    ) -> None:
        """`gates` are passed in this order by every event before its handler."""
        self._gates = gates
        self._storage = storage
        self._sender = sender
        self._explain = explain
        self.handlers: list[BaseHandler[Any, Any, Any]] = []

    def command(self, name: str, handler: Handler) -> None:
        self.handlers.append(
            CommandHandler(name, self._guarded(handler), filters=UpdateType.MESSAGE)
        )

    def message(self, matching: BaseFilter, handler: Handler) -> None:
        fresh = UpdateType.MESSAGE & matching
        self.handlers.append(MessageHandler(fresh, self._guarded(handler)))

    def private_text(self, readers: Sequence[Reader]) -> None:
        """Plain text in a private chat is offered to the readers in order, until one takes it."""

        async def read(event: Event) -> None:
            for reader in readers:
                if await reader(event):
                    return

        self.message(ChatType.PRIVATE & TEXT & ~COMMAND, read)

    def group_reply(self, reader: Reader) -> None:
        """In a group a bot hears only replies to itself: one of them may answer what it asked there."""

        async def read(event: Event) -> None:
            await reader(event)

        self.message(ChatType.GROUPS & TEXT & REPLY & ~COMMAND, read)

    def expected(self, answers: Mapping[str, Answer]) -> Reader:
        """A reader for texts somebody asked for, by the kind of expectation; an answer may decline."""

        async def read(event: Event) -> bool:
            found = await self._storage.expectations.take(event.person.id, event.place)
            return found is not None and await answers[found.kind](event, found)

        return read

    def tap(self, kind: type[C], handler: Callable[[Event, C], Awaitable[None]]) -> None:
        """A button anybody may press, or one of type `OfUser` that only its owner may."""

        async def pressed(event: Event, callback: C) -> None:
            if isinstance(callback, OfUser) and callback.owner != event.person.id:
                await event.popup(event.t.plain("not-your-button"), alert=True)
            elif isinstance(callback, OfPrivate) and event.chat.id != callback.owner:
                await self._old(event)
            elif await self._in_time(event):
                await handler(event, callback)

        self._on_tap(kind, pressed)

    def draft_tap(
        self,
        kind: type[D],
        handler: Callable[[Event, D, Draft], Awaitable[None]],
        *,
        state: Literal["open", "started"] = "open",
    ) -> None:
        """A button of an unfinished choice; its owner and its being alive are checked here."""

        async def pressed(event: Event, callback: D) -> None:
            draft = await self._storage.drafts.get(callback.draft)
            if draft is None:
                await self._old(event)
            elif draft.user_id != event.person.id or draft.place.chat_id != event.chat.id:
                await event.popup(event.t.plain("not-your-menu"), alert=True)
            elif draft.state != state:
                await event.popup(event.t.plain("draft-started"), alert=True)
            elif await self._in_time(event):
                await handler(event, callback, draft)

        self._on_tap(kind, pressed)

    def job_tap(self, kind: type[J], handler: Callable[[Event, J, Job], Awaitable[None]]) -> None:
        """A button of a job; its owner is checked here."""

        async def pressed(event: Event, callback: J) -> None:
            job = await self._storage.jobs.get(callback.job)
            if job is None:
                await self._old(event)
            elif job.user_id != event.person.id or job.place.chat_id != event.chat.id:
                await event.popup(event.t.plain("not-your-job"), alert=True)
            elif await self._in_time(event):
                await handler(event, callback, job)

        self._on_tap(kind, pressed)

    def any_other_tap(self) -> None:
        """The last resort: data of an older version, or never ours."""
        self.handlers.append(CallbackQueryHandler(self._guarded(self._old)))

    def _on_tap(self, kind: type[C], pressed: Callable[[Event, C], Awaitable[None]]) -> None:
        async def unpacked(event: Event) -> None:
            data = event.query.data if event.query else None
            try:
                callback = kind.unpack(data or "")
            except OldButton:
                await self._old(event)
                return
            await pressed(event, callback)

        self.handlers.append(CallbackQueryHandler(self._guarded(unpacked), pattern=kind.claims))

    async def _in_time(self, event: Event) -> bool:
        """Answer the press first. One that waited out an outage does nothing: its person may have moved on."""
        if await event.popup():
            return True
        await event.tell("tap-too-old")
        return False

    async def _old(self, event: Event) -> None:
        await event.popup(event.t.plain("old-button"), alert=True)

    def _guarded(self, handler: Handler) -> Callable[[Update, Any], Coroutine[Any, Any, None]]:
        """Run a handler for a person we know; whatever goes wrong is explained, never shown raw."""

        async def run(update: Update, _context: Any) -> None:
            event = await narrow(update, self._storage, self._sender)
            if event is None:
                return
            try:
                await self._admit(event, handler)
            except Unwelcome:
                return  # already noted by the sender; there is nobody to tell
            except Later:
                raise  # the intake brings it again
            except Exception as error:
                await self._tell(event, error)

        return run

    async def _admit(self, event: Event, handler: Handler) -> None:
        if event.person.id in ANONYMOUS:
            await event.popup(event.t.plain("anonymous"), alert=True)
            if event.query is None:
                await event.tell("anonymous")
            return
        for gate in self._gates:
            if not await gate.admits(event):
                return
        await handler(event)

    async def _tell(self, event: Event, error: Exception) -> None:
        """Raises `Explained` for a fault of ours, so that the intake keeps what it came from."""
        told = error if isinstance(error, Told) else self._explain(error)
        code = error_id()
        if told is None:
            log.exception("handler failed", error_id=code, chat_id=event.chat.id)
        known = told or Told("error-ours", code=code)
        await event.reply(Screen(event.t.html(known.key, **known.arguments)))
        if told is None:
            raise Explained(code) from error
