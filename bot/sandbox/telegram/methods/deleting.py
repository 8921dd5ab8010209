"""Methods that remove messages."""

from aiogram.methods import DeleteMessage, DeleteMessages

from bot.sandbox.telegram.methods.editing import find
from bot.sandbox.telegram.methods.registry import plays
from bot.sandbox.telegram.state import State
from bot.sandbox.telegram.wire.errors import bad_request
from bot.sandbox.telegram.wire.limits import EDITABLE_SECONDS
from bot.sandbox.telegram.world import Message


@plays(DeleteMessage)
async def delete_message(state: State, call: DeleteMessage) -> bool:
    message = find(state, call, "delete")
    if not _deletable(state, message):
        raise bad_request("message can't be deleted", fault=False)
    _delete(state, message)
    return True


@plays(DeleteMessages)
async def delete_messages(state: State, call: DeleteMessages) -> bool:
    if not 1 <= len(call.message_ids) <= 100:
        raise bad_request("too many messages to delete, 1-100 are allowed")
    chat = state.open_chat(call.chat_id)
    found = [chat.messages.get(message_id) for message_id in call.message_ids]
    for message in found:
        if message is not None and not message.deleted and _deletable(state, message):
            _delete(state, message)
    return True


def _deletable(state: State, message: Message) -> bool:
    """Younger than 48 hours; of others only in private or by an administrator."""
    if state.world.now() - message.date > EDITABLE_SECONDS:
        return False
    chat = message.chat
    return message.from_bot or not chat.is_group or chat.bot_state == "administrator"


def _delete(state: State, message: Message) -> None:
    message.deleted = True
    state.world.tell("delete", message)
