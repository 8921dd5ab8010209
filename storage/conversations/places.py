"""Where in Telegram something belongs: chat, topic, and the message to answer."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Place:
    """A chat, a topic in it (None: no topic) and the message a reply goes to (None: no reply)."""

    chat_id: int
    thread_id: int | None = None
    reply_to: int | None = None


def place_columns(place: Place) -> dict[str, Any]:
    """Spread a place over the three columns every table with a place has."""
    return {
        "chat_id": place.chat_id,
        "thread_id": place.thread_id,
        "reply_to": place.reply_to,
    }
