"""The Bot API methods that the sandbox plays, one module per concern."""

from bot.sandbox.telegram.methods import (
    albums,
    callbacks,
    chats,
    commands,
    deleting,
    editing,
    files,
    polling,
    profile,
    sending,
)
from bot.sandbox.telegram.methods.registry import HANDLERS, handler_of

__all__ = [
    "HANDLERS",
    "albums",
    "callbacks",
    "chats",
    "commands",
    "deleting",
    "editing",
    "files",
    "handler_of",
    "polling",
    "profile",
    "sending",
]
