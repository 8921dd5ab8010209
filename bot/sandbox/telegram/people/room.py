"""A chat as the people in it use it: press buttons and wait for what the bot does."""
# ruff: noqa: ASYNC109 - a waiting test wants its time limit where it waits

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bot.sandbox.telegram.people import messages
from bot.sandbox.telegram.people.talk import Actor, Talk
from bot.sandbox.telegram.people.transcript import transcript_of
from bot.sandbox.telegram.state import State
from bot.sandbox.telegram.world import Button, Chat, Message, User

Predicate = Callable[[Message], Any]


@dataclass(frozen=True)
class Popup:
    """The answer to a tap: a short note, an alert window, or an address to open."""

    text: str
    alert: bool = False
    url: str | None = None


@dataclass(eq=False)
class Person:
    """Somebody with a Telegram account. A person has one private chat with the bot."""

    state: State
    user: User

    @property
    def id(self) -> int:
        return self.user.id

    @property
    def name(self) -> str:
        return self.user.first_name

    def private(self) -> "PrivateChat":
        """The chat with the bot; the bot cannot write there before the person's first word."""
        chats = self.state.world.chats
        if self.id not in chats:
            chats[self.id] = Chat(self.id, "private", bot_state="unknown")
        return PrivateChat(self.state, chats[self.id], [self])

    async def follow(self, link: str) -> Message:
        """Open a deep link `https://t.me/<bot>?start=payload`: it sends `/start payload`."""
        payload = link.partition("?start=")[2]
        return await self.private().say(f"/start {payload}".strip())


@dataclass(eq=False)
class Room(Talk):
    """What private chats and groups have in common."""

    def find_button(self, label: str, message: Message | None = None) -> tuple[Message, Button]:
        """The newest message with a button whose label starts so; leading symbols don't count."""
        where = [message] if message is not None else reversed(self.answers)
        for one in where:
            for row in one.buttons:
                for button in row:
                    if _starts(button.label, label):
                        return one, button
        raise AssertionError(f"No button {label!r} in this chat:\n{self.transcript()}")

    async def tap(
        self,
        message: Message | str | None = None,
        label: str = "",
        *,
        by: Actor | None = None,
        data: str | None = None,
        timeout: float = 60.0,
    ) -> Popup:
        """Press a button by the start of its label and wait for the bot's answer to the query.

        `tap("Start")` presses it on the newest message that has one. `data`: forged callback
        data sent from `message` (or the bot's newest). A link button returns its address.
        """
        if isinstance(message, str):
            label, message = message, None
        if data is None:
            message, button = self.find_button(label, message)
            if button.data is None:
                return Popup("", url=button.url)
            data = button.data
        message = message or self.answers[-1]
        query_id = messages.press(self.state, self.chat, message, data, self._actor(by))
        return await self._popup(query_id, label or data, timeout)

    async def wait(
        self, predicate: Predicate, timeout: float = 60.0, *, after: Message | None = None
    ) -> Message:
        """The bot's newest message that fits, now or within `timeout` seconds."""
        found: list[Message] = []

        def fits() -> bool:
            found[:] = [m for m in self.answers if (not after or m.id > after.id) and predicate(m)]
            return bool(found)

        if not await self.state.world.bell.until(fits, timeout):
            raise AssertionError(f"No such message in {timeout:g} s:\n{self.transcript()}")
        return found[-1]

    async def wait_text(
        self, text: str, timeout: float = 60.0, *, after: Message | None = None
    ) -> Message:
        """The bot's newest message (or caption) that contains this text."""
        try:
            return await self.wait(lambda one: text in one.text, timeout, after=after)
        except AssertionError as error:
            raise AssertionError(f"{text!r} did not appear. {error}") from None

    def transcript(self) -> str:
        """The conversation as readable lines."""
        return transcript_of(self.messages)

    async def _popup(self, query_id: str, what: str, seconds: float) -> Popup:
        query = self.state.queries[query_id]
        if not await self.state.world.bell.until(lambda: query.answer is not None, seconds):
            raise AssertionError(f"The bot did not answer the tap {what!r}:\n{self.transcript()}")
        answer = query.answer or {}
        return Popup(answer["text"], answer["alert"], answer["url"])


@dataclass(eq=False)
class PrivateChat(Room):
    """A person's chat with the bot."""

    def block(self) -> None:
        """The person blocks the bot: it gets 403 from now on."""
        messages.change_membership(self.state, self.chat, "blocked", self._actor(None))

    def unblock(self) -> None:
        messages.change_membership(self.state, self.chat, "member", self._actor(None))


def _starts(label: str, prefix: str) -> bool:
    bare = label.lstrip("".join(c for c in label if not c.isalnum()))
    return label.startswith(prefix) or bare.startswith(prefix)
