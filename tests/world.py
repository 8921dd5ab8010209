"""The stories' world: the stand-ins, the real bot among them, and people who talk to it.

Everything goes over HTTP on loopback. The bot's waits are shortened, nothing else is changed. At the
end of every story Telegram must have seen no wrong call, the log no error and no secret, and no
task may be left over.
"""

import asyncio
import io
import json
import logging
import re
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from html import unescape
from pathlib import Path
from typing import Any

import structlog

from bot.chat.display.screen import cut
from bot.chat.display.translator import LOCALES, Translator, translator
from bot.logs import set_up_logging
from bot.sandbox.mvsep import MvsepSandbox, SandboxAccount, SandboxJob
from bot.sandbox.services import City, city, running_bot
from bot.sandbox.song import ARTIST, TITLE, make_song
from bot.sandbox.telegram import TelegramSandbox
from bot.sandbox.telegram.people.room import Person, Popup, Room
from bot.sandbox.telegram.people.talk import Content
from bot.sandbox.telegram.world import Button, Message
from bot.settings import Settings

PATIENCE = 60.0  # seconds a story waits for the bot; it goes on as soon as there is an answer
SPEED = 60.0  # MVSEP seconds in one real second
SONG_SECONDS = 2
BLANK = "\0"  # stands where a text has something a story does not care about
MakeSong = Callable[[str], Path]


@dataclass(eq=False)
class Somebody:
    """A person in a chat with the bot, who reads it in their language."""

    person: Person
    room: Room
    language: str
    topic: str | None = None

    @property
    def t(self) -> Translator:
        return translator(self.language)

    @property
    def last(self) -> Message:
        """The newest message of the chat, whoever wrote it."""
        return self.room.messages[-1]

    def in_room(self, room: Room, topic: str | None = None) -> "Somebody":
        """The same person in a group."""
        return Somebody(self.person, room, self.language, topic)

    async def says(self, text: str, **about: Any) -> Message:
        return await self.room.say(text, by=self.person, topic=self.topic, **about)

    async def sends(self, kind: str, source: Content, **about: Any) -> Message:
        return await self.room.send(kind, source, by=self.person, topic=self.topic, **about)

    async def reads(self, key: str, *, after: Message | None = None, **known: Any) -> Message:
        """Wait for the bot's newest message with this text; what is not `known` may be anything."""
        wanted = pattern_of(self.t, key, **known)
        return await self._waits(lambda one: wanted.search(one.text), key, after)

    async def gets_card(self, *, after: Message) -> Message:
        """The answer to a song: a message with goals."""
        return await self.reads("card-what", after=after)

    async def presses(self, key: str, *, on: Message | None = None, **known: Any) -> Popup:
        """Press the newest button with this text, and wait until the chat has changed by it."""
        return await self.presses_label(cut(self.t.plain(key, **known)), on=on)

    async def presses_label(self, label: str, *, on: Message | None = None) -> Popup:
        message, button = await self.finds_button(label, on)
        before, newest = _look(message), self.last.id
        popup = await self.room.tap(message, by=self.person, data=button.data, timeout=PATIENCE)
        if not popup.alert:
            await self._waits(lambda one: one.id > newest or _look(message) != before, label)
        return popup

    async def turns_to(self, label: str) -> Popup:
        """Press a button of the newest menu that may be on a later page."""
        menu, _ = await self.finds_button(self.t.plain("button-back"))
        while not any(each.startswith(label) for each in menu.labels):
            await self.presses("page-next", on=menu)
        return await self.presses_label(label, on=menu)

    async def taps(self, key: str, *, on: Message | None = None) -> Popup:
        """Press a button and wait for the answer to the press alone."""
        message, button = await self.finds_button(self.t.plain(key), on)
        return await self.room.tap(message, by=self.person, data=button.data, timeout=PATIENCE)

    async def finds_button(self, label: str, on: Message | None = None) -> tuple[Message, Button]:
        """Wait for a button whose label begins so."""

        def fitting(one: Message) -> list[Button]:
            return [b for row in one.buttons for b in row if b.label.startswith(label)]

        message = await self._waits(lambda one: on in (None, one) and fitting(one), label)
        return message, fitting(message)[0]

    async def sends_song(self, song: Path, **about: Any) -> Message:
        """Send a song the way a phone does, and wait for its card."""
        known = {"title": TITLE, "performer": ARTIST, "duration": SONG_SECONDS} | about
        known = {"filename": song.name, "mime": "audio/mpeg"} | known
        sent = await self.sends("audio", song, **known)
        return await self.gets_card(after=sent)

    async def orders(self, goal: str = "goal-vocals") -> Message:
        """Choose a goal and press Start on the newest card; returns the status message."""
        await self.presses(goal)
        status, _ = await self.finds_button(self.t.plain("order-start"))
        await self.presses("order-start")
        return status

    async def receives(self, count: int, *, after: Message) -> list[Message]:
        """The stems, once a status that is not older than `after` says that they are all there."""
        done = pattern_of(self.t, "done-title", n=count)
        await self._waits(lambda one: done.search(one.text) and one.id >= after.id, "done-title")
        stems = self.stems_after(after)
        assert len(stems) == count, self.room.transcript()
        return stems

    def stems_after(self, message: Message) -> list[Message]:
        return [one for one in self.room.answers if one.id > message.id and one.file]

    async def _waits(
        self, fits: Callable[[Message], Any], what: str, after: Message | None = None
    ) -> Message:
        try:
            return await self.room.wait(fits, PATIENCE, after=after)
        except AssertionError as error:
            raise AssertionError(f"{what!r} was not there. {error}") from None


