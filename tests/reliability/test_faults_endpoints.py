"""Every kind of fault on every call the bot makes: once, and for a while; the song comes all the same."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import pytest
from _pytest.mark import ParameterSet
from sqlalchemy import delete

from bot.sandbox.faults import Faults
from bot.sandbox.mvsep import SandboxAccount
from storage.engine import make_engine
from storage.tables import catalogue
from tests.reliability import stage
from tests.reliability.conftest import Note
from tests.reliability.patient import Patient, row_of, states_of
from tests.reliability.stage import TOO_LATE, lose_patience
from tests.world import PATIENCE, World

log, songs, world = stage.log, stage.songs, stage.world

A_WHILE = 2.0  # seconds a lasting fault lasts
MOST = 45  # requests in it; a loop without waits makes hundreds
FOREVER = 10**6
LINK = "https://songs.example.com/boats.mp3"


@dataclass(frozen=True)
class Kind:
    """A fault; `after`: the call does its work, and its answer is lost or spoiled."""

    name: str
    kind: str
    after: bool = False
    seconds: float = 1.0


KINDS = [
    Kind("429", "429"),
    Kind("500", "500"),
    Kind("502", "502"),
    Kind("bad JSON", "bad_json"),
    Kind("reset", "reset"),
    Kind("reset after the effect", "reset", after=True),
    Kind("slow", "slow", after=True, seconds=TOO_LATE),
    Kind("truncated", "truncated"),
]
AFTER_THE_EFFECT = [
    Kind("502 after the effect", "502", after=True),
    Kind("bad JSON after the effect", "bad_json", after=True),
]
LASTING = ("429", "502", "reset")


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


async def _song_is_struck(case: Case) -> str:
    await _links(case)
    async with case.struck():
        await case.patient.sends_song()
        await case.patient.orders()
        return await case.patient.ends()


async def _start_is_struck(case: Case) -> str:
    await case.world.stop()
    async with case.struck():
        await case.world.start()
        await _links(case)
    return await _song(case)


async def _first_start_is_struck(case: Case) -> str:
    """Before any catalogue was ever read."""
    await case.world.stop()
    engine = make_engine(case.world.settings.database_url)
    async with engine.begin() as connection:
        await connection.execute(delete(catalogue))
    await engine.dispose()
    async with case.struck():
        await case.world.start()
        await _links(case)
        return await _song(case)


async def _link_is_struck(case: Case) -> str:
    async with case.struck():
        await _links(case)
    return await _song(case)


async def _flac_is_struck(case: Case) -> str:
    await _links(case)
    async with case.struck():
        await case.patient.sends_song()
        song = next(m for m in reversed(case.patient.who.room.messages) if m.file)
        await case.patient.who.says("/separate 40 format=flac", reply_to=song)
        await case.patient.who.finds_button(case.patient.who.t.plain("order-start"))
        await case.patient.starts()
        return await case.patient.ends()


async def _order_of_a_link_is_struck(case: Case) -> str:
    case.world.mvsep.remote_files[LINK] = case.world.song()
    await _links(case)
    async with case.struck():
        await case.patient.says(LINK, lambda m: case.patient.has(m, "goal-vocals"))
        await case.patient.orders()
        return await case.patient.ends()


async def _search_is_struck(case: Case) -> str:
    await _links(case)
    await case.patient.sends_song()
    case.world.mvsep.faults.add("reset", "POST /api/separation/create", after_effect=True)
    await case.world.until(lambda: True)
    case.patient.healed.clear()
    async with case.struck():
        await case.patient.orders()
        return await case.patient.ends()


async def _cancel_is_struck(case: Case) -> str:
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


async def _song(case: Case) -> str:
    await case.patient.sends_song()
    await case.patient.orders()
    return await case.patient.ends()


@dataclass(frozen=True)
class Endpoint:
    """A call of the bot, and a story in which it is made."""

    name: str
    service: str
    match: str
    act: Act
    more: tuple[Kind, ...] = ()
    end: str = "done-keep"


def _telegram(method: str, act: Act, *more: Kind) -> Endpoint:
    return Endpoint(method, "telegram", f"POST /bot[^/]+/{method}$", act, more)


def _mvsep(
    path: str, act: Act, *more: Kind, method: str = "GET", end: str = "done-keep"
) -> Endpoint:
    return Endpoint(path, "mvsep", f"{method} /api/{path}$", act, more, end)


ENDPOINTS = [
    _telegram("getMe", _start_is_struck),
    _telegram("setMyCommands", _start_is_struck),
    _telegram("getUpdates", _song_is_struck),
    _telegram("sendMessage", _song_is_struck, *AFTER_THE_EFFECT),
    _telegram("editMessageText", _song_is_struck),
    _telegram("answerCallbackQuery", _song_is_struck),
    _telegram("deleteMessage", _link_is_struck),
    _telegram("getFile", _song_is_struck),
    Endpoint("file download", "telegram", "GET /file/bot", _song_is_struck),
    _telegram("sendChatAction", _song_is_struck),
    _telegram("sendAudio", _song_is_struck, *AFTER_THE_EFFECT),
    _telegram("sendDocument", _flac_is_struck),
    _mvsep("app/algorithms", _first_start_is_struck),
    _mvsep("app/user", _link_is_struck),
    _mvsep("separation/create", _song_is_struck, *AFTER_THE_EFFECT, method="POST"),
    _mvsep("separation/get", _song_is_struck),
    _mvsep("separation/get-remote", _order_of_a_link_is_struck),
    _mvsep("separation/cancel", _cancel_is_struck, method="POST", end="cancelled-title"),
    _mvsep("app/separation_history", _search_is_struck),
    Endpoint("result download", "mvsep", "GET /storage/processed", _song_is_struck),
]
QUICK = {
    ("getUpdates", "502"),
    ("sendMessage", "500"),
    ("answerCallbackQuery", "reset"),
    ("getFile", "502"),
    ("sendAudio", "reset after the effect"),
    ("separation/create", "reset after the effect"),
    ("separation/create", "500"),
    ("separation/get", "bad JSON"),
    ("result download", "truncated"),
}


def _pairs() -> list[ParameterSet]:
    pairs = []
    for endpoint in ENDPOINTS:
        for kind in (*KINDS, *endpoint.more):
            quick = [pytest.mark.quick] if (endpoint.name, kind.name) in QUICK else []
            name = f"{endpoint.name}-{kind.name}"
            pairs.append(pytest.param(endpoint, kind, False, id=name, marks=quick))
            if kind.name in LASTING:
                pairs.append(pytest.param(endpoint, kind, True, id=f"{name}-lasting"))
    return pairs


@pytest.mark.parametrize(("endpoint", "kind", "lasting"), _pairs())
async def test_a_struck_call(
    world: World,
    monkeypatch: pytest.MonkeyPatch,
    note: Note,
    endpoint: Endpoint,
    kind: Kind,
    lasting: bool,
) -> None:
    if kind.kind == "slow":
        lose_patience(monkeypatch)
        await world.restart()
    patient = Patient(world, world.somebody("Мира", "ru"))
    account = world.mvsep.account(name="Mira", premium=True)
    faults = getattr(world, endpoint.service).faults
    case = Case(world, patient, account, kind, endpoint.match, faults, lasting)

    end = await endpoint.act(case)

    await patient.is_answered()
    title = f"{endpoint.name}: {kind.name}{' for a while' if lasting else ''}"
    row = await row_of(patient, title)
    note(row)
    assert end == endpoint.end
    assert await states_of(world) == [end.partition("-")[0]]
    assert len(world.mvsep.creates) == 1
    assert row.lost_stems == row.lost_updates == 0
    assert row.doubled_stems <= len(faults.hits)
    assert len(faults.hits) <= MOST
    assert "error-ours" not in patient.told
    patient.check_words()
