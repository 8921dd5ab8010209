"""Files people send from the page: streamed to disk, looked at, handed to the stand-in."""

import asyncio
import os
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from aiohttp import web

from bot.sandbox.mvsep.sound.codec import NotAudio, probe
from bot.sandbox.page.covers import cover_of

LARGEST = 200 << 20  # bytes of one file; enough to be told what is too big
CHUNK = 256 << 10
KINDS = {
    ".mp3": "audio",
    ".m4a": "audio",
    ".flac": "audio",
    ".ogg": "voice",
    ".oga": "voice",
    ".mp4": "video",
    ".jpg": "photo",
    ".jpeg": "photo",
    ".png": "photo",
}


def kind_of(name: str) -> str:
    """What a phone sends such a file as."""
    return KINDS.get(Path(name).suffix.lower(), "document")


@asynccontextmanager
async def received(request: web.Request, folder: Path) -> AsyncIterator[Path]:
    """The request's body as a file that is there for as long as it is needed."""
    if (request.content_length or 0) > LARGEST:
        raise web.HTTPRequestEntityTooLarge(LARGEST, request.content_length or 0)
    path = await asyncio.to_thread(_new_file, folder)
    try:
        await _write(request, path)
        yield path
    finally:
        await asyncio.to_thread(path.unlink)


async def _write(request: web.Request, path: Path) -> None:
    size = 0
    with await asyncio.to_thread(path.open, "wb") as file:
        async for chunk in request.content.iter_chunked(CHUNK):
            size += len(chunk)
            if size > LARGEST:
                raise web.HTTPRequestEntityTooLarge(LARGEST, size)
            await asyncio.to_thread(file.write, chunk)


async def attributes_of(path: Path, kind: str) -> dict[str, Any]:
    """Length in seconds, title and performer, as a phone reads them out of a sound file, and its cover."""
    if kind not in {"audio", "voice", "video"}:
        return {}
    try:
        found = await asyncio.to_thread(probe, path)
    except NotAudio:
        return {}
    about: dict[str, Any] = {"duration": round(found.seconds)}
    if kind == "audio":
        cover = await asyncio.to_thread(cover_of, path)
        tags = found.tags
        about |= {"title": tags.get("title"), "performer": tags.get("artist"), "cover": cover}
    return about


def _new_file(folder: Path) -> Path:
    handle, name = tempfile.mkstemp(prefix="sent-", dir=folder)
    os.close(handle)
    return Path(name)
