"""The page's server without a browser: events, sending, files, switches."""

import asyncio
import json
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.sandbox.page import uploads
from bot.sandbox.page.events import KEPT, Feed
from bot.sandbox.services import City
from tests.page.conftest import Caller

PNG = b"\x89PNG\r\n\x1a\n" + bytes(64)


async def event(answer: aiohttp.ClientResponse) -> tuple[str, str, Any]:
    """The next event: id, kind, data."""
    fields: dict[str, str] = {}
    async with asyncio.timeout(60):
        while (line := (await answer.content.readline()).decode().rstrip("\n")) or not fields:
            name, _, value = line.partition(": ")
            if name:
                fields[name] = value
    return fields["id"], fields["event"], json.loads(fields["data"])


async def next_of(answer: aiohttp.ClientResponse, kind: str) -> tuple[str, Any]:
    while True:
        number, found, data = await event(answer)
        if found == kind:
            return number, data


async def test_a_new_reader_gets_the_whole_state_and_then_what_happens(caller: Caller) -> None:
    stream = await caller.get("/events")
    assert stream.headers["Content-Type"].startswith("text/event-stream")
    _, kind, state = await event(stream)
    assert kind == "state"
    assert [room["name"] for room in state["rooms"]] == ["ada", "ben", "band", "studio"]
    await caller.post("/api/rooms/ada/say", {"by": caller.ada, "text": "hello <b>you</b>"})
    _, message = await next_of(stream, "message")
    assert (message["room"], message["text"]) == ("ada", "hello <b>you</b>")
    stream.close()


async def test_a_reader_who_comes_back_gets_what_was_missed(caller: Caller) -> None:
    stream = await caller.get("/events")
    number, _, _ = await event(stream)
    stream.close()
    await caller.post("/api/rooms/ada/say", {"by": caller.ada, "text": "meanwhile"})
    again = await caller.get("/events", **{"Last-Event-ID": number})
    _, message = await next_of(again, "message")
    assert message["text"] == "meanwhile"
    again.close()


@pytest.mark.parametrize("last_id", ["other-3", "nonsense", "", "{run}-999999"])
async def test_an_unknown_place_begins_with_the_whole_state(caller: Caller, last_id: str) -> None:
    known = last_id.format(run=caller.page.feed.run)
    stream = await caller.get("/events", **{"Last-Event-ID": known})
    assert (await event(stream))[1] == "state"
    stream.close()


async def test_a_reader_who_fell_behind_begins_anew() -> None:
    feed = Feed(lambda: {"all": "of it"})
    reader = feed.read(None)
    assert b"event: state" in await anext(reader)
    for number in range(KEPT + 1):
        feed.tell("message", {"number": number})
    assert b"event: state" in await anext(reader)
    feed.close()
    assert [piece async for piece in reader] == []
    assert feed.readers == 0


async def test_deleting_a_chat_tells_of_every_message(caller: Caller) -> None:
    for text in ("one", "two"):
        await caller.post("/api/rooms/ada/say", {"by": caller.ada, "text": text})
    stream = await caller.get("/events")
    await event(stream)
    await caller.post("/api/rooms/ada/clear", {"by": caller.ada})
    gone = [(await next_of(stream, "delete"))[1]["id"] for _ in range(2)]
    assert gone == [message.id for message in caller.cast.rooms["ada"].messages]
    stream.close()


async def send(caller: Caller, content: bytes, **about: str) -> aiohttp.ClientResponse:
    query = {"by": str(caller.ada), "name": "picture.png", "mime": "image/png"} | about
    address = f"{caller.origin}/api/rooms/ada/file"
    return await caller.session.post(address, params=query, data=content, headers=caller.own)


async def test_a_file_is_sent_shown_and_saved(caller: Caller) -> None:
    assert (await send(caller, PNG, caption="look")).status == 200
    (message,) = caller.cast.rooms["ada"].messages
    assert (message.kind, message.filename, message.text) == ("photo", "picture.png", "look")
    assert message.file is not None
    shown = await caller.get(f"/files/{message.file.unique_id}")
    assert (await shown.read(), shown.content_type) == (PNG, "image/png")
    saved = await caller.get(f"/files/{message.file.unique_id}?save")
    assert saved.headers["Content-Disposition"] == "attachment; filename*=UTF-8''picture.png"


async def test_what_a_browser_could_run_is_only_saved(caller: Caller) -> None:
    for name, mime in {"a.html": "text/html", "a.svg": "image/svg+xml"}.items():
        await send(caller, b"<script>alert(1)</script>", name=name, mime=mime)
        file = caller.cast.rooms["ada"].messages[-1].file
        assert file is not None
        answer = await caller.get(f"/files/{file.unique_id}")
        assert answer.content_type == "application/octet-stream"
        assert answer.headers["Content-Disposition"].startswith("attachment")


