"""What the bot can learn about chats and their members."""

from aiogram.methods import (
    GetChat,
    GetChatAdministrators,
    GetChatMember,
    GetChatMemberCount,
    LeaveChat,
)

from bot.sandbox.telegram.methods.registry import plays
from bot.sandbox.telegram.shapes import full_chat_json, member_json
from bot.sandbox.telegram.state import State
from bot.sandbox.telegram.wire.errors import Json, bad_request
from bot.sandbox.telegram.world import Chat


@plays(GetChat)
async def get_chat(state: State, call: GetChat) -> Json:
    return full_chat_json(state.world, state.open_chat(call.chat_id))


@plays(GetChatMember)
async def get_chat_member(state: State, call: GetChatMember) -> Json:
    chat = state.open_chat(call.chat_id)
    user = state.world.users.get(call.user_id)
    if user is None:
        raise bad_request("invalid user_id specified")
    return member_json(chat, user)


@plays(GetChatMemberCount)
async def get_chat_member_count(state: State, call: GetChatMemberCount) -> int:
    return len(state.open_chat(call.chat_id).members) + 1


@plays(GetChatAdministrators)
async def get_chat_administrators(state: State, call: GetChatAdministrators) -> list[Json]:
    chat = _group(state, call.chat_id, "there are no administrators in the private chat")
    everybody = [member_json(chat, user) for user in (*chat.members.values(), state.world.bot)]
    return [one for one in everybody if one["status"] in {"creator", "administrator"}]


@plays(LeaveChat)
async def leave_chat(state: State, call: LeaveChat) -> bool:
    _group(state, call.chat_id, "chat member status can't be changed in private chats")
    state.chat(call.chat_id).bot_state = "left"
    return True


def _group(state: State, chat_id: int | str, otherwise: str) -> Chat:
    chat = state.open_chat(chat_id)
    if not chat.is_group:
        raise bad_request(otherwise)
    return chat
