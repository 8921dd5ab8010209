"""A person, the stand-ins, and the bot as a process of its own: one song from hello to stems."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import select

from bot.chat.callbacks import CancelJob
from bot.chat.display.translator import Translator, translator
from bot.sandbox.mvsep import MvsepSandbox
from bot.sandbox.mvsep.accounts import SandboxAccount
from bot.sandbox.services import City, city
from bot.sandbox.song import ARTIST, TITLE
from bot.sandbox.telegram import Message, PrivateChat, TelegramSandbox
from storage.engine.connect import make_engine
from storage.tables import inbox, jobs
from tests.reliability.process import BotProcess, Start
from tests.reliability.table import Row
from tests.reliability.traps import Barrier, Moment, Pause, Trap

PATIENCE = 90.0  # seconds; a deadline for tests that fail, nothing is measured by it
CREDITS = 40
LAST = ("done", "failed", "cancelled")


@dataclass
class Scene:
    """What tests play with. The person writes /help whenever the bot dies, and must be answered."""

    stage: City
    bot: BotProcess
    start: Start
    song: Path
    chat: PrivateChat
    account: SandboxAccount
    t: Translator = field(default_factory=lambda: translator("en"))
    cries: int = 0
    barriers: list[Barrier] = field(default_factory=list)

    @property
    def telegram(self) -> TelegramSandbox:
        return self.stage.telegram

    @property
    def mvsep(self) -> MvsepSandbox:
        return self.stage.mvsep

    # What the person does

    async def link(self) -> None:
        await self.chat.say("/link")
        await self.wait(lambda m: self._line("link-ask") in m.text)
        await self.chat.say(self.account.token)
        await self.wait(lambda m: self._line("link-next") in m.text)

    async def send_song(self) -> None:
        sent = await self.chat.send_audio(
            self.song,
            filename=self.song.name,
            mime="audio/mpeg",
            title=TITLE,
            performer=ARTIST,
        )
        await self.wait(lambda m: m.id > sent.id and self._has(m, "goal-vocals"))

    async def choose(self) -> None:
        await self.press("goal-vocals", lambda m: self._has(m, "order-start"))

    async def begin(self) -> None:
        await self.press("order-start", lambda m: self._runs(m) or self._is_last(m))

    async def cancel(self) -> None:
        await self.telegram.until(lambda: any(self.looks()), PATIENCE)
        await self.press("button-cancel", lambda m: not self._runs(m))

    async def end(self) -> Message:
        """Wait for the last word about the song."""
        return await self.wait(self._is_last)

    async def play(self) -> Message:
        """Everything after the link."""
        for act in (self.send_song, self.choose, self.begin):
            await act()
        return await self.end()

    async def press(self, key: str, shows: Callable[[Message], bool]) -> None:
        """Press a button; again when the bot says that it was away when it was pressed."""
        while True:
            message, button = self.chat.find_button(self.t.plain(key))
            newest = self.chat.messages[-1].id
            await self.chat.tap(message, button.label, timeout=PATIENCE)
            if not await self._asked_again(message.id, newest, shows):
                return

    async def _asked_again(
        self, pressed: int, newest: int, shows: Callable[[Message], bool]
    ) -> bool:
        too_old = self.t.plain("tap-too-old")

        def is_told(m: Message) -> bool:
            return m.id > newest and m.text == too_old

        def is_shown(m: Message) -> bool:
            return m.id >= pressed and shows(m)

        await self.wait(lambda m: is_shown(m) or is_told(m))
        return not any(is_shown(m) for m in self.chat.answers)

    async def cry(self) -> None:
        """A message into the silence."""
        self.cries += 1
        await self.chat.say("/help")

    async def until(self, condition: Callable[[], bool]) -> None:
        async with asyncio.timeout(PATIENCE):
            while not condition():  # noqa: ASYNC110  (not all of it rings a bell)
                await asyncio.sleep(0.02)

    async def wait(self, fits: Callable[[Message], bool]) -> Message:
        return await self.chat.wait(fits, PATIENCE)

    # What befalls the bot

    async def strike(self) -> None:
        """Power cut, a word from the person, and power."""
        await self.bot.kill()
        self.open_barriers()
        await self.cry()
        await self.bot.start()

    def trap(self, service: str, match: str, moment: Moment, **about: Any) -> Trap:
        trap = Trap(match, moment, self.strike, self.bot.freeze, **about)
        return trap.set(self._faults(service))

    def barrier(self, service: str, match: str) -> Barrier:
        barrier = Barrier(match).set(self._faults(service))
        self.barriers.append(barrier)
        return barrier

    def pause(self, service: str, match: str, moment: Moment) -> Pause:
        return Pause(match, moment, self.bot.freeze).set(self._faults(service))

    def open_barriers(self) -> None:
        """What was held back goes on, unless whoever asked for it is dead."""
        for barrier in self.barriers:
            barrier.opened.set()

    @asynccontextmanager
    async def another_bot(self, folder: Path) -> AsyncIterator[BotProcess]:
        """One more process like the first, at work."""
        bot = new_bot(self.stage, folder, self.start)
        await bot.start()
        try:
            await self.until(lambda: bot.starts_seen > 0)
            yield bot
        finally:
            await bot.clean_up()

    def _faults(self, service: str) -> Any:
        return getattr(self.stage, service).faults

    def looks(self) -> list[str]:
        """The bot's questions about jobs at MVSEP."""
        return [r.path for r in self.mvsep.requests if r.path == "/api/separation/get"]

    # What is left in the end

    async def settled(self) -> None:
        """Wait until every update is confirmed, handled and answered, and every job is over."""
        async with asyncio.timeout(PATIENCE):
            while not await self._is_settled():  # noqa: ASYNC110  (the database rings no bell)
                await asyncio.sleep(0.05)

    async def _is_settled(self) -> bool:
        rows = await self.rows(inbox.c.state)
        states = await self.rows(jobs.c.state)
        return (
            not self.telegram.pending
            and all(row.state != "waiting" for row in rows)
            and all(row.state in LAST for row in states)
            and self.lost_cries() == 0
        )

    async def rows(self, *columns: Any) -> list[Any]:
        """Look into the database, past the bot."""
        engine = make_engine(self.stage.settings.database_url)
        try:
            async with engine.connect() as connection:
                return list(await connection.execute(select(*columns)))
        finally:
            await engine.dispose()

    async def row(self, point: str, seconds: float | None = None) -> Row:
        """The figures, counted at the services and in the database."""
        updates = await self.rows(inbox.c.state)
        undone = sum(row.state != "done" for row in updates)
        states = await self.rows(jobs.c.state)
        lost, doubled = self.stems()
        return Row(
            point,
            self.stage.settings.database_url.partition("+")[0],
            deaths=self.bot.deaths,
            jobs=len(states),
            creates=len(self.mvsep.creates),
            lost_updates=len(self.telegram.pending) + undone + self.lost_cries(),
            lost_stems=lost,
            doubled_stems=doubled,
            final=", ".join(sorted({row.state for row in states})),
            seconds=seconds,
        )

    def lost_cries(self) -> int:
        answered = sum(self._line("help-text") in m.text for m in self.chat.answers)
        return max(0, self.cries - answered)

    def stems(self) -> tuple[int, int]:
        """How many stems of finished separations never came, byte for byte, and how many came twice."""
        made = Counter(path.read_bytes() for job in self.mvsep.creates for _, path in job.files)
        came = Counter(m.file.path.read_bytes() for m in self.chat.answers if m.file)
        return (made - came).total(), (came - made).total()

    def live_statuses(self) -> list[Message]:
        """Messages that still promise progress."""
        return [m for m in self.chat.answers if self._runs(m)]

    def _runs(self, message: Message) -> bool:
        buttons = [button for row in message.buttons for button in row]
        return any(CancelJob.claims(button.data or "") for button in buttons)

    def _is_last(self, message: Message) -> bool:
        words = ("done-keep", "cancelled-title", "failed-title")
        return any(_bare(self.t.plain(word)) in message.text for word in words)

    def _has(self, message: Message, key: str) -> bool:
        return any(label.startswith(self.t.plain(key)) for label in message.labels)

    def says(self, key: str) -> bool:
        """Whether the bot has said this text."""
        return any(self._line(key) in m.text for m in self.chat.answers)

    def _line(self, key: str) -> str:
        return _bare(self.t.plain(key).partition("\n")[0])


