"""Splitting a song: from the message with it to the stems in the chat."""

from bot.features.separate.following import Following
from bot.features.separate.hints import Hints
from bot.features.separate.lifecycle import Separation, make_separation
from bot.features.separate.order import SEPARATION
from bot.features.separate.separate import Money, Separate, Surroundings

__all__ = [
    "SEPARATION",
    "Following",
    "Hints",
    "Money",
    "Separate",
    "Separation",
    "Surroundings",
    "make_separation",
]
