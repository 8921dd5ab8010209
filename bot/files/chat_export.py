"""Telegram's chat export in JSON: one chat, or all chats of an account (Telegram Desktop, export of chat history)."""

from collections.abc import Iterator
from typing import Any

from bot.files.text import FileText


def messages_in(value: Any) -> list[FileText]:
    """The texts people wrote, with their authors; empty where the value is no chat export."""
    return [found for chat in _chats(value) for message in chat if (found := _text_of(message))]


def _chats(value: Any) -> Iterator[list[Any]]:
    if not isinstance(value, dict):
        return
    if _is_chat(value):
        yield value["messages"]
    for folder in ("chats", "left_chats"):
        listed = value.get(folder)
        chats = listed.get("list") if isinstance(listed, dict) else None
        for chat in chats if isinstance(chats, list) else ():
            if _is_chat(chat):
                yield chat["messages"]


def _is_chat(value: Any) -> bool:
    return isinstance(value, dict) and isinstance(value.get("messages"), list)


def _text_of(message: Any) -> FileText | None:
    if not isinstance(message, dict) or message.get("type", "message") != "message":
        return None
    text = _plain(message.get("text")).strip()
    if not text:
        return None
    author = message.get("forwarded_from") or message.get("from") or message.get("actor") or ""
    return FileText(text, str(author), str(message.get("date", ""))[:16].replace("T", " "))


def _plain(text: Any) -> str:
    """A text, or the pieces it was cut into where it is formatted."""
    if isinstance(text, list):
        return "".join(map(_plain, text))
    if isinstance(text, dict):
        return _plain(text.get("text"))
    return text if isinstance(text, str) else ""
