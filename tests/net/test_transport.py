"""The client tells precisely whether a request can have reached the server."""

import asyncio
import logging
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from aiohttp import web

from bot.net.multipart import FilePart, Multipart, post
from bot.net.streams import Opened
from bot.net.transport import FRESH_CONNECTION, make_client, never_left


async def _endless() -> AsyncIterator[bytes]:
    while True:
        yield b"x" * 65536


async def test_a_refused_connection_never_left(http: httpx.AsyncClient, serve_raw: Any) -> None:
    with pytest.raises(httpx.HTTPError) as caught:
        await http.get("http://127.0.0.1:1/")
    assert never_left(caught.value)


@pytest.mark.parametrize(
    "answer",
    [b"", b"HTTP/1.1 200 OK\r\nContent-Le", b"nonsense\r\n\r\n", b"HTTP/1.1 abc\r\n\r\n"],
)
async def test_a_lost_answer_may_have_left(
    http: httpx.AsyncClient, serve_raw: Any, answer: bytes
) -> None:
    async def lose(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(answer)
        await writer.drain()

    url = await serve_raw(lose)
    with pytest.raises(httpx.HTTPError) as caught:
        await http.post(f"{url}/secret", content=b"")
    assert not never_left(caught.value)
    assert "secret" not in str(caught.value)


async def test_a_reset_while_the_answer_is_read_may_have_left(
    http: httpx.AsyncClient, serve_raw: Any
) -> None:
    async def reset(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc")
        await writer.drain()
        writer.transport.abort()

    with pytest.raises(httpx.HTTPError) as caught:
        await http.get(await serve_raw(reset))
    assert not never_left(caught.value)


async def test_a_silent_server_times_out_after_sending(serve_raw: Any) -> None:
    async def listen(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()

    async with make_client(timeout=httpx.Timeout(5, read=0.05)) as http:
        with pytest.raises(httpx.ReadTimeout) as caught:
            await http.get(await serve_raw(listen))
    assert not never_left(caught.value)


async def test_no_free_connection_in_time_never_left(serve_raw: Any) -> None:
    taken = asyncio.Event()

    async def keep(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        taken.set()
        await reader.read()

    url = await serve_raw(keep)
    async with make_client(connections=1, timeout=httpx.Timeout(5)) as http:
        first = asyncio.create_task(http.get(url))
        await taken.wait()
        with pytest.raises(httpx.TimeoutException) as caught:
            await http.get(url, timeout=httpx.Timeout(0.05))
        first.cancel()
        await asyncio.gather(first, return_exceptions=True)
    assert never_left(caught.value)


async def test_a_server_that_stops_taking_the_body_times_out(serve_raw: Any) -> None:
    async def ignore(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        await asyncio.Event().wait()

    body = Multipart([], [FilePart("f", "a", "text/plain", Opened(_endless(), None))])
    async with make_client(timeout=httpx.Timeout(5, write=0.1)) as http:
        with pytest.raises(httpx.WriteTimeout):
            await post(http, await serve_raw(ignore), body)
    assert not body.handed_over


async def test_an_early_answer_ends_the_sending(http: httpx.AsyncClient, serve_raw: Any) -> None:
    gone = asyncio.Event()

    async def refuse(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 413 Too Large\r\nContent-Length: 2\r\n\r\nno")
        await writer.drain()
        try:
            while await reader.read(65536):
                pass
        finally:
            gone.set()

    body = Multipart([], [FilePart("f", "a", "text/plain", Opened(_endless(), None))])
    response = await post(http, await serve_raw(refuse), body)
    assert (response.status_code, response.content) == (413, b"no")
    assert not body.handed_over
    await gone.wait()


async def test_connections_are_reused_unless_a_fresh_one_is_asked_for(
    http: httpx.AsyncClient, serve: Any
) -> None:
    seen: list[object] = []

    async def handler(request: web.Request) -> web.Response:
        seen.append(request.transport)
        return web.Response()

    url = await serve(handler)
    await http.get(url)
    await http.get(url)
    await http.get(url, extensions=FRESH_CONNECTION)
    assert seen[0] is seen[1]
    assert seen[2] is not seen[0]


async def test_no_cookies_no_redirects_no_proxies(
    serve: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:1")
    cookies: list[str | None] = []

    async def handler(request: web.Request) -> web.Response:
        cookies.append(request.headers.get("Cookie"))
        return web.Response(
            status=302, headers={"Location": "/elsewhere", "Set-Cookie": "session=1; Path=/"}
        )

    url = await serve(handler)
    async with make_client() as http:
        assert (await http.get(url)).status_code == 302
        assert (await http.get(url)).status_code == 302
    assert cookies == [None, None]


async def test_addresses_are_not_logged() -> None:
    async with make_client():
        assert not logging.getLogger("httpx").isEnabledFor(logging.INFO)
