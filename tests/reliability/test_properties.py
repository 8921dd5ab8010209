"""Whatever people, services and the machine do in whatever order: one charge per Start, nobody's song in
another's chat, every job comes to an end, every private message is answered."""

import asyncio
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Coroutine
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test
from sqlalchemy import select

from bot.chat.callbacks import CancelJob, ChooseGoal, RetryJob, StartJob
from bot.sandbox.mvsep import SandboxAccount
from bot.sandbox.telegram.people import messages
from bot.sandbox.telegram.world import Button, Message
from storage.engine.connect import make_engine
from storage.tables import inbox, jobs
from tests.reliability import stage
from tests.reliability.conftest import Note
from tests.reliability.stage import hurry
from tests.reliability.table import Row
from tests.world import MakeSong, Somebody, World, digest, kept_log, open_world, pattern_of

songs = stage.songs

T = TypeVar("T")
LAST = ("done", "failed", "cancelled")
PATIENCE = 90.0
NAMES = st.sampled_from(("Ada", "Ben"))
FAULTS = [
    ("mvsep", "reset", "POST /api/separation/create", False),
    ("mvsep", "reset", "POST /api/separation/create", True),
    ("mvsep", "502", "POST /api/separation/create", True),
    ("mvsep", "500", "GET /api/separation/get$", False),
    ("mvsep", "bad_json", "GET /api/app/separation_history", False),
    ("mvsep", "truncated", "GET /storage/processed", False),
    ("mvsep", "reset", "POST /api/separation/cancel", True),
    ("telegram", "502", "getUpdates", True),
    ("telegram", "500", "sendMessage", False),
    ("telegram", "reset", "editMessageText", True),
    ("telegram", "reset", "answerCallbackQuery", False),
    ("telegram", "502", "getFile", False),
    ("telegram", "reset", "send(Audio|MediaGroup)", False),
]


@dataclass
class Player:
    """Somebody, their account, and what they did."""

    who: Somebody
    account: SandboxAccount
    song: Path
    title: str
    presses: int = 0
    questions: int = 0
    sent: int = 0


