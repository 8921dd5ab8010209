"""A file to be sent to a chat, and the record of a file that was sent."""

from dataclasses import dataclass

from telegram import (
    InlineKeyboardMarkup,
    InputFile,
    InputMediaAudio,
    InputMediaDocument,
    Message,
)
from telegram.constants import ParseMode

MUSIC = frozenset({"mp3", "m4a"})  # what Telegram's player takes (Bot API, sendAudio)


@dataclass(frozen=True, slots=True)
class OutgoingFile:
    """A stem on its way to a chat: the file and what the player shows about it.

    `file` is content, the id of a file Telegram has, or an address Telegram fetches itself.
    """

    file: InputFile | str
    extension: str
    title: str
    performer: str | None = None
    duration: int | None = None  # seconds
    cover: InputFile | None = None  # goes with content alone, not with a file Telegram has
    caption: str | None = None
    markup: InlineKeyboardMarkup | None = None

    @property
    def is_music(self) -> bool:
        return self.extension in MUSIC


@dataclass(frozen=True, slots=True)
class Sent:
    message_id: int
    file_id: str | None


def sent_of(message: Message) -> Sent:
    """What is remembered of a message with a stem; Telegram may have made a document of a track."""
    file = message.audio or message.document or message.voice
    return Sent(message.message_id, file.file_id if file else None)


def item_of(track: OutgoingFile) -> InputMediaAudio | InputMediaDocument:
    """A stem as a part of an album (Bot API, sendMediaGroup)."""
    if not track.is_music:
        return InputMediaDocument(
            track.file,
            caption=track.caption,
            parse_mode=ParseMode.HTML,
            thumbnail=track.cover,
        )
    return InputMediaAudio(
        track.file,
        caption=track.caption,
        parse_mode=ParseMode.HTML,
        title=track.title,
        performer=track.performer,
        duration=track.duration,
        thumbnail=track.cover,
    )
