"""The fault switches, from Python and by HTTP."""

import aiohttp
import pytest

from bot.sandbox.telegram import PrivateChat
from tests.sandbox.telegram.conftest import Caller


async def test_429_and_500_have_the_services_shape(call: Caller, chat: PrivateChat) -> None:
    faults = call.sandbox.faults
    faults.add("429", "sendMessage", seconds=7)
    faults.add("500", "sendMessage", after_effect=True)
    status, body = await call.raw("sendMessage", chat_id=chat.id, text="x")
    assert (status, body["parameters"]) == (429, {"retry_after": 7})
    assert chat.answers == []
    status, body = await call.raw("sendMessage", chat_id=chat.id, text="x")
    assert (status, body["error_code"]) == (500, 500)
    assert len(chat.answers) == 1
    await call("sendMessage", chat_id=chat.id, text="x")
    assert [hit.kind for hit in faults.hits] == ["429", "500"]


async def test_502_and_bad_json_are_no_answers(call: Caller) -> None:
    call.sandbox.faults.add("502", "getMe")
    call.sandbox.faults.add("bad_json", "getMe")
    url = f"{call.sandbox.base_url}{call.sandbox.token}/getMe"
    async with call.session.get(url) as answer:
        assert (answer.status, answer.content_type) == (502, "text/html")
    async with call.session.get(url) as answer:
        with pytest.raises(ValueError, match="Expecting"):
            await answer.json()


@pytest.mark.parametrize("after", [False, True])
async def test_reset_before_and_after_the_effect(
    call: Caller, chat: PrivateChat, after: bool
) -> None:
    call.sandbox.faults.add("reset", "sendDocument", after_effect=after)
    with pytest.raises(aiohttp.ClientError):
        await call.upload("sendDocument", {"document": ("a.wav", bytes(200_000))}, chat_id=chat.id)
    assert len(chat.answers) == (1 if after else 0)


async def test_truncated_answers_and_downloads(call: Caller, chat: PrivateChat) -> None:
    sent = await chat.send_voice(bytes(300_000))
    assert sent.file is not None
    path = (await call("getFile", file_id=sent.file.id))["file_path"]
    url = f"{call.sandbox.base_file_url}{call.sandbox.token}/{path}"
    call.sandbox.faults.add("truncated", "/file/")
    call.sandbox.faults.add("truncated", "getMe")
    async with call.session.get(url) as answer:
        assert answer.content_length == 300_000
        with pytest.raises(aiohttp.ClientPayloadError):
            await answer.read()
    with pytest.raises(aiohttp.ClientError):
        await call("getMe")
    async with call.session.get(url) as answer:
        assert len(await answer.read()) == 300_000


async def test_slow_answers_come(call: Caller, chat: PrivateChat) -> None:
    call.sandbox.faults.add("slow", "getMe", seconds=0.01, times=2)
    call.sandbox.faults.add("slow", "getMe", seconds=0.01, after_effect=True)
    for _ in range(3):
        await call("getMe")
    assert len(call.sandbox.faults.hits) == 3


async def test_the_control_address(call: Caller) -> None:
    url = f"{call.sandbox.url}/__control/faults"
    async with call.session.post(url, json={"kind": "500", "match": "getme", "times": 2}) as added:
        assert added.status == 200
    async with call.session.post(f"{url}?kind=429&match=getFile&seconds=3") as added:
        assert (await added.json())["seconds"] == 3
    async with call.session.post(url, json={"kind": "fire"}) as wrong:
        assert wrong.status == 400
    assert (await call.raw("getMe"))[0] == 500
    async with call.session.get(url) as listed:
        body = await listed.json()
        assert [(rule["kind"], rule["times"]) for rule in body["rules"]] == [
            ("500", 1),
            ("429", 1),
        ]
        assert len(body["hits"]) == 1
    async with call.session.delete(url) as cleared:
        assert cleared.status == 200
    await call("getMe")