@dataclass(eq=False)
class World:
    """One story's stage. Ada and Ben read English; `somebody` makes others."""

    city: City
    make: MakeSong
    settings: Settings
    log: io.StringIO
    errors_expected: bool = False
    ada: Somebody = field(init=False)
    ben: Somebody = field(init=False)
    _bot: AsyncExitStack = field(default_factory=AsyncExitStack)

    def __post_init__(self) -> None:
        self.ada = self.somebody("Ada")
        self.ben = self.somebody("Ben")

    @property
    def telegram(self) -> TelegramSandbox:
        return self.city.telegram

    @property
    def mvsep(self) -> MvsepSandbox:
        return self.city.mvsep

    def somebody(self, name: str, language: str = "en") -> Somebody:
        person = self.telegram.person(name, language_code=language)
        return Somebody(person, person.private(), language)

    def song(self, suffix: str = ".mp3") -> Path:
        """A short song in the format its ending names; the same all the time."""
        return self.make(suffix)

    async def link(self, somebody: Somebody, *, premium: bool = False) -> SandboxAccount:
        """Give somebody an MVSEP account and let them link it as people do."""
        account = self.mvsep.account(name=somebody.person.name, premium=premium)
        asked = await somebody.says("/link")
        await somebody.reads("link-ask", after=asked)
        sent = await somebody.says(account.token)
        done = await somebody.reads("link-done", after=sent, last4=account.token[-4:])
        await somebody.room.wait(lambda one: one.id > done.id, PATIENCE)  # what to do now
        return account

    async def until(self, holds: Callable[[], bool]) -> None:
        """Wait for something at MVSEP, whose stand-in rings no bell."""
        async with asyncio.timeout(PATIENCE):
            while not holds():  # noqa: ASYNC110 - a condition in the same process, without an event
                await asyncio.sleep(0.02)

    async def job(self, number: int = 1) -> SandboxJob:
        """The `number`th create that took effect, once it has."""
        await self.until(lambda: len(self.mvsep.creates) >= number)
        return self.mvsep.creates[number - 1]

    async def start(self) -> None:
        await self._bot.enter_async_context(running_bot(self.settings))

    async def stop(self) -> None:
        await self._bot.aclose()

    async def restart(self) -> None:
        """The bot ends and another one begins with what is stored."""
        await self.stop()
        await self.start()

    def errors(self) -> list[dict[str, Any]]:
        """What was logged as an error, as it was written."""
        lines = [json.loads(line) for line in self.log.getvalue().splitlines()]
        return [line for line in lines if line["level"] in ("error", "critical")]

    def check(self) -> None:
        """What holds at the end of every story."""
        assert self.telegram.violations == []
        assert self.errors_expected or self.errors() == []
        log = self.log.getvalue()
        for secret in self._secrets():
            assert secret not in log, "a secret is in the log"
        for account in self.mvsep.accounts:
            assert account.token not in self._told_by_bot(), "a key was shown"

    def _secrets(self) -> Iterator[str]:
        yield self.telegram.token
        yield self.settings.secret_key.get_secret_value()
        yield from (account.token for account in self.mvsep.accounts)
        yield from (job.any_hash for job in self.mvsep.creates)

    def _told_by_bot(self) -> str:
        return json.dumps([call.params for call in self.telegram.requests], default=str)