def _bare(html: str) -> str:
    return html.replace("<b>", "").replace("</b>", "")


@asynccontextmanager
async def scene(folder: Path, database_url: str, song: Path, start: Start) -> AsyncIterator[Scene]:
    """The stand-ins and a bot that is not started yet."""
    async with city(folder, database_url=database_url, speed=40.0) as stage:
        bot = new_bot(stage, folder / "bot", start)
        chat = stage.telegram.person("Ada").private()
        account = stage.mvsep.account(name="Ada", credits=CREDITS, premium=True)
        try:
            yield Scene(stage, bot, start, song, chat, account)
        finally:
            await bot.clean_up()


def new_bot(stage: City, folder: Path, start: Start) -> BotProcess:
    """A process with the stage's settings, as an operator gives them."""
    settings = stage.settings
    environment = {
        "STEMGRAM_BOT_TOKEN": settings.bot_token.get_secret_value(),
        "STEMGRAM_SECRET_KEY": settings.secret_key.get_secret_value(),
        "STEMGRAM_DATABASE_URL": settings.database_url,
        "STEMGRAM_BOT_API_URL": settings.bot_api_url,
        "STEMGRAM_MVSEP_URL": settings.mvsep_url,
        "STEMGRAM_NEURO_SEMANTIC_URL": settings.neuro_semantic_url,
        "STEMGRAM_LISTEN": settings.listen,
    }
    return BotProcess(folder, environment, start)
