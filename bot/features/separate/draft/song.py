"""What a person gave us to separate: a file in Telegram or a link, with what Telegram says about it."""

from dataclasses import asdict, dataclass, replace
from pathlib import PurePath
from typing import Any, Literal

from telegram import Animation, Audio, Document, Message, Video, VideoNote, Voice

from bot.chat.display.translator import unturned
from bot.chat.incoming.event import Told
from bot.features.separate.draft.song_links import Link

CLOUD_LIMIT = 20 * 1024 * 1024  # bytes a bot may fetch from Telegram's cloud (Bot API, getFile)
SOUND_FILES = frozenset(
    {
        "mp3",
        "wav",
        "flac",
        "m4a",
        "mp4",
        "aac",
        "ogg",
        "oga",
        "opus",
        "aif",
        "aiff",
        "wma",
        "webm",
        "mkv",
        "mov",
        "avi",
        "mka",
        "amr",
        "alac",
        "ape",
        "m4b",
    }
)
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
    cover: str | None = None  # file id of the picture Telegram shows beside it

    def as_dict(self) -> dict[str, Any]:
        return {key: value for key, value in asdict(self).items() if value is not None}

    @property
    def extension(self) -> str:
        """The ending the service sees; `bin` where neither name nor type tells one."""
        suffix = PurePath(self.filename or "").suffix.lstrip(".").lower()
        if suffix in SOUND_FILES:
            return suffix
        return _ENDINGS.get((self.mime or "").lower(), suffix if suffix.isalnum() else "") or "bin"


_ENDINGS = {
    "audio/mpeg": "mp3",
    "audio/mp3": "mp3",
    "audio/mp4": "m4a",
    "audio/x-m4a": "m4a",
    "audio/ogg": "ogg",
    "audio/opus": "opus",
    "audio/wav": "wav",
    "audio/x-wav": "wav",
    "audio/flac": "flac",
    "audio/x-flac": "flac",
    "audio/aac": "aac",
    "video/mp4": "mp4",
    "video/quicktime": "mov",
    "video/webm": "webm",
}


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
        cover=_cover(attached),
    )


def check(song: Song, *, cloud: bool) -> None:
    """Raise `Told` for what cannot work, before anything is downloaded."""
    if song.kind != "file":
        return
    if song.size == 0:
        raise Told("song-empty")
    if not _sounds(song):
        raise Told("song-not-audio", name=song.filename or "?")
    if cloud and song.size is not None and song.size > CLOUD_LIMIT:
        raise Told("song-too-big", size=f"{song.size / 1024 / 1024:.0f}")


def _sounds(song: Song) -> bool:
    mime = (song.mime or "").lower()
    if mime.startswith(("audio/", "video/")) or mime == "application/ogg":
        return True
    return PurePath(song.filename or "").suffix.lstrip(".").lower() in SOUND_FILES


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
    return unturned(name) if name else None


def _seconds(duration: object) -> int | None:
    """PTB gives seconds as a number or as a timedelta."""
    if duration is None:
        return None
    total = getattr(duration, "total_seconds", None)
    return int(total()) if total else int(str(duration))
