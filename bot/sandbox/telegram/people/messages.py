"""What people's words and files become: messages in the world, updates for the bot."""

import asyncio
import contextlib
import dataclasses
import mimetypes
import secrets
from pathlib import Path

from bot.sandbox.telegram.media import REQUIRED, keep
from bot.sandbox.telegram.shapes import chat_json, member_json, message_json, user_json
from bot.sandbox.telegram.state import State
from bot.sandbox.telegram.wire.errors import Json
from bot.sandbox.telegram.world import Chat, Media, Message, StoredFile, User, World

CHANNEL_ID = -1_009_999_999_999


def enter(state: State, message: Message) -> Message:
    """Put a person's message into its chat and tell the bot, if the bot may see it."""
    if message.chat.bot_state == "unknown":
        message.chat.bot_state = "member"
    state.world.post(message)
    if bot_sees(state, message):
        push_message(state, "message", message)
    return message


def push_message(state: State, kind: str, message: Message) -> None:
    state.updates.push(kind, message_json(state.world, message), message.chat.id)


def bot_sees(state: State, message: Message) -> bool:
    """Privacy mode: in groups only commands, replies to the bot and service messages."""
    chat = message.chat
    if chat.bot_state not in {"member", "administrator"}:
        return False
    if not chat.is_group or not state.privacy or chat.bot_state == "administrator":
        return True
    if message.service or (message.reply_to is not None and message.reply_to.from_bot):
        return True
    return _is_command_for(state, message)


def press(state: State, chat: Chat, message: Message, data: str, user: User) -> str:
    """A tap on a callback button: queue the query, return its id."""
    query = state.ask()
    shape = message_json(state.world, message)
    if message.deleted:
        place = {"chat": chat_json(state.world, chat)}
        shape = place | {"message_id": message.id, "date": 0}
    payload = {
        "id": query.id,
        "from": user_json(user),
        "message": shape,
        "chat_instance": str(abs(chat.id) * 31),
        "data": data,
    }
    state.updates.push("callback_query", payload, chat.id)
    return query.id


def change_membership(state: State, chat: Chat, bot_state: str, by: User) -> None:
    """The bot was added, removed, blocked…: it hears so (Bot API, my_chat_member)."""
    before = member_json(chat, state.world.bot)
    chat.bot_state = bot_state
    payload = {
        "chat": chat_json(state.world, chat),
        "from": user_json(by),
        "date": int(state.world.now()),
        "old_chat_member": before,
        "new_chat_member": member_json(chat, state.world.bot),
    }
    state.updates.push("my_chat_member", payload, chat.id)


async def media_from(
    state: State,
    kind: str,
    source: Path | str | bytes,
    *,
    filename: str | None,
    mime: str | None,
    size: int | None,
    attributes: Json,
) -> Media:
    """A file as a person's app sends it; nothing is checked, apps and people differ."""
    path, own = await asyncio.to_thread(_on_disk, state.world.directory, source)
    name = filename if filename is not None else ("" if own else path.name)
    mime = mime or mimetypes.guess_type(name)[0] or "application/octet-stream"
    stored = await keep(state.world, path, kind, name, mime, own)
    if size is not None:
        stored = dataclasses.replace(stored, size=size)
        state.world.files[stored.id] = stored
    kept = {key: value for key, value in attributes.items() if value is not None}
    cover = await _cover(state.world, kept.pop("cover", None))
    media = Media(kind, stored, REQUIRED.get(kind, {}) | kept, cover)
    state.world.media[stored.id] = media
    return media


async def _cover(world: World, picture: bytes | None) -> StoredFile | None:
    """The small picture a server makes of the cover inside a song."""
    if picture is None:
        return None
    path, own = await asyncio.to_thread(_on_disk, world.directory, picture)
    return await keep(world, path, "thumbnail", "", "image/jpeg", own)


def origin_json(state: State, origin: User | str) -> Json:
    """Bot API, MessageOrigin: of a person, or of `hidden:Name`, `channel:Title`, `chat:Title`."""
    date = {"date": int(state.world.now()) - 3600}
    if isinstance(origin, User):
        return {"type": "user", "sender_user": user_json(origin)} | date
    kind, _, title = origin.partition(":")
    if kind == "hidden":
        return {"type": "hidden_user", "sender_user_name": title} | date
    if kind == "channel":
        channel = {"id": CHANNEL_ID, "type": "channel", "title": title}
        return {"type": "channel", "chat": channel, "message_id": 7} | date
    sender = {"id": CHANNEL_ID + 1, "type": "supergroup", "title": title}
    return {"type": "chat", "sender_chat": sender} | date


def _is_command_for(state: State, message: Message) -> bool:
    """A command at the start, not addressed to another bot."""
    if not any(one["type"] == "bot_command" and one["offset"] == 0 for one in message.entities):
        return False
    command = message.text.split(maxsplit=1)[0]
    addressee = command.partition("@")[2]
    return addressee.lower() in {"", str(state.world.bot.username).lower()}


def _on_disk(folder: Path, source: Path | str | bytes) -> tuple[Path, bool]:
    """A path to the content, and whether it is our own temporary file."""
    if not isinstance(source, bytes):
        return Path(source), False
    path = folder / f"sent-{secrets.token_hex(8)}"
    with contextlib.closing(path.open("wb")) as file:
        file.write(source)
    return path, True
