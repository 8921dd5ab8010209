"""What the bot says about itself: name, descriptions, menu button."""

from aiogram.methods import (
    GetChatMenuButton,
    GetMyDescription,
    GetMyName,
    GetMyShortDescription,
    SetChatMenuButton,
    SetMyDescription,
    SetMyName,
    SetMyShortDescription,
)

from bot.sandbox.telegram.methods.registry import plays
from bot.sandbox.telegram.state import State
from bot.sandbox.telegram.wire.errors import Json, bad_request
from bot.sandbox.telegram.wire.limits import check_language, utf16


@plays(SetMyName)
async def set_my_name(state: State, call: SetMyName) -> bool:
    return _set(state.profile.name, call.language_code, call.name, 64)


@plays(GetMyName)
async def get_my_name(state: State, call: GetMyName) -> Json:
    names = {"": state.world.bot.first_name} | state.profile.name
    return {"name": _get(names, call.language_code)}


@plays(SetMyDescription)
async def set_my_description(state: State, call: SetMyDescription) -> bool:
    return _set(state.profile.description, call.language_code, call.description, 512)


@plays(GetMyDescription)
async def get_my_description(state: State, call: GetMyDescription) -> Json:
    return {"description": _get(state.profile.description, call.language_code)}


@plays(SetMyShortDescription)
async def set_my_short_description(state: State, call: SetMyShortDescription) -> bool:
    texts = state.profile.short_description
    return _set(texts, call.language_code, call.short_description, 120)


@plays(GetMyShortDescription)
async def get_my_short_description(state: State, call: GetMyShortDescription) -> Json:
    return {"short_description": _get(state.profile.short_description, call.language_code)}


@plays(SetChatMenuButton)
async def set_chat_menu_button(state: State, call: SetChatMenuButton) -> bool:
    button = call.menu_button
    shape = button.model_dump(mode="json", exclude_none=True) if button else {"type": "default"}
    state.profile.menu_buttons[call.chat_id or 0] = shape
    return True


@plays(GetChatMenuButton)
async def get_chat_menu_button(state: State, call: GetChatMenuButton) -> Json:
    return state.profile.menu_buttons.get(call.chat_id or 0, {"type": "commands"})


def _set(texts: dict[str, str], language: str | None, text: str | None, most: int) -> bool:
    if utf16(text or "") > most:
        raise bad_request(f"text is too long, at most {most} characters are allowed")
    texts[check_language(language)] = text or ""
    return True


def _get(texts: dict[str, str], language: str | None) -> str:
    return texts.get(check_language(language)) or texts.get("", "")
