"""Callback data of the operator's commands, and of deleting one's data."""

from bot.chat.callbacks.owners import OfPrivate


class MakeInvite(OfPrivate):
    """For the operator: a new invite for `uses` people."""

    tag = "xi"
    uses: int


class RevokeInvite(OfPrivate):
    tag = "xv"
    invite: int


class EraseData(OfPrivate):
    """Delete everything about a person; `step` counts the times they said yes."""

    tag = "xe"
    step: int
