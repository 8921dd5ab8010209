"""What a person gave us to separate: a file in Telegram or a link, with what Telegram says about it."""

from dataclasses import asdict, dataclass, replace
from pathlib import PurePath
from typing import Any, Literal

from telegram import Animation, Audio, Document, Message, Video, VideoNote, Voice

from bot.chat.display.translator import unturned
from bot.chat.incoming.event import Told
from bot.features.separate.draft.song_links import Link
from bot.features.separate.draft.sound_kinds import (
    SOUND_FILES,
    ending_of_type,
    needs_converting,
    sounds_by_type,
)
from bot.features.separate.draft.visible_names import is_seen, without_blank_letters

CLOUD_LIMIT = 20 * 1024 * 1024  # bytes a bot may fetch from Telegram's cloud (Bot API, getFile)
Attachment = Audio | Voice | Video | VideoNote | Document | Animation


@dataclass(frozen=True, slots=True)
class Song:
    """`size` in bytes and `duration` in seconds are what the sender's client claims, or None.

    Kind "none" stands for algorithms that make sound from words alone.
    """

    kind: Literal["file", "link", "none"]
    title: str | None = None
    performer: str | None = None
    duration: int | None = None
    size: int | None = None
    file_id: str | None = None
    unique_id: str | None = None  # the same for the same file, whoever sends it and how often
    filename: str | None = None
    mime: str | None = None
    url: str | None = None
    remote_type: str | None = None
    silent: bool | None = None  # a GIF: Telegram keeps it as a film without sound
    left_out: str | None = None  # hosts of links beside this one that lead to no song
    cover: str | None = None  # file id of the picture Telegram shows beside it

    def as_dict(self) -> dict[str, Any]:
        return {key: value for key, value in asdict(self).items() if value is not None}

    @property
    def extension(self) -> str:
        """The ending the service sees; `bin` where neither name nor type tells one."""
        suffix = PurePath(self.filename or "").suffix.lstrip(".").lower()
        if suffix in SOUND_FILES:
            return suffix
        return ending_of_type(self.mime or "") or (suffix if suffix.isalnum() else "") or "bin"


def with_remote_type(song: Song, remote_type: str) -> Song:
    return replace(song, remote_type=remote_type)


def song_of_link(link: Link) -> Song:
    return Song("link", title=_line(link.title), url=link.url, remote_type=link.remote_type)


def song_of(message: Message) -> Song | None:
    """The song in a message; None where there is no file at all. Nothing is downloaded."""
    attached = _attachment(message)
    if attached is None:
        return None
    name = _line(getattr(attached, "file_name", None))
    return Song(
        "file",
        title=_line(getattr(attached, "title", None)) or (PurePath(name).stem if name else None),
        performer=_line(getattr(attached, "performer", None)),
        duration=_seconds(getattr(attached, "duration", None)),
        size=attached.file_size,
        file_id=attached.file_id,
        unique_id=attached.file_unique_id,
        filename=name,
        mime=_mime(attached),
        silent=isinstance(attached, Animation) or None,
        cover=_cover(attached),
    )


def check(song: Song, *, cloud: bool) -> None:
    """Raise `Told` for what cannot work, before anything is downloaded."""
    if song.kind != "file":
        return
    if song.size == 0:
        raise Told("song-empty")
    if song.silent:
        raise Told("song-gif")
    if convert := needs_converting(song.filename or "", song.mime or ""):
        raise Told("song-convert", kind=convert)
    if not _sounds(song):
        if song.filename is None:
            raise Told("song-not-audio-unnamed")
        raise Told("song-not-audio", name=song.filename)
    if cloud and song.size is not None and song.size > CLOUD_LIMIT:
        raise Told("song-too-big", size=f"{song.size / 1024 / 1024:.0f}")


def _sounds(song: Song) -> bool:
    suffix = PurePath(song.filename or "").suffix.lstrip(".").lower()
    return suffix in SOUND_FILES or sounds_by_type(song.mime or "")


def _attachment(message: Message) -> Attachment | None:
    return (
        message.audio
        or message.voice
        or message.video
        or message.video_note
        or message.animation
        or message.document
    )


def _mime(attached: Attachment) -> str | None:
    if isinstance(attached, VideoNote):
        return "video/mp4"
    return attached.mime_type or ("audio/ogg" if isinstance(attached, Voice) else None)


def _cover(attached: Attachment) -> str | None:
    picture = getattr(attached, "thumbnail", None)
    return picture.file_id if picture else None


def _line(name: str | None) -> str | None:
    """One line of a name, or None where nobody would see anything."""
    return unturned(without_blank_letters(name)) if name and is_seen(name) else None


def _seconds(duration: object) -> int | None:
    """PTB gives seconds as a number or as a timedelta."""
    if duration is None:
        return None
    total = getattr(duration, "total_seconds", None)
    return int(total()) if total else int(str(duration))
