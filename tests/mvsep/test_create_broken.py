"""An order that breaks had surely no effect, or it is said that nobody knows."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any

import httpx
import pytest
from aiohttp import web

from bot.mvsep import (
    AnswerLost,
    MvsepClient,
    ServiceDown,
    SourceFailed,
    Unreachable,
)
from bot.net.errors import Truncated, Unreadable
from bot.net.streams import Opened, Source
from tests.mvsep.orders import (
    HASH,
    LINK,
    ORDER,
    TOKEN,
    YES,
    failure_of,
    source_of,
    upload_of,
)


@pytest.mark.parametrize("what", [{"upload": upload_of()}, {"link": LINK}])
async def test_no_connection_is_safe_to_repeat(http: httpx.AsyncClient, what: Any) -> None:
    assert isinstance(
        await failure_of(MvsepClient(http, "http://127.0.0.1:1"), **what), Unreachable
    )


async def _read_request(reader: asyncio.StreamReader) -> None:
    head = await reader.readuntil(b"\r\n\r\n")
    length = int(head.lower().split(b"content-length: ")[1].split(b"\r\n")[0])
    await reader.readexactly(length)


@pytest.mark.parametrize(
    "answer", [b"", b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{", b"\x00\x01\r\n\r\n"]
)
async def test_a_reset_after_the_request_leaves_the_effect_unknown(
    http: httpx.AsyncClient, serve_raw: Any, answer: bytes
) -> None:
    calls = 0

    async def reset(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal calls
        calls += 1
        await _read_request(reader)
        writer.write(answer)
        await writer.drain()

    assert isinstance(await failure_of(MvsepClient(http, await serve_raw(reset))), AnswerLost)
    assert calls == 1


async def test_a_reset_while_uploading_is_safe_to_repeat(
    http: httpx.AsyncClient, serve_raw: Any
) -> None:
    async def reset(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.transport.abort()

    source = source_of([b"x" * 1_000_000] * 50, 50_000_000)
    error = await failure_of(MvsepClient(http, await serve_raw(reset)), upload=upload_of(source))
    assert isinstance(error, Unreachable)


async def test_a_gateway_failing_before_the_upload_ends_is_safe_to_repeat(
    http: httpx.AsyncClient, serve_raw: Any
) -> None:
    async def fail(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 2\r\n\r\nno")
        await writer.drain()
        while await reader.read(65536):
            pass

    never = asyncio.Event()

    async def stuck() -> AsyncIterator[bytes]:
        yield b"x"
        await never.wait()

    @asynccontextmanager
    async def opening() -> AsyncGenerator[Opened]:
        yield Opened(stuck(), 100)

    upload = upload_of(Source(100, opening))
    error = await failure_of(MvsepClient(http, await serve_raw(fail)), upload=upload)
    assert isinstance(error, ServiceDown)
    assert error.status == 502


@pytest.mark.parametrize(
    ("source", "inner"),
    [
        (source_of([b"x" * 10], 20), Truncated),
        (source_of([b"x" * 10], 20, Unreadable("ReadTimeout")), Unreadable),
        (source_of([b"x" * 10], None, Unreadable("ReadTimeout")), Unreadable),
        (source_of([b"x" * 10], 20, OSError(5, "disk")), OSError),
        (source_of([b"x" * 10], 20, TimeoutError()), TimeoutError),
    ],
)
async def test_a_failing_source_is_never_a_complete_order(
    http: httpx.AsyncClient, serve: Any, source: Source, inner: type[Exception]
) -> None:
    orders = 0

    async def handler(request: web.Request) -> web.Response:
        nonlocal orders
        await request.read()
        orders += 1
        return web.json_response(YES)

    error = await failure_of(MvsepClient(http, await serve(handler)), upload=upload_of(source))
    assert isinstance(error, SourceFailed)
    assert isinstance(error.error, inner)
    assert orders == 0


async def test_a_source_that_does_not_open(http: httpx.AsyncClient) -> None:
    def opening() -> AbstractAsyncContextManager[Opened]:
        raise LookupError("https://api.telegram.org/file/bot1:secret/x")

    client = MvsepClient(http, "http://127.0.0.1:1")
    error = await failure_of(client, upload=upload_of(Source(1, opening)))
    assert isinstance(error, SourceFailed)
    assert "secret" not in str(error)


async def test_an_accepted_order_survives_a_source_that_closes_badly(
    http: httpx.AsyncClient, serve: Any, caplog: pytest.LogCaptureFixture
) -> None:
    async def handler(request: web.Request) -> web.Response:
        await request.read()
        return web.json_response(YES)

    client = MvsepClient(http, await serve(handler))
    upload = upload_of(source_of([b"x"], 1, closing=False))
    assert (await client.create(TOKEN, ORDER, upload=upload)).hash.get_secret_value() == HASH
    assert "LookupError" in caplog.text


async def test_cancelling_ends_the_request(http: httpx.AsyncClient, serve_raw: Any) -> None:
    arrived, gone = asyncio.Event(), asyncio.Event()

    async def listen(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await _read_request(reader)
        arrived.set()
        try:
            await reader.read()
        finally:
            gone.set()

    client = MvsepClient(http, await serve_raw(listen))
    task = asyncio.create_task(client.create(TOKEN, ORDER, upload=upload_of()))
    await arrived.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await gone.wait()
