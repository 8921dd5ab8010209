"""A chat as the people in it use it: talk, send files, press buttons, wait for the bot."""
# ruff: noqa: ASYNC109 - a waiting test wants its time limit where it waits

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.sandbox.telegram import speaking
from bot.sandbox.telegram.entities import detected
from bot.sandbox.telegram.errors import Json
from bot.sandbox.telegram.state import State
from bot.sandbox.telegram.transcript import transcript_of
from bot.sandbox.telegram.world import Button, Chat, Media, Message, User, Version

Content = Path | str | bytes
GENERAL_NAME = "General"
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
class Room:
    """What private chats and groups have in common. `by`: who acts, the first one by default;
    `topic`: a forum topic by its name."""

    state: State
    chat: Chat
    people: list[Person] = field(default_factory=list)

    @property
    def id(self) -> int:
        return self.chat.id

    @property
    def messages(self) -> list[Message]:
        """All messages, oldest first, deleted ones too."""
        return list(self.chat.messages.values())

    @property
    def answers(self) -> list[Message]:
        """The bot's messages that are still there, oldest first."""
        return [one for one in self.messages if one.from_bot and not one.deleted]

    async def say(
        self,
        text: str,
        *,
        reply_to: Message | None = None,
        by: Person | None = None,
        topic: str | None = None,
    ) -> Message:
        """Write a text; commands and addresses in it are marked as Telegram does."""
        message = self._message(by, topic, reply_to, text=text, entities=detected(text))
        return speaking.enter(self.state, message)

    async def send(  # noqa: PLR0913 - what a client tells about a file
        self,
        kind: str,
        source: Content,
        *,
        filename: str | None = None,
        mime: str | None = None,
        size: int | None = None,
        caption: str = "",
        by: Person | None = None,
        topic: str | None = None,
        reply_to: Message | None = None,
        group_id: str | None = None,
        **attributes: Any,
    ) -> Message:
        """Send a file as `kind` (`audio`, `document`…). `size`: bytes it claims to have."""
        media = await speaking.media_from(
            self.state,
            kind,
            source,
            filename=filename,
            mime=mime,
            size=size,
            attributes=attributes,
        )
        about: Json = {"text": caption, "entities": detected(caption), "group_id": group_id}
        return speaking.enter(self.state, self._message(by, topic, reply_to, media=media, **about))

    async def send_audio(self, source: Content, **about: Any) -> Message:
        """Music: `filename`, `title`, `performer`, `duration` (s), `mime`; rest as in `send`."""
        return await self.send("audio", source, **about)

    async def send_voice(self, source: Content, **about: Any) -> Message:
        return await self.send("voice", source, **({"mime": "audio/ogg"} | about))

    async def send_video(self, source: Content, **about: Any) -> Message:
        return await self.send("video", source, **about)

    async def send_video_note(self, source: Content, **about: Any) -> Message:
        return await self.send("video_note", source, **about)

    async def send_document(self, source: Content, **about: Any) -> Message:
        return await self.send("document", source, **about)

    async def send_photo(self, source: Content, **about: Any) -> Message:
        return await self.send("photo", source, **about)

    async def send_album(
        self, kind: str, sources: Sequence[tuple[str, Content]], **about: Any
    ) -> list[Message]:
        """Several files (name, content) at once: separate messages of one media group."""
        group_id = str(14_000_000_000_000 + self.state.world.serial())
        return [
            await self.send(kind, content, filename=name, group_id=group_id, **about)
            for name, content in sources
        ]

    async def forward(
        self,
        content: Message | str,
        origin: Person | str,
        *,
        by: Person | None = None,
        topic: str | None = None,
    ) -> Message:
        """Forward a message or a text from a person, `hidden:Name`, `channel:T` or `chat:T`."""
        source = origin.user if isinstance(origin, Person) else origin
        about: Json = {"origin": speaking.origin_json(self.state, source)}
        if isinstance(content, Message):
            about |= {
                "text": content.text,
                "entities": content.entities,
                "media": content.media,
            }
        else:
            about |= {"text": content, "entities": detected(content)}
        return speaking.enter(self.state, self._message(by, topic, None, **about))

    async def edit(self, message: Message, text: str) -> None:
        """A person changes a message of their own."""
        message.edits.append(Version(message.text, message.entities, message.markup))
        message.text, message.entities = text, detected(text)
        message.edited = self.state.world.now()
        self.state.world.tell("edit", message)
        if speaking.bot_sees(self.state, message):
            speaking.push_message(self.state, "edited_message", message)

    def delete(self, message: Message) -> None:
        """A person removes a message; bots are not told."""
        message.deleted = True
        self.state.world.tell("delete", message)

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
        by: Person | None = None,
        data: str | None = None,
        timeout: float = 10.0,
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
        query_id = speaking.press(self.state, self.chat, message, data, self._actor(by))
        return await self._popup(query_id, label or data, timeout)

    async def wait(
        self, predicate: Predicate, timeout: float = 10.0, *, after: Message | None = None
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
        self, text: str, timeout: float = 10.0, *, after: Message | None = None
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

    def _actor(self, by: Person | None) -> User:
        return (by or self.people[0]).user

    def _message(
        self,
        by: Person | None,
        topic: str | None,
        reply_to: Message | None,
        *,
        media: Media | None = None,
        **about: Any,
    ) -> Message:
        thread = self._thread(topic, reply_to)
        return Message(
            chat=self.chat,
            id=self.state.world.next_message_id(self.chat),
            sender=self._actor(by),
            date=self.state.world.now(),
            reply_to=reply_to or self._topic_opening(thread),
            topic=thread,
            media=media,
            **about,
        )

    def _thread(self, topic: str | None, reply_to: Message | None) -> int | None:
        """A forum topic's id; in other supergroups replies form threads of their own."""
        if topic is not None:
            threads = {name: thread for thread, name in self.chat.topics.items()}
            return threads[topic] if topic != GENERAL_NAME else None
        if reply_to is None or self.chat.type != "supergroup":
            return None
        return reply_to.topic or (None if self.chat.is_forum else reply_to.id)

    def _topic_opening(self, thread: int | None) -> Message | None:
        """In a topic every message without a reply answers the one that opened the topic."""
        return self.chat.messages.get(thread) if thread is not None else None


@dataclass(eq=False)
class PrivateChat(Room):
    """A person's chat with the bot."""

    def block(self) -> None:
        """The person blocks the bot: it gets 403 from now on."""
        speaking.change_membership(self.state, self.chat, "blocked", self._actor(None))

    def unblock(self) -> None:
        speaking.change_membership(self.state, self.chat, "member", self._actor(None))


def _starts(label: str, prefix: str) -> bool:
    bare = label.lstrip("".join(c for c in label if not c.isalnum()))
    return label.startswith(prefix) or bare.startswith(prefix)
