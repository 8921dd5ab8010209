"""Uploads to Telegram arrive whole without being in memory; failures say if they had an effect."""

import asyncio
import hashlib
import tracemalloc
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack
from typing import Any

import httpx
import pytest
import telegram
from aiohttp import web
from telegram.error import BadRequest, NetworkError, RetryAfter, TimedOut

from bot.chat.outgoing.telegram_request import (
    FILE_READ_TIMEOUT,
    AnswerTimedOut,
    NotSent,
    NotSentInTime,
    SendUnknown,
    SourceBroke,
    StreamingRequest,
    stream_input,
)
from bot.net.errors import Truncated
from bot.net.streams import Opened, opened_bytes
from bot.net.transport import Transport
from tests.loopback import Handler, answering, speaking

TOKEN = "123:SECRET"
MESSAGE = {
    "ok": True,
    "result": {"message_id": 7, "date": 1, "chat": {"id": 1, "type": "private"}},
}
BLOCK = bytes(range(256)) * 256
BLOCKS = 50 * 16
NAME = 'Артист - "Песня" (Vocals).wav'

MakeBot = Callable[[str], telegram.Bot]


@pytest.fixture
async def serve() -> AsyncGenerator[Callable[[Handler], Awaitable[str]]]:
    async with AsyncExitStack() as stack:

        async def start(handler: Handler) -> str:
            return await stack.enter_async_context(answering(handler))

        yield start


@pytest.fixture
async def bot_at() -> AsyncGenerator[MakeBot]:
    async with AsyncExitStack() as stack:
        request = await stack.enter_async_context(StreamingRequest())

        def make(origin: str) -> telegram.Bot:
            return telegram.Bot(
                TOKEN,
                base_url=f"{origin}/bot",
                request=request,
                get_updates_request=request,
            )

        yield make


def _raw(answer: bytes | None, *, read_all: bool = True) -> AbstractAsyncContextManager[str]:
    """A server that reads a request (or only its head), says `answer` and hangs up."""

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.readuntil(b"\r\n\r\n")
        if read_all:
            length = int(head.lower().split(b"content-length: ")[1].split(b"\r\n")[0])
            await reader.readexactly(length)
            writer.write(await reader.read() if answer is None else answer)
        else:
            writer.transport.abort()

    return speaking(talk)


async def _blocks(count: int = BLOCKS) -> AsyncIterator[bytes]:
    for number in range(count):
        yield number.to_bytes(4, "big") + BLOCK[4:]


async def test_a_large_document_arrives_intact_and_is_never_in_memory(
    serve: Any, bot_at: MakeBot
) -> None:
    seen: dict[str, Any] = {}

    async def handler(request: web.Request) -> web.Response:
        seen["length"] = request.headers["Content-Length"]
        seen["chunked"] = request.headers.get("Transfer-Encoding")
        async for part in await request.multipart():
            if getattr(part, "filename", None) is None:
                seen[part.name or ""] = await part.text()  # type: ignore[union-attr]
                continue
            digest, size = hashlib.sha256(), 0
            while chunk := await part.read_chunk(65536):  # type: ignore[union-attr]
                digest.update(chunk)
                size += len(chunk)
            seen["file"] = part.filename, digest.hexdigest(), size  # type: ignore[union-attr]
        return web.json_response(MESSAGE)

    expected = hashlib.sha256()
    async for block in _blocks():
        expected.update(block)
    size = BLOCKS * len(BLOCK)
    assert size >= 50_000_000
    bot = bot_at(await serve(handler))

    tracemalloc.start()
    try:
        message = await bot.send_document(
            1, stream_input(Opened(_blocks(), size), NAME, "audio/wav"), caption="привет"
        )
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert message.message_id == 7
    assert seen["file"] == (NAME.replace('"', "%22"), expected.hexdigest(), size)
    assert (seen["chat_id"], seen["caption"]) == ("1", "привет")
    assert size < int(seen["length"]) < size + 2000
    assert seen["chunked"] is None
    assert peak < 8_000_000


async def test_albums_and_thumbnails(serve: Any, bot_at: MakeBot) -> None:
    seen: dict[str, Any] = {}

    async def handler(request: web.Request) -> web.Response:
        for name, value in (await request.post()).items():
            if isinstance(value, web.FileField):
                seen[f"attach://{name}"] = value.filename, value.content_type, value.file.read()
            else:
                seen[name] = value
        return web.json_response({"ok": True, "result": [MESSAGE["result"]] * 2})

    bot = bot_at(await serve(handler))
    media = [
        telegram.InputMediaAudio(
            stream_input(opened_bytes(content), f"{name}.mp3", "audio/mpeg", attach=True),
            thumbnail=telegram.InputFile(b"jpeg", "t.jpg", attach=True),
        )
        for name, content in (("a", b"AAA"), ("b", b"BBB"))
    ]
    assert len(await bot.send_media_group(1, media)) == 2
    sent = telegram.request.BaseRequest.parse_json_payload(
        b'{"result": ' + seen["media"].encode() + b"}"
    )["result"]
    assert [seen[each["media"]] for each in sent] == [
        ("a.mp3", "audio/mpeg", b"AAA"),
        ("b.mp3", "audio/mpeg", b"BBB"),
    ]
    assert seen[sent[0]["thumbnail"]] == ("t.jpg", "image/jpeg", b"jpeg")


async def test_ordinary_calls(serve: Any, bot_at: MakeBot) -> None:
    async def handler(request: web.Request) -> web.Response:
        assert request.path == f"/bot{TOKEN}/sendMessage"
        assert await request.json() == {"chat_id": 1, "text": "Ы"}
        return web.json_response(MESSAGE)

    assert (await bot_at(await serve(handler)).send_message(1, "Ы")).message_id == 7


