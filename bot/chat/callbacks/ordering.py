"""The confirmation card: its options, its format, and the buttons that spend credits."""

from bot.chat.callbacks.owners import OfDraft


class ShowOrder(OfDraft):
    """Back to the confirmation card."""

    tag = "or"


class ShowOptions(OfDraft):
    tag = "os"


class ShowField(OfDraft):
    tag = "fi"
    field: str
    page: int = 0


class ChooseOption(OfDraft):
    """`option` is the option's key, or a short digest of a key that is too long for a button."""

    tag = "op"
    field: str
    option: str


class ShowFormats(OfDraft):
    tag = "fs"


class ChooseFormat(OfDraft):
    tag = "fo"
    output_format: int


class StartJob(OfDraft):
    """The button that spends credits."""

    tag = "st"


class StartAnyway(OfDraft):
    """The same, after a warning about the price."""

    tag = "sy"


class ForgetDraft(OfDraft):
    tag = "fd"
