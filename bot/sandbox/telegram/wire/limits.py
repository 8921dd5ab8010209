"""The documented limits of the Bot API, checked beyond what types can say."""

import re
from dataclasses import dataclass
from typing import Any

from aiogram.types import InlineKeyboardMarkup

from bot.sandbox.telegram.wire.errors import ApiError, Json, bad_request

MIB = 1 << 20
TEXT_LENGTH = 4096
CAPTION_LENGTH = 1024
CALLBACK_DATA_BYTES = 64
BUTTONS = 100
BUTTONS_PER_ROW = 8
ANSWER_LENGTH = 200
THUMBNAIL_BYTES = 200_000
EDITABLE_SECONDS = 48 * 3600.0

ACTIONS = frozenset(
    (
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    )
)
BUTTON_ACTIONS = (
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
)
COMMAND = re.compile(r"[a-z0-9_]{1,32}")


@dataclass(frozen=True)
class Limits:
    """Sizes in bytes: what getFile hands out, what a bot may upload, and a photo."""

    download: int | None = 20 * MIB
    upload: int = 50 * MIB
    photo: int = 10 * MIB

    @classmethod
    def of(cls, *, local: bool) -> "Limits":
        """Those of Telegram's own servers, or of an own server run with `--local`."""
        return cls(download=None, upload=2000 * MIB) if local else cls()


def utf16(text: str) -> int:
    """Length as Telegram counts it."""
    return len(text.encode("utf-16-le")) // 2


def check_text(text: str) -> None:
    if not text:
        raise bad_request("text must be non-empty")
    if utf16(text) > TEXT_LENGTH:
        raise bad_request("message is too long")


def check_caption(text: str) -> None:
    if utf16(text) > CAPTION_LENGTH:
        raise bad_request("message caption is too long")


def check_markup(markup: Any) -> Json | None:
    """The keyboard as plain JSON, once each of its buttons is allowed."""
    if markup is None:
        return None
    plain: Json = markup.model_dump(mode="json", exclude_none=True, warnings=False)
    if isinstance(markup, InlineKeyboardMarkup):
        _check_keyboard(plain["inline_keyboard"])
        plain["inline_keyboard"] = [row for row in plain["inline_keyboard"] if row]
    return plain if plain != {"inline_keyboard": []} else None


def _check_keyboard(rows: list[list[Json]]) -> None:
    if sum(map(len, rows)) > BUTTONS or any(len(row) > BUTTONS_PER_ROW for row in rows):
        raise bad_request("reply markup is too long")
    for row in rows:
        for button in row:
            _check_button(button)


def _check_button(button: Json) -> None:
    wrong = "can't parse inline keyboard button: "
    actions = [name for name in BUTTON_ACTIONS if name in button]
    if not button["text"].strip():
        raise bad_request(wrong + "Button text must be non-empty")
    if not actions:
        reason = "Text buttons are unallowed in the inline keyboard"
        raise bad_request(wrong + reason)
    if len(actions) > 1:
        raise bad_request(f"{wrong}exactly one action is allowed, not {' and '.join(actions)}")
    data = button.get("callback_data")
    if data is not None and not 1 <= len(data.encode()) <= CALLBACK_DATA_BYTES:
        raise bad_request("BUTTON_DATA_INVALID")
    _check_button_target(button)


def _check_button_target(button: Json) -> None:
    url = button.get("url")
    if url is not None and not re.match(r"(https?|tg|tonsite)://\S+|[\w-]+(\.[\w-]+)+\S*$", url):
        raise bad_request(
            f"inline keyboard button URL '{url}' is invalid: Unsupported URL protocol"
        )
    copied = button.get("copy_text")
    if copied is not None and not 1 <= utf16(copied["text"]) <= 256:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")


def check_command(command: str, description: str) -> None:
    if not COMMAND.fullmatch(command.removeprefix("/")):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= utf16(description) <= 256:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")


def check_language(code: str | None) -> str:
    if code and not re.fullmatch(r"[a-z]{2}", code):
        raise bad_request("invalid language code specified")
    return code or ""


def too_large() -> ApiError:
    return ApiError(413, "Request Entity Too Large")
