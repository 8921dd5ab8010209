"""What came of texts, now and before."""

from bot.chat.callbacks.owners import OfPrivate, OfUser


class OfResult(OfUser):
    """A button of a result."""

    analysis: int


class ShowResult(OfResult):
    tag = "nr"


class OpenResult(OfResult):
    """The whole result with its picture, in a message of its own."""

    tag = "mg"


class ShowClasses(OfResult):
    tag = "ns"
    page: int = 0


class ShowClass(OfResult):
    """The texts of a class; `number` is its place in the result."""

    tag = "nt"
    number: int
    page: int = 0


class ExportResult(OfResult):
    """`form` is `xlsx`, `csv` or `json`."""

    tag = "nu"
    form: str


class PickComparison(OfResult):
    tag = "nv"
    page: int = 0


class CompareResults(OfResult):
    tag = "nw"
    other: int


class SwitchPicture(OfResult):
    """The same picture dark or light, and from now on."""

    tag = "nx"
    dark: int


class ShowTextHistory(OfPrivate):
    """What the account had read so far."""

    tag = "ny"
    page: int = 0


class OpenPast(OfPrivate):
    """`transaction` is a short form of its id."""

    tag = "nz"
    transaction: str


class ShowTextMonths(OfPrivate):
    tag = "ma"
