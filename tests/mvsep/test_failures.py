"""Every harmless call fails in the same few ways, and tells no secrets."""

from collections.abc import Callable
from typing import Any

import httpx
import pytest
from aiohttp import web

from bot.mvsep import (
    BadToken,
    MvsepClient,
    MvsepError,
    RateLimit,
    RateLimited,
    ServiceDown,
    Temporary,
    Unreachable,
)
from tests.mvsep.service import (
    HASH,
    TOKEN,
    USER,
    client_with,
    json_answer,
    no_wait,
    text_answer,
)

CALLS: dict[str, Callable[[MvsepClient], Any]] = {
    "algorithms": lambda client: client.algorithms(),
    "account": lambda client: client.account(TOKEN),
    "report": lambda client: client.report(HASH),
    "remote_report": lambda client: client.remote_report(HASH),
    "history": lambda client: client.history(TOKEN),
    "cancel": lambda client: client.cancel(TOKEN, HASH),
    "delete": lambda client: client.delete(TOKEN, HASH),
    "login": lambda client: client.login("ann@example.org", TOKEN),
    "toggle": lambda client: client.toggle(TOKEN, "enable_premium"),
}
REPEATED = {"algorithms", "account", "history"}


def _assert_discreet(error: BaseException) -> None:
    told = f"{error!r}{error}{error.__dict__}"
    assert TOKEN.get_secret_value() not in told
    assert HASH.get_secret_value() not in told
    assert error.__cause__ is None
    assert error.__context__ is None or error.__suppress_context__


@pytest.mark.parametrize("name", CALLS)
async def test_no_connection(http: httpx.AsyncClient, name: str) -> None:
    client = MvsepClient(http, "http://127.0.0.1:1", sleep=no_wait)
    with pytest.raises(Unreachable) as caught:
        await CALLS[name](client)
    _assert_discreet(caught.value)


@pytest.mark.parametrize("name", CALLS)
@pytest.mark.parametrize(
    ("answer", "status"),
    [
        (json_answer({"success": False, "message": "Server Error"}, 500), 500),
        (text_answer("<html>Bad Gateway</html>", 502), 502),
        (text_answer('{"success": tr'), 200),
        (text_answer("<html>moved</html>", 302, Location="https://mvsep.com"), 302),
        (json_answer("text"), 200),
        (json_answer({}), 200),
    ],
)
async def test_failing_answers(
    http: httpx.AsyncClient,
    serve: Any,
    name: str,
    answer: Callable[[], web.Response],
    status: int,
) -> None:
    client, service = await client_with(http, serve, answer)
    with pytest.raises(ServiceDown) as caught:
        await CALLS[name](client)
    _assert_discreet(caught.value)
    assert caught.value.status == status
    assert len(service.asked) == (3 if name in REPEATED and status >= 500 else 1)


@pytest.mark.parametrize("name", CALLS)
async def test_lost_answers(http: httpx.AsyncClient, serve_raw: Any, name: str) -> None:
    async def lose(reader: Any, writer: Any) -> None:
        await reader.readuntil(b"\r\n\r\n")

    client = MvsepClient(http, await serve_raw(lose), sleep=no_wait)
    with pytest.raises(ServiceDown) as caught:
        await CALLS[name](client)
    _assert_discreet(caught.value)
    assert caught.value.status is None
    assert isinstance(caught.value, Temporary)


@pytest.mark.parametrize("name", CALLS)
async def test_asking_too_often(http: httpx.AsyncClient, serve: Any, name: str) -> None:
    client, service = await client_with(
        http, serve, text_answer("slow down", 429, **{"Retry-After": "30"})
    )
    with pytest.raises(RateLimited) as caught:
        await CALLS[name](client)
    assert caught.value.retry_after == 30
    assert len(service.asked) == 1


@pytest.mark.parametrize("name", ["account", "history", "login", "toggle"])
@pytest.mark.parametrize("status", [400, 401])
async def test_bad_tokens(http: httpx.AsyncClient, serve: Any, name: str, status: int) -> None:
    answer = json_answer({"success": False, "message": "Wrong credentials"}, status)
    client, _ = await client_with(http, serve, answer)
    with pytest.raises(BadToken) as caught:
        await CALLS[name](client)
    assert caught.value.message == "Wrong credentials"


async def test_a_passing_failure_is_overcome(http: httpx.AsyncClient, serve: Any) -> None:
    account = json_answer({"success": True, "data": USER}, headers={"X-RateLimit-Remaining": "59"})
    client, service = await client_with(
        http, serve, text_answer("no", 503), text_answer("no", 502), account
    )
    await client.account(TOKEN)
    assert len(service.asked) == 3
    assert client.rate_limit == RateLimit(None, 59)


def test_every_error_is_an_mvsep_error() -> None:
    assert issubclass(Temporary, MvsepError)
    assert {Unreachable, RateLimited, ServiceDown} == set(Temporary.__subclasses__())
