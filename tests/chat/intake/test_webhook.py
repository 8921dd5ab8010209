"""The webhook believes only Telegram and confirms only what is stored; /healthz is honest."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
import pytest
from pydantic import SecretStr

from bot.chat.incoming import BotApi
from bot.chat.incoming.http_server import add_health, make_app, serve
from bot.chat.incoming.webhook import add_webhook, announce_webhook, webhook_path, webhook_secret
from tests.chat.intake.memory import MemoryInbox

TOKEN = SecretStr("1234567890:AAH-abcdefghijklmnopqrstuvwxyz_01234")
PATH = webhook_path(TOKEN)
SECRET = webhook_secret(TOKEN).get_secret_value()
SIGNED = {"X-Telegram-Bot-Api-Secret-Token": SECRET}
UPDATE = {"update_id": 10, "message": {"message_id": 1, "chat": {"id": 5}}}


@asynccontextmanager
async def serving(inbox: MemoryInbox, new: asyncio.Event) -> AsyncIterator[httpx.AsyncClient]:
    app = make_app()
    add_webhook(app, inbox, token=TOKEN, new=new)
    async with (
        serve(app, "127.0.0.1", 0) as port,
        httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", trust_env=False) as http,
    ):
        yield http


@pytest.fixture
def new() -> asyncio.Event:
    return asyncio.Event()


@pytest.fixture
async def http(inbox: MemoryInbox, new: asyncio.Event) -> AsyncIterator[httpx.AsyncClient]:
    async with serving(inbox, new) as client:
        yield client


async def test_stores_then_says_yes(
    http: httpx.AsyncClient, inbox: MemoryInbox, new: asyncio.Event
) -> None:
    for _ in range(2):  # a redelivery changes nothing
        assert (await http.post(PATH, json=UPDATE, headers=SIGNED)).status_code == 200
    assert json.loads(inbox.rows[10].raw) == UPDATE
    assert inbox.rows[10].conversation == 5
    assert new.is_set()


@pytest.mark.parametrize("secret", [None, "", "wrong", "é", SECRET[:-1]])
async def test_a_wrong_secret_is_refused(
    http: httpx.AsyncClient, inbox: MemoryInbox, secret: str | None
) -> None:
    name = b"X-Telegram-Bot-Api-Secret-Token"
    headers = {} if secret is None else {name: secret.encode()}
    response = await http.post(PATH, json=UPDATE, headers=headers)
    assert response.status_code == 401
    assert not inbox.rows


async def test_a_huge_body_is_refused(http: httpx.AsyncClient, inbox: MemoryInbox) -> None:
    huge = b'{"update_id": 10, "x": "' + b"x" * (1024 * 1024) + b'"}'
    response = await http.post(PATH, content=huge, headers=SIGNED)
    assert response.status_code == 413
    assert not inbox.rows


@pytest.mark.parametrize("body", [b"{", b"", b"[]", b'{"update_id": "x"}', b"[" * 100_000])
async def test_an_unreadable_update_does_not_come_again(
    http: httpx.AsyncClient, inbox: MemoryInbox, body: bytes
) -> None:
    assert (await http.post(PATH, content=body, headers=SIGNED)).status_code == 200
    assert not inbox.rows


async def test_what_could_not_be_stored_is_not_accepted(
    http: httpx.AsyncClient, inbox: MemoryInbox, new: asyncio.Event
) -> None:
    inbox.broken = True
    assert (await http.post(PATH, json=UPDATE, headers=SIGNED)).status_code == 503
    assert not new.is_set()
    inbox.broken = False
    assert (await http.post(PATH, json=UPDATE, headers=SIGNED)).status_code == 200


async def test_there_is_nothing_else(http: httpx.AsyncClient) -> None:
    assert (await http.post("/telegram/guess", json=UPDATE, headers=SIGNED)).status_code == 404
    assert (await http.get(PATH)).status_code == 405


def test_path_and_secret_come_from_the_token_alone() -> None:
    other = SecretStr("1234567890:BBH-abcdefghijklmnopqrstuvwxyz_01234")
    secret = webhook_secret(TOKEN).get_secret_value()
    assert webhook_path(TOKEN) == PATH != webhook_path(other)
    assert secret == webhook_secret(TOKEN).get_secret_value()
    assert secret != webhook_secret(other).get_secret_value()
    assert len(secret) == 64
    assert secret.isalnum()
    assert PATH.rpartition("/")[2] not in secret
    assert TOKEN.get_secret_value() not in PATH + secret


async def test_announces_itself_without_dropping_anything() -> None:
    calls: list[tuple[str, dict[str, object]]] = []

    async def telegram(request: httpx.Request) -> httpx.Response:
        calls.append((request.url.path.rpartition("/")[2], json.loads(request.content)))
        return httpx.Response(200, json={"ok": True, "result": True})

    async with httpx.AsyncClient(transport=httpx.MockTransport(telegram)) as client:
        await announce_webhook(BotApi(client, "http://t", TOKEN), "https://bot.example/", TOKEN)
    ((method, params),) = calls
    assert method == "setWebhook"
    assert params["url"] == "https://bot.example" + PATH
    assert params["secret_token"] == webhook_secret(TOKEN).get_secret_value()
    assert params["drop_pending_updates"] is False


@pytest.mark.parametrize(
    ("late", "database", "status", "well"),
    [
        (0.24, True, 200, True),
        (59.0, True, 200, True),
        (61.0, True, 503, False),
        (0, False, 503, False),
    ],
)
async def test_health(late: float, database: bool, status: int, well: bool) -> None:
    async def ping() -> None:
        if not database:
            raise ConnectionError

    async def late_by() -> float:
        return late

    app = make_app()
    add_health(app, ping=ping, late_by=late_by)
    async with (
        serve(app, "127.0.0.1", 0) as port,
        httpx.AsyncClient(trust_env=False) as client,
    ):
        response = await client.get(f"http://127.0.0.1:{port}/healthz")
    assert response.status_code == status
    assert response.json()["well"] is well
    if database:
        assert response.json()["jobs_late_by"] == round(late, 1)