async def test_too_big_a_file_is_refused_and_leaves_nothing(
    caller: Caller, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uploads, "LARGEST", 1000)
    assert (await send(caller, bytes(1001))).status == 413

    async def endless() -> Any:
        while True:
            yield bytes(600)

    query = {"by": str(caller.ada), "name": "a.bin"}
    address = f"{caller.origin}/api/rooms/ada/file"
    answer = await caller.session.post(address, params=query, data=endless(), headers=caller.own)
    assert answer.status == 413
    assert caller.cast.rooms["ada"].messages == []
    assert left_in(caller) == []


def left_in(caller: Caller) -> list[Path]:
    """What waits to be sent."""
    return list(Path(caller.page._folder.name).iterdir())


@pytest.mark.parametrize(
    "path",
    [
        "/static/../server.py",
        "/static/%2e%2e%2fserver.py",
        "/static/..%5cserver.py",
        "/static/index.html",
        "/static/pictures",
        "/files/%2fetc%2fpasswd",
        "/files/../../etc/passwd",
        "/files/unknown",
    ],
)
async def test_nothing_else_is_served(caller: Caller, path: str) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", caller.page.guard.port)
    host = caller.origin.removeprefix("http://")
    writer.write(f"GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode())
    answer = await reader.read()
    writer.close()
    await writer.wait_closed()
    assert answer.startswith(b"HTTP/1.1 404")


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("/api/rooms/ada/say", {"by": 0, "text": "hi"}, 409),
        ("/api/rooms/ada/say", {"by": "{ada}", "text": ""}, 400),
        ("/api/rooms/ada/say", {"by": "{ada}", "text": "x" * 4097}, 400),
        ("/api/rooms/ada/say", [], 400),
        ("/api/rooms/nowhere/say", {"by": "{ada}", "text": "hi"}, 404),
        ("/api/rooms/ada/edit", {"by": "{ada}", "message": 9, "text": "hi"}, 404),
        ("/api/rooms/ada/forward", {"by": "{ada}", "origin": "user:1", "text": "hi"}, 400),
        ("/api/switch/nothing", {}, 404),
        ("/api/switch/speed", {"number": -1}, 400),
        ("/api/faults", {"service": "mvsep", "kind": "fire"}, 400),
        ("/api/faults", {"service": "mvsep", "kind": "500", "match": "("}, 400),
        ("/api/accounts", {"person": 0}, 404),
        ("/api/language", {"person": "{ada}", "language": "xx"}, 404),
    ],
)
async def test_wrong_orders_are_refused(caller: Caller, path: str, body: Any, status: int) -> None:
    text = json.dumps(body).replace('"{ada}"', str(caller.ada))
    headers = caller.own | {"Content-Type": "application/json"}
    answer = await caller.session.post(caller.origin + path, data=text, headers=headers)
    assert answer.status == status


async def test_people_can_be_given_other_languages_and_accounts(caller: Caller) -> None:
    await caller.post("/api/language", {"person": caller.ada, "language": "uz"})
    assert caller.cast.people[caller.ada].user.language_code == "uz"
    order = {"person": caller.ada, "credits": 3, "premium": False, "revoked": True}
    await caller.post("/api/accounts", order)
    account = caller.cast.accounts[caller.ada]
    assert (account.credits, account.premium_enabled, account.revoked) == (3, False, True)


async def test_switches_turn_the_stand_ins(caller: Caller, stage: City) -> None:
    for name in ("hold", "hold_processing", "down", "flood", "silent", "privacy"):
        for on in (True, False):
            await caller.post(f"/api/switch/{name}", {"on": on})
            assert caller.page._panel.picture()["switches"][name] is on
    await caller.post("/api/switch/speed", {"number": 5})
    await caller.post("/api/switch/rate_limit", {"number": 0})
    await caller.post("/api/switch/fail", {})
    assert (stage.mvsep.switches.speed, stage.mvsep.switches.rate_limit) == (5, None)
    assert len(stage.mvsep.switches.failures) == 1


async def test_faults_and_their_traces_are_told_without_secrets(
    caller: Caller, stage: City
) -> None:
    order = {"service": "telegram", "kind": "500", "match": "getMe"}
    await caller.post("/api/faults", order)
    await caller.session.get(f"{stage.telegram.base_url}{stage.telegram.token}/getMe")
    picture = caller.page._panel.picture()
    (trouble,) = picture["trouble"]
    assert (trouble["what"], trouble["why"]) == ("GET /…/getMe", "500")
    assert stage.telegram.token not in json.dumps(picture)
