"""What everybody finds first: languages, help, the guided menu, a question left unanswered."""

from bot.chat.callbacks.owners import OfUser


class SetLanguage(OfUser):
    tag = "la"
    language: str


class ShowLanguages(OfUser):
    tag = "ls"


class ShowHelp(OfUser):
    tag = "he"


class ShowDiscovery(OfUser):
    """The short guided menu; an empty topic is its first page."""

    tag = "mb"
    topic: str = ""


class StopWaiting(OfUser):
    """Do not take the next text as an answer any more."""

    tag = "sw"


class ShowQuiet(OfUser):
    tag = "qu"


class SetQuiet(OfUser):
    """Quiet hours in whole hours; `start` -1 ends them. `offset`: minutes ahead of UTC."""

    tag = "qs"
    start: int
    end: int
    offset: int
