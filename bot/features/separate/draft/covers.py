"""The picture of a song, so that its stems look in the player like the song they are of."""

import structlog
from telegram.error import TelegramError

from bot.chat.incoming.telegram_files import FileGone, FileTooBig, TelegramFiles
from bot.features.separate.draft.song import Song
from bot.net.errors import StreamError
from storage import Job

log = structlog.get_logger()
LARGEST = 200_000 - 1  # bytes; Telegram takes less than 200 kB (Bot API, sendAudio, thumbnail)
JPEG = b"\xff\xd8\xff"


class Covers:
    """Reads what Telegram itself made of the cover of the song that was sent."""

    def __init__(self, files: TelegramFiles) -> None:
        self._files = files

    async def of(self, job: Job) -> bytes | None:
        """The JPEG, or None where there is none to be had: stems go out without it, too."""
        cover = Song(**job.request["song"]).cover
        if cover is None:
            return None
        try:
            return await self._read(cover)
        except (TelegramError, StreamError, FileGone, FileTooBig, OSError) as error:
            log.info("stems go without a cover", job=job.id, reason=type(error).__name__)
            return None

    async def _read(self, file_id: str) -> bytes | None:
        source = await self._files.document(file_id, None)
        picture = bytearray()
        async with source.open() as opened:
            async for chunk in opened.chunks:
                picture += chunk
                if len(picture) > LARGEST:
                    return None
        return bytes(picture) if picture.startswith(JPEG) else None
