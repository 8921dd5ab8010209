"""Sources are read whole or raise, can be opened again, and keep their addresses to themselves."""

import asyncio
from pathlib import Path
from typing import Any

import httpx
import pytest
from aiohttp import web

from bot.net.errors import BadStatus, StreamError, Truncated, Unreadable
from bot.net.streams import Source, bytes_source, http_source, path_source

DATA = bytes(range(256)) * 2000


async def _read(source: Source) -> bytes:
    async with source.open() as opened:
        return b"".join([chunk async for chunk in opened.chunks])


async def test_a_body_comes_whole_and_again(http: httpx.AsyncClient, serve: Any) -> None:
    async def handler(request: web.Request) -> web.Response:
        assert request.headers["Accept-Encoding"] == "identity"
        assert request.headers["X-Extra"] == "1"
        return web.Response(body=DATA)

    source = http_source(http, await serve(handler), headers={"X-Extra": "1"})
    assert source.size is None
    async with source.open() as opened:
        assert opened.size == len(DATA)
    assert await _read(source) == await _read(source) == DATA


async def test_another_status_is_no_content(http: httpx.AsyncClient, serve: Any) -> None:
    async def handler(request: web.Request) -> web.Response:
        return web.Response(status=429, headers={"Retry-After": "7"}, text="later")

    with pytest.raises(BadStatus) as caught:
        await _read(http_source(http, await serve(handler)))
    assert (caught.value.status, caught.value.retry_after) == (429, 7)


@pytest.mark.parametrize("announced", [True, False])
async def test_a_short_body_is_truncated(
    http: httpx.AsyncClient, serve_raw: Any, announced: bool
) -> None:
    async def cut(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        length = b"Content-Length: 100\r\n" if announced else b""
        writer.write(b"HTTP/1.1 200 OK\r\nConnection: close\r\n" + length + b"\r\n" + b"x" * 40)
        await writer.drain()

    source = http_source(http, await serve_raw(cut), size=100)
    with pytest.raises(Truncated) as caught:
        await _read(source)
    assert (caught.value.expected, caught.value.got) == (100, 40)


async def test_a_broken_body_of_unknown_length_is_unreadable(
    http: httpx.AsyncClient, serve_raw: Any
) -> None:
    async def cut(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabcde\r\n")
        await writer.drain()

    with pytest.raises(Unreadable):
        await _read(http_source(http, await serve_raw(cut)))


@pytest.mark.parametrize("url", ["http://127.0.0.1:1/bot1:token/x", "http://[bad/token", "token"])
async def test_errors_hold_no_address(http: httpx.AsyncClient, url: str) -> None:
    with pytest.raises(Unreadable) as caught:
        await _read(http_source(http, url))
    assert "token" not in f"{caught.value!r}{caught.value}"
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__


async def test_a_stalled_body_is_unreadable(http: httpx.AsyncClient, serve_raw: Any) -> None:
    async def stall(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc")
        await reader.read()

    http.timeout = httpx.Timeout(5, read=0.05)
    with pytest.raises(Unreadable, match="Timeout"):
        await _read(http_source(http, await serve_raw(stall)))


async def test_compressed_bodies_are_read_plain(http: httpx.AsyncClient, serve: Any) -> None:
    async def handler(request: web.Request) -> web.Response:
        response = web.Response(body=DATA)
        response.enable_compression(web.ContentCoding.gzip)
        response._compression_force = web.ContentCoding.gzip
        return response

    async with http_source(http, await serve(handler)).open() as opened:
        assert opened.size is None
        assert b"".join([chunk async for chunk in opened.chunks]) == DATA


def _hops(count: int) -> Any:
    async def handler(request: web.Request) -> web.Response:
        hop = int(request.match_info["path"] or 0)
        if hop < count:
            return web.Response(status=302, headers={"Location": f"/{hop + 1}"})
        return web.Response(body=b"end")

    return handler


async def test_vetted_redirects_are_followed(http: httpx.AsyncClient, serve: Any) -> None:
    url = await serve(_hops(3))
    vetted: list[str] = []

    def vet(address: str) -> str:
        vetted.append(address)
        return address

    assert await _read(http_source(http, url, vet=vet)) == b"end"
    assert vetted == [f"{url}/{hop}" for hop in (1, 2, 3)]


async def test_redirects_have_an_end(http: httpx.AsyncClient, serve: Any) -> None:
    with pytest.raises(Unreadable, match="too many"):
        await _read(http_source(http, await serve(_hops(4)), vet=str))


async def test_redirects_need_a_vet(http: httpx.AsyncClient, serve: Any) -> None:
    with pytest.raises(BadStatus):
        await _read(http_source(http, await serve(_hops(1))))


async def test_a_vet_can_refuse(http: httpx.AsyncClient, serve: Any) -> None:
    def vet(address: str) -> str:
        raise LookupError(address)

    with pytest.raises(LookupError):
        await _read(http_source(http, await serve(_hops(1)), vet=vet))


async def test_a_redirect_to_nonsense_is_unreadable(http: httpx.AsyncClient, serve: Any) -> None:
    async def handler(request: web.Request) -> web.Response:
        return web.Response(status=302, headers={"Location": "http://[bad"})

    with pytest.raises(Unreadable):
        await _read(http_source(http, await serve(handler), vet=str))


async def test_files_are_sources(tmp_path: Path) -> None:
    path = tmp_path / "song"
    path.write_bytes(DATA)
    source = path_source(path)
    assert source.size == len(DATA)
    assert await _read(source) == await _read(source) == DATA


async def test_a_missing_file_is_unreadable(tmp_path: Path) -> None:
    source = path_source(tmp_path / "none")
    assert source.size is None
    with pytest.raises(StreamError):
        await _read(source)


@pytest.mark.parametrize("data", [b"", DATA])
async def test_bytes_are_sources(data: bytes) -> None:
    source = bytes_source(data)
    assert source.size == len(data)
    assert await _read(source) == await _read(source) == data
