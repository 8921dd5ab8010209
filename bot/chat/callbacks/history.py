"""What an account ever separated."""

from bot.chat.callbacks.owners import OfUser


class ShowHistory(OfUser):
    """A page of the history; `sep_type` -1 stands for all algorithms."""

    tag = "hi"
    page: int = 0
    sep_type: int = -1


class ShowPast(OfUser):
    """One job of the history; `mark` is a digest of its hash, which itself is a key to the results."""

    tag = "hp"
    mark: str
    page: int = 0
    sep_type: int = -1


class DeliverPast(OfUser):
    tag = "hd"
    mark: str


class ShowHistoryFilter(OfUser):
    tag = "hf"
    page: int = 0


class ShowMonths(OfUser):
    tag = "hm"
