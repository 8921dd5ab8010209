"""Multipart bodies arrive exactly as announced, or not at all."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from email import message_from_bytes
from email.policy import HTTP
from typing import Any

import httpx
import pytest
from aiohttp import web
from hypothesis import given
from hypothesis import strategies as st

from bot.net.errors import Overlong, Truncated
from bot.net.multipart import FilePart, Multipart, post
from bot.net.streams import Opened, opened_bytes


async def _chunks(chunks: Sequence[bytes], error: Exception | None = None) -> AsyncIterator[bytes]:
    for chunk in chunks:
        yield chunk
    if error is not None:
        raise error


def _file(opened: Opened, name: str = "song.mp3") -> FilePart:
    return FilePart("audiofile", name, "audio/mpeg", opened)


async def _whole(body: Multipart) -> bytes:
    return b"".join([chunk async for chunk in body])


async def test_what_is_sent_is_what_arrives(http: httpx.AsyncClient, serve: Any) -> None:
    seen: dict[str, Any] = {}

    async def handler(request: web.Request) -> web.Response:
        seen["length"] = request.headers.get("Content-Length")
        seen["chunked"] = request.headers.get("Transfer-Encoding")
        for name, value in (await request.post()).items():
            seen[name] = value
            if isinstance(value, web.FileField):
                seen[name] = value.file.read(), value.filename, value.content_type
        return web.Response()

    body = Multipart(
        [("name", "Иван"), ("empty", "")],
        [_file(opened_bytes(b"abc")), FilePart("thumb", "t", "image/jpeg", opened_bytes(b""))],
    )
    await post(http, await serve(handler), body)
    assert (seen["name"], seen["empty"]) == ("Иван", "")
    assert seen["audiofile"] == (b"abc", "song.mp3", "audio/mpeg")
    assert seen["thumb"] == (b"", "t", "image/jpeg")
    assert (seen["length"], seen["chunked"]) == (str(body.content_length), None)
    assert body.handed_over


async def test_the_wire_has_exactly_the_announced_length(
    http: httpx.AsyncClient, serve_raw: Any
) -> None:
    arrived = b""

    async def listen(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal arrived
        head = await reader.readuntil(b"\r\n\r\n")
        length = int(head.lower().split(b"content-length: ")[1].split(b"\r\n")[0])
        arrived = await reader.readexactly(length)
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
        await writer.drain()
        arrived += await reader.read()

    data = [bytes([n]) * 100_000 for n in range(20)]
    body = Multipart([("a", "b")], [_file(Opened(_chunks(data), 2_000_000))])
    await post(http, await serve_raw(listen), body)
    await http.aclose()
    assert len(arrived) == body.content_length
    assert b"".join(data) in arrived
    assert arrived.endswith(b"--\r\n")


async def test_names_are_escaped_as_browsers_do() -> None:
    part = FilePart('fi"eld', 'Ы "a"\r\nX: y', "text/plain", opened_bytes(b"x"))
    sent = await _whole(Multipart([('na"me', "v")], [part]))
    assert b'name="na%22me"' in sent
    assert 'name="fi%22eld"; filename="Ы %22a%22%0D%0AX: y"'.encode() in sent


@given(
    fields=st.lists(st.tuples(st.text(), st.text())),
    files=st.lists(st.tuples(st.text(), st.binary())),
)
async def test_any_names_and_contents_keep_the_announced_length(
    fields: list[tuple[str, str]], files: list[tuple[str, bytes]]
) -> None:
    parts = [FilePart("f", name, "text/plain", opened_bytes(data)) for name, data in files]
    body = Multipart(fields, parts)
    sent = await _whole(body)
    assert len(sent) == body.content_length
    if fields or files:
        message = message_from_bytes(
            f"Content-Type: {body.content_type}\r\n\r\n".encode() + sent, policy=HTTP
        )
        assert len(list(message.iter_parts())) == len(fields) + len(files)


def test_a_content_type_is_one_line() -> None:
    with pytest.raises(ValueError, match="one line"):
        Multipart([], [FilePart("f", "n", "text/plain\r\nX: y", opened_bytes(b""))])


@pytest.mark.parametrize("size", [200, None])
async def test_a_failing_source_aborts_the_request(
    http: httpx.AsyncClient, serve_raw: Any, size: int | None
) -> None:
    arrived, head = b"", b""
    over = asyncio.Event()

    async def listen(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal arrived, head
        try:
            head = await reader.readuntil(b"\r\n\r\n")
            while more := await reader.read(65536):
                arrived += more
        finally:
            over.set()

    error = LookupError("gone")
    body = Multipart([], [_file(Opened(_chunks([b"x" * 100_000], error), size and 200_000))])
    with pytest.raises(httpx.HTTPError):
        await post(http, await serve_raw(listen), body)
    await over.wait()
    assert body.failure is error
    assert not body.handed_over
    assert b"--\r\n" not in arrived
    assert not arrived.endswith(b"0\r\n\r\n")


@pytest.mark.parametrize(("held", "error"), [(99, Truncated), (101, Overlong)])
async def test_a_wrong_length_never_ends_well(held: int, error: type[Exception]) -> None:
    body = Multipart([], [_file(Opened(_chunks([b"x" * held]), 100))])
    sent = b""
    with pytest.raises(error):
        async for chunk in body:
            sent += chunk
    assert body.content_length is not None
    assert len(sent) < body.content_length
    assert isinstance(body.failure, error)
    assert not body.handed_over


async def test_an_unknown_length_goes_out_chunked(http: httpx.AsyncClient, serve: Any) -> None:
    async def handler(request: web.Request) -> web.Response:
        assert request.headers["Transfer-Encoding"] == "chunked"
        assert "Content-Length" not in request.headers
        file = (await request.post())["audiofile"]
        assert isinstance(file, web.FileField)
        return web.Response(body=file.file.read())

    body = Multipart([], [_file(Opened(_chunks([b"ab", b"", b"c"]), None))])
    assert (await post(http, await serve(handler), body)).content == b"abc"


async def test_chunks_pass_through_untouched_and_are_counted() -> None:
    data = [b"a" * 1_000_000, b"b", b"c" * 10]
    counted: list[int] = []
    body = Multipart([], [_file(Opened(_chunks(data), 1_000_011))], on_progress=counted.append)
    passed = [chunk async for chunk in body]
    assert all(any(chunk is each for each in passed) for chunk in data)
    assert counted == [1_000_000, 1_000_001, 1_000_011]