class Conversations(RuleBasedStateMachine):
    """Two people and everything that can befall them. The bot and the stand-ins are the real ones."""

    def __init__(self, template: Path, songs: MakeSong, totals: Counter[str]) -> None:
        super().__init__()
        self._totals = totals
        self._loop = asyncio.new_event_loop()
        self._folder = Path(tempfile.mkdtemp(prefix="stemgram-properties-"))
        database = self._folder / "stemgram.sqlite3"
        shutil.copy(template, database)
        self._stack = AsyncExitStack()
        log = self._stack.enter_context(kept_log())
        about = {"database_url": f"sqlite+aiosqlite:///{database}"}
        opened = open_world(self._folder, songs, log, **about)
        self.world: World = self._run(self._stack.enter_async_context(opened))
        self.players = {
            "Ada": self._run(self._player(self.world.ada, songs(".mp3"))),
            "Ben": self._run(self._player(self.world.ben, songs(".wav"))),
        }

    # What people do

    @rule(name=NAMES)
    def sends_a_song(self, name: str) -> None:
        player = self.players[name]
        player.sent += 1
        about = {"title": player.title, "duration": 2, "mime": "audio/mpeg"}
        self._run(player.who.sends("audio", player.song, filename=player.song.name, **about))
        self._moment()

    @rule(name=NAMES, goal=st.sampled_from(("vocals", "drums")))
    def chooses(self, name: str, goal: str) -> None:
        found = self._buttons(name, ChooseGoal)
        wanted = [pair for pair in found if goal in str(pair[1].data)]
        self._press(name, wanted[-1:])

    @rule(name=NAMES, times=st.integers(1, 3))
    def starts(self, name: str, times: int) -> None:
        """Once, or quickly several times."""
        found = self._buttons(name, StartJob)[-1:]
        self.players[name].presses += len(found)
        self._press(name, found * times)

    @rule(name=NAMES, times=st.integers(1, 2))
    def orders(self, name: str, times: int) -> None:
        """All of it, as fast as the bot answers."""
        menus = len(self._buttons(name, ChooseGoal))
        self.sends_a_song(name)
        self._soon(lambda: len(self._buttons(name, ChooseGoal)) > menus)
        before = len(self._buttons(name, StartJob))
        self.chooses(name, "vocals")
        self._soon(lambda: len(self._buttons(name, StartJob)) > before)
        self.starts(name, times)

    @rule(name=NAMES)
    def orders_once_more(self, name: str) -> None:
        self.orders(name, 1)

    @rule(name=NAMES)
    def cancels(self, name: str) -> None:
        self._press(name, self._buttons(name, CancelJob)[-1:])

    @rule(name=NAMES, times=st.integers(1, 2))
    def tries_again(self, name: str, times: int) -> None:
        found = self._buttons(name, RetryJob)[-1:]
        self.players[name].presses += len(found)
        self._press(name, found * times)

    @rule(name=NAMES)
    def presses_what_is_anothers(self, name: str) -> None:
        """A forged press: the other's newest button, in one's own chat."""
        other = "Ben" if name == "Ada" else "Ada"
        theirs = [
            b for kind in (StartJob, CancelJob, RetryJob) for b in self._buttons(other, kind)
        ]
        mine = self.players[name].who.room.answers
        self._press(name, [(mine[-1], button) for _, button in theirs[-1:]])

    @rule(name=NAMES)
    def asks_for_help(self, name: str) -> None:
        self.players[name].questions += 1
        self._run(self.players[name].who.says("/help"))
        self._moment()

    # What befalls them

    @rule(held=st.booleans())
    def the_queue(self, held: bool) -> None:
        if held:
            self.world.mvsep.hold()
        else:
            self.world.mvsep.release()
        self._moment()

    @rule()
    def the_next_job_fails(self) -> None:
        if not self.world.mvsep.switches.failures:
            self.world.mvsep.fail_next("out of memory")

    @rule(fault=st.sampled_from(FAULTS))
    def something_breaks(self, fault: tuple[str, str, str, bool]) -> None:
        service, kind, match, after = fault
        getattr(self.world, service).faults.add(kind, match, after_effect=after)

    @rule(number=st.integers(0, 100))
    def an_update_comes_again(self, number: int) -> None:
        known = sorted(self.world.telegram.state.updates.log)
        self.world.telegram.redeliver(known[number % len(known)])
        self._moment()

    @rule()
    def the_bot_ends_and_begins(self) -> None:
        self._run(self.world.restart())

    # What holds in the end

    def teardown(self) -> None:
        try:
            self.world.mvsep.faults.clear()
            self.world.telegram.faults.clear()
            self.world.mvsep.release()
            states = self._run(self._settled())
            for player in self.players.values():
                self._check_answers(player)
                self._check_privacy(player)
            self._check_charges()
            self._totals.update(states, examples=1, creates=len(self.world.mvsep.creates))
        finally:
            self._run(self._stack.aclose())
            self._loop.close()
            shutil.rmtree(self._folder, ignore_errors=True)

    def _check_answers(self, player: Player) -> None:
        told = [message.text for message in player.who.room.answers]
        helped = pattern_of(player.who.t, "help-text")
        assert sum(bool(helped.search(text)) for text in told) >= player.questions
        assert player.sent == 0 or any(player.title in text for text in told)

    def _check_privacy(self, player: Player) -> None:
        """Only stems of their own jobs, and not a word of others."""
        own = [job for job in self.world.mvsep.creates if job.account is player.account]
        made = {digest(path) for job in own for _, path in job.files}
        others = [one.title for one in self.players.values() if one is not player]
        for message in player.who.room.answers:
            assert not message.file or digest(message.file.path) in made
            assert not any(title in message.text for title in others)

    def _check_charges(self) -> None:
        """Each Start and each Try again has a name of its own, and each name was charged once."""
        names = Counter(job.upload_name for job in self.world.mvsep.creates)
        assert set(names.values()) <= {1}, names
        for player in self.players.values():
            own = [job for job in self.world.mvsep.creates if job.account is player.account]
            assert player.account.credits == 100 - sum(job.charged for job in own)
            assert len(own) <= player.presses * max(1, player.sent)

    async def _settled(self) -> list[str]:
        """Wait until every job is over and every update handled; gives the jobs' states."""
        async with asyncio.timeout(PATIENCE):
            while True:
                states = await self._column(jobs.c.state)
                waiting = "waiting" in await self._column(inbox.c.state)
                pending = self.world.telegram.pending or self.world.telegram.state.updates.entries
                if not waiting and not pending and set(states) <= set(LAST):
                    return states
                await asyncio.sleep(0.05)

    async def _player(self, who: Somebody, song: Path) -> Player:
        account = await self.world.link(who, premium=True)
        return Player(who, account, song, f"Tune of {who.person.name}")

    def _buttons(self, name: str, kind: type) -> list[tuple[Message, Button]]:
        """The buttons of one kind in somebody's chat, oldest first."""
        return [
            (message, button)
            for message in self.players[name].who.room.answers
            for row in message.buttons
            for button in row
            if kind.claims(button.data)  # type: ignore[attr-defined]
        ]

    def _press(self, name: str, found: list[tuple[Message, Button]]) -> None:
        who = self.players[name].who
        for message, button in found:
            state = self.world.telegram.state
            messages.press(state, who.room.chat, message, button.data or "", who.person.user)
        self._moment()

    def _soon(self, holds: Callable[[], bool]) -> None:
        """Wait for something that need not come."""
        self._run(self.world.telegram.state.world.bell.until(holds, 2.0))

    def _moment(self) -> None:
        """Let the bot get on with it, not necessarily to its end."""
        self._run(asyncio.sleep(0.1))

    async def _column(self, column: Any) -> list[str]:
        engine = make_engine(self.world.settings.database_url)
        try:
            async with engine.connect() as connection:
                return [row[0] for row in await connection.execute(select(column))]
        finally:
            await engine.dispose()

    def _run(self, work: Coroutine[Any, Any, T]) -> T:
        return self._loop.run_until_complete(work)


PHASES = (Phase.explicit, Phase.generate)  # a run among real sockets is not worth shrinking
QUICK = settings(max_examples=3, stateful_step_count=10)
LONG = settings(max_examples=12, stateful_step_count=18)


@pytest.mark.parametrize(
    "profile",
    [
        pytest.param(QUICK, id="quick", marks=pytest.mark.quick),
        pytest.param(LONG, id="long", marks=pytest.mark.long),
    ],
)
def test_what_holds_in_any_order(
    profile: settings,
    migrated_sqlite: Path,
    songs: MakeSong,
    monkeypatch: pytest.MonkeyPatch,
    note: Note,
) -> None:
    hurry(monkeypatch)
    totals: Counter[str] = Counter()
    about = {"deadline": None, "database": None, "phases": PHASES, "derandomize": True}
    checks = list(HealthCheck)
    run_state_machine_as_test(
        lambda: Conversations(migrated_sqlite, songs, totals),  # type: ignore[arg-type]
        settings=settings(profile, suppress_health_check=checks, **about),  # type: ignore[arg-type]
    )
    ends = ", ".join(f"{totals[state]} {state}" for state in LAST)
    total = sum(totals[state] for state in LAST)
    point = f"properties: {totals['examples']} random stories"
    note(Row(point, "sqlite", 0, total, totals["creates"], 0, 0, 0, ends))
