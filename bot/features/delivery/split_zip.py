"""A file too big for one message as a ZIP in parts, made while it is sent.

One stored (uncompressed) entry, cut into equal pieces `name.zip.001`, `.002`…, which 7-Zip and its
relatives open and `cat` joins. Nothing is kept: for each part the source is read from its start.
"""

import struct
import zlib
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from bot.net.errors import Overlong, Truncated
from bot.net.streams import Opened, Source

MOST_PARTS = 40
LARGEST = 2**32 - 2**20  # bytes of one entry in a ZIP without its 64-bit extension
_LOCAL = struct.Struct("<IHHHHHIIIHH")
_DESCRIPTOR = struct.Struct("<IIII")
_CENTRAL = struct.Struct("<IHHHHHHIIIHHHHHII")
_END = struct.Struct("<IHHHHIIH")
_VERSION = 20
_FLAGS = 0x0808  # sizes follow the data; the name is UTF-8
_1980 = 0x21  # the earliest date a ZIP knows: results carry none worth telling


@dataclass(frozen=True, slots=True)
class Part:
    """Bytes `start` to `end` of the archive."""

    number: int
    start: int
    end: int

    @property
    def size(self) -> int:
        return self.end - self.start


def archive_size(filename: str, size: int) -> int:
    """Bytes of the whole archive of one file."""
    name = len(filename.encode())
    return _LOCAL.size + name + size + _DESCRIPTOR.size + _CENTRAL.size + name + _END.size


def parts_of(filename: str, size: int, largest: int) -> list[Part]:
    """Cut an archive into parts of at most `largest` bytes; empty when there would be too many."""
    whole = archive_size(filename, size)
    count = -(-whole // largest)
    if count > MOST_PARTS or size > LARGEST:
        return []
    each = -(-whole // count)
    return [Part(n + 1, n * each, min((n + 1) * each, whole)) for n in range(count)]


def split_zip(source: Source, filename: str, size: int, part: Part) -> Source:
    """One part as a source of exactly `part.size` bytes; `size` is that of the file inside.

    A source that gives another number of bytes raises `Truncated` or `Overlong`.
    """

    @asynccontextmanager
    async def opening() -> AsyncGenerator[Opened]:
        async with source.open() as opened:
            whole = _archive(opened, filename.encode(), size)
            yield Opened(_between(whole, part.start, part.end), part.size)

    return Source(part.size, opening)


async def _archive(opened: Opened, name: bytes, size: int) -> AsyncIterator[bytes]:
    yield _LOCAL.pack(0x04034B50, _VERSION, _FLAGS, 0, 0, _1980, 0, 0, 0, len(name), 0) + name
    crc, got = 0, 0
    async for chunk in opened.chunks:
        crc, got = zlib.crc32(chunk, crc), got + len(chunk)
        if got > size:
            raise Overlong(size)
        yield chunk
    if got < size:
        raise Truncated(size, got)
    yield _DESCRIPTOR.pack(0x08074B50, crc, size, size)
    yield _directory(name, crc, size)


def _directory(name: bytes, crc: int, size: int) -> bytes:
    begins = _LOCAL.size + len(name) + size + _DESCRIPTOR.size
    entry = _CENTRAL.pack(
        0x02014B50,
        _VERSION,
        _VERSION,
        _FLAGS,
        0,
        0,
        _1980,
        crc,
        size,
        size,
        len(name),
        *(0, 0, 0, 0, 0),
        0,
    )
    return entry + name + _END.pack(0x06054B50, 0, 0, 1, 1, len(entry) + len(name), begins, 0)


async def _between(chunks: AsyncIterator[bytes], start: int, end: int) -> AsyncIterator[bytes]:
    at = 0
    async for chunk in chunks:
        piece = chunk[max(0, start - at) : max(0, end - at)]
        at += len(chunk)
        if piece:
            yield piece
        if at >= end:
            return
