"""How updates come in: stored first, confirmed then, handled in order per conversation.

The HTTP server and the webhook (`server`, `webhook`) are not for everyone: they are asked for by name.
"""

from bot.chat.intake.bot_api import BotApi, BotApiError
from bot.chat.intake.dispatcher import Dispatcher
from bot.chat.intake.outcomes import Explained, Later
from bot.chat.intake.poller import Poller
from bot.chat.intake.update import WANTED, arrived, conversation_of

__all__ = [
    "WANTED",
    "BotApi",
    "BotApiError",
    "Dispatcher",
    "Explained",
    "Later",
    "Poller",
    "arrived",
    "conversation_of",
]
