"""What a speech model wrote: read from Telegram, which keeps it, or from the service while it has it."""

from collections.abc import Sequence

import structlog
from telegram.error import TelegramError

from bot.chat.incoming.telegram_files import FileGone, FileTooBig, TelegramFiles
from bot.features.delivery import Form, extension_in, form_of
from bot.mvsep import ForeignAddress, MvsepClient
from bot.net.errors import StreamError
from bot.net.streams import Source
from storage import Stem

log = structlog.get_logger()
LONGEST_TEXT = 1024 * 1024  # bytes that are read
EASIEST = ("txt", "srt", "vtt", "json")


class Unreadable(Exception):
    """Neither Telegram nor the service gives the text now."""


class Transcripts:
    """Files of words among a job's results."""

    def __init__(self, client: MvsepClient, files: TelegramFiles) -> None:
        self._client = client
        self._files = files

    async def words(self, stems: Sequence[Stem]) -> str:
        """The text of a job's results, from the file that is read easiest; raises `Unreadable`."""
        texts = [each for each in stems if form_of(each.filename) is Form.TEXT]
        if not texts:
            return ""
        return await self.read(min(texts, key=lambda each: _rank(each.filename)))

    async def read(self, stem: Stem) -> str:
        """Raises `Unreadable`."""
        for find in (self._sent, self._made):
            try:
                source = await find(stem)
                if source is not None:
                    return await _text(source)
            except (FileGone, FileTooBig, TelegramError, StreamError, ForeignAddress) as error:
                log.info("transcript not read", reason=type(error).__name__)
        raise Unreadable

    async def _sent(self, stem: Stem) -> Source | None:
        return await self._files.document(stem.file_id, stem.size) if stem.file_id else None

    async def _made(self, stem: Stem) -> Source | None:
        return self._client.result(stem.url, size=stem.size) if stem.url else None


async def _text(source: Source) -> str:
    text = bytearray()
    async with source.open() as opened:
        async for chunk in opened.chunks:
            text += chunk
            if len(text) >= LONGEST_TEXT:
                break
    return text[:LONGEST_TEXT].decode("utf-8", "ignore").lstrip("\ufeff")


def _rank(filename: str) -> int:
    ending = extension_in(filename)
    return EASIEST.index(ending) if ending in EASIEST else len(EASIEST)
