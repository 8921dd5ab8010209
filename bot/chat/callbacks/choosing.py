"""Choosing what to do with a song: goals, groups, lists, and the algorithm itself."""

from bot.chat.callbacks.owners import OfDraft


class ShowGoals(OfDraft):
    tag = "go"


class ChooseGoal(OfDraft):
    tag = "gc"
    goal: str


class ShowGroups(OfDraft):
    tag = "gr"
    page: int = 0


class ShowGroup(OfDraft):
    tag = "ga"
    group: int
    page: int = 0


class ChooseAlgorithm(OfDraft):
    """`origin` is the list it stands in, such as `g21.2`: where Back leads."""

    tag = "al"
    sep_type: int
    origin: str = ""


class SameAgain(OfDraft):
    """The choice of the person's last job."""

    tag = "sa"


class ShowList(OfDraft):
    """A list that is no group: popular, rated, favourites, recent, or what a search found."""

    tag = "li"
    kind: str
    page: int = 0


class AskSearch(OfDraft):
    tag = "se"


class ToggleFavourite(OfDraft):
    tag = "fv"


class ShowAbout(OfDraft):
    tag = "ab"


class CompareWith(OfDraft):
    """Keep the present algorithm and choose another one beside it."""

    tag = "cm"


class ShowCompared(OfDraft):
    """Which of the compared algorithms to take out again."""

    tag = "cl"


class RemoveCompared(OfDraft):
    """`position` counts from 0 in the comparison, where `sep_type` must still stand."""

    tag = "cr"
    position: int
    sep_type: int


class ShowCreations(OfDraft):
    """The algorithms that make sound from words alone."""

    tag = "cn"
    page: int = 0


class ChooseRemoteType(OfDraft):
    tag = "rt"
    remote_type: str
