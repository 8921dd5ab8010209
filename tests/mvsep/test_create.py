"""An answered order is accepted or refused, and an unreadable answer is no refusal."""

import json
from typing import Any

import httpx
import pytest
from aiohttp import web

from bot.mvsep import (
    AnswerLost,
    BadToken,
    MvsepClient,
    RateLimited,
    Refusal,
    Refused,
    ServiceDown,
)
from tests.mvsep.orders import (
    HASH,
    LINK,
    ORDER,
    SONG,
    TOKEN,
    YES,
    failure_of,
    upload_of,
)


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
    accepted = await client.create(TOKEN, ORDER, upload=upload_of(), on_progress=progress.append)
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

    error = await failure_of(MvsepClient(http, await serve(handler)))
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

    assert isinstance(await failure_of(MvsepClient(http, await serve(handler))), BadToken)


async def test_asking_too_often(http: httpx.AsyncClient, serve: Any) -> None:
    async def handler(request: web.Request) -> web.Response:
        await request.read()
        headers = {"Retry-After": "9", "X-RateLimit-Limit": "120", "X-RateLimit-Remaining": "0"}
        return web.Response(status=429, headers=headers)

    client = MvsepClient(http, await serve(handler))
    error = await failure_of(client)
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

    assert isinstance(await failure_of(MvsepClient(http, await serve(handler))), AnswerLost)
    assert calls == 1


async def test_a_redirect_has_no_effect(http: httpx.AsyncClient, serve: Any) -> None:
    async def handler(request: web.Request) -> web.Response:
        await request.read()
        return web.Response(status=301, headers={"Location": "https://mvsep.com/"})

    assert isinstance(await failure_of(MvsepClient(http, await serve(handler))), ServiceDown)


async def test_a_hash_is_read_from_a_large_answer(http: httpx.AsyncClient, serve: Any) -> None:
    async def handler(request: web.Request) -> web.Response:
        await request.read()
        return web.Response(text=json.dumps({**YES, "more": "x" * 1_000_000}))

    accepted = await MvsepClient(http, await serve(handler)).create(TOKEN, ORDER, link=LINK)
    assert accepted.hash.get_secret_value() == HASH
