"""MVSEP says no: each refusal has its own way on, and nothing is charged."""

from time import monotonic

import httpx
import pytest
from aiohttp import web

from bot.sandbox.faults import Handler
from bot.sandbox.mvsep import SandboxAccount
from bot.sandbox.mvsep.api.errors import BUSY, DAILY_LIMIT, NO_CREDITS, PREMIUM_ONLY, UNKNOWN_TYPE
from bot.sandbox.mvsep.jobs import State
from tests.reliability import stage
from tests.reliability.conftest import Note
from tests.reliability.ordering import (
    CREATE,
    creates_of,
    end_of,
    ordered,
    refusing,
    until_stored,
)
from tests.reliability.patient import states_of
from tests.world import World, pattern_of

log, songs, world = stage.log, stage.songs, stage.world

quick = pytest.mark.quick


async def occupied(world: World, account: SandboxAccount) -> None:
    """The account's only place is taken by a song from elsewhere, which stays in the queue."""
    world.mvsep.hold()
    form = {"api_token": account.token, "sep_type": "40"}
    async with httpx.AsyncClient() as client:
        files = {"audiofile": ("other.mp3", world.song().read_bytes())}
        url = f"{world.mvsep.url}/api/separation/create"
        assert (await client.post(url, data=form, files=files)).status_code == 200


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
    began = monotonic()
    await world.until(lambda: creates_of(world) >= 6)  # one of them is the other song
    assert monotonic() - began > 0.2 + 0.4 + 0.8
    await world.ada.presses("button-cancel")
    await world.ada.reads("cancelled-free")


async def test_a_full_queue_can_be_tried_now(
    world: World, note: Note, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.features.separate.running.submission.QUEUE_FULL_WAIT", 300.0)
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
    monkeypatch.setattr("bot.features.separate.running.submission.CREDITS_WAIT", 0.2)
    world.mvsep.faults.surround(CREATE, refusing(400, NO_CREDITS))
    await ordered(world, premium=True)
    held = await world.ada.reads("status-hold-credits")
    world.mvsep.faults.clear()
    await world.ada.receives(2, after=held)
    await end_of(world, note, "refused: no credits, topped up", "done", charged=1)


@quick
async def test_each_kind_of_refusal_is_counted_by_itself(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A day's tries are not used up by waiting for a place, nor by an empty account."""
    for name, value in {"DAILY_TRIES": 2, "CREDITS_TRIES": 2, "CREDITS_WAIT": 0.05}.items():
        monkeypatch.setattr(f"bot.features.separate.running.submission.{name}", value)
    monkeypatch.setattr("bot.features.separate.running.submission.QUEUE_FULL_LONGEST", 0.1)
    texts = [BUSY, BUSY, NO_CREDITS, BUSY, NO_CREDITS, BUSY, DAILY_LIMIT]
    world.mvsep.faults.surround(CREATE, refusing(400, *texts))
    await ordered(world, premium=True)
    await world.ada.reads("status-hold-daily", message=DAILY_LIMIT)
    assert creates_of(world) == len(texts)

    await world.ada.taps("button-now")
    await world.until(lambda: creates_of(world) == len(texts) + 1)
    await world.ada.reads("status-hold-daily", message=DAILY_LIMIT)
    await world.ada.taps("button-now")
    await world.ada.reads("failed-daily")
    await until_stored(world, "failed")


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
