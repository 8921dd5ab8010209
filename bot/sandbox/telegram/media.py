"""Files in messages: what the server takes a sent file for, and which it refuses."""

import asyncio
from pathlib import Path

from bot.sandbox.telegram.state import State
from bot.sandbox.telegram.wire.errors import Json, bad_request
from bot.sandbox.telegram.wire.limits import THUMBNAIL_BYTES, too_large
from bot.sandbox.telegram.wire.uploads import Upload
from bot.sandbox.telegram.world import Media, StoredFile, World

MUSIC = frozenset({"audio/mpeg", "audio/mp3", "audio/mp4", "audio/x-m4a", "audio/m4a"})
MUSIC_SUFFIXES = frozenset({".mp3", ".m4a"})
VOICE = MUSIC | {"audio/ogg", "audio/opus"}
VOICE_SUFFIXES = MUSIC_SUFFIXES | {".ogg", ".oga", ".opus"}
REQUIRED: dict[str, Json] = {
    "audio": {"duration": 0},
    "voice": {"duration": 0},
    "video": {"duration": 0, "width": 640, "height": 360},
    "animation": {"duration": 0, "width": 640, "height": 360},
    "video_note": {"duration": 0, "length": 240},
}
"""What these objects always have in an answer (Bot API, Audio, Voice, Video…)."""

JPEG = b"\xff\xd8\xff"
PICTURES = (JPEG, b"\x89PNG\r\n\x1a\n", b"RIFF", b"GIF8", b"BM")


async def accept(
    state: State,
    kind: str,
    sent: object,
    attributes: Json,
    *,
    thumbnail: object = None,
    detect: bool = True,
) -> Media:
    """The media of a new message from an upload or a file_id. `detect`: a document may turn
    into music when it looks like it (Bot API, disable_content_type_detection)."""
    if not isinstance(sent, Upload):
        return known(state, kind, str(sent))
    await _check_upload(state, kind, sent)
    kept = {key: value for key, value in attributes.items() if value is not None}
    kind = shown_as(kind, sent.name, sent.mime, detect=detect)
    small = await _thumbnail(state, thumbnail)
    stored = await keep(state.world, sent.path, kind, sent.name, sent.mime, move=sent.temporary)
    media = Media(kind, stored, _fitting(kind, kept), small)
    state.world.media[stored.id] = media
    return media


async def keep(
    world: World, source: Path, kind: str, name: str, mime: str, move: bool = False
) -> StoredFile:
    """Take a file into the server's store without holding up the loop."""
    return await asyncio.to_thread(world.keep_file, source, kind, name, mime, move=move)


def known(state: State, kind: str, sent: str) -> Media:
    """A file sent again by its file_id: its type cannot change."""
    media = state.world.media.get(sent)
    if media is None:
        raise bad_request("wrong file identifier/HTTP URL specified")
    if media.kind != kind:
        raise bad_request(f"type of file mismatch: can't use file of type {media.kind} as {kind}")
    return media


def shown_as(kind: str, name: str, mime: str, *, detect: bool) -> str:
    """How the server shows a file: only mp3 and m4a are music, whatever method sent it."""
    suffix = Path(name).suffix.lower()
    music = mime in MUSIC or suffix in MUSIC_SUFFIXES
    if kind == "audio":
        return "audio" if music else "document"
    if kind == "document":
        return "audio" if music and detect else "document"
    if kind == "voice":
        return "voice" if mime in VOICE or suffix in VOICE_SUFFIXES else "document"
    return kind


def _fitting(kind: str, attributes: Json) -> Json:
    if kind in {"document", "photo"}:
        return {}
    return REQUIRED.get(kind, {}) | attributes


async def _check_upload(state: State, kind: str, sent: Upload) -> None:
    if sent.size == 0:
        raise bad_request("file must be non-empty")
    if sent.size > state.limits.upload:
        raise too_large()
    if kind != "photo":
        return
    if sent.size > state.limits.photo:
        raise bad_request(f"file of size {sent.size} bytes is too big for a photo")
    if not (await asyncio.to_thread(_head, sent.path)).startswith(PICTURES):
        raise bad_request("IMAGE_PROCESS_FAILED")


async def _thumbnail(state: State, sent: object) -> StoredFile | None:
    if sent is None:
        return None
    if not isinstance(sent, Upload):
        raise bad_request("thumbnails can only be uploaded as a new file")
    head = await asyncio.to_thread(_head, sent.path)
    if not head.startswith(JPEG) or sent.size >= THUMBNAIL_BYTES:
        raise bad_request("thumbnail must be a JPEG of less than 200 kB")
    return await keep(
        state.world, sent.path, "thumbnail", sent.name, "image/jpeg", move=sent.temporary
    )


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(16)
