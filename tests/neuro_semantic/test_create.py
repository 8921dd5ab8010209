"""An order ends in exactly one of: made, refused, surely without effect, or unknown."""

import asyncio
import json
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest
from aiohttp import web
from pydantic import SecretStr

from bot.neuro_semantic import (
    AnswerLost,
    BadSecret,
    Entity,
    InvalidData,
    Kind,
    NegativeBalance,
    NeuroSemanticClient,
    NeuroSemanticError,
    Order,
    RateLimited,
    Refused,
    ServiceDown,
    Status,
    Theme,
    TooLong,
    Unreachable,
    join,
)

SECRET = SecretStr("s3cret-s3cret")
TEXTS = ["Хорошо, спасибо", "Ужас | кошмар"]
ORDER = Order(Kind.SENTIMENT, join(TEXTS))
MADE = {"transaction_id": 77, "calc_type": "sentiment", "transaction_status": 10}
YES = {"status": 0, "error": "", "data": MADE}

Asked = list[tuple[str, Any]]


async def _client(
    http: httpx.AsyncClient, serve: Any, answer: object, status: int = 200
) -> tuple[NeuroSemanticClient, Asked]:
    asked: Asked = []

    async def handler(request: web.Request) -> web.Response:
        asked.append((request.path, await request.json()))
        text = answer if isinstance(answer, str) else json.dumps(answer)
        return web.Response(text=text, status=status, headers={"Location": "/else"})

    return NeuroSemanticClient(http, await serve(handler)), asked


async def test_an_order_that_went_through(http: httpx.AsyncClient, serve: Any) -> None:
    client, asked = await _client(http, serve, YES)
    made = await client.create(SECRET, ORDER)
    assert (made.id, made.kind, made.status) == ("77", "sentiment", Status.QUEUED)
    ((path, body),) = asked
    assert path == "/api/transaction/create"
    assert body == {
        "secret": SECRET.get_secret_value(),
        "calc_type": "sentiment",
        "texts": ORDER.texts.whole,
        "texts_splitter": ORDER.texts.splitter,
    }
    assert body["texts"].split(body["texts_splitter"]) == TEXTS


@pytest.mark.parametrize(
    ("order", "extra"),
    [
        (
            Order(Kind.CLASSIFY, join(["a"]), theme=Theme("7", "Т", entities=(Entity("Ц"),))),
            {"theme_id": 7},
        ),
        (Order(Kind.WORDFREQ, join(["a"]), phrases=30), {"request_data": 30}),
    ],
)
async def test_themes_and_numbers_of_phrases_go_along(
    http: httpx.AsyncClient, serve: Any, order: Order, extra: dict[str, Any]
) -> None:
    client, asked = await _client(http, serve, YES)
    await client.create(SECRET, order)
    body = asked[0][1]
    assert {key: body[key] for key in extra} == extra
    if order.theme is not None:
        assert body["request_data"] == order.theme.as_json()


@pytest.mark.parametrize(
    ("answer", "status", "error"),
    [
        ({"status": 1001, "error": "no"}, 200, BadSecret),
        ({"status": "2001"}, 400, InvalidData),
        ({"status": 2100, "error": None}, 500, NegativeBalance),
        ({"status": 2200}, 200, TooLong),
        ({"status": 9, "error": "?"}, 200, Refused),
        ({"status": 2, "error": "oops"}, 200, AnswerLost),
        ({"status": 2}, 500, AnswerLost),
        ({"status": 0, "data": {}}, 200, AnswerLost),
        ({"status": 0, "data": None}, 200, AnswerLost),
        ({"status": 0, "data": MADE}, 500, AnswerLost),
        ({"status": True}, 200, AnswerLost),
        ("<html>", 502, AnswerLost),
        ("", 200, AnswerLost),
        ("{", 200, AnswerLost),
        ("[]", 200, AnswerLost),
        ("busy", 429, RateLimited),
        ("", 408, ServiceDown),
        ("", 404, ServiceDown),
        ("", 302, ServiceDown),
        ("too large", 413, TooLong),
    ],
)
async def test_every_other_end_comes_after_one_request(
    http: httpx.AsyncClient,
    serve: Any,
    answer: object,
    status: int,
    error: type[NeuroSemanticError],
) -> None:
    client, asked = await _client(http, serve, answer, status)
    with pytest.raises(error) as caught:
        await client.create(SECRET, ORDER)
    assert type(caught.value) is error
    assert len(asked) == 1
    _assert_silent(caught.value)


