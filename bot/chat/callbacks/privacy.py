"""What is known about a person."""

from bot.chat.callbacks.owners import OfPrivate


class EraseData(OfPrivate):
    """Delete everything about a person; `step` counts the times they said yes."""

    tag = "xe"
    step: int
