"""Accounts at the services, and how much of them may be spent."""

from bot.chat.callbacks.owners import OfPrivate, OfUser


class LinkMvsep(OfUser):
    tag = "lm"


class SignIn(OfPrivate):
    """Link MVSEP by e-mail and password."""

    tag = "xl"


class Register(OfPrivate):
    """Make a new MVSEP account."""

    tag = "xr"


class LinkNeuroSemantic(OfPrivate):
    tag = "xn"


class ShowAccount(OfPrivate):
    tag = "xa"


class ShowNeuroSemantic(OfPrivate):
    tag = "xb"


class UseAccount(OfPrivate):
    """Make another of the linked accounts the active one; `credential` is its id."""

    tag = "xu"
    credential: int


class Unlink(OfPrivate):
    """Forget a linked account; asks first, until `sure` is 1."""

    tag = "xk"
    credential: int
    sure: int = 0


class SwitchPremium(OfPrivate):
    tag = "xp"
    credential: int
    on: int


class SwitchLongNames(OfPrivate):
    tag = "xf"
    credential: int
    on: int


class ChooseLimit(OfPrivate):
    """`kind` is `m` for the credits of a month, `w` for the warning before a job."""

    tag = "xm"
    kind: str


class SetLimit(OfPrivate):
    """`credits` 0 takes the limit away."""

    tag = "xs"
    kind: str
    credits: int
