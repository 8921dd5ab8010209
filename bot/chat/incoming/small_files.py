"""Small files people send, whole and in memory."""

from bot.chat.incoming.event import Told
from bot.chat.incoming.telegram_files import FileGone, FileTooBig, TelegramFiles
from bot.net.errors import StreamError

LARGEST_FILE = 20 * 1024 * 1024  # bytes a bot may fetch from Telegram's cloud (Bot API, getFile)


async def small_file(files: TelegramFiles, file_id: str, size: int | None) -> bytes:
    """A whole file in memory: it is small, or refused with `Told`."""
    try:
        source = await files.document(file_id, size)
        data = bytearray()
        async with source.open() as opened:
            async for chunk in opened.chunks:
                data += chunk
                if len(data) > LARGEST_FILE:
                    raise Told("file-too-big")
    except FileTooBig:
        raise Told("file-too-big") from None
    except (FileGone, StreamError):
        raise Told("file-gone") from None
    return bytes(data)
