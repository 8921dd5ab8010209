"""A theme made from examples."""

from bot.chat.callbacks.owners import OfDraft


class ProposeWords(OfDraft):
    """Enough examples: show the words they have in common."""

    tag = "tu"


class TickWord(OfDraft):
    tag = "tv"
    number: int


class CreateByExamples(OfDraft):
    tag = "tw"


class ForgetExamples(OfDraft):
    tag = "tx"
