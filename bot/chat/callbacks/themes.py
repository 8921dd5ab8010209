"""Themes to sort texts by; `theme` and `folder` are short forms of the service's ids."""

from bot.chat.callbacks.owners import OfDraft, OfUser


class ShowThemes(OfUser):
    tag = "ta"
    folder: str
    page: int = 0


class NewFolder(OfUser):
    tag = "tb"
    folder: str


class RenameFolder(OfUser):
    tag = "tc"
    folder: str


class DeleteFolder(OfUser):
    """Asks twice: `sure` counts the times they said yes."""

    tag = "td"
    folder: str
    sure: int = 0


class NewTheme(OfUser):
    tag = "te"
    folder: str


class ImportTheme(OfUser):
    tag = "tf"
    folder: str


class ThemeByExamples(OfUser):
    """A new theme in a folder, or a new class of `theme`."""

    tag = "tg"
    folder: str
    theme: str = ""


class OfTheme(OfUser):
    theme: str


class ShowTheme(OfTheme):
    tag = "th"
    page: int = 0


class RenameTheme(OfTheme):
    tag = "ti"


class DescribeTheme(OfTheme):
    tag = "tj"


class MoveTheme(OfTheme):
    """Into `folder`; without one the folders are shown. Asks, until `sure` is 1."""

    tag = "tk"
    folder: str = ""
    sure: int = 0


class PickFolder(OfTheme):
    """The folders it may be moved to."""

    tag = "ty"
    page: int = 0


class DeleteTheme(OfTheme):
    """Asks twice: `sure` counts the times they said yes."""

    tag = "tl"
    sure: int = 0


class ExportTheme(OfTheme):
    tag = "tm"
    form: str


class TestTheme(OfTheme):
    tag = "tn"


class AddClass(OfTheme):
    tag = "to"


class CopyTheme(OfTheme):
    """A theme of the service's as one's own, to change it."""

    tag = "tp"


class ShowEntity(OfTheme):
    """`number` is the class's place in its theme, `digest` one of its title in case that has changed."""

    tag = "tq"
    number: int
    digest: int


class EditWords(OfTheme):
    """`list` is `words`, `strict` or `stop`."""

    tag = "tr"
    number: int
    digest: int
    list: str


class RenameEntity(OfTheme):
    tag = "ts"
    number: int
    digest: int


class DeleteEntity(OfTheme):
    tag = "tt"
    number: int
    digest: int
    sure: int = 0


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
