"""MVSEP's yes gets lost: the order is found, or sent again, or left to its person; nothing is charged twice."""

import asyncio
from dataclasses import dataclass, field
from time import monotonic

import httpx
import pytest
from aiohttp import web

from bot.sandbox.faults import Handler
from bot.sandbox.mvsep import SandboxAccount
from tests.reliability import stage
from tests.reliability.conftest import Note
from tests.reliability.ordering import (
    CREATE,
    FOREVER,
    HISTORY,
    LINK,
    Around,
    creates_of,
    end_of,
    ordered,
    saying,
    until_stored,
)
from tests.world import World

log, songs, world = stage.log, stage.songs, stage.world

CANCEL = "POST /api/separation/cancel$"
quick = pytest.mark.quick


@quick
async def test_a_lost_answer_is_found_in_the_history(world: World, note: Note) -> None:
    world.mvsep.faults.add("reset", CREATE, after_effect=True)
    world.mvsep.faults.surround("GET /api/app/user$", without_queue(world))
    await ordered(world, premium=True)
    await world.ada.reads("done-keep")
    await end_of(world, note, "answer lost: in the history", "done", charged=1)
    assert creates_of(world) == 1


@quick
async def test_a_lost_answer_is_found_in_the_queue_alone(world: World, note: Note) -> None:
    account = await world.link(world.ada, premium=True)
    world.mvsep.hold()
    world.mvsep.faults.add("reset", CREATE, after_effect=True)
    world.mvsep.faults.surround(HISTORY, saying({"success": True, "data": []}))
    await world.ada.sends_song(world.song())
    await world.ada.orders()
    await world.ada.reads("status-place")
    world.mvsep.release()
    await world.ada.reads("done-keep")
    await end_of(world, note, "answer lost: in the queue", "done", charged=1)
    assert creates_of(world) == 1
    assert account.credits == 100 - world.mvsep.creates[0].charged


@quick
async def test_a_song_that_is_provably_absent_is_sent_once_more(world: World, note: Note) -> None:
    world.mvsep.faults.add("500", CREATE)
    await ordered(world, premium=True)
    await world.ada.reads("done-keep")
    await end_of(world, note, "answer lost: provably absent", "done", charged=1)
    assert creates_of(world) == 2


async def test_a_create_that_always_fails_is_not_sent_in_a_hurry(world: World) -> None:
    """The whole song goes out each time, so the pauses grow."""
    world.mvsep.faults.add("500", CREATE, times=FOREVER)
    await ordered(world, premium=True)
    began = monotonic()
    await world.until(lambda: creates_of(world) >= 5)
    assert monotonic() - began > 0.1 + 0.2 + 0.4
    world.mvsep.faults.clear()
    await world.ada.reads("done-keep")
    assert len(world.mvsep.creates) == 1


