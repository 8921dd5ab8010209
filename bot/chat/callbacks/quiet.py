"""Hours in which nothing rings."""

from bot.chat.callbacks.owners import OfUser


class ShowQuiet(OfUser):
    tag = "qu"


class SetQuiet(OfUser):
    """Quiet hours in whole hours; `start` -1 ends them. `offset`: minutes ahead of UTC."""

    tag = "qs"
    start: int
    end: int
    offset: int
