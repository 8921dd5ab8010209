"""The world's objects as the Bot API's JSON objects."""

from typing import Any

from bot.sandbox.telegram.wire.errors import Json
from bot.sandbox.telegram.world import Chat, Media, Message, StoredFile, User, World

RIGHTS = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_send_welcome_messages",
)


def user_json(user: User) -> Json:
    return _without_none(
        {
            "id": user.id,
            "is_bot": user.is_bot,
            "first_name": user.first_name,
            "username": user.username,
            "language_code": user.language_code,
        }
    )


def chat_json(world: World, chat: Chat) -> Json:
    if chat.type == "private":
        person = world.users[chat.id]
        names = {"first_name": person.first_name, "username": person.username}
        return _without_none({"id": chat.id, "type": "private"} | names)
    shape: Json = {"id": chat.id, "type": chat.type, "title": chat.title}
    return shape | ({"is_forum": True} if chat.is_forum else {})


def full_chat_json(world: World, chat: Chat) -> Json:
    gifts = "unlimited_gifts limited_gifts unique_gifts premium_subscription gifts_from_channels"
    return chat_json(world, chat) | {
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(gifts.split(), False),
    }


def member_json(chat: Chat, user: User) -> Json:
    """Bot API, ChatMember; the first person of a group owns it."""
    shape: Json = {"user": user_json(user)}
    if user.is_bot:
        return _bot_member(chat, shape)
    if user.id not in chat.members:
        return shape | {"status": "left"}
    if user.id == next(iter(chat.members)):
        return shape | {"status": "creator", "is_anonymous": False}
    if user.id in chat.admins:
        return shape | _admin()
    return shape | {"status": "member"}


def _bot_member(chat: Chat, shape: Json) -> Json:
    if chat.bot_state in {"kicked", "blocked"}:
        return shape | {"status": "kicked", "until_date": 0}
    if chat.bot_state == "administrator":
        return shape | _admin()
    return shape | {"status": chat.bot_state}


def _admin() -> Json:
    rights = dict.fromkeys(RIGHTS, False) | {"can_manage_chat": True, "can_delete_messages": True}
    return {"status": "administrator", "can_be_edited": False, "is_anonymous": False} | rights


def message_json(world: World, message: Message, *, with_reply: bool = True) -> Json:
    """Bot API, Message. The message replied to comes without its own reply, as there."""
    shape: Json = {
        "message_id": message.id,
        "from": user_json(message.sender),
        "chat": chat_json(world, message.chat),
        "date": int(message.date),
    }
    shape |= _place(message) | _content(message) | message.service
    if message.edited is not None:
        shape["edit_date"] = int(message.edited)
    if with_reply and message.reply_to is not None and not message.reply_to.deleted:
        shape["reply_to_message"] = message_json(world, message.reply_to, with_reply=False)
    if "inline_keyboard" in (message.markup or {}):
        shape["reply_markup"] = message.markup
    return shape


def _place(message: Message) -> Json:
    shape: Json = {}
    if message.topic is not None:
        shape["message_thread_id"] = message.topic
    if message.topic is not None and message.chat.is_forum:
        shape["is_topic_message"] = True
    if message.group_id:
        shape["media_group_id"] = message.group_id
    if message.origin:
        shape["forward_origin"] = message.origin
    if message.protected:
        shape["has_protected_content"] = True
    return shape


def _content(message: Message) -> Json:
    if message.media is None:
        text = {"text": message.text} if message.text else {}
        return text | ({"entities": message.entities} if message.entities else {})
    shape: Json = media_json(message.media)
    if message.text:
        shape["caption"] = message.text
    if message.entities:
        shape["caption_entities"] = message.entities
    return shape


def media_json(media: Media) -> Json:
    if media.kind == "photo":
        return {"photo": _photo_sizes(media)}
    shape = _file_json(media.file) | _named(media) | media.attributes
    if media.thumbnail is not None:
        shape["thumbnail"] = _file_json(media.thumbnail) | {"width": 320, "height": 320}
    if media.kind == "animation":
        return {"animation": shape, "document": _file_json(media.file) | _named(media)}
    return {media.kind: shape}


def _named(media: Media) -> Json:
    if media.kind == "video_note":
        return {}
    name = {} if media.kind == "voice" or not media.file.name else {"file_name": media.file.name}
    return {"mime_type": media.file.mime} | name


def _photo_sizes(media: Media) -> list[Json]:
    return [_file_json(media.file) | {"width": 1280, "height": 720}]


def _file_json(file: StoredFile) -> Json:
    return {"file_id": file.id, "file_unique_id": file.unique_id, "file_size": file.size}


def file_json(file: StoredFile, *, local: bool) -> Json:
    """Bot API, File: an own server with `--local` names the absolute path on its disk."""
    return _file_json(file) | {"file_path": str(file.path) if local else file.file_path}


def _without_none(shape: dict[str, Any]) -> Json:
    return {key: value for key, value in shape.items() if value is not None}