@dataclass
class Belated:
    """A create that MVSEP takes up long after its connection broke."""

    world: World
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)

    async def around(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        if self.body:
            return await handler(request)
        self.headers = {"Content-Type": request.headers["Content-Type"]}
        self.body = await request.read()
        assert request.transport
        request.transport.abort()
        return web.Response()

    async def takes_effect(self) -> None:
        url = f"{self.world.mvsep.url}/api/separation/create"
        async with httpx.AsyncClient() as client:
            answer = await client.post(url, content=self.body, headers=self.headers)
        assert answer.status_code == 200


def looks_of(world: World) -> int:
    """How often the history was searched."""
    return sum(seen.path == "/api/app/separation_history" for seen in world.mvsep.requests)


@quick
async def test_an_order_that_takes_effect_late_is_waited_for(
    world: World, note: Note, monkeypatch: pytest.MonkeyPatch
) -> None:
    """That it cannot be found yet does not mean that it never will be."""
    monkeypatch.setattr("bot.features.separate.running.reconciliation.LATEST_EFFECT", 3600.0)
    late = Belated(world)
    world.mvsep.faults.surround(CREATE, late.around)
    await ordered(world, premium=True)
    await world.until(lambda: looks_of(world) >= 4)
    await late.takes_effect()
    await world.ada.reads("done-keep")
    await end_of(world, note, "answer lost: takes effect late", "done", charged=1)


@quick
async def test_an_order_that_takes_effect_at_the_last_moment_is_not_repeated(
    world: World, note: Note
) -> None:
    """It was given up, and appears while the song is made ready to go out again."""
    late = Belated(world)
    asked = 0

    async def file_is_asked_for(request: web.Request, handler: Handler) -> web.StreamResponse:
        nonlocal asked
        asked += 1
        if asked == 2:
            await late.takes_effect()
        return await handler(request)

    world.mvsep.faults.surround(CREATE, late.around)
    world.telegram.faults.surround("/getFile$", file_is_asked_for)
    await ordered(world, premium=True)
    await world.ada.reads("done-keep")
    assert asked >= 2
    await end_of(world, note, "answer lost: found before the repeat", "done", charged=1)


async def test_a_repeat_waits_until_the_history_can_be_read(world: World, note: Note) -> None:
    """Before a song goes out again, the service must say that it does not have it."""
    late = Belated(world)

    async def file_is_asked_for(request: web.Request, handler: Handler) -> web.StreamResponse:
        if late.body:
            world.mvsep.faults.add("500", HISTORY, times=4)
            world.telegram.faults.clear()
        return await handler(request)

    world.mvsep.faults.surround(CREATE, late.around)
    world.telegram.faults.surround("/getFile$", file_is_asked_for)
    await ordered(world, premium=True)
    await world.ada.reads("done-keep")
    await end_of(world, note, "answer lost: history away before the repeat", "done", charged=1)
    assert world.mvsep.faults.hits


async def unclear(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ada's song was accepted, the answer got lost, and the history cannot be read."""
    monkeypatch.setattr("bot.features.separate.running.reconciliation.FAILURES", 2)
    world.mvsep.faults.add("reset", CREATE, after_effect=True)
    world.mvsep.faults.add("502", HISTORY, times=FOREVER)
    await ordered(world, premium=True)
    await world.ada.reads("unclear-text")
    await until_stored(world, "unclear")
    world.mvsep.faults.clear()


@quick
async def test_what_cannot_be_known_may_be_tried_again(
    world: World, note: Note, monkeypatch: pytest.MonkeyPatch
) -> None:
    await unclear(world, monkeypatch)
    await world.restart()
    await until_stored(world, "unclear")
    asked = await world.ada.reads("unclear-text")
    await asyncio.gather(
        world.ada.taps("button-retry", on=asked), world.ada.taps("button-retry", on=asked)
    )
    await world.ada.reads("done-keep")
    await end_of(world, note, "answer lost: unclear, Try again", "done", charged=2)
    assert creates_of(world) == 2


async def test_what_cannot_be_known_may_be_left(
    world: World, note: Note, monkeypatch: pytest.MonkeyPatch
) -> None:
    await unclear(world, monkeypatch)
    await world.ada.presses("button-forget")
    await until_stored(world, "cancelled")
    told = await world.ada.reads("cancelled-title")
    assert world.ada.t.plain("cancelled-unknown") in told.text
    assert told.buttons == []
    await end_of(world, note, "answer lost: unclear, Leave it", "cancelled", charged=1)
    assert creates_of(world) == 1


async def test_what_cannot_be_known_is_not_tried_by_itself(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    await unclear(world, monkeypatch)
    before = len(world.mvsep.requests)
    await asyncio.sleep(1)
    assert len(world.mvsep.requests) == before


@quick
async def test_a_link_whose_answer_is_lost_is_left_to_its_person(world: World, note: Note) -> None:
    world.mvsep.remote_files[LINK] = world.song()
    world.mvsep.faults.add("reset", CREATE, after_effect=True)
    await world.link(world.ada, premium=True)
    sent = await world.ada.says(LINK)
    await world.ada.gets_card(after=sent)
    await world.ada.orders()
    await world.ada.reads("unclear-text")
    await end_of(world, note, "answer lost: a link", "unclear", charged=1)
    assert creates_of(world) == 1


def without_queue(world: World) -> Around:
    """The account as it is, with nothing in its queue."""

    async def around(_: web.Request, __: Handler) -> web.StreamResponse:
        (account,) = world.mvsep.accounts
        return web.json_response({"success": True, "data": account.as_user([])})

    return around


class TestCancelling:
    """A cancel whose answer is lost: what is said of the credits is true."""

    @quick
    @pytest.mark.parametrize("kind", ["reset", "502", "bad_json"])
    async def test_it_took_effect(self, world: World, note: Note, kind: str) -> None:
        account = await self.waiting(world)
        world.mvsep.faults.add(kind, CANCEL, after_effect=True)
        await world.ada.taps("button-cancel")
        await world.ada.reads("cancelled-refunded")
        assert account.credits == 100
        point = f"cancel: {kind} after the effect"
        await end_of(world, note, point, "cancelled", charged=1)

    async def test_it_never_arrived(self, world: World) -> None:
        account = await self.waiting(world)
        world.mvsep.faults.add("reset", CANCEL)
        await world.ada.taps("button-cancel")
        await world.ada.reads("cancelled-refunded")
        assert account.credits == 100

    async def test_it_came_too_late(self, world: World) -> None:
        await self.waiting(world)
        working = {"success": True, "status": "processing", "data": {}}
        world.mvsep.faults.surround("GET /api/separation/get$", saying(working))
        world.mvsep.faults.add("reset", CANCEL, after_effect=True)
        await world.ada.taps("button-cancel")
        await world.ada.reads("cancelled-running")

    async def test_nobody_confirms_it(self, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("bot.features.separate.running.cancellation.TRIES", 2)
        await self.waiting(world)
        world.mvsep.faults.add("502", CANCEL, times=FOREVER)
        await world.ada.taps("button-cancel")
        await world.ada.reads("cancelled-unknown")
        assert sum(seen.path == "/api/separation/cancel" for seen in world.mvsep.requests) <= 3

    async def waiting(self, world: World) -> SandboxAccount:
        """Ada's song waits in the service's queue."""
        world.mvsep.hold()
        account = await ordered(world, premium=True)
        await world.ada.reads("status-place")
        return account
