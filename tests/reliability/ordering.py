"""One order in a world, and what MVSEP says to it."""

import asyncio
from collections.abc import Awaitable, Callable

from aiohttp import web

from bot.sandbox.faults import Handler
from bot.sandbox.mvsep import SandboxAccount
from tests.reliability.conftest import Note
from tests.reliability.patient import Patient, row_of, states_of
from tests.world import PATIENCE, World

CREATE = "POST /api/separation/create$"
HISTORY = "GET /api/app/separation_history$"
FOREVER = 10**6
LINK = "https://songs.example.com/boats.mp3"
Around = Callable[[web.Request, Handler], Awaitable[web.StreamResponse]]


def refusing(status: int, *messages: str) -> Around:
    """MVSEP's way to refuse a create (MVSEP API document, `separation/create`: errors).

    The messages come one after the other, the last one again and again.
    """
    left = list(messages)

    async def around(request: web.Request, _: Handler) -> web.StreamResponse:
        await request.read()
        message = left.pop(0) if len(left) > 1 else left[0]
        errors = [message] if message else []
        return web.json_response({"success": False, "errors": errors}, status=status)

    return around


def saying(body: object, status: int = 200) -> Around:
    async def around(request: web.Request, _: Handler) -> web.StreamResponse:
        await request.read()
        return web.json_response(body, status=status)

    return around


async def ordered(world: World, **account: bool) -> SandboxAccount:
    """Ada presses Start on a song."""
    linked = await world.link(world.ada, **account)
    await world.ada.sends_song(world.song())
    await world.ada.orders()
    return linked


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
    async with asyncio.timeout(PATIENCE):
        while await states_of(world) != [state]:  # noqa: ASYNC110 - the database rings no bell
            await asyncio.sleep(0.05)