async def test_telegrams_refusals_stay_what_they_are(
    serve: Any, bot_at: MakeBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")
    answers = [
        ({"ok": False, "error_code": 400, "description": "Bad Request: chat not found"}, 400),
        ({"ok": False, "error_code": 429, "parameters": {"retry_after": 3}}, 429),
    ]

    async def handler(request: web.Request) -> web.Response:
        await request.read()
        answer, status = answers.pop(0)
        return web.json_response(answer, status=status)

    bot = bot_at(await serve(handler))
    with pytest.raises(BadRequest, match="not found"):
        await bot.send_message(1, "x")
    with pytest.raises(RetryAfter):
        await bot.send_document(1, stream_input(opened_bytes(b"x"), "a", "text/plain"))


async def _fails(bot: telegram.Bot, document: telegram.InputFile | None = None) -> NetworkError:
    with pytest.raises(NetworkError) as caught:
        if document is None:
            await bot.send_message(1, "x")
        else:
            await bot.send_document(1, document)
    assert "SECRET" not in f"{caught.value!r}{caught.value}"
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None or caught.value.__suppress_context__
    return caught.value


def _small() -> telegram.InputFile:
    return stream_input(opened_bytes(b"x" * 1000), "a.txt", "text/plain")


@pytest.mark.parametrize("with_file", [False, True])
async def test_no_connection(bot_at: MakeBot, with_file: bool) -> None:
    error = await _fails(bot_at("http://127.0.0.1:1"), _small() if with_file else None)
    assert isinstance(error, NotSent)


@pytest.mark.parametrize("with_file", [False, True])
@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"nonsense\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{",
        b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n{",
        b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n[]",
        b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}",
        b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 2\r\n\r\nno",
    ],
)
async def test_a_lost_answer(bot_at: MakeBot, with_file: bool, answer: bytes) -> None:
    async with _raw(answer) as origin:
        error = await _fails(bot_at(origin), _small() if with_file else None)
    assert isinstance(error, SendUnknown)


async def test_a_connection_lost_while_uploading_had_no_effect(bot_at: MakeBot) -> None:
    async with _raw(b"", read_all=False) as origin:
        file = stream_input(Opened(_blocks(), BLOCKS * len(BLOCK)), "a", "text/plain")
        error = await _fails(bot_at(origin), file)
    assert isinstance(error, NotSent)
    assert not isinstance(error, SourceBroke)


async def test_an_answer_that_does_not_come() -> None:
    async with (
        _raw(None) as origin,
        StreamingRequest(timeout=httpx.Timeout(5, read=0.05)) as request,
    ):
        bot = telegram.Bot(TOKEN, base_url=f"{origin}/bot", request=request)
        error = await _fails(bot)
    assert isinstance(error, AnswerTimedOut)
    assert isinstance(error, TimedOut)
    assert isinstance(error, SendUnknown)


def test_no_connection_in_time_is_a_timeout_without_effect() -> None:
    assert issubclass(NotSentInTime, TimedOut)
    assert issubclass(NotSentInTime, NotSent)
    assert not issubclass(NotSentInTime, SendUnknown)


async def test_a_broken_source_is_never_a_complete_upload(serve: Any, bot_at: MakeBot) -> None:
    calls = 0

    async def handler(request: web.Request) -> web.Response:
        nonlocal calls
        await request.read()
        calls += 1
        return web.json_response(MESSAGE)

    file = stream_input(Opened(_blocks(2), 3 * len(BLOCK)), "a", "text/plain")
    error = await _fails(bot_at(await serve(handler)), file)
    assert isinstance(error, SourceBroke)
    assert isinstance(error.error, Truncated)
    assert calls == 0


async def test_a_stream_is_sent_only_once(serve: Any, bot_at: MakeBot) -> None:
    async def handler(request: web.Request) -> web.Response:
        await request.read()
        return web.json_response(MESSAGE)

    bot, file = bot_at(await serve(handler)), _small()
    await bot.send_document(1, file)
    assert isinstance(await _fails(bot, file), NotSent)


async def test_times_fit_uploads_and_calls(
    serve: Any, bot_at: MakeBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[httpx.Timeout] = []
    exchange, send = Transport.exchange, Transport.handle_async_request

    async def note_call(transport: Transport, *call: Any) -> tuple[int, bytes]:
        seen.append(call[-1])
        return await exchange(transport, *call)

    async def note_upload(transport: Transport, request: httpx.Request) -> httpx.Response:
        seen.append(httpx.Timeout(**request.extensions["timeout"]))
        return await send(transport, request)

    async def handler(request: web.Request) -> web.Response:
        await request.read()
        return web.json_response(MESSAGE)

    monkeypatch.setattr(Transport, "exchange", note_call)
    monkeypatch.setattr(Transport, "handle_async_request", note_upload)
    bot = bot_at(await serve(handler))
    await bot.send_message(1, "x")
    await bot.send_message(1, "x", read_timeout=7, write_timeout=8, connect_timeout=9)
    await bot.send_document(1, _small())
    await bot.send_document(1, _small(), read_timeout=600)
    assert [(each.read, each.write, each.connect) for each in seen] == [
        (5, 5, 5),
        (7, 8, 9),
        (FILE_READ_TIMEOUT, 30, 5),
        (600, 30, 5),
    ]


async def test_a_request_can_be_started_again(serve: Any) -> None:
    async def handler(request: web.Request) -> web.Response:
        return web.json_response(MESSAGE)

    origin = await serve(handler)
    request = StreamingRequest()
    assert request.read_timeout == 5
    for _ in range(2):
        await request.initialize()
        assert (await request.do_request(origin, "POST"))[0] == 200
        await request.shutdown()
