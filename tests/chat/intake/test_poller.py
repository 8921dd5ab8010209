"""Nothing is confirmed to Telegram before it is stored, and no failure makes the poller hurry."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import httpx
import pytest
from pydantic import SecretStr

from bot.chat.incoming import BotApi, Poller
from storage import Arrived
from tests.chat.intake.memory import MemoryInbox, until

TOKEN = SecretStr("1:AA")
Answer = Callable[[dict[str, Any]], httpx.Response]


def update(number: int, chat: int = 5) -> dict[str, Any]:
    return {"update_id": number, "message": {"message_id": number, "chat": {"id": chat}}}


def ok(result: object) -> httpx.Response:
    return httpx.Response(200, json={"ok": True, "result": result})


def refused(code: int, description: str, **parameters: object) -> httpx.Response:
    body = {"ok": False, "error_code": code, "description": description, "parameters": parameters}
    return httpx.Response(code, json=body)


class Telegram:
    """getUpdates with offsets; `faults` are given out first, one for each call."""

    def __init__(self, *updates: dict[str, Any]) -> None:
        self.pending = list(updates)
        self.faults: list[httpx.Response | Exception] = []
        self.asked: list[dict[str, Any]] = []
        self.other_calls: list[str] = []

    async def __call__(self, request: httpx.Request) -> httpx.Response:
        assert request.url.path.startswith(f"/bot{TOKEN.get_secret_value()}/")
        method, params = request.url.path.rpartition("/")[2], json.loads(request.content)
        if method != "getUpdates":
            self.other_calls.append(method)
            return ok(True)
        self.asked.append(params)
        if self.faults:
            return self._fault(self.faults.pop(0))
        self._confirm(params.get("offset", 0))
        return ok(self.pending[: params["limit"]])

    @staticmethod
    def _fault(fault: httpx.Response | Exception) -> httpx.Response:
        if isinstance(fault, Exception):
            raise fault
        return fault

    def _confirm(self, offset: int) -> None:
        ids = [u["update_id"] for u in self.pending if isinstance(u.get("update_id"), int)]
        if any(i < offset for i in ids):
            self.pending = [u for u in self.pending if u.get("update_id", 0) >= offset]


class Running:
    """A poller at work, with the pauses it made."""

    def __init__(self, telegram: Telegram, inbox: MemoryInbox) -> None:
        self.telegram = telegram
        self.inbox = inbox
        self.new = asyncio.Event()
        self.leading = True
        self.pauses: list[float] = []

    async def lead(self) -> bool:
        return self.leading

    async def sleep(self, seconds: float) -> None:
        if seconds:
            self.pauses.append(seconds)
        await asyncio.sleep(0.001)


@asynccontextmanager
async def polling(telegram: Telegram, inbox: MemoryInbox) -> AsyncIterator[Running]:
    running = Running(telegram, inbox)
    transport = httpx.MockTransport(telegram)
    async with httpx.AsyncClient(transport=transport) as http:
        poller = Poller(
            BotApi(http, "http://telegram", TOKEN),
            inbox,
            new=running.new,
            lead=running.lead,
            sleep=running.sleep,
        )
        task = asyncio.create_task(poller.run())
        yield running
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task


async def test_stores_then_confirms(inbox: MemoryInbox) -> None:
    telegram = Telegram(update(10), update(11, chat=6))
    async with polling(telegram, inbox) as running:
        await until(lambda: not telegram.pending)
    assert inbox.rows[10].conversation == 5
    assert json.loads(inbox.rows[11].raw) == update(11, chat=6)
    assert running.new.is_set()
    assert "offset" not in telegram.asked[0]
    assert telegram.asked[1]["offset"] == 12
    assert telegram.asked[0]["timeout"] == 30
    assert telegram.asked[0]["allowed_updates"] == ["message", "callback_query", "my_chat_member"]
    assert running.pauses == []


async def test_confirms_nothing_that_could_not_be_stored(inbox: MemoryInbox) -> None:
    telegram = Telegram(update(10))
    inbox.broken = True
    async with polling(telegram, inbox) as running:
        await until(lambda: len(telegram.asked) > 3)
        assert all("offset" not in question for question in telegram.asked)
        assert len(running.pauses) >= 3
        inbox.broken = False
        await until(lambda: not telegram.pending)
    assert list(inbox.rows) == [10]


async def test_does_not_confirm_while_the_transaction_runs() -> None:
    class SlowInbox(MemoryInbox):
        go = asyncio.Event()

        async def store(self, updates: Any) -> int:
            await self.go.wait()
            return await super().store(updates)

    inbox, telegram = SlowInbox(), Telegram(update(10))
    async with polling(telegram, inbox):
        await until(lambda: telegram.asked)
        for _ in range(20):
            await asyncio.sleep(0)
        assert len(telegram.asked) == 1
        inbox.go.set()
        await until(lambda: not telegram.pending)


async def test_an_unreadable_update_blocks_nobody(inbox: MemoryInbox) -> None:
    telegram = Telegram({"message": {}}, update(10), {"update_id": "x"}, update(11))
    async with polling(telegram, inbox):
        await until(lambda: telegram.asked and telegram.asked[-1].get("offset") == 12)
    assert list(inbox.rows) == [10, 11]


async def test_only_unreadable_updates_are_asked_for_with_pauses(inbox: MemoryInbox) -> None:
    telegram = Telegram({"message": {}})
    async with polling(telegram, inbox) as running:
        await until(lambda: len(telegram.asked) == 5)
        assert len(running.pauses) >= 4


FAULTS = [
    refused(502, "Bad Gateway"),
    httpx.Response(502, text="<html>bad gateway</html>"),
    httpx.Response(200, text="{not json"),
    httpx.Response(200, json=["no", "object"]),
    ok({"no": "list"}),
    refused(401, "Unauthorized"),
    refused(409, "Conflict: terminated by other getUpdates request"),
    httpx.ConnectError("refused"),
    httpx.ReadTimeout("slow"),
    httpx.RemoteProtocolError("cut"),
    TimeoutError(),
]


@pytest.mark.parametrize("fault", FAULTS, ids=repr)
async def test_every_fault_is_outlived_with_growing_pauses(
    inbox: MemoryInbox, fault: httpx.Response | Exception
) -> None:
    telegram = Telegram(update(10))
    telegram.faults = [fault] * 6
    async with polling(telegram, inbox) as running:
        await until(lambda: not telegram.pending)
    assert len(running.pauses) == 6
    assert all(0.2 <= pause <= 30 for pause in running.pauses)
    assert running.pauses[5] > running.pauses[0] * 4
    assert list(inbox.rows) == [10]


async def test_obeys_flood_control(inbox: MemoryInbox) -> None:
    telegram = Telegram(update(10))
    telegram.faults = [refused(429, "Too Many Requests", retry_after=77)]
    async with polling(telegram, inbox) as running:
        await until(lambda: inbox.rows)
    assert running.pauses[0] >= 77


async def test_removes_a_webhook_that_forbids_polling(inbox: MemoryInbox) -> None:
    telegram = Telegram(update(10))
    telegram.faults = [refused(409, "Conflict: can't use getUpdates while webhook is active")]
    async with polling(telegram, inbox):
        await until(lambda: inbox.rows)
    assert telegram.other_calls == ["deleteWebhook"]


async def test_only_the_leader_fetches(inbox: MemoryInbox) -> None:
    telegram = Telegram(update(10))
    async with polling(telegram, inbox) as running:
        await until(lambda: not telegram.pending)
        running.leading = False
        await until(lambda: 1.0 in running.pauses)
        asked = len(telegram.asked)
        await until(lambda: running.pauses.count(1.0) > 3)
        assert len(telegram.asked) == asked
        running.leading = True
        await until(lambda: len(telegram.asked) > asked)
        assert "offset" not in telegram.asked[asked]  # somebody else may have confirmed more


async def test_a_lost_database_while_asking_who_leads_is_outlived() -> None:
    telegram, inbox = Telegram(update(10)), MemoryInbox()
    async with polling(telegram, inbox) as running:
        running.lead = _fails  # type: ignore[method-assign]
        await until(lambda: inbox.rows)


async def _fails() -> bool:
    raise ConnectionError


async def test_errors_never_show_the_token(
    inbox: MemoryInbox, caplog: pytest.LogCaptureFixture
) -> None:
    telegram = Telegram(update(10))
    telegram.faults = [httpx.ConnectError(f"http://telegram/bot{TOKEN.get_secret_value()}/")]
    async with polling(telegram, inbox):
        await until(lambda: inbox.rows)
    assert "ConnectError" in caplog.text
    assert TOKEN.get_secret_value() not in caplog.text


def test_rows_are_values() -> None:
    assert Arrived(1, 2, "{}") == Arrived(1, 2, "{}")
