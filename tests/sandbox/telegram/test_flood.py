"""Flood control, by a clock of our own."""

from collections.abc import AsyncIterator

import aiohttp
import pytest

from bot.sandbox.telegram import TelegramSandbox
from tests.sandbox.telegram.conftest import Caller


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
async def flooded(session: aiohttp.ClientSession) -> AsyncIterator[tuple[Caller, Clock]]:
    async with TelegramSandbox(flood=True) as sandbox:
        sandbox.flood.clock = clock = Clock()
        yield Caller(sandbox, session), clock


async def test_a_chat_takes_a_short_burst(flooded: tuple[Caller, Clock]) -> None:
    call, clock = flooded
    chat = call.sandbox.person("Ada").private()
    await chat.say("/start")
    for _ in range(3):
        await call("sendMessage", chat_id=chat.id, text="x")
    url = f"{call.sandbox.base_url}{call.sandbox.token}/sendMessage"
    async with call.session.post(url, json={"chat_id": chat.id, "text": "x"}) as answer:
        body = await answer.json()
        assert answer.status == 429
        assert answer.headers["Retry-After"] == "3"
    assert body["parameters"] == {"retry_after": 3}
    assert body["description"] == "Too Many Requests: retry after 3"
    clock.now += 3
    await call("sendMessage", chat_id=chat.id, text="x")
    assert call.sandbox.violations == []


async def test_a_group_takes_twenty_a_minute(flooded: tuple[Caller, Clock]) -> None:
    call, clock = flooded
    group = call.sandbox.group("Band", [call.sandbox.person("Ada")])
    for _ in range(20):
        await call("sendMessage", chat_id=group.id, text="x")
        clock.now += 1
    _, body = await call.raw("sendMessage", chat_id=group.id, text="x")
    assert body["parameters"]["retry_after"] == 40


async def test_all_chats_together_take_thirty_a_second(flooded: tuple[Caller, Clock]) -> None:
    call, clock = flooded
    chats = [call.sandbox.person(str(number)).private() for number in range(31)]
    for chat in chats:
        await chat.say("/start")
    for chat in chats[:30]:
        await call("sendMessage", chat_id=chat.id, text="x")
    status, _ = await call.raw("sendMessage", chat_id=chats[30].id, text="x")
    assert status == 429
    clock.now += 1
    await call("sendMessage", chat_id=chats[30].id, text="x")
