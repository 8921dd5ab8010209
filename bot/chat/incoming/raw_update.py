"""Raw updates as Telegram sends them: which we want, whose they are, how they are kept."""

import json
import logging
from typing import TYPE_CHECKING, Any

from bot.logs import error_id

if TYPE_CHECKING:
    from storage import Arrived

log = logging.getLogger(__name__)

WANTED = ("message", "callback_query", "my_chat_member")
"""The kinds of update the bot asks for (Bot API, `allowed_updates`)."""

_LARGEST = 2**63 - 1


def conversation_of(raw_update: dict[str, Any]) -> int:
    """The id whose updates must be handled in order: the chat, or the person where there is none.

    0 if the update names neither (Bot API, Update: the body is the one field beside `update_id`).
    """
    for body in raw_update.values():
        if isinstance(body, dict):
            return _id_of(body.get("chat")) or _id_of(_chat_of_button(body)) or _id_of_sender(body)
    return 0


def arrived(raw_update: object) -> "Arrived | None":
    """What the inbox keeps of an update; None, with a line in the log, if it has no usable id."""
    if not isinstance(raw_update, dict) or not _is_id(raw_update.get("update_id")):
        fields = sorted(map(str, raw_update)) if isinstance(raw_update, dict) else "no object"
        log.error("update without a readable id skipped (%s): %s", error_id(), fields)
        return None
    # Updates are asked for before the storage is loaded.
    from storage import Arrived  # noqa: PLC0415

    # ASCII, because half of a surrogate pair is legal JSON and no legal UTF-8.
    raw = json.dumps(raw_update, separators=(",", ":"))
    return Arrived(raw_update["update_id"], conversation_of(raw_update), raw)


def _chat_of_button(body: dict[str, Any]) -> object:
    message = body.get("message")
    return message.get("chat") if isinstance(message, dict) else None


def _id_of_sender(body: dict[str, Any]) -> int:
    return _id_of(body.get("from")) or _id_of(body.get("user"))


def _id_of(thing: object) -> int:
    number = thing.get("id") if isinstance(thing, dict) else None
    return number if type(number) is int and abs(number) <= _LARGEST else 0


def _is_id(number: object) -> bool:
    return type(number) is int and 0 <= number <= _LARGEST
