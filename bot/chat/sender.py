"""The one way out to Telegram: sends, edits and deletes, and knows what each refusal means."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TypeVar

import structlog
from telegram import Bot, InputFile, LinkPreviewOptions, Message, ReplyParameters
from telegram.constants import ChatAction, ParseMode
from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter, TelegramError

from bot.chat.screen import Screen
from storage import Place

T = TypeVar("T")
log = structlog.get_logger()
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
MUSIC = frozenset({"mp3", "m4a"})  # what Telegram's player takes (Bot API, sendAudio)
PATIENCE = 5  # how often one call waits out a "too many requests" before it gives up


class Unwelcome(Exception):
    """The person blocked the bot, or it was removed from the group: nothing can be said there."""


@dataclass(frozen=True, slots=True)
class Track:
    """A stem on its way to a chat: the file and what the player shows about it."""

    file: InputFile
    extension: str
    title: str
    performer: str | None = None
    duration: int | None = None  # seconds
    caption: str | None = None


@dataclass(frozen=True, slots=True)
class Sent:
    message_id: int
    file_id: str | None


class Sender:
    """All messages of the bot pass through here, so limits and refusals are handled once."""

    def __init__(self, bot: Bot) -> None:
        self.bot = bot

    async def send(self, place: Place, screen: Screen) -> int:
        """Send a new message; returns its id. Raises `Unwelcome`."""

        async def call(chat_id: int) -> Message:
            return await self.bot.send_message(
                chat_id,
                screen.text,
                parse_mode=ParseMode.HTML,
                reply_markup=screen.markup(),
                message_thread_id=place.thread_id,
                reply_parameters=_reply_to(place),
                link_preview_options=NO_PREVIEW,
            )

        return (await self._patiently(call, place)).message_id

    async def edit(self, place: Place, message_id: int, screen: Screen) -> int:
        """Change a message of ours; where it is gone, send a new one. Returns the id that now shows the screen."""

        async def call(chat_id: int) -> None:
            await self.edit_once(replace(place, chat_id=chat_id), message_id, screen)

        try:
            await self._patiently(call, place)
        except BadRequest as refusal:
            if _is(refusal, "message to edit not found", "message can't be edited"):
                return await self.send(place, screen)
            raise
        return message_id

    async def edit_once(self, place: Place, message_id: int, screen: Screen) -> None:
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

    async def send_track(self, place: Place, track: Track) -> Sent:
        """Send a stem: mp3 and m4a as music with a player, the rest as documents kept as they are."""
        is_music = track.extension in MUSIC
        call = self._send_audio if is_music else self._send_document
        message = await self._once(call(place.chat_id, place, track), place)
        file = message.audio or message.document or message.voice
        return Sent(message.message_id, file.file_id if file else None)

    async def delete(self, chat_id: int, message_id: int) -> bool:
        """Remove a message, for example one that carried a secret; False where Telegram refuses."""
        try:
            return await self.bot.delete_message(chat_id, message_id)
        except TelegramError as refusal:
            log.info("message not deleted", reason=refusal.message)
            return False

    async def busy(self, place: Place, action: ChatAction) -> None:
        """Show "sending a file…" under the bot's name; it is decoration, so a refusal is only noted."""
        try:
            await self.bot.send_chat_action(
                place.chat_id, action, message_thread_id=place.thread_id
            )
        except TelegramError as refusal:
            log.debug("chat action refused", reason=refusal.message)

    async def _send_audio(self, chat_id: int, place: Place, track: Track) -> Message:
        return await self.bot.send_audio(
            chat_id,
            track.file,
            title=track.title,
            performer=track.performer,
            duration=track.duration,
            caption=track.caption,
            parse_mode=ParseMode.HTML,
            message_thread_id=place.thread_id,
            reply_parameters=_reply_to(place),
        )

    async def _send_document(self, chat_id: int, place: Place, track: Track) -> Message:
        return await self.bot.send_document(
            chat_id,
            track.file,
            caption=track.caption,
            parse_mode=ParseMode.HTML,
            disable_content_type_detection=True,
            message_thread_id=place.thread_id,
            reply_parameters=_reply_to(place),
        )

    async def _patiently(self, call: Callable[[int], Awaitable[T]], place: Place) -> T:
        """Wait out "too many requests" (that chat alone waits) and follow a group that became a supergroup."""
        chat_id = place.chat_id
        for _ in range(PATIENCE):
            try:
                return await self._once(call(chat_id), place)
            except RetryAfter as refusal:
                await asyncio.sleep(seconds(refusal))
            except ChatMigrated as moved:
                chat_id = moved.new_chat_id
        return await self._once(call(chat_id), place)

    async def _once(self, call: Awaitable[T], place: Place) -> T:
        try:
            return await call
        except Forbidden as refusal:
            log.info("not welcome in a chat", chat_id=place.chat_id, reason=refusal.message)
            raise Unwelcome from refusal


def seconds(refusal: RetryAfter) -> float:
    """Telegram's `retry_after`, which PTB gives as a number or as a timedelta."""
    wait = refusal.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)


def _reply_to(place: Place) -> ReplyParameters | None:
    if place.reply_to is None:
        return None
    return ReplyParameters(place.reply_to, allow_sending_without_reply=True)


def _is(refusal: BadRequest, *wordings: str) -> bool:
    said = refusal.message.lower()
    return any(wording in said for wording in wordings)
