"""A message from the bot: where it may go, what its text is, how it enters the chat."""

from dataclasses import dataclass
from typing import Any

from aiogram.types import MessageEntity, ReplyParameters

from bot.sandbox.telegram.state import State, given
from bot.sandbox.telegram.wire.entities import parse_html, trimmed, with_detected
from bot.sandbox.telegram.wire.errors import Json, bad_request
from bot.sandbox.telegram.wire.limits import check_caption, check_markup, check_text
from bot.sandbox.telegram.world import GENERAL, Chat, Media, Message


@dataclass(frozen=True)
class Target:
    """Where a message goes: chat, topic, and the message it answers."""

    chat: Chat
    topic: int | None
    reply_to: Message | None


def target_of(state: State, method: Any) -> Target:
    """Resolve chat_id, message_thread_id and reply_parameters of a send method."""
    chat = state.open_chat(method.chat_id)
    topic = check_topic(chat, getattr(method, "message_thread_id", None))
    reply_to = _reply_target(state, chat, method)
    if topic is None and reply_to is not None and chat.is_forum:
        topic = reply_to.topic
    return Target(chat, topic, reply_to)


def check_topic(chat: Chat, thread: int | None) -> int | None:
    """A topic that exists; only forums have them, and General is addressed without an id."""
    if thread is not None and (thread == GENERAL or thread not in chat.topics):
        raise bad_request("message thread not found")
    return thread


def formatted(
    text: str | None, mode: Any, entities: list[MessageEntity] | None
) -> tuple[str, Json]:
    """Text and entities from what the method gave: HTML, a list of entities, or nothing."""
    mode = given(mode)
    if mode and mode.lower() != "html":
        raise bad_request(f"the sandbox reads only parse_mode HTML, not {mode}")
    if mode:
        plain, found = parse_html(text or "")
    else:
        listed = [e.model_dump(mode="json", exclude_none=True) for e in entities or []]
        plain, found = trimmed(text or "", listed)
    return plain, {"entities": with_detected(plain, found)}


def text_of(method: Any) -> tuple[str, list[Json]]:
    if not method.text:
        raise bad_request("message text is empty")
    plain, rest = formatted(method.text, method.parse_mode, method.entities)
    check_text(plain)
    return plain, rest["entities"]


def caption_of(method: Any) -> tuple[str, list[Json]]:
    plain, rest = formatted(method.caption, method.parse_mode, method.caption_entities)
    check_caption(plain)
    return plain, rest["entities"]


def post(
    state: State,
    target: Target,
    text: tuple[str, list[Json]],
    *,
    media: Media | None = None,
    markup: Any = None,
    group_id: str | None = None,
    protected: bool = False,
) -> Message:
    """Put the bot's message into the chat and show it to the people there."""
    plain, entities = text
    message = Message(
        chat=target.chat,
        id=state.world.next_message_id(target.chat),
        sender=state.world.bot,
        date=state.world.now(),
        text=plain,
        entities=entities,
        media=media,
        markup=check_markup(markup),
        reply_to=target.reply_to,
        topic=target.topic,
        group_id=group_id,
        protected=protected,
    )
    return state.world.post(message)


def _reply_target(state: State, chat: Chat, method: Any) -> Message | None:
    asked = _reply_parameters(method)
    if asked is None or asked.message_id is None:
        return None
    where = chat if asked.chat_id is None else state.chat(asked.chat_id)
    found = where.messages.get(asked.message_id)
    if found is not None and not found.deleted:
        return found
    if given(asked.allow_sending_without_reply):
        return None
    raise bad_request("message to be replied not found", fault=found is None)


def _reply_parameters(method: Any) -> ReplyParameters | None:
    asked: ReplyParameters | None = getattr(method, "reply_parameters", None)
    old = getattr(method, "reply_to_message_id", None)
    if asked is None and old is not None:
        loose = given(getattr(method, "allow_sending_without_reply", None))
        return ReplyParameters(message_id=old, allow_sending_without_reply=loose)
    return asked
