"""What the service tells, in whatever types, and every way the service has of not telling them."""

import json
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import httpx
import pytest
from aiohttp import web
from hypothesis import given
from hypothesis import strategies as st
from pydantic import SecretStr

from bot.neuro_semantic import (
    BadSecret,
    CalcType,
    InvalidData,
    Kind,
    NegativeBalance,
    NeuroSemanticClient,
    NeuroSemanticError,
    Order,
    RateLimited,
    Refused,
    ServerError,
    ServiceDown,
    Status,
    TooLong,
    Unreachable,
    join,
)

SECRET = SecretStr("s3cret-s3cret")


async def _no_wait(seconds: float) -> None:
    return None


async def _client(
    http: httpx.AsyncClient, serve: Any, answer: object, status: int = 200
) -> tuple[NeuroSemanticClient, list[tuple[str, str, Any]]]:
    asked: list[tuple[str, str, Any]] = []

    async def handler(request: web.Request) -> web.Response:
        asked.append((request.method, request.path, await request.json()))
        text = answer if isinstance(answer, str) else json.dumps(answer)
        return web.Response(text=text, status=status, headers={"Retry-After": "20"})

    return NeuroSemanticClient(http, await serve(handler), sleep=_no_wait), asked


def _data(data: object) -> object:
    return {"status": 0, "error": "", "data": data}


@pytest.mark.parametrize("balance", ["10.50", 10.5])
async def test_a_balance(http: httpx.AsyncClient, serve: Any, balance: object) -> None:
    client, asked = await _client(http, serve, _data({"user_balance": balance}))
    assert await client.balance(SECRET) == Decimal("10.5")
    assert asked == [("POST", "/api/user/balance", {"secret": SECRET.get_secret_value()})]


async def test_prices(http: httpx.AsyncClient, serve: Any) -> None:
    entry = {
        "calc_type": "sentiment",
        "short_name": "ТО",
        "long_name": "Тональность",
        "price": 0.5,
    }
    client, asked = await _client(
        http, serve, _data({"0": entry, "1": {"calc_type": "wordfreq"}, "2": {}, "3": None})
    )
    assert await client.calc_types() == [
        CalcType("sentiment", "ТО", "Тональность", Decimal("0.5")),
        CalcType("wordfreq", "", "", None),
    ]
    assert asked == [("POST", "/api/calc_types/get", {})]


@pytest.mark.parametrize(
    ("answer", "status", "error"),
    [
        ({"status": 1001, "error": "no"}, 200, BadSecret),
        ({"status": "1001", "error": "no"}, 401, BadSecret),
        ({"status": 2001, "error": "no"}, 200, InvalidData),
        ({"status": 2100, "error": None}, 400, NegativeBalance),
        ({"status": 2200, "error": "long"}, 200, TooLong),
        ({"status": 77, "error": "?"}, 200, Refused),
        ({"status": 2, "error": "oops"}, 200, ServerError),
        ({"status": 0, "data": {}}, 200, ServiceDown),
        ({"status": 0, "data": {"user_balance": "x"}}, 200, ServiceDown),
        ({"status": 0, "data": {"user_balance": 1}}, 404, ServiceDown),
        ("<html>", 502, ServiceDown),
        ("", 200, ServiceDown),
        ([], 200, ServiceDown),
        ("slow", 429, RateLimited),
    ],
)
async def test_failures(
    http: httpx.AsyncClient,
    serve: Any,
    answer: object,
    status: int,
    error: type[NeuroSemanticError],
) -> None:
    client, _ = await _client(http, serve, answer, status)
    with pytest.raises(error) as caught:
        await client.balance(SECRET)
    assert type(caught.value) is error
    assert SECRET.get_secret_value() not in f"{caught.value!r}{caught.value.__dict__}"


