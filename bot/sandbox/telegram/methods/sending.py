"""Methods that put one new message into a chat."""

from typing import Any

from aiogram.methods import (
    CopyMessage,
    ForwardMessage,
    SendAnimation,
    SendAudio,
    SendChatAction,
    SendDocument,
    SendMessage,
    SendMessageDraft,
    SendPhoto,
    SendVideo,
    SendVideoNote,
    SendVoice,
)

from bot.sandbox.telegram.media import accept
from bot.sandbox.telegram.methods.registry import plays
from bot.sandbox.telegram.outgoing import (
    Target,
    caption_of,
    check_topic,
    formatted,
    post,
    target_of,
    text_of,
)
from bot.sandbox.telegram.shapes import message_json, user_json
from bot.sandbox.telegram.state import State, given
from bot.sandbox.telegram.wire.errors import Json, bad_request
from bot.sandbox.telegram.wire.limits import ACTIONS, check_markup, check_text
from bot.sandbox.telegram.world import Event, Message


@plays(SendMessage)
async def send_message(state: State, call: SendMessage) -> Json:
    target = target_of(state, call)
    text = text_of(call)
    check_markup(call.reply_markup)
    state.flood.charge(target.chat)
    protected = bool(given(call.protect_content))
    message = post(state, target, text, markup=call.reply_markup, protected=protected)
    return message_json(state.world, message)


@plays(SendAudio)
async def send_audio(state: State, call: SendAudio) -> Json:
    about = {"duration": call.duration, "performer": call.performer, "title": call.title}
    return await _send_file(state, call, "audio", about)


@plays(SendDocument)
async def send_document(state: State, call: SendDocument) -> Json:
    return await _send_file(state, call, "document", {})


@plays(SendPhoto)
async def send_photo(state: State, call: SendPhoto) -> Json:
    return await _send_file(state, call, "photo", {})


@plays(SendVoice)
async def send_voice(state: State, call: SendVoice) -> Json:
    return await _send_file(state, call, "voice", {"duration": call.duration})


@plays(SendVideo)
async def send_video(state: State, call: SendVideo) -> Json:
    return await _send_file(state, call, "video", _picture(call))


@plays(SendAnimation)
async def send_animation(state: State, call: SendAnimation) -> Json:
    return await _send_file(state, call, "animation", _picture(call))


@plays(SendVideoNote)
async def send_video_note(state: State, call: SendVideoNote) -> Json:
    about = {"duration": call.duration, "length": call.length}
    return await _send_file(state, call, "video_note", about)


@plays(ForwardMessage)
async def forward_message(state: State, call: ForwardMessage) -> Json:
    target = target_of(state, call)
    source = _source(state, call, "forward")
    state.flood.charge(target.chat)
    message = post(state, target, (source.text, source.entities), media=source.media)
    message.origin = source.origin or {
        "type": "user",
        "sender_user": user_json(source.sender),
        "date": int(source.date),
    }
    return message_json(state.world, message)


@plays(CopyMessage)
async def copy_message(state: State, call: CopyMessage) -> Json:
    target = target_of(state, call)
    source = _source(state, call, "copy")
    text = source.text, source.entities
    if call.caption is not None and source.media is not None:
        text = caption_of(call)
    state.flood.charge(target.chat)
    message = post(state, target, text, media=source.media, markup=call.reply_markup)
    return {"message_id": message.id}


@plays(SendChatAction)
async def send_chat_action(state: State, call: SendChatAction) -> bool:
    chat = state.open_chat(call.chat_id)
    check_topic(chat, call.message_thread_id)
    if call.action not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    state.world.happened(Event("action", chat.id, detail={"action": call.action}))
    return True


@plays(SendMessageDraft)
async def send_message_draft(state: State, call: SendMessageDraft) -> bool:
    chat = state.open_chat(call.chat_id)
    if chat.type != "private":
        raise bad_request("drafts can be sent only to private chats")
    if call.draft_id == 0:
        raise bad_request("draft_id must be non-zero")
    plain, _ = formatted(call.text, call.parse_mode, call.entities)
    if plain:
        check_text(plain)
    detail = {"draft_id": call.draft_id, "text": plain}
    state.world.happened(Event("draft", chat.id, detail=detail))
    return True


async def _send_file(state: State, call: Any, kind: str, about: Json) -> Json:
    target: Target = target_of(state, call)
    text = caption_of(call) if hasattr(call, "caption") else ("", [])
    check_markup(call.reply_markup)
    media = await accept(
        state,
        kind,
        getattr(call, kind),
        about,
        thumbnail=getattr(call, "thumbnail", None),
        detect=not getattr(call, "disable_content_type_detection", None),
    )
    state.flood.charge(target.chat)
    protected = bool(given(call.protect_content))
    message = post(state, target, text, media=media, markup=call.reply_markup, protected=protected)
    return message_json(state.world, message)


def _picture(call: SendVideo | SendAnimation) -> Json:
    return {"duration": call.duration, "width": call.width, "height": call.height}


def _source(state: State, call: ForwardMessage | CopyMessage, verb: str) -> Message:
    found = state.chat(call.from_chat_id).messages.get(call.message_id)
    if found is None or found.deleted:
        raise bad_request(f"message to {verb} not found", fault=found is None)
    return found
