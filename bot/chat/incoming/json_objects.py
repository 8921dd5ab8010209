"""Telegram's JSON as objects."""

import json

from telegram import Bot, TelegramObject, Update

# The library asks before each of the hundred attributes of a message whether its object is frozen.
# Nobody here changes its objects (they are typed as if they could be), and without the question
# they are made in half the time.
del TelegramObject.__setattr__


def read_update(raw: str, bot: Bot) -> Update:
    """Raises ValueError where it is no JSON, and what the library raises where it is no update."""
    return Update.de_json(json.loads(raw), bot)
