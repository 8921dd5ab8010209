"""An order ends in exactly one of: accepted, refused, surely without effect, or unknown."""

import asyncio
import json
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any

import httpx
import pytest
from aiohttp import web
from pydantic import SecretStr

from bot.mvsep import (
    AnswerLost,
    BadToken,
    MvsepClient,
    MvsepError,
    Order,
    RateLimited,
    Refusal,
    Refused,
    RemoteLink,
    ServiceDown,
    SourceFailed,
    Unreachable,
    Upload,
)
from bot.net.errors import Truncated, Unreadable
from bot.net.streams import Opened, Source, bytes_source

TOKEN = SecretStr("Tok3nTok3nTok3nTok3nTok3nTok3n")
ORDER = Order(40, {"add_opt1": "81", "add_opt2": "0.3"}, 1)
LINK = RemoteLink("https://example.org/song.mp3", "direct")
HASH = "20240119124024-413c481b80-abc.mp3"
YES = {"success": True, "data": {"hash": HASH, "link": "https://de2.mvsep.com/api/x?hash=1"}}
SONG = b"song" * 50_000


def _upload(source: Source | None = None) -> Upload:
    return Upload("abc.mp3", source or bytes_source(SONG))


def _source(
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


async def _fails(client: MvsepClient, **what: Any) -> MvsepError:
    with pytest.raises(MvsepError) as caught:
        await client.create(TOKEN, ORDER, **(what or {"upload": _upload()}))
    error = caught.value
    assert TOKEN.get_secret_value() not in f"{error!r}{error}{error.__dict__}"
    assert error.__cause__ is None
    assert error.__context__ is None or error.__suppress_context__
    return error


async def test_an_upload_is_accepted(http: httpx.AsyncClient, serve: Any) -> None:
    seen: dict[str, Any] = {}

    async def handler(request: web.Request) -> web.Response:
        assert (request.method, request.path) == ("POST", "/api/separation/create")
        assert request.headers["Accept"] == "application/json"
        for name, value in (await request.post()).items():
            seen[name] = value
            if isinstance(value, web.FileField):
                seen[name] = value.filename, value.file.read()
        return web.json_response(YES)

    progress: list[int] = []
    client = MvsepClient(http, await serve(handler))
    accepted = await client.create(TOKEN, ORDER, upload=_upload(), on_progress=progress.append)
    assert accepted.hash.get_secret_value() == HASH
    assert accepted.host == "https://de2.mvsep.com"
    assert HASH not in repr(accepted)
    assert seen == {
        "api_token": TOKEN.get_secret_value(),
        "sep_type": "40",
        "add_opt1": "81",
        "add_opt2": "0.3",
        "output_format": "1",
        "audiofile": ("abc.mp3", SONG),
    }
    assert progress[-1] == len(SONG)


async def test_a_link_is_accepted(http: httpx.AsyncClient, serve: Any) -> None:
    seen: dict[str, Any] = {}

    async def handler(request: web.Request) -> web.Response:
        seen.update(await request.post())
        return web.json_response({"success": "true", "data": {"hash": "n2AwBjy4KsFZfqqR"}})

    accepted = await MvsepClient(http, await serve(handler)).create(TOKEN, ORDER, link=LINK)
    assert accepted.hash.get_secret_value() == "n2AwBjy4KsFZfqqR"
    assert accepted.host is None
    assert (seen["url"], seen["remote_type"]) == (LINK.url, "direct")


@pytest.mark.parametrize("success", [True, "true", 1, "1"])
async def test_every_form_of_yes(http: httpx.AsyncClient, serve: Any, success: object) -> None:
    async def handler(request: web.Request) -> web.Response:
        await request.read()
        link = "https://evilmvsep.com/api?hash=1"
        return web.json_response({"success": success, "data": {"hash": HASH, "link": link}})

    accepted = await MvsepClient(http, await serve(handler)).create(TOKEN, ORDER, link=LINK)
    assert accepted.host is None


QUEUE = "You already have unprocessed file in queue. Please wait before adding new file!"
DAILY = (
    "You have reached the limit of separations for today. Please try again tomorrow or consider "
    "signing up for a premium account."
)
PREMIUM = "Seperation type is unavailable until you purchase premium membership"
ANSWERS: list[tuple[int, object, Refusal, str]] = [
    (400, {"success": False, "errors": [QUEUE]}, Refusal.QUEUE_FULL, QUEUE),
    (400, {"success": False, "errors": [DAILY]}, Refusal.DAILY_LIMIT, DAILY),
    (400, {"success": False, "errors": [PREMIUM]}, Refusal.PREMIUM_ONLY, PREMIUM),
    (
        400,
        {"success": False, "data": {"message": "Seperation type is not set"}},
        Refusal.UNKNOWN_TYPE,
        "Seperation type is not set",
    ),
    (
        400,
        {"success": False, "message": {"audiofile": ["is bad", "is odd"], "url": ["no"]}},
        Refusal.INVALID,
        "is bad\nis odd\nno",
    ),
    (400, {"success": False, "message": "Not enough credits"}, Refusal.NO_CREDITS, "Not enough credits"),
    (200, {"success": "false", "message": "nope"}, Refusal.INVALID, "nope"),
    (400, {"success": False, "errors": {"0": "The file is too large"}}, Refusal.TOO_LARGE, "The file is too large"),
    (413, "<html>413</html>", Refusal.TOO_LARGE, ""),
    (404, "<html>404</html>", Refusal.INVALID, ""),
    (422, [], Refusal.INVALID, ""),
]  # fmt: skip


@pytest.mark.parametrize(("status", "answer", "reason", "message"), ANSWERS)
async def test_refusals_keep_the_vendors_words(
    http: httpx.AsyncClient,
    serve: Any,
    status: int,
    answer: object,
    reason: Refusal,
    message: str,
) -> None:
    async def handler(request: web.Request) -> web.Response:
        await request.read()
        if isinstance(answer, str):
            return web.Response(status=status, text=answer, content_type="text/html")
        return web.json_response(answer, status=status)

    error = await _fails(MvsepClient(http, await serve(handler)))
    assert isinstance(error, Refused)
    assert (error.reason, error.message) == (reason, message)


@pytest.mark.parametrize(
    ("status", "answer"),
    [
        (401, {"success": False, "data": {"message": "Unknown or invalid key"}}),
        (401, "nonsense"),
        (400, {"success": False, "errors": ["The api token is invalid."]}),
    ],
)
async def test_bad_tokens(
    http: httpx.AsyncClient, serve: Any, status: int, answer: object
) -> None:
    async def handler(request: web.Request) -> web.Response:
        await request.read()
        return web.json_response(answer, status=status)

    assert isinstance(await _fails(MvsepClient(http, await serve(handler))), BadToken)


async def test_asking_too_often(http: httpx.AsyncClient, serve: Any) -> None:
    async def handler(request: web.Request) -> web.Response:
        await request.read()
        headers = {"Retry-After": "9", "X-RateLimit-Limit": "120", "X-RateLimit-Remaining": "0"}
        return web.Response(status=429, headers=headers)

    client = MvsepClient(http, await serve(handler))
    error = await _fails(client)
    assert isinstance(error, RateLimited)
    assert error.retry_after == 9
    assert client.rate_limit is not None
    assert (client.rate_limit.limit, client.rate_limit.remaining) == (120, 0)


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (500, '{"success": false, "message": "Server Error"}'),
        (502, "<html>Bad Gateway</html>"),
        (503, "busy"),
        (200, '{"success": tr'),
        (200, ""),
        (200, "[]"),
        (200, "{}"),
        (200, '{"success": true}'),
        (200, '{"success": true, "data": {"hash": null}}'),
        (200, '{"success": true, "data": "created"}'),
    ],
)
async def test_unreadable_answers_leave_the_effect_unknown(
    http: httpx.AsyncClient, serve: Any, status: int, body: str
) -> None:
    calls = 0

    async def handler(request: web.Request) -> web.Response:
        nonlocal calls
        calls += 1
        await request.read()
        return web.Response(status=status, text=body)

    assert isinstance(await _fails(MvsepClient(http, await serve(handler))), AnswerLost)
    assert calls == 1


