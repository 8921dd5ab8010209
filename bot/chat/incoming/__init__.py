"""How updates come in: stored first, confirmed then, handled in order per conversation.

A start asks for updates before all else, so only what that takes is here; `dispatcher`, `server`
and `webhook` are asked for by name.
"""

from bot.chat.incoming.outcomes import Explained, Later
from bot.chat.incoming.poller import Poller
from bot.chat.incoming.raw_bot_api import BotApi, BotApiError
from bot.chat.incoming.raw_update import WANTED, arrived, conversation_of

__all__ = [
    "WANTED",
    "BotApi",
    "BotApiError",
    "Explained",
    "Later",
    "Poller",
    "arrived",
    "conversation_of",
]
