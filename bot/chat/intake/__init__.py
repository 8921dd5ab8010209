"""How updates come in: stored first, confirmed then, handled in order per conversation."""

from bot.chat.intake.bot_api import BotApi, BotApiError
from bot.chat.intake.dispatcher import Dispatcher
from bot.chat.intake.poller import Poller
from bot.chat.intake.server import add_health, make_app, serve
from bot.chat.intake.update import WANTED, arrived, conversation_of
from bot.chat.intake.webhook import add_webhook, announce_webhook, webhook_path, webhook_secret

__all__ = [
    "WANTED",
    "BotApi",
    "BotApiError",
    "Dispatcher",
    "Poller",
    "add_health",
    "add_webhook",
    "announce_webhook",
    "arrived",
    "conversation_of",
    "make_app",
    "serve",
    "webhook_path",
    "webhook_secret",
]
