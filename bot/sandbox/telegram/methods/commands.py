"""The bot's command lists, per scope and language."""

from typing import Any

from aiogram.methods import DeleteMyCommands, GetMyCommands, SetMyCommands

from bot.sandbox.telegram.methods.registry import plays
from bot.sandbox.telegram.state import State
from bot.sandbox.telegram.wire.errors import Json, bad_request
from bot.sandbox.telegram.wire.limits import check_command, check_language


@plays(SetMyCommands)
async def set_my_commands(state: State, call: SetMyCommands) -> bool:
    if len(call.commands) > 100:
        raise bad_request("too many commands, at most 100 are allowed")
    for one in call.commands:
        check_command(one.command, one.description)
    listed = [(one.command.removeprefix("/"), one.description) for one in call.commands]
    state.commands[_key(state, call)] = listed
    return True


@plays(GetMyCommands)
async def get_my_commands(state: State, call: GetMyCommands) -> list[Json]:
    listed = state.commands.get(_key(state, call), [])
    return [{"command": command, "description": text} for command, text in listed]


@plays(DeleteMyCommands)
async def delete_my_commands(state: State, call: DeleteMyCommands) -> bool:
    state.commands.pop(_key(state, call), None)
    return True


def _key(state: State, call: Any) -> tuple[str, str]:
    language = check_language(call.language_code)
    scope = call.scope
    if scope is None:
        return "default", language
    parts = [str(scope.type)]
    if hasattr(scope, "chat_id"):
        parts.append(str(state.chat(scope.chat_id).id))
    if hasattr(scope, "user_id"):
        parts.append(str(scope.user_id))
    return ":".join(parts), language