async def test_no_connection(http: httpx.AsyncClient) -> None:
    with pytest.raises(Unreachable):
        await NeuroSemanticClient(http, "http://127.0.0.1:1", sleep=_no_wait).calc_types()


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("2026.05.01 10:20:30", datetime(2026, 5, 1, 10, 20, 30, tzinfo=UTC)),
        ("2026-05-01 10:20:30", datetime(2026, 5, 1, 10, 20, 30, tzinfo=UTC)),
        ("2026-05-01T13:20:30.5+03:00", datetime(2026, 5, 1, 10, 20, 30, 500_000, tzinfo=UTC)),
        ("2026-05-01T10:20:30Z", datetime(2026, 5, 1, 10, 20, 30, tzinfo=UTC)),
        (1_777_630_830, datetime(2026, 5, 1, 10, 20, 30, tzinfo=UTC)),
        ("1777630830000", datetime(2026, 5, 1, 10, 20, 30, tzinfo=UTC)),
        ("вчера", None),
        (None, None),
        ("9999999999999999999", None),
    ],
)
async def test_payments(
    http: httpx.AsyncClient, serve: Any, written: object, moment: datetime | None
) -> None:
    row = {"date_complete": written, "descr": "Оплата", "value": "-1 234,50 ₽", "new": [1]}
    client, asked = await _client(http, serve, _data([row, None]))
    (payment,) = await client.balance_history(SECRET)
    assert (payment.completed, payment.value) == (moment, Decimal("-1234.50"))
    unread = {} if moment or not written else {"date_complete": written}
    assert payment.other == {"new": [1], **unread}
    assert asked[0][1] == "/api/user/balance/history"


async def test_a_transaction_of_careless_types(http: httpx.AsyncClient, serve: Any) -> None:
    careless = {
        "transaction_id": "7f-3a",
        "calc_type": "emcol",
        "transaction_status": "25",
        "is_paid": "1",
        "texts_amount": "3",
        "transaction_price": "1.50",
        "result_data": '{"Радость": 3}',
        "request_ip": "10.0.0.1",
    }
    client, asked = await _client(http, serve, _data([careless]))
    told = await client.transaction(SECRET, "7f-3a")
    assert asked[0][2]["transaction_id"] == "7f-3a"
    assert (told.status, told.status_code) == (Status.RUNNING, 25)
    assert (told.paid, told.texts_amount, told.price) == (True, 3, Decimal("1.50"))
    assert told.result is not None
    assert told.result.classes[0].percent == 100
    assert (told.result_data, told.other) == ('{"Радость": 3}', {"request_ip": "10.0.0.1"})


async def test_prices_by_name(http: httpx.AsyncClient, serve: Any) -> None:
    client, _ = await _client(http, serve, _data({"emcol": {"price": "0,5", "short": "ЭО"}}))
    (kind,) = await client.calc_types()
    assert (kind.calc_type, kind.price, kind.other) == ("emcol", Decimal("0.5"), {"short": "ЭО"})


SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text()
KEYS = st.sampled_from(
    [
        *("status", "error", "data", "user_balance", "calc_type", "price", "transaction_id"),
        *("result_data", "date_create", "entities", "texts", "theme_id", "directory_id", "title"),
    ]
)
JSON = st.recursive(SCALARS, lambda inner: st.lists(inner) | st.dictionaries(KEYS, inner))


@given(JSON | JSON.map(_data))
async def test_any_json_is_read_or_is_our_error(answer: object) -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, content=json.dumps(answer).encode())

    async with httpx.AsyncClient(transport=httpx.MockTransport(handler)) as http:
        client = NeuroSemanticClient(http, attempts=1)
        for call in (
            client.balance(SECRET),
            client.balance_history(SECRET),
            client.history(SECRET),
            client.calc_types(),
            client.transaction(SECRET, "1"),
            client.create(SECRET, Order(Kind.EMCOL, join(["a"]))),
            client.themes(SECRET),
            client.theme_create(SECRET, "a"),
            client.theme_delete(SECRET, "1"),
            client.directory(SECRET),
        ):
            try:
                repr(await call).encode()
            except NeuroSemanticError as error:
                str(error).encode()
