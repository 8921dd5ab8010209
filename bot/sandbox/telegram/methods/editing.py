"""Methods that change a message of the bot."""

from typing import Any

from aiogram.methods import (
    EditMessageCaption,
    EditMessageMedia,
    EditMessageReplyMarkup,
    EditMessageText,
    SetMessageReaction,
)

from bot.sandbox.telegram.methods.albums import media_of
from bot.sandbox.telegram.methods.registry import plays
from bot.sandbox.telegram.outgoing import caption_of, text_of
from bot.sandbox.telegram.shapes import message_json
from bot.sandbox.telegram.state import State
from bot.sandbox.telegram.wire.errors import Json, bad_request
from bot.sandbox.telegram.wire.limits import check_markup
from bot.sandbox.telegram.world import Media, Message, Version

SAME = (
    "message is not modified: specified new message content and reply markup are exactly the "
    "same as a current content and reply markup of the message"
)


@plays(EditMessageText)
async def edit_message_text(state: State, call: EditMessageText) -> Json:
    message = _own(state, call)
    text = text_of(call)
    if message.media is not None:
        raise bad_request("there is no text in the message to edit")
    return _changed(state, message, text, check_markup(call.reply_markup), message.media)


@plays(EditMessageCaption)
async def edit_message_caption(state: State, call: EditMessageCaption) -> Json:
    message = _own(state, call)
    if message.media is None:
        raise bad_request("there is no caption in the message to edit")
    markup = check_markup(call.reply_markup)
    return _changed(state, message, caption_of(call), markup, message.media)


@plays(EditMessageReplyMarkup)
async def edit_message_reply_markup(state: State, call: EditMessageReplyMarkup) -> Json:
    message = _own(state, call)
    text = message.text, message.entities
    return _changed(state, message, text, check_markup(call.reply_markup), message.media)


@plays(EditMessageMedia)
async def edit_message_media(state: State, call: EditMessageMedia) -> Json:
    message = _own(state, call)
    text = caption_of(call.media)
    markup = check_markup(call.reply_markup)
    return _changed(state, message, text, markup, await media_of(state, call.media))


@plays(SetMessageReaction)
async def set_message_reaction(state: State, call: SetMessageReaction) -> bool:
    message = find(state, call, "react")
    reaction = call.reaction or []
    if len(reaction) > 1 or any(one.type == "paid" for one in reaction):
        raise bad_request("REACTIONS_TOO_MANY")
    message.reactions = [one.model_dump(mode="json", exclude_none=True) for one in reaction]
    state.world.tell("reaction", message)
    return True


def find(state: State, call: Any, verb: str) -> Message:
    """The message a method names. One that people deleted is nobody's fault."""
    chat = state.open_chat(call.chat_id)
    found = chat.messages.get(call.message_id)
    if found is None or found.deleted:
        raise bad_request(f"message to {verb} not found", fault=found is None)
    return found


def _own(state: State, call: Any) -> Message:
    message = find(state, call, "edit")
    if not message.from_bot or message.origin is not None:
        raise bad_request("message can't be edited")
    return message


def _changed(
    state: State,
    message: Message,
    text: tuple[str, list[Json]],
    markup: Json | None,
    media: Media | None,
) -> Json:
    state.flood.charge(message.chat)
    new = (*text, markup, media)
    if new == (message.text, message.entities, message.markup, message.media):
        raise bad_request(SAME, fault=False)
    message.edits.append(Version(message.text, message.entities, message.markup))
    message.text, message.entities, message.markup, message.media = new
    message.edited = state.world.now()
    state.world.tell("edit", message)
    return message_json(state.world, message)
