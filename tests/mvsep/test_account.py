"""Accounts, history and settings, as MVSEP was seen to tell of them."""

from typing import Any

import httpx
import pytest
from pydantic import SecretStr

from bot.mvsep import (
    AnswerLost,
    Refused,
)
from tests.mvsep.service import (
    TOKEN,
    USER,
    client_with,
    json_answer,
    text_answer,
)


async def test_an_account(http: httpx.AsyncClient, serve: Any) -> None:
    client, service = await client_with(http, serve, json_answer({"success": True, "data": USER}))
    account = await client.account(TOKEN)
    assert (account.name, account.credits, account.premium, account.parallel) == (
        "Ann",
        12,
        True,
        10,
    )
    assert [job.hash and job.hash.get_secret_value() for job in account.running] == ["h1", None]
    assert service.asked == [("GET", "/api/app/user", {"api_token": TOKEN.get_secret_value()})]


@pytest.mark.parametrize(
    ("minutes", "enabled", "parallel"),
    [(0, 1, 1), (5, 0, 1), (5, 1, 10), (None, None, 1), ("5", "1", 10), (-3, True, 1)],
)
async def test_premium_needs_credits_that_may_be_spent(
    http: httpx.AsyncClient, serve: Any, minutes: object, enabled: object, parallel: int
) -> None:
    user = {"premium_minutes": minutes, "premium_enabled": enabled}
    client, _ = await client_with(http, serve, json_answer({"success": 1, "data": user}))
    assert (await client.account(TOKEN)).parallel == parallel


@pytest.mark.parametrize(
    ("queue", "count"),
    [(None, 0), ([], 0), (3, 3), ({}, 0), ({"hash": "a"}, 1), ({"0": {"hash": "a"}}, 1), ("x", 0)],
)
async def test_any_form_of_the_queue(
    http: httpx.AsyncClient, serve: Any, queue: object, count: int
) -> None:
    answer = json_answer({"success": True, "data": {**USER, "current_queue": queue}})
    client, _ = await client_with(http, serve, answer)
    assert len((await client.account(TOKEN)).running) == count


async def test_history(http: httpx.AsyncClient, serve: Any) -> None:
    row = {
        "id": 1,
        "hash": "20240119124024-413c481b80-abc123.mp3",
        "created_at": "2024-01-19T12:40:24.000000Z",
        "job_exists": True,
        "credits": None,
        "time_left": -3,
        "algorithm": {"name": "BS Roformer", "render_id": 40},
    }
    client, service = await client_with(
        http, serve, json_answer({"success": True, "data": [row, {"id": 2}, None]})
    )
    (job,) = await client.history(TOKEN, start=5, limit=100)
    assert (job.exists, job.credits, job.hours_left, job.render_id) == (True, None, -3, 40)
    assert job.came_from("ABC123.mp3")
    assert not job.came_from("abc124.mp3")
    assert "413c" not in repr(job)
    assert service.asked[0][2] == {
        "api_token": TOKEN.get_secret_value(),
        "start": "5",
        "limit": "20",
    }


async def test_login(http: httpx.AsyncClient, serve: Any) -> None:
    client, service = await client_with(http, serve, json_answer({"success": True, "data": USER}))
    login = await client.login("ann@example.org", SecretStr("pw"))
    assert login.token == TOKEN
    assert TOKEN.get_secret_value() not in repr(login)
    assert service.asked == [
        ("POST", "/api/app/login", {"email": "ann@example.org", "password": "pw"})
    ]


async def test_login_of_someone_without_a_token(http: httpx.AsyncClient, serve: Any) -> None:
    answer = json_answer({"success": True, "data": {**USER, "api_token": None}})
    client, _ = await client_with(http, serve, answer)
    assert (await client.login("a", SecretStr("pw"))).token is None


async def test_register(http: httpx.AsyncClient, serve: Any) -> None:
    sent = "Account verification email sent to ann@example.org"
    client, service = await client_with(
        http, serve, json_answer({"success": True, "message": sent})
    )
    assert await client.register("Ann", "ann@example.org", SecretStr("pw")) == sent
    assert service.asked[0][2]["password_confirmation"] == "pw"


async def test_a_registration_may_be_refused_or_lost(http: httpx.AsyncClient, serve: Any) -> None:
    errors = {"email": ["The email has already been taken."]}
    client, _ = await client_with(
        http,
        serve,
        json_answer({"success": False, "message": errors}, 400),
        text_answer("no", 502),
    )
    with pytest.raises(Refused, match="refused") as caught:
        await client.register("Ann", "ann@example.org", SecretStr("pw"))
    assert caught.value.message == errors["email"][0]
    with pytest.raises(AnswerLost):
        await client.register("Ann", "ann@example.org", SecretStr("pw"))


async def test_toggles(http: httpx.AsyncClient, serve: Any) -> None:
    client, service = await client_with(
        http, serve, json_answer({"success": True, "message": "successfully disabled"})
    )
    assert await client.toggle(TOKEN, "disable_long_filenames") == "successfully disabled"
    assert service.asked[0][:2] == ("POST", "/api/app/disable_long_filenames")
