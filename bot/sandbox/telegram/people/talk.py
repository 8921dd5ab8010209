"""What people can do in a chat without waiting for the bot: write, send, forward, edit, delete."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from bot.sandbox.telegram.people import messages
from bot.sandbox.telegram.state import State
from bot.sandbox.telegram.wire.entities import detected
from bot.sandbox.telegram.wire.errors import Json
from bot.sandbox.telegram.world import Chat, Media, Message, User, Version

Content = Path | str | bytes
GENERAL_NAME = "General"


class Actor(Protocol):
    """Somebody who can act in a chat."""

    @property
    def user(self) -> User: ...


@dataclass(eq=False)
class Talk:
    """A chat and the people in it. `by`: who acts, the first one by default;
    `topic`: a forum topic by its name."""

    state: State
    chat: Chat
    people: list[Actor] = field(default_factory=list)

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
        by: Actor | None = None,
        topic: str | None = None,
    ) -> Message:
        """Write a text; commands and addresses in it are marked as Telegram does."""
        message = self._message(by, topic, reply_to, text=text, entities=detected(text))
        return messages.enter(self.state, message)

    async def send(  # noqa: PLR0913 - what a client tells about a file
        self,
        kind: str,
        source: Content,
        *,
        filename: str | None = None,
        mime: str | None = None,
        size: int | None = None,
        caption: str = "",
        by: Actor | None = None,
        topic: str | None = None,
        reply_to: Message | None = None,
        group_id: str | None = None,
        **attributes: Any,
    ) -> Message:
        """Send a file as `kind` (`audio`, `document`…). `size`: bytes it claims to have."""
        media = await messages.media_from(
            self.state,
            kind,
            source,
            filename=filename,
            mime=mime,
            size=size,
            attributes=attributes,
        )
        about: Json = {"text": caption, "entities": detected(caption), "group_id": group_id}
        return messages.enter(self.state, self._message(by, topic, reply_to, media=media, **about))

    async def send_audio(self, source: Content, **about: Any) -> Message:
        """Music: `filename`, `title`, `performer`, `duration` (s), `mime`, `cover` (a JPEG); rest as in
        `send`."""
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

    async def album(
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
        origin: Actor | str,
        *,
        by: Actor | None = None,
        topic: str | None = None,
    ) -> Message:
        """Forward a message or a text from a person, `hidden:Name`, `channel:T` or `chat:T`."""
        source = origin if isinstance(origin, str) else origin.user
        about: Json = {"origin": messages.origin_json(self.state, source)}
        if isinstance(content, Message):
            about |= {
                "text": content.text,
                "entities": content.entities,
                "media": content.media,
            }
        else:
            about |= {"text": content, "entities": detected(content)}
        return messages.enter(self.state, self._message(by, topic, None, **about))

    async def edit(self, message: Message, text: str) -> None:
        """A person changes a message of their own."""
        message.edits.append(Version(message.text, message.entities, message.markup))
        message.text, message.entities = text, detected(text)
        message.edited = self.state.world.now()
        self.state.world.tell("edit", message)
        if messages.bot_sees(self.state, message):
            messages.push_message(self.state, "edited_message", message)

    def delete(self, message: Message) -> None:
        """A person removes a message; bots are not told."""
        message.deleted = True
        self.state.world.tell("delete", message)

    def _actor(self, by: Actor | None) -> User:
        return (by or self.people[0]).user

    def _message(
        self,
        by: Actor | None,
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
