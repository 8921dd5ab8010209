"""Results are streamed from the service's own addresses only."""

from typing import Any

import httpx
import pytest
from aiohttp import web

from bot.mvsep import (
    ForeignAddress,
    MvsepClient,
)
from bot.net.errors import BadStatus, Truncated


async def test_a_result_is_streamed(http: httpx.AsyncClient, serve: Any) -> None:
    async def handler(request: web.Request) -> web.Response:
        if request.path == "/old":
            return web.Response(status=302, headers={"Location": "/new"})
        return web.Response(body=b"music")

    origin = await serve(handler)
    source = MvsepClient(http, origin).result(f"{origin}/old", size=5)
    assert source.size == 5
    async with source.open() as opened:
        assert opened.size == 5
        assert [chunk async for chunk in opened.chunks] == [b"music"]


async def test_results_come_from_the_service_only(http: httpx.AsyncClient, serve: Any) -> None:
    async def handler(request: web.Request) -> web.Response:
        return web.Response(status=302, headers={"Location": "http://169.254.169.254/x"})

    origin = await serve(handler)
    client = MvsepClient(http, origin)
    with pytest.raises(ForeignAddress):
        client.result("http://169.254.169.254/x")
    with pytest.raises(ForeignAddress):
        async with client.result(origin).open():
            pass


async def test_bad_results(http: httpx.AsyncClient, serve: Any, serve_raw: Any) -> None:
    async def gone(request: web.Request) -> web.Response:
        return web.Response(status=404)

    async def cut(reader: Any, writer: Any) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc")
        await writer.drain()

    origin, broken = await serve(gone), await serve_raw(cut)
    client = MvsepClient(http, origin, extra_origins=[broken])
    with pytest.raises(BadStatus):
        async with client.result(origin).open():
            pass
    with pytest.raises(Truncated):
        async with client.result(broken).open() as opened:
            async for _ in opened.chunks:
                pass
