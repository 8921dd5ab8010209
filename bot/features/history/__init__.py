"""Everything a person ever separated, here or on the service's website, and what became of it."""

from bot.features.history.handlers import History

__all__ = ["History"]
