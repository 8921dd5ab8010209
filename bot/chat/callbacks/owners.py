"""Base classes of callback data: they say who may press, and the router checks it."""

from bot.chat.callbacks.codec import Callback


class OfUser(Callback):
    """A button only the person with this Telegram id may press."""

    owner: int


class OfPrivate(OfUser):
    """A button that only works in its owner's private chat: what it shows or changes is nobody else's."""


class OfDraft(Callback):
    """A button of somebody's unfinished choice; the draft's owner alone may press it."""

    draft: int


class OfJob(Callback):
    """A button of a running or finished job; the job's owner alone may press it."""

    job: int
