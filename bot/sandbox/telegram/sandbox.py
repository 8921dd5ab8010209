"""The stand-in as a whole: start it, put people into it, look at what the bot did."""

import asyncio
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from aiohttp import web

from bot.sandbox.faults import Faults
from bot.sandbox.stand_in import StandIn
from bot.sandbox.telegram.people.groups import GroupChat, Person, open_group
from bot.sandbox.telegram.state import Commands, Request, State, Violation
from bot.sandbox.telegram.wire.flood import Flood
from bot.sandbox.telegram.wire.limits import Limits
from bot.sandbox.telegram.wire.server import Server, refusal
from bot.sandbox.telegram.wire.updates import UpdateQueue
from bot.sandbox.telegram.world import Event, StoredFile, User, Watcher, World

TOKEN = "7700000077:AAsandbox-not-a-real-token-000000000"  # noqa: S105
FIRST_PERSON = 5_100_000_000


class TelegramSandbox(StandIn):
    """Telegram for one bot, on loopback. Keeps running while the bot restarts.

    Use it as `async with TelegramSandbox() as sb`; bots take `sb.base_url`, `sb.base_file_url`
    and `sb.token`. `local`: like an own server run with `--local`. `flood`: 429 when the bot
    writes too often. `strict`: unknown parameters are violations. `port` 0: any free one.
    """

    def __init__(
        self,
        token: str = TOKEN,
        username: str = "stemgram_bot",
        *,
        name: str = "Stemgram",
        local: bool = False,
        flood: bool = False,
        strict: bool = True,
        limits: Limits | None = None,
        port: int = 0,
    ) -> None:
        super().__init__(port)
        self.token = token
        self._directory = Path(tempfile.mkdtemp(prefix="telegram-sandbox-"))
        bot = User(int(token.partition(":")[0]), name, username, is_bot=True)
        world = World(bot, self._directory)
        self.state = State(
            token=token,
            world=world,
            updates=UpdateQueue(bell=world.bell),
            limits=limits or Limits.of(local=local),
            flood=Flood(flood),
            local=local,
        )
        self.faults = Faults(refusal)
        self._server = Server(self.state, self.faults, self._directory, strict)
        self._people = 0

    def _app(self) -> web.Application:
        return self._server.app()

    async def stop(self) -> list[Exception]:
        """Close the server, end waiting polls, remove the files."""
        self.state.updates.close()
        if self.state.webhook is not None:
            await self.state.webhook.stop()
        failures = await super().stop()
        await asyncio.to_thread(shutil.rmtree, self._directory, ignore_errors=True)
        return failures

    @property
    def base_url(self) -> str:
        """For PTB's `base_url`: the token is appended."""
        return f"{self.url}/bot"

    @property
    def base_file_url(self) -> str:
        return f"{self.url}/file/bot"

    @property
    def requests(self) -> list[Request]:
        """Every call of the bot, refused ones too; those that met a fault are in `faults.hits`."""
        return self.state.requests

    @property
    def violations(self) -> list[Violation]:
        """Calls a correct bot would not have made; tests assert that it stays empty."""
        return self.state.violations

    @property
    def events(self) -> list[Event]:
        return self.state.world.events

    @property
    def commands(self) -> Commands:
        return self.state.commands

    @property
    def files(self) -> dict[str, StoredFile]:
        """All files by file_id."""
        return self.state.world.files

    @property
    def broken_uploads(self) -> int:
        """Calls whose body broke off before its end; they had no effect."""
        return self.state.broken_uploads

    @property
    def pending(self) -> list[int]:
        """Ids of the updates that the bot has not confirmed."""
        return [entry.update_id for entry in self.state.updates.entries]

    @property
    def privacy(self) -> bool:
        """Privacy mode, on as with every new bot: in groups it sees commands and replies only."""
        return self.state.privacy

    @privacy.setter
    def privacy(self, on: bool) -> None:
        self.state.privacy = on

    @property
    def flood(self) -> Flood:
        return self.state.flood

    @property
    def bot(self) -> User:
        return self.state.world.bot

    def calls(self, method: str) -> list[Request]:
        """The requests of one method, by its exact name."""
        return [request for request in self.requests if request.method == method]

    def watch(self, watcher: Watcher) -> None:
        """Call `watcher` with every event from now on (a page or a terminal shows them)."""
        self.state.world.watchers.append(watcher)

    def person(
        self, name: str, *, language_code: str | None = "en", username: str | None = None
    ) -> Person:
        """A new person; their ids do not fit into 32 bits, as with many real ones."""
        self._people += 1
        user = User(FIRST_PERSON + self._people * 7919, name, username, language_code)
        self.state.world.users[user.id] = user
        return Person(self.state, user)

    def group(
        self, title: str, people: list[Person], *, topics: list[str] | None = None
    ) -> GroupChat:
        """A group with the bot in it; with `topics` a forum, whose first topic is General."""
        return open_group(self.state, title, people, topics or [])

    async def until(
        self,
        condition: Callable[[], bool],
        timeout: float = 60.0,  # noqa: ASYNC109 - named as in `wait`
    ) -> None:
        """Wait until `condition()` holds; it is looked at after each event and request."""
        if not await self.state.world.bell.until(condition, timeout):
            recent = "\n".join(f"{one.method} {one.status}" for one in self.requests[-20:])
            raise AssertionError(f"Not within {timeout:g} s. The bot's last calls:\n{recent}")

    def push_raw(self, update: dict[str, Any] | str) -> int:
        """Queue a forged update: a dict (gets an id when it has none) or JSON text as it is."""
        return self.state.updates.push_raw(update)

    def redeliver(self, update_id: int) -> None:
        """Hand out an update that was confirmed already."""
        self.state.updates.redeliver(update_id)

    def hold_updates(self) -> None:
        """People go on talking, the bot hears nothing until `release_updates`."""
        self.state.updates.hold()

    def release_updates(self) -> None:
        self.state.updates.release()

    def age(self, seconds: float) -> None:
        """Let time pass: messages and unanswered queries become `seconds` older."""
        self.state.world.age(seconds)
        for query in self.state.queries.values():
            query.asked -= seconds
