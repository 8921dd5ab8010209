"""Files people sent, as sources that are streamed and never stored."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import filetype
import httpx
from telegram import Bot
from telegram.error import BadRequest

from bot.net.streams import Opened, Source, http_source, path_source

_LOOKED_AT = 262  # bytes that `filetype` needs to recognise a kind
_PAGES = (b"<!doctype html", b"<html", b"<?xml")


class FileTooBig(Exception):
    """Telegram's cloud does not hand this file to bots (Bot API, getFile)."""


class FileGone(Exception):
    """Telegram does not know the file any more."""


class NotSound(Exception):
    """The first bytes are those of something that is neither audio nor video."""


class TelegramFiles:
    """`client` reads from the Bot API server; with a local one, files are read from its disk."""

    def __init__(self, bot: Bot, client: httpx.AsyncClient) -> None:
        self._bot = bot
        self._client = client

    async def source(self, file_id: str, size: int | None) -> Source:
        """The content, checked to be sound when opened."""
        return only_sound(await self.document(file_id, size))

    async def document(self, file_id: str, size: int | None) -> Source:
        """The content, whatever it is; its address holds the bot's token and stays here."""
        try:
            file = await self._bot.get_file(file_id)
        except BadRequest as refusal:
            if "too big" in refusal.message.lower():
                raise FileTooBig from refusal
            raise FileGone from refusal
        if not file.file_path:
            raise FileGone
        known = file.file_size or size
        if file.file_path.startswith(("http://", "https://")):
            return http_source(self._client, file.file_path, size=known)
        return path_source(Path(file.file_path))


def only_sound(source: Source) -> Source:
    """The same source; opening it raises `NotSound` when its first bytes say it is something else."""

    @asynccontextmanager
    async def opening() -> AsyncIterator[Opened]:
        async with source.open() as opened:
            first = await anext(opened.chunks, b"")
            if not sounds(first):
                raise NotSound
            yield Opened(_chained(first, opened.chunks), opened.size)

    return Source(source.size, opening)


def sounds(first: bytes) -> bool:
    """Whether a file that begins so may be audio or video; what nobody recognises may."""
    head = first[:_LOOKED_AT]
    if head.lstrip().lower().startswith(_PAGES):
        return False
    mime = filetype.guess_mime(head)
    return mime is None or mime.startswith(("audio/", "video/"))


async def _chained(first: bytes, rest: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    yield first
    async for chunk in rest:
        yield chunk
