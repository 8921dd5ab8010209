"""getUpdates: what is confirmed, what comes again, who may ask."""

import asyncio

from bot.sandbox.telegram import PrivateChat, TelegramSandbox
from tests.sandbox.telegram.conftest import Caller


async def test_offset_confirms_and_nothing_else_does(call: Caller, chat: PrivateChat) -> None:
    await chat.say("second")
    first, second = await call("getUpdates")
    assert [one["message"]["text"] for one in (first, second)] == ["/start", "second"]
    assert await call("getUpdates") == [first, second]
    assert await call("getUpdates", offset=second["update_id"]) == [second]
    assert await call("getUpdates", offset=second["update_id"] + 1) == []
    assert call.sandbox.pending == []


async def test_limit_and_negative_offset(call: Caller, chat: PrivateChat) -> None:
    for number in range(4):
        await chat.say(str(number))
    assert len(await call("getUpdates", limit=2)) == 2
    newest = await call("getUpdates", offset=-1)
    assert [one["message"]["text"] for one in newest] == ["3"]
    assert len(await call("getUpdates")) == 1


async def test_a_long_poll_ends_when_something_happens(call: Caller, chat: PrivateChat) -> None:
    (start,) = await call("getUpdates")
    poll = asyncio.create_task(call("getUpdates", offset=start["update_id"] + 1, timeout=50))
    await call.sandbox.until(lambda: call.sandbox.pending == [])
    await chat.say("hello")
    (update,) = await poll
    assert update["message"]["text"] == "hello"


async def test_a_second_poller_ends_the_first(call: Caller) -> None:
    first = asyncio.create_task(call.raw("getUpdates", timeout=50))
    await call.sandbox.until(lambda: call.sandbox.state.updates.polled)
    second = asyncio.create_task(call("getUpdates", timeout=50))
    status, body = await first
    assert status == 409
    assert "terminated by other getUpdates request" in body["description"]
    await call.sandbox.person("Ben").private().say("x")
    assert len(await second) == 1
    assert call.sandbox.violations == []


async def test_a_poller_that_died_loses_nothing(call: Caller, chat: PrivateChat) -> None:
    call.sandbox.hold_updates()
    dead = asyncio.create_task(call("getUpdates", timeout=50))
    await call.sandbox.until(lambda: call.sandbox.state.updates.polled)
    dead.cancel()
    call.sandbox.release_updates()
    await call.sandbox.until(lambda: not call.sandbox.state.updates.polled)
    (update,) = await call("getUpdates", timeout=50)
    assert update["message"]["text"] == "/start"


async def test_stopping_the_sandbox_ends_a_poll(call: Caller) -> None:
    poll = asyncio.create_task(call("getUpdates", timeout=50))
    await call.sandbox.until(lambda: call.sandbox.state.updates.polled)
    call.sandbox.state.updates.close()
    assert await poll == []


async def test_held_updates_wait(call: Caller, chat: PrivateChat) -> None:
    call.sandbox.hold_updates()
    await chat.say("held")
    assert await call("getUpdates") == []
    call.sandbox.release_updates()
    assert len(await call("getUpdates")) == 2


async def test_redelivery_ignores_the_offset_once(call: Caller, chat: PrivateChat) -> None:
    (start,) = await call("getUpdates")
    after = start["update_id"] + 1
    assert await call("getUpdates", offset=after) == []
    call.sandbox.redeliver(start["update_id"])
    assert await call("getUpdates", offset=after) == [start]
    assert await call("getUpdates", offset=after) == []


async def test_forged_updates(call: Caller, sandbox: TelegramSandbox) -> None:
    given = sandbox.push_raw({"message": {"broken": True}})
    sandbox.push_raw('{"update_id": 990000000, "unheard_of": 1}')
    forged = await call("getUpdates")
    assert forged == [
        {"update_id": given, "message": {"broken": True}},
        {"update_id": 990000000, "unheard_of": 1},
    ]
    assert sandbox.push_raw({"later": 1}) == 990000001


async def test_kinds_nobody_asked_for_do_not_come(call: Caller, chat: PrivateChat) -> None:
    await call("getUpdates", allowed_updates=["callback_query"])
    await chat.say("not wanted")
    assert len(await call("getUpdates")) == 1
