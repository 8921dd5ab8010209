"""First contact: greeting, help, language, and an answer to everything nobody else understood."""

from bot.features.start.handlers import Start

__all__ = ["Start"]
