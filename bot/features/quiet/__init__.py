"""Quiet hours: messages come, but without a sound."""

from bot.features.quiet.handlers import QuietHours

__all__ = ["QuietHours"]