@asynccontextmanager
async def open_world(
    folder: Path, make: MakeSong, log: io.StringIO, **about: Any
) -> AsyncIterator[World]:
    """A world with a running bot; `about` goes to `city`."""
    async with city(folder, speed=SPEED, **about) as stage:
        world = World(stage, make, stage.settings, log)
        try:
            await world.start()
            yield world
        finally:
            await world.stop()
        world.check()
    await no_tasks_left()


@contextmanager
def kept_log() -> Iterator[io.StringIO]:
    """The log as an operator would get it, in memory; pytest's own handlers come back afterwards."""
    root = logging.getLogger()
    handlers, level, stream = root.handlers[:], root.level, io.StringIO()
    root.handlers.clear()
    set_up_logging("INFO", stream=stream, as_json=True)
    try:
        yield stream
    finally:
        root.handlers[:] = handlers
        root.setLevel(level)
        logging.captureWarnings(False)
        structlog.reset_defaults()


async def no_tasks_left() -> None:
    """Whatever the bot and the stand-ins began has ended; a transport may need a moment to close."""
    with suppress(TimeoutError):
        async with asyncio.timeout(PATIENCE):
            while asyncio.all_tasks() - {asyncio.current_task()}:  # noqa: ASYNC110 - for any end
                await asyncio.sleep(0.01)
    left = asyncio.all_tasks() - {asyncio.current_task()}
    assert not left, f"tasks are left over: {left}"


def songs_in(folder: Path) -> MakeSong:
    """Songs that are made once and kept."""

    def make(suffix: str) -> Path:
        path = folder / f"song{suffix}"
        return path if path.exists() else make_song(path, SONG_SECONDS)

    return make


def pattern_of(t: Translator, key: str, **known: Any) -> re.Pattern[str]:
    """A text as people read it; what is not known of it may be anything."""
    return _pattern(t, key, tuple(sorted(known.items())))


@cache
def _pattern(t: Translator, key: str, known: tuple[tuple[str, Any], ...]) -> re.Pattern[str]:
    text = t.html(key, **{**dict.fromkeys(_variables(), BLANK), **dict(known)})
    plain = unescape(re.sub(r"<[^>]+>", "", text)).strip()
    return re.compile(".*?".join(map(re.escape, plain.split(BLANK))), re.DOTALL)


def digest(content: Path) -> str:
    return sha256(content.read_bytes()).hexdigest()


def digests(paths: Sequence[Path]) -> list[str]:
    return [digest(path) for path in paths]


def files_of(stems: Sequence[Message]) -> list[Path]:
    return [stem.file.path for stem in stems if stem.file]


@cache
def _variables() -> set[str]:
    texts = (path.read_text(encoding="utf-8") for path in (LOCALES / "en").glob("*.ftl"))
    return set(re.findall(r"\$(\w+)", " ".join(texts)))


def _look(message: Message) -> tuple[str, str, bool]:
    return message.text, json.dumps(message.markup), message.deleted
