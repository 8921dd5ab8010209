"""Who may use the bot, how much at a time, and the operators' commands about both."""

from bot.features.access.gates import AccessGate, Doors, RateGate
from bot.features.access.handlers import Admin

__all__ = ["AccessGate", "Admin", "Doors", "RateGate"]
