"""The list in which an algorithm was found, for Back: `g21.2` is page 2 of group 21."""

from bot.chat.callbacks import OfDraft, ShowGoals, ShowGroup, ShowGroups, ShowList
from bot.features.separate.draft.choice import Choice


def of_group(group: int, page: int) -> str:
    return f"g{group}.{page}"


def of_list(kind: str, page: int) -> str:
    return f"{kind}.{page}"


def back_to(draft: int, choice: Choice) -> OfDraft:
    """The list behind an order; the goals for an order that came from one."""
    place, _, page = choice.origin.partition(".")
    if choice.goal or not place or not page.isdecimal():
        return ShowGoals(draft)
    if place[0] == "g" and place[1:].isdecimal():
        return ShowGroup(draft, int(place[1:]), int(page))
    return ShowList(draft, place, int(page)) if place in LISTS else ShowGroups(draft)


LISTS = ("p", "r", "f", "h", "s")  # popular, rated, favourites, recent, search
