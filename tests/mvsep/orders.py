"""An order, the song it is about, and sources that fail on demand."""

from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from pydantic import SecretStr

from bot.mvsep import (
    MvsepClient,
    MvsepError,
    Order,
    RemoteLink,
    Upload,
)
from bot.net.streams import Opened, Source, bytes_source

TOKEN = SecretStr("Tok3nTok3nTok3nTok3nTok3nTok3n")
ORDER = Order(40, {"add_opt1": "81", "add_opt2": "0.3"}, 1)
LINK = RemoteLink("https://example.org/song.mp3", "direct")
HASH = "20240119124024-413c481b80-abc.mp3"
YES = {"success": True, "data": {"hash": HASH, "link": "https://de2.mvsep.com/api/x?hash=1"}}
SONG = b"song" * 50_000


def upload_of(source: Source | None = None) -> Upload:
    return Upload("abc.mp3", source or bytes_source(SONG))


def source_of(
    chunks: list[bytes], size: int | None, error: Exception | None = None, closing: bool = True
) -> Source:
    async def parts() -> AsyncIterator[bytes]:
        for chunk in chunks:
            yield chunk
        if error is not None:
            raise error

    @asynccontextmanager
    async def opening() -> AsyncGenerator[Opened]:
        yield Opened(parts(), size)
        if not closing:
            raise LookupError("closing failed")

    return Source(size, opening)


async def failure_of(client: MvsepClient, **what: Any) -> MvsepError:
    with pytest.raises(MvsepError) as caught:
        await client.create(TOKEN, ORDER, **(what or {"upload": upload_of()}))
    error = caught.value
    assert TOKEN.get_secret_value() not in f"{error!r}{error}{error.__dict__}"
    assert error.__cause__ is None
    assert error.__context__ is None or error.__suppress_context__
    return error
