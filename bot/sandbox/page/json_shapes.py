"""The world as JSON for the page: rooms, people and messages."""

import re
from typing import Any

from bot.sandbox.page.people import LANGUAGES, Cast, Room, topic_of
from bot.sandbox.telegram.state import State
from bot.sandbox.telegram.world import Button, Media, Message, StoredFile, User

Json = dict[str, Any]

EXCERPT = 120


def whole(cast: Cast, state: State) -> Json:
    """Everything a page that has just been opened needs."""
    bot = state.world.bot
    return {
        "bot": {"id": bot.id, "name": bot.first_name, "username": bot.username},
        "languages": LANGUAGES,
        "people": [person_shape(cast, person_id) for person_id in cast.people],
        "rooms": [room_shape(cast, name, room) for name, room in cast.rooms.items()],
        "messages": [
            message_shape(name, message)
            for name, room in cast.rooms.items()
            for message in room.messages
            if not message.deleted
        ],
    }


def person_shape(cast: Cast, person_id: int) -> Json:
    user, account = cast.people[person_id].user, cast.accounts[person_id]
    return {
        "id": user.id,
        "name": user.first_name,
        "language": user.language_code,
        "key": account.token,
    }


def room_shape(cast: Cast, name: str, room: Room) -> Json:
    members = cast.members(name)
    return {
        "name": name,
        "title": room.chat.title or f"Stemgram, as {members[0].name}",
        "group": room.chat.is_group,
        "members": [person.id for person in members],
        "topics": [{"id": key, "title": title} for key, title in room.chat.topics.items()],
    }


def message_shape(room: str, message: Message) -> Json:
    """A message as people see it; offsets of entities count UTF-16 units, as JavaScript does."""
    return {
        "room": room,
        "id": message.id,
        "topic": topic_of(message),
        "sender": _sender(message.sender),
        "date": message.date,
        "edited": message.edited if not message.from_bot else None,
        "text": message.text,
        "entities": message.entities,
        "media": media_shape(message.media) if message.media else None,
        "buttons": [[_button(button) for button in row] for row in message.buttons],
        "reply": _reply(message),
        "group": message.group_id,
        "origin": origin_name(message.origin) if message.origin else None,
        "service": _service(message) if message.service else None,
        "reactions": [one.get("emoji", "★") for one in message.reactions],
    }


def media_shape(media: Media) -> Json:
    about = media.attributes
    return {
        "kind": media.kind,
        "url": file_url(media.file),
        "cover": file_url(media.thumbnail) if media.thumbnail else None,
        "name": media.file.name,
        "mime": media.file.mime,
        "size": media.file.size,
        "title": about.get("title"),
        "performer": about.get("performer"),
        "duration": about.get("duration"),
    }


def file_url(file: StoredFile) -> str:
    return f"/files/{file.unique_id}"


def origin_name(origin: Json) -> str:
    """Whose words these were before they were forwarded (Bot API, MessageOrigin)."""
    match origin["type"]:
        case "user":
            return str(origin["sender_user"]["first_name"])
        case "hidden_user":
            return str(origin["sender_user_name"])
        case kind:
            return str(origin["chat" if kind == "channel" else "sender_chat"]["title"])


def commands_shape(state: State, room: Room, person: User) -> list[Json]:
    """The menu a person sees: the narrowest scope first, their language before the common list
    (Bot API, "Determining list of commands")."""
    broad = "all_group_chats" if room.chat.is_group else "all_private_chats"
    for scope in (f"chat:{room.id}", broad, "default"):
        for language in (person.language_code or "", ""):
            listed = state.commands.get((scope, language))
            if listed:
                return [{"command": name, "description": text} for name, text in listed]
    return []


def _sender(user: User) -> Json:
    return {"id": user.id, "name": user.first_name, "bot": user.is_bot}


def _button(button: Button) -> Json:
    copied = button.raw.get("copy_text") or {}
    return {
        "label": button.label,
        "data": button.data,
        "url": button.url,
        "copy": copied.get("text"),
    }


def _reply(message: Message) -> Json | None:
    """What this one answers; the message that opened a topic is no answer anybody meant."""
    answered = message.reply_to
    if answered is None or answered.deleted or answered.service:
        return None
    shown = answered.text or (answered.media.file.name if answered.media else "")
    text = re.sub(r"\s+", " ", shown or answered.kind)[:EXCERPT]
    return {"id": answered.id, "name": answered.sender.first_name, "text": text}


def _service(message: Message) -> str:
    created = message.service.get("forum_topic_created")
    if created:
        return f"{message.sender.first_name} opened the topic “{created['name']}”"
    return ", ".join(message.service).replace("_", " ")
