"""What is kept about people: told, handed over, and deleted on their word or when its time is up."""

from bot.features.privacy.erasure import Erasing
from bot.features.privacy.handlers import Privacy
from bot.features.privacy.policy import Periods

__all__ = ["Erasing", "Periods", "Privacy"]
