"""Answers are held to a size after unpacking: a small one cannot fill the memory."""

import gzip
import tracemalloc
import zlib
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from aiohttp import web

from bot.mvsep import MvsepClient, ServiceDown
from bot.net.bounded_answers import LONGEST_ANSWER, PIECE, AnswerTooLong
from bot.net.transport import Transport
from tests.loopback import Handler

MIB = 1024 * 1024


def packed(size: int) -> bytes:
    """`size` zeros in gzip, made without holding them."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    pieces = [packer.compress(bytes(MIB)) for _ in range(size // MIB)]
    return b"".join([*pieces, packer.flush()])


BOMB = packed(400 * MIB)


def answers(body: bytes, encoding: str) -> Handler:
    async def handler(_: web.Request) -> web.Response:
        return web.Response(body=body, headers={"Content-Encoding": encoding})

    return handler


async def test_a_bomb_is_cut_off(http: httpx.AsyncClient, serve: Any) -> None:
    origin = await serve(answers(BOMB, "gzip"))
    tracemalloc.start()
    try:
        with pytest.raises(AnswerTooLong):
            await http.get(origin)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < 3 * LONGEST_ANSWER


async def test_mvsep_calls_a_bomb_no_answer(http: httpx.AsyncClient, serve: Any) -> None:
    with pytest.raises(ServiceDown):
        await MvsepClient(http, await serve(answers(BOMB, "gzip"))).algorithms()


async def test_long_plain_answers_are_cut_off_too(http: httpx.AsyncClient, serve: Any) -> None:
    async def handler(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        for _ in range(LONGEST_ANSWER // MIB + 2):
            await response.write(bytes(MIB))
        return response

    with pytest.raises(AnswerTooLong):
        await http.get(await serve(handler))


async def test_telegrams_answers_have_a_bound(serve: Any) -> None:
    origin = await serve(answers(BOMB, "gzip"))
    transport = Transport(1)
    try:
        with pytest.raises((AnswerTooLong, httpx.TransportError)):
            await transport.exchange("POST", origin, b"", {}, httpx.Timeout(20))
    finally:
        await transport.aclose()


@pytest.mark.parametrize(
    ("body", "encoding"),
    [
        (gzip.compress(b'{"a": 1}'), "gzip"),
        (gzip.compress(b'{"a": 1}'), "X-GZIP"),
        (zlib.compress(b'{"a": 1}'), "deflate"),
        (b'{"a": 1}', "identity"),
    ],
    ids=["gzip", "x-gzip", "deflate", "as it is"],
)
async def test_packed_answers_are_read(
    http: httpx.AsyncClient, serve: Any, body: bytes, encoding: str
) -> None:
    response = await http.get(await serve(answers(body, encoding)))
    assert response.json() == {"a": 1}


@pytest.mark.parametrize(
    ("body", "encoding"),
    [
        (gzip.compress(b"a" * 999)[:-9], "gzip"),
        (b"no gzip at all", "gzip"),
        (gzip.compress(b"a") + b"more", "gzip"),
        (b"whatever", "br"),
        (gzip.compress(gzip.compress(b"a")), "gzip, gzip"),
    ],
    ids=["cut", "no gzip", "more behind", "brotli", "twice"],
)
async def test_what_cannot_be_unpacked_is_an_error(
    http: httpx.AsyncClient, serve: Any, body: bytes, encoding: str
) -> None:
    with pytest.raises(httpx.HTTPError):
        await http.get(await serve(answers(body, encoding)))


async def test_pieces_are_small(http: httpx.AsyncClient, serve: Any) -> None:
    origin = await serve(answers(BOMB, "gzip"))
    async with http.stream("GET", origin, extensions={"longest_answer": None}) as response:
        chunks: AsyncIterator[bytes] = response.aiter_raw()
        sizes = [len(await anext(chunks)) for _ in range(8)]
    assert max(sizes) <= PIECE
