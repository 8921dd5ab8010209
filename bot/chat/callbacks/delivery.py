"""After a job: its results once more, in another form, as the next song, or gone."""

from bot.chat.callbacks.owners import OfJob, OfUser


class ShowDone(OfJob):
    """Back to the last word of a job."""

    tag = "jd"


class ChooseAnew(OfJob):
    """The same song, another algorithm or format."""

    tag = "ja"


class MakeAnew(OfJob):
    """Separate once more what was delivered from files Telegram had; spends credits."""

    tag = "jm"


class InFormat(OfJob):
    """The same order in another format; spends credits."""

    tag = "jo"
    output_format: int


class InParts(OfJob):
    """A stem too big for Telegram as a ZIP in parts."""

    tag = "jp"
    position: int


class ShowStems(OfJob):
    """Which stem to go on with."""

    tag = "js"


class UseStem(OfJob):
    """A stem is the next song."""

    tag = "ju"
    position: int


class ShowStars(OfJob):
    tag = "jt"


class GiveStars(OfJob):
    tag = "jg"
    stars: int


class DeleteResults(OfJob):
    """Delete at the service; asks before it does (`sure` 0, then 1)."""

    tag = "jx"
    sure: int = 0


class AnalyseStem(OfJob):
    """A transcript goes on as a text."""

    tag = "jn"
    position: int


class DeliverHere(OfUser):
    """Consent to get in private what could not be delivered where it was asked for."""

    tag = "dh"
    job: int
