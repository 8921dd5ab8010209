"""The one way out to Telegram: sends, edits and deletes, and knows what each refusal means."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import replace
from typing import TypeVar

import structlog
from telegram import (
    Bot,
    InputFile,
    InputMediaPhoto,
    LinkPreviewOptions,
    Message,
    ReplyParameters,
)
from telegram.constants import ChatAction, ParseMode
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from bot.chat.display.screen import Screen
from bot.chat.outgoing.outgoing_file import OutgoingFile, Sent, item_of, sent_of
from bot.chat.outgoing.rate_limiter import ChatRateLimiter
from bot.chat.outgoing.retries import PATIENCE, insisting, seconds
from bot.chat.outgoing.send_queue import PER_SECOND, SendQueue, Urgency
from bot.chat.outgoing.telegram_request import stream_input
from bot.net.retry import backoff
from bot.net.streams import Source
from storage import Place

T = TypeVar("T")
log = structlog.get_logger()
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
GROUP_ROOM = 8  # messages that progress leaves free of a group's 20 a minute


class Unwelcome(Exception):
    """The person blocked the bot, or it was removed from the group: nothing can be said there."""


class Closed(Unwelcome):
    """The chat is there, and does not take this: no files allowed, or a closed or deleted topic."""


_CLOSED = (
    "topic_closed",
    "topic_deleted",
    "message thread not found",
    "not enough rights to send",
    "no rights to send",
    "chat_send_",
    "chat_write_forbidden",
    "chat_restricted",
)
_NOBODY = ("chat not found", "peer_id_invalid", "user_is_blocked")


class Sender:
    """All messages of the bot pass through here, so limits and refusals are handled once."""

    def __init__(
        self,
        bot: Bot,
        limiter: ChatRateLimiter | None = None,
        *,
        per_second: float | None = PER_SECOND,
    ) -> None:
        """`per_second` messages go out at most; None for a server without such a limit."""
        self.bot = bot
        self._limiter = limiter or ChatRateLimiter()
        self._send_queue = SendQueue(per_second, until=self._until)

    async def send(self, place: Place, screen: Screen, *, silent: bool = False) -> int:
        """Send a new message; returns its id. Raises `Unwelcome`."""

        message = {
            "text": screen.text,
            "parse_mode": ParseMode.HTML,
            "reply_markup": screen.markup(),
            "message_thread_id": place.thread_id,
            "reply_parameters": _reply_to(place),
            "link_preview_options": NO_PREVIEW,
            "disable_notification": silent,
        }

        async def call(chat_id: int) -> int:
            # What `do_api_request` does for methods it does not know: a whole Message costs more to
            # make than to send, and its id is all we need.
            sent = await self.bot._post("sendMessage", {"chat_id": chat_id} | message)
            return int(sent["message_id"])

        return await self.patiently(call, place)

    async def edit(self, place: Place, message_id: int, screen: Screen) -> int:
        """Change a message of ours; where it is gone, send a new one. Returns the id that now shows the screen."""

        async def call(chat_id: int) -> None:
            await self._edit_once(replace(place, chat_id=chat_id), message_id, screen)

        try:
            await self.patiently(call, place)
        except BadRequest as refusal:
            if _is(refusal, "message to edit not found", "message can't be edited"):
                return await self.send(place, screen)
            raise
        return message_id

    async def show_progress(
        self, place: Place, message_id: int, newest: Callable[[], Screen]
    ) -> None:
        """One try to change a message, after all that matters more in its chat; raises PTB's errors.

        What is `newest` is asked only when the turn has come.
        """
        chat_id = place.chat_id
        async with (
            self._send_queue.turn(chat_id, Urgency.PROGRESS),
            self._limiter.counted(chat_id),
        ):
            try:
                await self._edit_once(place, message_id, newest())
            except RetryAfter as refusal:
                self._send_queue.hold(chat_id, seconds(refusal))
                raise

    async def _edit_once(self, place: Place, message_id: int, screen: Screen) -> None:
        """One try to change a message; a message that already looks so is fine. Raises PTB's errors."""
        try:
            await self.bot.edit_message_text(
                screen.text,
                place.chat_id,
                message_id,
                parse_mode=ParseMode.HTML,
                reply_markup=screen.markup(),
                link_preview_options=NO_PREVIEW,
            )
        except BadRequest as refusal:
            if not _is(refusal, "message is not modified"):
                raise

    async def send_track(self, place: Place, track: OutgoingFile, *, silent: bool = False) -> Sent:
        """Send a stem: mp3 and m4a as music with a player, the rest as documents kept as they are."""
        call = self._send_audio if track.is_music else self._send_document
        async with self._upload(place.chat_id):
            return sent_of(await self._once(call(place, track, silent), place))

    async def send_album(
        self, place: Place, tracks: Sequence[OutgoingFile], *, silent: bool = False
    ) -> list[Sent]:
        """Send 2-10 stems, all music or none, as one album, in their order (Bot API, sendMediaGroup)."""
        async with self._upload(place.chat_id, len(tracks)):
            call = self.bot.send_media_group(
                place.chat_id,
                [item_of(track) for track in tracks],
                message_thread_id=place.thread_id,
                reply_parameters=_reply_to(place),
                disable_notification=silent,
            )
            return [sent_of(message) for message in await self._once(call, place)]

    async def send_picture(self, place: Place, picture: bytes, screen: Screen) -> int:
        """Send a PNG with a text below it (1024 characters at most) and buttons; returns its id."""

        async def call(chat_id: int) -> Message:
            return await self.bot.send_photo(
                chat_id,
                InputFile(picture, "picture.png"),
                caption=screen.text,
                parse_mode=ParseMode.HTML,
                reply_markup=screen.markup(),
                message_thread_id=place.thread_id,
                reply_parameters=_reply_to(place),
            )

        return (await self.patiently(call, place)).message_id

    async def put_picture(
        self, place: Place, message_id: int, picture: bytes, screen: Screen
    ) -> None:
        """Make a picture with a text (1024 characters at most) of a text message of ours.

        Bot API, editMessageMedia: also adds media to text messages. Raises BadRequest.
        """

        async def call(chat_id: int) -> None:
            await self.bot.edit_message_media(
                InputMediaPhoto(
                    picture, screen.text, parse_mode=ParseMode.HTML, filename="picture.png"
                ),
                chat_id,
                message_id,
                reply_markup=screen.markup(),
            )

        await self.patiently(call, place)

    async def send_file(self, place: Place, source: Source, filename: str, caption: str) -> int:
        """Send a file made here, read anew for each try; returns the message's id."""

        async def call(chat_id: int) -> Message:
            async with source.open() as opened:
                return await self.bot.send_document(
                    chat_id,
                    stream_input(opened, filename, "application/octet-stream"),
                    caption=caption,
                    parse_mode=ParseMode.HTML,
                    disable_content_type_detection=True,
                    message_thread_id=place.thread_id,
                    reply_parameters=_reply_to(place),
                )

        return (await self.patiently(call, place)).message_id

    async def delete(self, chat_id: int, message_id: int) -> bool:
        """Remove a message, for example one that carried a secret; False where Telegram refuses."""
        try:
            return await insisting(lambda: self.bot.delete_message(chat_id, message_id))
        except TelegramError as refusal:
            log.info("message not deleted", reason=refusal.message)
            # An earlier try may have done it, and its answer been lost.
            return "message to delete not found" in refusal.message.lower()

    async def knock(self, place: Place, action: ChatAction) -> None:
        """See whether the chat takes anything from us; raises `Unwelcome` where it does not."""
        call = self.bot.send_chat_action(place.chat_id, action, message_thread_id=place.thread_id)
        await self._once(call, place)

    async def busy(self, place: Place, action: ChatAction) -> None:
        """Show "sending a file…" under the bot's name; it is decoration, so a refusal is only noted."""
        try:
            await self.bot.send_chat_action(
                place.chat_id, action, message_thread_id=place.thread_id
            )
        except TelegramError as refusal:
            log.debug("chat action refused", reason=refusal.message)

    async def _send_audio(self, place: Place, track: OutgoingFile, silent: bool) -> Message:
        return await self.bot.send_audio(
            place.chat_id,
            track.file,
            title=track.title,
            performer=track.performer,
            duration=track.duration,
            thumbnail=track.cover,
            caption=track.caption,
            parse_mode=ParseMode.HTML,
            message_thread_id=place.thread_id,
            reply_parameters=_reply_to(place),
            reply_markup=track.markup,
            disable_notification=silent,
        )

    async def _send_document(self, place: Place, track: OutgoingFile, silent: bool) -> Message:
        return await self.bot.send_document(
            place.chat_id,
            track.file,
            thumbnail=track.cover,
            caption=track.caption,
            parse_mode=ParseMode.HTML,
            disable_content_type_detection=True,
            message_thread_id=place.thread_id,
            reply_parameters=_reply_to(place),
            reply_markup=track.markup,
            disable_notification=silent,
        )

    async def patiently(self, call: Callable[[int], Awaitable[T]], place: Place) -> T:
        """Wait out "too many requests" (that chat alone waits), follow a group that became a supergroup, and
        repeat what was lost on the way: said twice is better than not at all."""
        chat_id = place.chat_id
        for attempt in range(1, PATIENCE + 1):
            try:
                async with self._send_queue.turn(chat_id), self._limiter.counted(chat_id):
                    return await self._once(call(chat_id), replace(place, chat_id=chat_id))
            except RetryAfter:
                continue  # the lane is held for as long as Telegram wants
            except ChatMigrated as moved:
                chat_id = moved.new_chat_id
            except NetworkError as error:
                if isinstance(error, BadRequest):
                    raise
                log.info("Telegram does not answer", reason=error.message)
                await asyncio.sleep(backoff(attempt))
        async with self._send_queue.turn(chat_id), self._limiter.counted(chat_id):
            return await self._once(call(chat_id), replace(place, chat_id=chat_id))

    def _upload(self, chat_id: int, count: int = 1) -> AbstractAsyncContextManager[None]:
        """A place in a chat that has room for so many files, and was not told to wait meanwhile."""
        return self._limiter.turn(chat_id, count, line=lambda: self._send_queue.start(chat_id))

    def _until(self, chat_id: int, urgency: Urgency) -> float:
        """Seconds until a chat has room. In private answers go out at once: people wait for them."""
        if urgency is Urgency.PROGRESS:
            return self._limiter.until_beside(chat_id, GROUP_ROOM if chat_id < 0 else 1)
        return self._limiter.until(chat_id, 1) if chat_id < 0 else 0.0

    async def _once(self, call: Awaitable[T], place: Place) -> T:
        try:
            return await call
        except RetryAfter as refusal:
            self._send_queue.hold(place.chat_id, seconds(refusal))
            raise
        except Forbidden as refusal:
            log.info("not welcome in a chat", chat_id=place.chat_id, reason=refusal.message)
            raise Unwelcome from refusal
        except BadRequest as refusal:
            if _is(refusal, *_CLOSED):
                log.info("a chat is closed to this", chat_id=place.chat_id, reason=refusal.message)
                raise Closed from refusal
            if _is(refusal, *_NOBODY):
                raise Unwelcome from refusal
            raise


def _reply_to(place: Place) -> ReplyParameters | None:
    if place.reply_to is None:
        return None
    return ReplyParameters(place.reply_to, allow_sending_without_reply=True)


def _is(refusal: BadRequest, *wordings: str) -> bool:
    said = refusal.message.lower()
    return any(wording in said for wording in wordings)
