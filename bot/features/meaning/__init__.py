"""From a song's words to what they say."""

from bot.features.meaning.meaning import Meaning

__all__ = ["Meaning"]
