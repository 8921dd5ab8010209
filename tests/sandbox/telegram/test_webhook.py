"""Webhook delivery: the secret header, repetition, order."""

import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from aiohttp import web

from bot.sandbox.telegram import PrivateChat
from tests.sandbox.telegram.conftest import Caller


@dataclass
class Receiver:
    """A bot's webhook that answers as told, then 200."""

    url: str = ""
    statuses: list[int] = field(default_factory=list)
    got: list[tuple[str | None, dict[str, Any]]] = field(default_factory=list)

    async def handle(self, request: web.Request) -> web.Response:
        secret = request.headers.get("X-Telegram-Bot-Api-Secret-Token")
        self.got.append((secret, json.loads(await request.read())))
        return web.Response(status=self.statuses.pop(0) if self.statuses else 200)


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    receiver = Receiver()
    app = web.Application()
    app.router.add_post("/hook", receiver.handle)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    receiver.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield receiver
    await runner.cleanup()


async def test_updates_come_with_the_secret_until_they_are_taken(
    call: Caller, chat: PrivateChat, receiver: Receiver
) -> None:
    receiver.statuses = [500, 403]
    await call("setWebhook", url=receiver.url, secret_token="s3cret-_")
    await chat.say("next")
    await call.sandbox.until(lambda: not call.sandbox.pending)
    texts = [update["message"]["text"] for _, update in receiver.got]
    assert texts == ["/start", "/start", "/start", "next"]
    assert {secret for secret, _ in receiver.got} == {"s3cret-_"}
    info = await call("getWebhookInfo")
    assert info["url"] == receiver.url
    assert info["pending_update_count"] == 0
    assert "403" in info["last_error_message"]


async def test_polling_and_a_webhook_exclude_each_other(
    call: Caller, chat: PrivateChat, receiver: Receiver
) -> None:
    await call("setWebhook", url=receiver.url)
    status, body = await call.raw("getUpdates")
    assert status == 409
    assert "webhook is active" in body["description"]
    await call("deleteWebhook", drop_pending_updates=True)
    assert await call("getUpdates") == []
    assert (await call("getWebhookInfo"))["url"] == ""


@pytest.mark.parametrize(
    ("params", "reason"),
    [
        ({"url": "http://example.org/hook"}, "An HTTPS URL must be provided"),
        ({"url": "https://e.org/", "secret_token": "a b"}, "unallowed characters"),
        ({"url": "https://e.org/", "max_connections": 0}, "max_connections"),
    ],
)
async def test_wrong_webhooks(call: Caller, params: dict[str, Any], reason: str) -> None:
    assert reason in await call.refused("setWebhook", **params)
