"""What Telegram would know: people, chats, messages and files."""

import mimetypes
import secrets
import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from bot.sandbox.telegram.bell import Bell
from bot.sandbox.telegram.names import clean_filename
from bot.sandbox.telegram.wire.entities import as_html
from bot.sandbox.telegram.wire.errors import Json

FOLDERS = {
    "audio": "music",
    "document": "documents",
    "photo": "photos",
    "voice": "voice",
    "video": "videos",
    "video_note": "video_notes",
    "animation": "animations",
    "thumbnail": "thumbnails",
}

GENERAL = 1
"""The thread id of a forum's first topic; messages there carry none."""


@dataclass
class User:
    """A person or the bot (Bot API, User)."""

    id: int
    first_name: str
    username: str | None = None
    language_code: str | None = None
    is_bot: bool = False


@dataclass(frozen=True)
class StoredFile:
    """A file on the server's disk; `kind` is what it was sent as, `file_path` is for downloads."""

    id: str
    unique_id: str
    kind: str
    path: Path
    file_path: str
    size: int
    name: str
    mime: str


@dataclass
class Media:
    """What a message carries besides text; `attributes` are duration, title, performer, width…"""

    kind: str
    file: StoredFile
    attributes: Json = field(default_factory=dict)
    thumbnail: StoredFile | None = None


@dataclass(frozen=True)
class Button:
    """An inline button as a person sees it; `raw` is the Bot API object."""

    label: str
    data: str | None
    url: str | None
    raw: Json


@dataclass(frozen=True)
class Version:
    """How a message looked before an edit."""

    text: str
    entities: list[Json]
    markup: Json | None


@dataclass
class Message:
    """A message as people see it. `text` is the plain text or caption, `topic` a thread id."""

    chat: "Chat"
    id: int
    sender: User
    date: float
    text: str = ""
    entities: list[Json] = field(default_factory=list)
    media: Media | None = None
    markup: Json | None = None
    reply_to: "Message | None" = None
    topic: int | None = None
    group_id: str | None = None
    origin: Json | None = None
    service: Json = field(default_factory=dict)
    edited: float | None = None
    edits: list[Version] = field(default_factory=list)
    reactions: list[Json] = field(default_factory=list)
    deleted: bool = False
    protected: bool = False

    @property
    def from_bot(self) -> bool:
        return self.sender.is_bot

    @property
    def kind(self) -> str:
        """`text`, `service`, or the kind of media: `audio`, `document`, `voice`, `photo`…"""
        if self.media is not None:
            return self.media.kind
        return "service" if self.service else "text"

    @property
    def file(self) -> StoredFile | None:
        return self.media.file if self.media else None

    @property
    def filename(self) -> str | None:
        return self.media.file.name if self.media else None

    @property
    def attributes(self) -> Json:
        return self.media.attributes if self.media else {}

    @property
    def title(self) -> str | None:
        return self.attributes.get("title")

    @property
    def performer(self) -> str | None:
        return self.attributes.get("performer")

    @property
    def duration(self) -> int | None:
        """Seconds, as the sender said."""
        return self.attributes.get("duration")

    @property
    def html(self) -> str:
        """The text with its formatting as Bot API HTML."""
        return as_html(self.text, self.entities)

    @property
    def buttons(self) -> list[list[Button]]:
        """Rows of inline buttons."""
        rows = (self.markup or {}).get("inline_keyboard", [])
        return [[_button(raw) for raw in row] for row in rows]

    @property
    def labels(self) -> list[str]:
        return [button.label for row in self.buttons for button in row]


def _button(raw: Json) -> Button:
    return Button(raw["text"], raw.get("callback_data"), raw.get("url"), raw)


@dataclass
class Chat:
    """A chat (Bot API, Chat). `bot_state` is the bot's membership: a ChatMember status,
    `blocked` by the person, or `unknown` before a person's first word."""

    id: int
    type: str
    title: str | None = None
    members: dict[int, User] = field(default_factory=dict)
    admins: set[int] = field(default_factory=set)
    topics: dict[int, str] = field(default_factory=dict)
    messages: dict[int, Message] = field(default_factory=dict)
    bot_state: str = "member"
    migrated_to: int | None = None
    last_id: int = 0

    @property
    def is_group(self) -> bool:
        return self.type in {"group", "supergroup"}

    @property
    def is_forum(self) -> bool:
        return bool(self.topics)


@dataclass(frozen=True)
class Event:
    """Something happened: `message`, `edit`, `delete`, `action`, `answer`, `reaction`, `draft`."""

    kind: str
    chat_id: int
    message: Message | None = None
    detail: Json = field(default_factory=dict)


Watcher = Callable[[Event], None]


@dataclass
class World:
    """Everything that exists on the server's side for one bot."""

    bot: User
    directory: Path
    users: dict[int, User] = field(default_factory=dict)
    chats: dict[int, Chat] = field(default_factory=dict)
    files: dict[str, StoredFile] = field(default_factory=dict)
    media: dict[str, Media] = field(default_factory=dict)
    events: list[Event] = field(default_factory=list)
    watchers: list[Watcher] = field(default_factory=list)
    bell: Bell = field(default_factory=Bell)
    _box: int = 100
    _serial: int = 0

    def now(self) -> float:
        return time.time()

    def serial(self) -> int:
        self._serial += 1
        return self._serial

    def next_message_id(self, chat: Chat) -> int:
        """Supergroups count for themselves; private chats and basic groups share one count."""
        if chat.type == "supergroup":
            chat.last_id += 1
            return chat.last_id
        self._box += 1
        return self._box

    def post(self, message: Message) -> Message:
        message.chat.messages[message.id] = message
        self.tell("message", message)
        return message

    def tell(self, kind: str, message: Message) -> None:
        self.happened(Event(kind, message.chat.id, message))

    def happened(self, event: Event) -> None:
        """Record an event, show it to the watchers, wake the waiting."""
        self.events.append(event)
        for watcher in self.watchers:
            watcher(event)
        self.bell.ring()

    def keep_file(
        self, source: Path, kind: str, name: str, mime: str, *, move: bool
    ) -> StoredFile:
        """Take a file into the server's store (blocking: call it in a thread when it is big)."""
        folder = self.directory / FOLDERS[kind]
        folder.mkdir(parents=True, exist_ok=True)
        name = clean_filename(name)
        number = self.serial()
        suffix = Path(name).suffix or mimetypes.guess_extension(mime) or ""
        path = folder / f"file_{number}{suffix}"
        if move:
            source.replace(path)
        else:
            shutil.copyfile(source, path)
        stored = StoredFile(
            id=f"{kind.upper()}-{secrets.token_urlsafe(40)}",
            unique_id=secrets.token_urlsafe(10),
            kind=kind,
            path=path,
            file_path=f"{FOLDERS[kind]}/{path.name}",
            size=path.stat().st_size,
            name=name,
            mime=mime,
        )
        self.files[stored.id] = stored
        return stored

    def age(self, seconds: float) -> None:
        """Make everything so far older."""
        for chat in self.chats.values():
            for message in chat.messages.values():
                message.date -= seconds
                if message.edited is not None:
                    message.edited -= seconds
