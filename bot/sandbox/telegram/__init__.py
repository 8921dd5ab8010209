"""A strict stand-in for Telegram: the Bot API over HTTP, and the people on its other side."""

from bot.sandbox.telegram.people.groups import GroupChat, Person, Popup, PrivateChat
from bot.sandbox.telegram.sandbox import TelegramSandbox
from bot.sandbox.telegram.wire.limits import Limits
from bot.sandbox.telegram.world import Button, Message

__all__ = [
    "Button",
    "GroupChat",
    "Limits",
    "Message",
    "Person",
    "Popup",
    "PrivateChat",
    "TelegramSandbox",
]
