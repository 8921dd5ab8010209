"""What strikes a call of the bot, and the stories in which a patient person has it made."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from sqlalchemy import delete

from bot.sandbox.faults import Faults
from bot.sandbox.mvsep import SandboxAccount
from storage.engine.connect import make_engine
from storage.tables import catalogue
from tests.reliability.patient import Patient
from tests.world import PATIENCE, World

A_WHILE = 1.2  # seconds a lasting fault lasts
FOREVER = 10**6
LINK = "https://songs.example.com/boats.mp3"


@dataclass(frozen=True)
class Kind:
    """A fault; `after`: the call does its work, and its answer is lost or spoiled."""

    name: str
    kind: str
    after: bool = False
    seconds: float = 1.0


@dataclass
class Case:
    """One test: a patient person with an account, and what strikes."""

    world: World
    patient: Patient
    account: SandboxAccount
    kind: Kind
    match: str
    faults: Faults
    lasting: bool
    port: int
    began: list[int] = field(default_factory=list)

    @asynccontextmanager
    async def struck(self) -> AsyncIterator[None]:
        """The fault waits for its call; when it has struck (for a while), all is well again."""
        times = FOREVER if self.lasting else 1
        about = {"after_effect": self.kind.after, "seconds": self.kind.seconds}
        self.faults.add(self.kind.kind, self.match, times=times, **about)  # type: ignore[arg-type]
        healing = asyncio.create_task(self._heal())
        try:
            yield
            await asyncio.wait_for(self.patient.healed.wait(), PATIENCE)
        finally:
            healing.cancel()
            await asyncio.wait([healing])

    async def _heal(self) -> None:
        while not self.faults.hits:  # noqa: ASYNC110 - no event tells of it
            await asyncio.sleep(0.02)
        if self.lasting:
            await asyncio.sleep(A_WHILE)
        self.faults.clear()
        self.patient.healed.set()


Act = Callable[[Case], Awaitable[str]]


async def _links(case: Case) -> None:
    await case.patient.links(case.account.token)


async def song_is_struck(case: Case) -> str:
    await _links(case)
    async with case.struck():
        await case.patient.sends_song()
        await case.patient.orders()
        return await case.patient.ends()


async def start_is_struck(case: Case) -> str:
    await case.world.stop()
    async with case.struck():
        await case.world.start()
        await _links(case)
    return await song(case)


def _listens(case: Case) -> None:
    """From its next start on the bot has a public address and is told of updates there."""
    listen = f"127.0.0.1:{case.port}"
    changed = {"public_url": f"http://{listen}", "listen": listen}
    case.world.settings = case.world.settings.model_copy(update=changed)


async def webhook_is_struck(case: Case) -> str:
    await case.world.stop()
    _listens(case)
    async with case.struck():
        await case.world.start()
        await _links(case)
    return await song(case)


async def end_of_webhook_is_struck(case: Case) -> str:
    """A bot that polls finds a webhook from before."""
    before = case.world.settings
    await case.world.stop()
    _listens(case)
    await case.world.start()
    await _links(case)
    await case.world.stop()
    case.world.settings = before
    async with case.struck():
        await case.world.start()
        await case.patient.is_answered()
    return await song(case)


async def album_is_struck(case: Case) -> str:
    await _links(case)
    async with case.struck():
        await case.patient.sends_song()
        await case.patient.orders("goal-stems")
        return await case.patient.ends()


async def first_start_is_struck(case: Case) -> str:
    """Before any catalogue was ever read."""
    await case.world.stop()
    engine = make_engine(case.world.settings.database_url)
    async with engine.begin() as connection:
        await connection.execute(delete(catalogue))
    await engine.dispose()
    async with case.struck():
        await case.world.start()
        await _links(case)
        return await song(case)


async def link_is_struck(case: Case) -> str:
    async with case.struck():
        await _links(case)
    return await song(case)


async def flac_is_struck(case: Case) -> str:
    await _links(case)
    async with case.struck():
        await case.patient.sends_song()
        song = next(m for m in reversed(case.patient.who.room.messages) if m.file)
        await case.patient.who.says("/separate 40 format=flac", reply_to=song)
        await case.patient.who.finds_button(case.patient.who.t.plain("order-start"))
        await case.patient.starts()
        return await case.patient.ends()


async def order_of_a_link_is_struck(case: Case) -> str:
    case.world.mvsep.remote_files[LINK] = case.world.song()
    await _links(case)
    async with case.struck():
        await case.patient.says(LINK, lambda m: case.patient.has(m, "goal-vocals"))
        await case.patient.orders()
        return await case.patient.ends()


async def search_is_struck(case: Case) -> str:
    await _links(case)
    await case.patient.sends_song()
    case.world.mvsep.faults.add("reset", "POST /api/separation/create", after_effect=True)
    await case.world.until(lambda: True)
    case.patient.healed.clear()
    async with case.struck():
        await case.patient.orders()
        return await case.patient.ends()


async def cancel_is_struck(case: Case) -> str:
    case.world.mvsep.hold()
    await _links(case)
    await case.patient.sends_song()
    await case.patient.orders()
    await case.patient.who.reads("status-place")
    async with case.struck():
        await case.patient.presses(
            "button-cancel", lambda m: not case.patient.has(m, "button-cancel")
        )
        return await case.patient.ends()


async def song(case: Case) -> str:
    await case.patient.sends_song()
    await case.patient.orders()
    return await case.patient.ends()
