"""Good calls pass, wrong ones are refused and recorded."""

from typing import Any

import aiohttp
import pytest

from bot.sandbox.telegram import PrivateChat, TelegramSandbox
from tests.sandbox.telegram.conftest import Caller


def keyboard(*buttons: dict[str, Any]) -> dict[str, Any]:
    return {"inline_keyboard": [list(buttons)]}


OK = {"text": "OK", "callback_data": "x"}

GOOD: list[tuple[str, dict[str, Any]]] = [
    ("getMe", {}),
    ("sendMessage", {"text": "a"}),
    ("sendMessage", {"text": "<b>" + "я" * 4096 + "</b>", "parse_mode": "HTML"}),
    ("sendMessage", {"text": "a", "reply_markup": keyboard(OK)}),
    ("sendMessage", {"text": "a", "reply_markup": keyboard(OK | {"callback_data": "d" * 64})}),
    (
        "sendMessage",
        {"text": "a", "reply_markup": keyboard({"text": "w", "url": "https://e.org"})},
    ),
    (
        "sendMessage",
        {"text": "a", "reply_markup": keyboard({"text": "c", "copy_text": {"text": "x"}})},
    ),
    ("sendMessage", {"text": "a", "reply_markup": {"force_reply": True}}),
    ("sendMessage", {"text": "a", "link_preview_options": {"is_disabled": True}}),
    (
        "sendMessage",
        {"text": "a", "reply_parameters": {"message_id": 9, "allow_sending_without_reply": True}},
    ),
    ("sendChatAction", {"action": "upload_document"}),
    ("sendMessageDraft", {"draft_id": 5, "text": "thinking"}),
    ("getChat", {}),
]

BAD: list[tuple[str, dict[str, Any], str]] = [
    ("sendMessage", {}, "message text is empty"),
    ("sendMessage", {"text": " \n "}, "text must be non-empty"),
    ("sendMessage", {"text": "x" * 4097}, "message is too long"),
    ("sendMessage", {"text": "🎵" * 2049}, "message is too long"),
    ("sendMessage", {"text": "<x>", "parse_mode": "HTML"}, "can't parse entities"),
    ("sendMessage", {"text": "a", "chat_id": 12345}, "chat not found"),
    ("sendMessage", {"text": "a", "chat_id": ""}, "chat_id is empty"),
    ("sendMessage", {"text": "a", "message_thread_id": 3}, "message thread not found"),
    (
        "sendMessage",
        {"text": "a", "reply_parameters": {"message_id": 9}},
        "message to be replied not found",
    ),
    (
        "sendMessage",
        {"text": "a", "reply_markup": keyboard({"text": "x"})},
        "Text buttons are unallowed",
    ),
    (
        "sendMessage",
        {"text": "a", "reply_markup": keyboard(OK | {"url": "https://e.org"})},
        "exactly one action",
    ),
    (
        "sendMessage",
        {"text": "a", "reply_markup": keyboard(OK | {"callback_data": "ж" * 33})},
        "BUTTON_DATA_INVALID",
    ),
    (
        "sendMessage",
        {"text": "a", "reply_markup": keyboard(*[OK] * 9)},
        "reply markup is too long",
    ),
    (
        "sendMessage",
        {"text": "a", "reply_markup": {"inline_keyboard": [[OK]] * 101}},
        "reply markup is too long",
    ),
    (
        "sendMessage",
        {"text": "a", "reply_markup": {"inline_keyboard": "x"}},
        "can't parse reply_markup",
    ),
    ("sendAudio", {}, "there is no audio in the request"),
    ("sendDocument", {"document": "nonsense"}, "wrong file identifier"),
    ("sendDocument", {"document": "attach://nope"}, "file part 'nope' not found"),
    ("sendDocument", {"document": "file:///etc/hostname"}, "wrong file identifier"),
    ("sendChatAction", {"action": "upload_audio"}, "wrong parameter action"),
    ("editMessageText", {"message_id": 9999, "text": "x"}, "message to edit not found"),
    ("sendDice", {}, "does not play sendDice"),
    (
        "setMyCommands",
        {"commands": [{"command": "Bad", "description": "x"}]},
        "BOT_COMMAND_INVALID",
    ),
    (
        "setMyCommands",
        {"commands": [{"command": "ok", "description": ""}]},
        "BOT_COMMAND_DESCRIPTION_INVALID",
    ),
    ("setMyName", {"name": "x" * 65}, "too long"),
    ("getFile", {"file_id": "x"}, "invalid file_id"),
    ("answerCallbackQuery", {"callback_query_id": "1", "text": "x" * 201}, "MESSAGE_TOO_LONG"),
]


def for_chat(method: str, params: dict[str, Any], chat: PrivateChat) -> dict[str, Any]:
    per_bot = {"getMe", "setMyCommands", "setMyName", "getFile", "answerCallbackQuery"}
    return params if method in per_bot else {"chat_id": chat.id} | params


@pytest.mark.parametrize(("method", "params"), GOOD)
async def test_good_calls(
    call: Caller, chat: PrivateChat, method: str, params: dict[str, Any]
) -> None:
    await call(method, **for_chat(method, params, chat))
    assert call.sandbox.violations == []


@pytest.mark.parametrize(("method", "params", "reason"), BAD)
async def test_bad_calls(
    call: Caller, chat: PrivateChat, method: str, params: dict[str, Any], reason: str
) -> None:
    assert reason in await call.refused(method, **for_chat(method, params, chat))
    assert [one.method for one in call.sandbox.violations] == [method]
    assert reason in call.sandbox.violations[0].description


async def test_unknown_parameters_are_findings_but_answered(
    call: Caller, chat: PrivateChat
) -> None:
    await call("sendMessage", chat_id=chat.id, text="a", disable_webpage=True)
    await call(
        "sendMessage", chat_id=chat.id, text="a", reply_markup=keyboard(OK | {"colour": "red"})
    )
    assert [one.description for one in call.sandbox.violations] == [
        "unknown parameter disable_webpage",
        "unknown parameter reply_markup.inline_keyboard.colour",
    ]


async def test_unknown_token_and_method(
    sandbox: TelegramSandbox, session: aiohttp.ClientSession, call: Caller
) -> None:
    async with session.get(f"{sandbox.base_url}1:wrong/getMe") as answer:
        assert answer.status == 401
        assert (await answer.json())["description"] == "Unauthorized"
    assert (await call.raw("getTea"))[0] == 404
    async with session.get(f"{sandbox.url}/elsewhere") as answer:
        assert answer.status == 404


async def test_every_way_to_send_parameters(
    sandbox: TelegramSandbox, session: aiohttp.ClientSession, call: Caller, chat: PrivateChat
) -> None:
    url = f"{sandbox.base_url}{sandbox.token}/SENDmessage"
    params = {"chat_id": str(chat.id), "text": "5", "reply_markup": '{"remove_keyboard":true}'}
    async with session.get(url, params=params) as answer:
        assert answer.status == 200
    async with session.post(url, data=params) as answer:
        assert answer.status == 200
    status, _ = await call.upload("sendMessage", {}, **params)
    assert status == 200
    assert [one.text for one in chat.answers] == ["5", "5", "5"]
    assert sandbox.violations == []