async def test_a_lost_answer(http: httpx.AsyncClient, serve: Any) -> None:
    asked: list[str] = []

    async def handler(request: web.Request) -> web.Response:
        asked.append((await request.read()).decode())
        assert request.transport is not None
        request.transport.abort()
        return web.Response()

    client = NeuroSemanticClient(http, await serve(handler))
    for call in (client.create(SECRET, ORDER), client.theme_create(SECRET, "Т")):
        with pytest.raises(AnswerLost) as caught:
            await call
        _assert_silent(caught.value)
    assert len(asked) == 2


async def test_an_order_that_broke_off_half_way_never_took_effect(
    http: httpx.AsyncClient, serve: Any
) -> None:
    async def handler(request: web.Request) -> web.Response:
        assert request.transport is not None
        request.transport.abort()
        return web.Response()

    client = NeuroSemanticClient(http, await serve(handler))
    with pytest.raises(Unreachable):
        await client.create(SECRET, Order(Kind.EMCOL, join(["a" * 30_000_000])))


async def test_nothing_left_without_a_connection(http: httpx.AsyncClient) -> None:
    client = NeuroSemanticClient(http, "http://127.0.0.1:1")
    with pytest.raises(Unreachable) as caught:
        await client.create(SECRET, ORDER)
    _assert_silent(caught.value)


async def test_a_large_order_with_half_a_surrogate_goes_out(
    http: httpx.AsyncClient, serve: Any
) -> None:
    lengths: list[int] = []

    async def handler(request: web.Request) -> web.Response:
        content = await request.content.read(-1)
        lengths.append(len((await asyncio.to_thread(json.loads, content))["texts"]))
        return web.json_response(YES)

    client = NeuroSemanticClient(http, await serve(handler))
    await client.create(SECRET, Order(Kind.EMCOL, join(["\ud83d" + "я" * 2_000_000, "ю"])))
    assert lengths == [2_000_003]


async def test_a_transaction_knows_its_order(http: httpx.AsyncClient, serve: Any) -> None:
    raw = {**MADE, "request_raw": ORDER.texts.whole, "texts_amount": 2}
    client, _ = await _client(http, serve, {"status": 0, "data": raw})
    found = await client.transaction(SECRET, "77")
    assert found.came_from(ORDER)
    assert not found.came_from(Order(Kind.EMCOL, ORDER.texts))
    assert not found.came_from(Order(Kind.SENTIMENT, join(["Другой", "Второй"])))


async def test_history_tells_what_may_have_become_of_an_order(
    http: httpx.AsyncClient, serve: Any
) -> None:
    row = {**MADE, "date_create": "2026.05.01 10:00:00"}
    client, _ = await _client(http, serve, {"status": 0, "data": [row]})
    (found,) = await client.history(SECRET)
    sent = datetime(2026, 5, 1, 10, 1, tzinfo=UTC)
    assert found.may_be(ORDER, sent)
    assert not found.may_be(ORDER, sent + timedelta(hours=1))
    assert not found.may_be(Order(Kind.EMCOL, ORDER.texts), sent)


def _assert_silent(error: BaseException) -> None:
    told = f"{error!r}{error}{error.__dict__}{error.__cause__!r}"
    assert SECRET.get_secret_value() not in told
    assert "127.0.0.1" not in told
    assert "кошмар" not in told
