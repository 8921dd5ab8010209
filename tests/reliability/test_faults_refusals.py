"""MVSEP says no, or its yes gets lost: each has its own way on, and nothing is charged twice."""

import asyncio
from collections.abc import Awaitable, Callable

import httpx
import pytest
from aiohttp import web

from bot.sandbox.faults import Handler
from bot.sandbox.mvsep import SandboxAccount
from bot.sandbox.mvsep.errors import DAILY_LIMIT, NO_CREDITS, PREMIUM_ONLY, UNKNOWN_TYPE
from bot.sandbox.mvsep.jobs import State
from tests.reliability import stage
from tests.reliability.conftest import Note
from tests.reliability.patient import Patient, row_of, states_of
from tests.world import World, pattern_of

log, songs, world = stage.log, stage.songs, stage.world

CREATE = "POST /api/separation/create$"
HISTORY = "GET /api/app/separation_history$"
LINK = "https://songs.example.com/boats.mp3"
FOREVER = 10**6
quick = pytest.mark.quick


async def ordered(world: World, **account: bool) -> SandboxAccount:
    """Ada presses Start on a song."""
    linked = await world.link(world.ada, **account)
    await world.ada.sends_song(world.song())
    await world.ada.orders()
    return linked


async def occupied(world: World, account: SandboxAccount) -> None:
    """The account's only place is taken by a song from elsewhere, which stays in the queue."""
    world.mvsep.hold()
    form = {"api_token": account.token, "sep_type": "40"}
    async with httpx.AsyncClient() as client:
        files = {"audiofile": ("other.mp3", world.song().read_bytes())}
        url = f"{world.mvsep.url}/api/separation/create"
        assert (await client.post(url, data=form, files=files)).status_code == 200


def creates_of(world: World) -> int:
    """Requests that may cost, whatever became of them."""
    return sum(seen.path == "/api/separation/create" for seen in world.mvsep.requests)


async def end_of(world: World, note: Note, point: str, state: str, charged: int) -> None:
    await world.until(lambda: len(world.mvsep.creates) == charged)
    await until_stored(world, state)
    row = await row_of(Patient(world, world.ada), point)
    note(row)
    assert row.creates == charged
    assert row.lost_updates == 0
    assert state != "done" or row.lost_stems == 0


async def until_stored(world: World, state: str) -> None:
    async with asyncio.timeout(20):
        while await states_of(world) != [state]:  # noqa: ASYNC110 - the database rings no bell
            await asyncio.sleep(0.05)


@quick
async def test_a_full_queue_is_waited_for(world: World, note: Note) -> None:
    account = await world.link(world.ada)
    await occupied(world, account)
    card = await world.ada.sends_song(world.song())
    await world.ada.orders()
    await world.ada.reads("status-hold-queue")
    assert await states_of(world) == ["queued"]
    world.mvsep.release()
    await world.ada.receives(2, after=card)
    await end_of(world, note, "refused: queue full", "done", charged=2)
    assert sum(job.upload_name == "other.mp3" for job in world.mvsep.creates) == 1


async def test_a_full_queue_is_asked_less_and_less_often(world: World) -> None:
    account = await world.link(world.ada)
    await occupied(world, account)
    await world.ada.sends_song(world.song())
    await world.ada.orders()
    await world.ada.reads("status-hold-queue")
    await asyncio.sleep(2)
    assert creates_of(world) <= 8  # one of them is the other song
    await world.ada.presses("button-cancel")
    await world.ada.reads("cancelled-free")


