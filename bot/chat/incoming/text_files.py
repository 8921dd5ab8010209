"""Small text files people send: in memory, in any encoding, as text or as the rows of a table."""

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import PurePath

from bot.chat.incoming.event import Told
from bot.chat.incoming.telegram_files import FileGone, FileTooBig, TelegramFiles
from bot.net.errors import StreamError

LARGEST_FILE = 20 * 1024 * 1024  # bytes a bot may fetch from Telegram's cloud (Bot API, getFile)
LARGEST_UNPACKED = 200 * 1024 * 1024  # bytes; an archive that grows beyond is refused
SNIFFED = 20_000  # characters that tell how a table is separated
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


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


def ending_of(filename: str) -> str:
    """`csv` of `Reviews.CSV`."""
    return PurePath(filename).suffix.lstrip(".").lower()


def rows_of(filename: str, data: bytes) -> list[list[str]]:
    """A table's rows, for files of another meaning. Raises `Told`."""
    if ending_of(filename) == "xlsx":
        return _sheet(filename, data)
    return _separated(decoded(filename, data), tabs=ending_of(filename) == "tsv")


def decoded(filename: str, data: bytes) -> str:
    """Text in whatever encoding it is; raises `Told` when it is none."""
    marked = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    text = data.decode("utf-16", "replace") if marked else _guessed(filename, data)
    if _is_binary(text):
        raise Told("file-binary", name=filename)
    return text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _guessed(filename: str, data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    if b"\0" in data[:SNIFFED]:
        raise Told("file-binary", name=filename)
    import charset_normalizer  # noqa: PLC0415 - its tables are for those few files

    best = charset_normalizer.from_bytes(data).best()
    if best is None:
        raise Told("file-binary", name=filename)
    return str(best)


def _is_binary(text: str) -> bool:
    head = text[:SNIFFED]
    return len(_CONTROL.findall(head)) > len(head) / 50


def _separated(text: str, *, tabs: bool) -> list[list[str]]:
    delimiter = "\t" if tabs else _delimiter(text[:SNIFFED])
    csv.field_size_limit(100_000_000)
    reader = csv.reader(_lines(text), delimiter=delimiter)
    try:
        return [row for row in reader if any(cell.strip() for cell in row)]
    except csv.Error:
        return [[line] for line in text.split("\n") if line.strip()]


def _delimiter(text: str) -> str:
    """What stands between cells; the rest of a guessed dialect may tear a cell at a quote inside it."""
    try:
        return csv.Sniffer().sniff(text, ",;\t|").delimiter
    except csv.Error:
        return ","


def _lines(text: str) -> Iterator[str]:
    """Each line with its end: as a file gives them, but without a second copy of the whole."""
    start = 0
    while start < len(text):
        end = text.find("\n", start) + 1 or len(text)
        yield text[start:end]
        start = end


def _sheet(filename: str, data: bytes) -> list[list[str]]:
    """The first sheet that is not empty."""
    from openpyxl import load_workbook  # noqa: PLC0415 - a quarter of a second, and numpy with it

    check_archive(filename, data)
    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        for sheet in book.worksheets:
            values = sheet.iter_rows(values_only=True)
            rows = [["" if cell is None else str(cell) for cell in row] for row in values]
            rows = [row for row in rows if any(cell.strip() for cell in row)]
            if rows:
                return rows
    except Told:
        raise
    except Exception as error:  # a foreign library on a foreign file: any error means the same
        raise Told("file-broken", name=filename) from error
    return []


def check_archive(filename: str, data: bytes) -> None:
    """What unpacks to something enormous is refused before it does."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(each.file_size for each in archive.infolist())
    except zipfile.BadZipFile:
        raise Told("file-broken", name=filename) from None
    if size > LARGEST_UNPACKED:
        raise Told("file-broken", name=filename)
