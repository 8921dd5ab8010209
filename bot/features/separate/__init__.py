"""Splitting a song: from the message with it to the stems in the chat."""

from bot.features.separate.following import Following
from bot.features.separate.handlers import EXPECTS_OPTION, Separate, Surroundings
from bot.features.separate.lifecycle import Separation, make_separation
from bot.features.separate.order import SEPARATION

__all__ = [
    "EXPECTS_OPTION",
    "SEPARATION",
    "Following",
    "Separate",
    "Separation",
    "Surroundings",
    "make_separation",
]
