"""A person who does not give up: waits for answers, and tries again when told of trouble that has passed."""

import asyncio
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from sqlalchemy import select

from bot.sandbox.song import ARTIST, TITLE
from bot.sandbox.telegram.people import messages
from bot.sandbox.telegram.world import Message
from storage.engine.connect import make_engine
from storage.tables import inbox, jobs
from tests.reliability.table import Row
from tests.world import PATIENCE, Somebody, World, digest, pattern_of

TROUBLES = (
    "service-down",
    "service-busy",
    "card-service-down",
    "link-service-down",
    "login-service-down",
    "tap-too-old",
    "error-ours",
)
RAW = re.compile(r"Traceback|Exception|Error\b|HTTP \d|<[a-z]+>|\{ ?\$|None\b|http://127")
CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
Shows = Callable[[Message], object]


@dataclass
class Patient:
    """Somebody in a world; `healed` is awaited before trying again, `told` keeps the troubles by key.

    `deleted` are the stems of jobs that are to be deleted at MVSEP, which then has them no more.
    """

    world: World
    who: Somebody
    healed: asyncio.Event = field(default_factory=asyncio.Event)
    told: list[str] = field(default_factory=list)
    deleted: Counter[str] = field(default_factory=Counter)

    async def sends_song(self) -> None:
        """A song, until there are goals to choose from."""

        async def act() -> None:
            if self.who.room.messages and self.has(self.who.last, "button-retry"):
                self._press("button-retry")
                return
            about = {"title": TITLE, "performer": ARTIST, "duration": 2, "mime": "audio/mpeg"}
            song = self.world.song()
            await self.who.sends("audio", song, filename=song.name, **about)

        await self.tries(act, lambda m: self.has(m, "goal-vocals"))

    async def says(self, text: str, shows: Shows) -> None:
        async def act() -> None:
            await self.who.says(text)

        await self.tries(act, shows)

    async def presses(self, key: str, shows: Shows) -> None:
        """Press the newest button with this text."""

        async def act() -> None:
            self._press(key)

        message, _ = self.who.room.find_button(self.who.t.plain(key))
        await self.tries(act, shows, since=message.id)

    def _press(self, key: str) -> None:
        message, button = self.who.room.find_button(self.who.t.plain(key))
        state, chat = self.world.telegram.state, self.who.room.chat
        messages.press(state, chat, message, button.data or "", self.who.person.user)

    async def orders(self, goal: str = "goal-vocals") -> None:
        await self.presses(goal, lambda m: self.has(m, "order-start"))
        await self.starts()

    async def starts(self) -> None:
        await self.presses("order-start", lambda m: not self.has(m, "order-start"))

    async def links(self, token: str) -> None:
        await self.says("/link", lambda m: self.says_so(m, "link-ask"))
        await self.says(token, lambda m: self.says_so(m, "link-next"))

    async def ends(self) -> str:
        """The last word about the newest song: its key."""
        keys = ("done-keep", "failed-title", "cancelled-title", "unclear-text")

        def over(message: Message) -> list[str]:
            return [key for key in keys if self.says_so(message, key)]

        return over(await self.who.room.wait(over, PATIENCE))[0]

    async def is_answered(self) -> None:
        """The bot is well: it answers as if nothing had been."""
        await self.says("/help", lambda m: self.says_so(m, "help-text"))

    async def tries(
        self, act: Callable[[], object], shows: Shows, *, since: int | None = None
    ) -> None:
        """Act until it shows; after trouble wait until it has passed. Silence fails the test."""
        newest = self.who.room.messages[-1].id if self.who.room.messages else 0
        from_here = newest + 1 if since is None else since
        for _ in range(6):
            newest = self.who.room.messages[-1].id if self.who.room.messages else 0
            await act()  # type: ignore[misc]
            if await self._shows(shows, from_here, newest):
                return
            await asyncio.wait_for(self.healed.wait(), PATIENCE)
        raise AssertionError(f"in vain:\n{self.who.room.transcript()}")

    async def _shows(self, shows: Shows, from_here: int, newest: int) -> bool:
        seen: dict[str, bool] = {}

        def decided(message: Message) -> bool:
            seen["right"] = message.id >= from_here and bool(shows(message))
            trouble = self._trouble(message) if message.id > newest else None
            if trouble and not seen["right"]:
                self.told.append(trouble)
            return seen["right"] or bool(trouble)

        await self.who.room.wait(decided, PATIENCE)
        return any(m.id >= from_here and shows(m) for m in self.who.room.answers)

    def _trouble(self, message: Message) -> str | None:
        return next((key for key in TROUBLES if self.says_so(message, key)), None)

    def has(self, message: Message, key: str) -> bool:
        return any(label.startswith(self.who.t.plain(key)) for label in message.labels)

    def says_so(self, message: Message, key: str) -> bool:
        return bool(pattern_of(self.who.t, key).search(message.text))

    def check_words(self) -> None:
        """Everything that was said is in the person's language, and nothing is a machine's."""
        for message in self.who.room.answers:
            if message.file:
                continue
            assert CYRILLIC.search(message.text), message.text
            assert not RAW.search(message.text.replace(TITLE, "")), message.text

    def made(self) -> Counter[str]:
        """The stems of all jobs that MVSEP still has."""
        jobs = [job for job in self.world.mvsep.creates if not job.deleted]
        return Counter(digest(path) for job in jobs for _, path in job.files)

    def check_stems(self) -> tuple[int, int]:
        """How many stems of finished jobs did not come byte for byte, and how many came twice."""
        made = self.made() + self.deleted
        came = Counter(digest(m.file.path) for m in self.who.room.answers if m.file)
        return len(made.keys() - came.keys()), (came - made).total()


async def states_of(world: World) -> list[str]:
    """The states of all jobs, as they are stored."""
    return await _column(world, jobs.c.state)


async def updates_of(world: World) -> list[str]:
    """The states of all updates, as they are stored."""
    return await _column(world, inbox.c.state)


async def settled(world: World) -> None:
    """Wait until no update waits; the mark is written a moment after the answer."""
    async with asyncio.timeout(PATIENCE):
        while "waiting" in await updates_of(world):  # noqa: ASYNC110 - the database rings no bell
            await asyncio.sleep(0.05)


async def row_of(patient: Patient, point: str) -> Row:
    """The figures of one test for the table."""
    await settled(patient.world)
    states = await states_of(patient.world)
    lost, doubled = patient.check_stems()
    updates = await updates_of(patient.world)
    return Row(
        point,
        "sqlite",
        deaths=0,
        jobs=len(states),
        creates=len(patient.world.mvsep.creates),
        lost_updates=sum(state != "done" for state in updates),
        lost_stems=lost if set(states) == {"done"} else 0,
        doubled_stems=doubled,
        final=", ".join(sorted(set(states))) or "no job",
    )


async def _column(world: World, column: object) -> list[str]:
    engine = make_engine(world.settings.database_url)
    try:
        async with engine.connect() as connection:
            return [row[0] for row in await connection.execute(select(column))]  # type: ignore[call-overload]
    finally:
        await engine.dispose()