async def test_a_redirect_has_no_effect(http: httpx.AsyncClient, serve: Any) -> None:
    async def handler(request: web.Request) -> web.Response:
        await request.read()
        return web.Response(status=301, headers={"Location": "https://mvsep.com/"})

    assert isinstance(await _fails(MvsepClient(http, await serve(handler))), ServiceDown)


@pytest.mark.parametrize("what", [{"upload": _upload()}, {"link": LINK}])
async def test_no_connection_is_safe_to_repeat(http: httpx.AsyncClient, what: Any) -> None:
    assert isinstance(await _fails(MvsepClient(http, "http://127.0.0.1:1"), **what), Unreachable)


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

    assert isinstance(await _fails(MvsepClient(http, await serve_raw(reset))), AnswerLost)
    assert calls == 1


async def test_a_reset_while_uploading_is_safe_to_repeat(
    http: httpx.AsyncClient, serve_raw: Any
) -> None:
    async def reset(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.transport.abort()

    source = _source([b"x" * 1_000_000] * 50, 50_000_000)
    error = await _fails(MvsepClient(http, await serve_raw(reset)), upload=_upload(source))
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

    upload = _upload(Source(100, opening))
    error = await _fails(MvsepClient(http, await serve_raw(fail)), upload=upload)
    assert isinstance(error, ServiceDown)
    assert error.status == 502


@pytest.mark.parametrize(
    ("source", "inner"),
    [
        (_source([b"x" * 10], 20), Truncated),
        (_source([b"x" * 10], 20, Unreadable("ReadTimeout")), Unreadable),
        (_source([b"x" * 10], None, Unreadable("ReadTimeout")), Unreadable),
        (_source([b"x" * 10], 20, OSError(5, "disk")), OSError),
        (_source([b"x" * 10], 20, TimeoutError()), TimeoutError),
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

    error = await _fails(MvsepClient(http, await serve(handler)), upload=_upload(source))
    assert isinstance(error, SourceFailed)
    assert isinstance(error.error, inner)
    assert orders == 0


async def test_a_source_that_does_not_open(http: httpx.AsyncClient) -> None:
    def opening() -> AbstractAsyncContextManager[Opened]:
        raise LookupError("https://api.telegram.org/file/bot1:secret/x")

    client = MvsepClient(http, "http://127.0.0.1:1")
    error = await _fails(client, upload=_upload(Source(1, opening)))
    assert isinstance(error, SourceFailed)
    assert "secret" not in str(error)


async def test_an_accepted_order_survives_a_source_that_closes_badly(
    http: httpx.AsyncClient, serve: Any, caplog: pytest.LogCaptureFixture
) -> None:
    async def handler(request: web.Request) -> web.Response:
        await request.read()
        return web.json_response(YES)

    client = MvsepClient(http, await serve(handler))
    upload = _upload(_source([b"x"], 1, closing=False))
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
    task = asyncio.create_task(client.create(TOKEN, ORDER, upload=_upload()))
    await arrived.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await gone.wait()


async def test_a_hash_is_read_from_a_large_answer(http: httpx.AsyncClient, serve: Any) -> None:
    async def handler(request: web.Request) -> web.Response:
        await request.read()
        return web.Response(text=json.dumps({**YES, "more": "x" * 1_000_000}))

    accepted = await MvsepClient(http, await serve(handler)).create(TOKEN, ORDER, link=LINK)
    assert accepted.hash.get_secret_value() == HASH
