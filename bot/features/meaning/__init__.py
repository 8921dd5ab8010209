"""From a song's words to what they say."""

from bot.features.meaning.handlers import Meaning

__all__ = ["Meaning"]
