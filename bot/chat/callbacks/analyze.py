"""Texts: gathering them, ordering what is to be read out of them, following that."""

from bot.chat.callbacks.owners import OfDraft, OfJob, OfUser


class OfBasket(OfUser):
    """A button of somebody's gathered texts."""

    basket: int


class ShowBasket(OfBasket):
    tag = "na"


class AddTexts(OfBasket):
    tag = "nb"


class ShowTexts(OfBasket):
    tag = "nc"
    page: int = 0


class RemoveText(OfBasket):
    """`page` is where the list goes on."""

    tag = "nd"
    position: int
    page: int


class ClearBasket(OfBasket):
    """Asks first, until `sure` is 1."""

    tag = "ne"
    sure: int = 0


class JoinBaskets(OfBasket):
    """Put the texts of before, in basket `other`, to these."""

    tag = "nf"
    other: int


class ChooseKind(OfBasket):
    """`kind` is a calc_type."""

    tag = "ng"
    kind: str


class ChooseTexts(OfDraft):
    """One way to take the texts out of a file: a column, lines, paragraphs."""

    tag = "nh"
    way: int


class ChooseTheme(OfDraft):
    """`theme` is a short form of the theme's id."""

    tag = "ni"
    theme: str


class PickTheme(OfDraft):
    """The list of themes to sort by."""

    tag = "nj"
    page: int = 0


class ChoosePhrases(OfDraft):
    tag = "nk"
    phrases: int


class BackToBasket(OfDraft):
    tag = "nl"


class StartAnalysis(OfDraft):
    """The one button that spends roubles."""

    tag = "nm"


class CancelAnalysis(OfJob):
    tag = "nn"


class RetryAnalysis(OfJob):
    tag = "no"


class ForgetAnalysis(OfJob):
    tag = "np"


class ReadTested(OfDraft):
    """The text a theme was tried on goes to the service: its order, with the price."""

    tag = "mc"


class AnalyseInParts(OfJob):
    """Order again what was too long, in parts of at most `longest` characters."""

    tag = "nq"
    longest: int


class PickSongTheme(OfDraft):
    tag = "md"
    page: int = 0


class ChooseSongTheme(OfDraft):
    """`theme` is a short form of the theme's id; `-` for the mood alone."""

    tag = "me"
    theme: str


class ReadSong(OfJob):
    """The words are there: have them read now."""

    tag = "mf"
