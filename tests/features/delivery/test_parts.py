"""A ZIP in parts holds the file, whatever the size of the parts."""

import zipfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from io import BytesIO
from random import Random

import pytest

from bot.features.delivery.split_zip import MOST_PARTS, archive_size, parts_of, split_zip
from bot.net.errors import Overlong, Truncated
from bot.net.streams import Opened, Source, bytes_source

NAME = "Ария (Drums).wav"
DATA = Random(9).randbytes(100_000)  # noqa: S311


async def read(source: Source) -> bytes:
    async with source.open() as opened:
        content = b"".join([chunk async for chunk in opened.chunks])
        assert opened.size == len(content) == source.size
        return content


def in_chunks(data: bytes, size: int) -> Source:
    @asynccontextmanager
    async def opening() -> AsyncIterator[Opened]:
        async def chunks() -> AsyncIterator[bytes]:
            for at in range(0, len(data), size):
                yield data[at : at + size]

        yield Opened(chunks(), len(data))

    return Source(len(data), opening)


@pytest.mark.parametrize("largest", [3_000, 33_333, 50_000, 99_990, 1_000_000])
async def test_the_parts_make_a_zip_with_the_file(largest: int) -> None:
    parts = parts_of(NAME, len(DATA), largest)
    assert all(0 < part.size <= largest for part in parts)
    source = in_chunks(DATA, 7_777)
    whole = b"".join([await read(split_zip(source, NAME, len(DATA), part)) for part in parts])
    assert len(whole) == archive_size(NAME, len(DATA))
    with zipfile.ZipFile(BytesIO(whole)) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == [NAME]
        assert archive.read(NAME) == DATA


def test_a_file_in_too_many_parts_is_not_offered() -> None:
    assert len(parts_of(NAME, 39 * 1000, 1000)) == MOST_PARTS
    assert parts_of(NAME, 41 * 1000, 1000) == []
    assert parts_of(NAME, 2**32, 2**31) == []


@pytest.mark.parametrize(("told", "error"), [(99_999, Overlong), (100_001, Truncated)])
async def test_another_size_than_was_told_breaks_it(told: int, error: type[Exception]) -> None:
    [part] = parts_of(NAME, told, 1_000_000)
    with pytest.raises(error):
        await read(split_zip(bytes_source(DATA), NAME, told, part))