async def test_a_full_queue_can_be_tried_now(
    world: World, note: Note, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.features.separate.submission.QUEUE_FULL_WAIT", 300.0)
    account = await world.link(world.ada)
    await occupied(world, account)
    card = await world.ada.sends_song(world.song())
    await world.ada.orders()
    await world.ada.reads("status-hold-queue")
    world.mvsep.release()
    await world.until(lambda: world.mvsep.creates[0].state is State.DONE)
    await world.ada.taps("button-now")
    await world.ada.receives(2, after=card)
    await end_of(world, note, "refused: queue full, Try now", "done", charged=2)


@quick
async def test_the_daily_limit_holds_the_song_until_it_is_tried_now(
    world: World, note: Note
) -> None:
    world.mvsep.switches.daily_limit = 0
    await ordered(world)
    held = await world.ada.reads("status-hold-daily", message=DAILY_LIMIT)
    assert creates_of(world) == 1
    await world.restart()
    assert await states_of(world) == ["queued"]
    world.mvsep.switches.daily_limit = None
    await world.ada.taps("button-now", on=held)
    await world.ada.receives(2, after=held)
    await end_of(world, note, "refused: daily limit, Try now", "done", charged=1)
    assert creates_of(world) == 2


async def test_a_song_held_for_today_can_be_stopped(world: World, note: Note) -> None:
    world.mvsep.switches.daily_limit = 0
    await ordered(world)
    await world.ada.reads("status-hold-daily", message=DAILY_LIMIT)
    await world.ada.presses("button-cancel")
    await world.ada.reads("cancelled-free")
    await end_of(world, note, "refused: daily limit, Cancel", "cancelled", charged=0)


async def test_a_song_without_credits_waits_for_a_top_up(
    world: World, note: Note, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.features.separate.submission.CREDITS_WAIT", 0.2)
    world.mvsep.faults.surround(CREATE, refusing(400, NO_CREDITS))
    await ordered(world, premium=True)
    held = await world.ada.reads("status-hold-credits")
    world.mvsep.faults.clear()
    await world.ada.receives(2, after=held)
    await end_of(world, note, "refused: no credits, topped up", "done", charged=1)


REFUSALS = [
    pytest.param(400, PREMIUM_ONLY, "failed-premium", id="premium only", marks=quick),
    pytest.param(400, UNKNOWN_TYPE, "failed-unknown-type", id="unknown type"),
    pytest.param(
        400, "The audiofile may not be greater than 1 kilobytes.", "failed-too-large", id="too big"
    ),
    pytest.param(400, "The audio is too long: 10 minutes.", "failed-too-large", id="too long"),
    pytest.param(413, "", "failed-too-large", id="413"),
    pytest.param(400, "The <b>selected</b> add_opt1 is invalid.", "service-says", id="other"),
]


@pytest.mark.parametrize(("status", "message", "text"), REFUSALS)
async def test_a_refusal_is_explained_and_can_be_tried_again(
    world: World, note: Note, request: pytest.FixtureRequest, status: int, message: str, text: str
) -> None:
    world.mvsep.faults.surround(CREATE, refusing(status, message))
    await ordered(world, premium=True)
    failed = await world.ada.reads("failed-title")
    assert pattern_of(world.ada.t, text, message=message).search(failed.text)
    await end_of(world, note, f"refused: {request.node.callspec.id}", "failed", charged=0)
    assert creates_of(world) == 1

    world.mvsep.faults.clear()
    await world.ada.presses("button-retry", on=failed)
    await world.ada.receives(2, after=failed)
    assert len(world.mvsep.creates) == 1


async def test_a_song_too_big_for_the_gateway_is_told_so(world: World, note: Note) -> None:
    """nginx's own 413 has no JSON; the service never saw the song."""

    async def page(request: web.Request, _: Handler) -> web.Response:
        await request.read()
        world.mvsep.faults.clear()
        return web.Response(status=413, text="<html>413 Request Entity Too Large</html>")

    world.mvsep.faults.surround(CREATE, page)
    await ordered(world)
    await world.ada.reads("failed-too-large")
    await end_of(world, note, "refused: 413 as a page", "failed", charged=0)


async def test_an_algorithm_that_goes_away_at_the_last_moment(world: World) -> None:
    async def removed(request: web.Request, handler: Handler) -> web.StreamResponse:
        world.mvsep.remove_algorithm(40)
        return await handler(request)

    world.mvsep.faults.surround(CREATE, removed)
    await ordered(world)
    await world.ada.reads("failed-unknown-type")
    assert world.mvsep.creates == []


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
    await asyncio.sleep(3)
    assert 2 <= creates_of(world) <= 7
    world.mvsep.faults.clear()
    await world.ada.reads("done-keep")
    assert len(world.mvsep.creates) == 1


async def unclear(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ada's song was accepted, the answer got lost, and the history cannot be read."""
    monkeypatch.setattr("bot.features.separate.submission.SEARCHES", 2)
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


Around = Callable[[web.Request, Handler], Awaitable[web.StreamResponse]]


def refusing(status: int, message: str) -> Around:
    """MVSEP's way to refuse a create (MVSEP API document, `separation/create`: errors)."""
    return saying({"success": False, "errors": [message] if message else []}, status)


def saying(body: object, status: int = 200) -> Around:
    async def around(request: web.Request, _: Handler) -> web.StreamResponse:
        await request.read()
        return web.json_response(body, status=status)

    return around


def without_queue(world: World) -> Around:
    """The account as it is, with nothing in its queue."""

    async def around(_: web.Request, __: Handler) -> web.StreamResponse:
        (account,) = world.mvsep.accounts
        return web.json_response({"success": True, "data": account.as_user([])})

    return around
