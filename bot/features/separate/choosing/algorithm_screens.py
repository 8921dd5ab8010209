"""How the ways to an algorithm look: the menu behind "More", groups, lists, what a search found."""

from collections.abc import Callable, Sequence

from bot.chat.callbacks import (
    AskSearch,
    ChooseAlgorithm,
    OfDraft,
    ShowGoals,
    ShowGroup,
    ShowGroups,
    ShowList,
)
from bot.chat.display.screen import LABEL_LIMIT, Button, Row, Screen, cut, in_pairs, page_of
from bot.chat.display.translator import Html, Translator, join
from bot.features.catalogue import PREMIUM_ONLY, Book, Group
from bot.features.separate.choosing.list_position import LISTS, of_group, of_list
from bot.features.separate.choosing.paging import PER_PAGE, turning
from bot.mvsep import Algorithm

GROUPS_PER_PAGE = 5  # below the rows for search and lists


def menu(t: Translator, draft: int, song: str, book: Book, page: int) -> Screen:
    """Search, lists, and the catalogue's groups."""
    shown, page, pages = page_of(book.groups(), page, GROUPS_PER_PAGE)
    lists = [Button(t.plain(f"sort-{kind}"), ShowList(draft, kind)) for kind in LISTS[:4]]
    groups = [(Button(_group_label(t, each), ShowGroup(draft, each.id)),) for each in shown]
    line, turn = turning(t, page, pages, lambda to: ShowGroups(draft, to))
    text = join(t.html("groups-title", song=song), line)
    search = (Button(t.plain("search-button"), AskSearch(draft)),)
    back = (Button(t.plain("button-back"), ShowGoals(draft)),)
    return Screen(text, (search, *in_pairs(lists), *groups, *turn, back))


def group(t: Translator, draft: int, chosen: Group, page: int) -> Screen:
    """The algorithms of one group, the most used first."""
    title = t.html("group-title", group=chosen.name)

    def turned(to: int) -> OfDraft:
        return ShowGroup(draft, chosen.id, to)

    return _listing(
        t, draft, title, chosen.algorithms, page, turned, lambda at: of_group(chosen.id, at)
    )


def listing(
    t: Translator, draft: int, kind: str, found: Sequence[Algorithm], page: int, query: str
) -> Screen:
    """A list that is no group; an empty one says why."""
    if not found:
        text = t.html("list-empty-s", query=query) if kind == "s" else t.html(f"list-empty-{kind}")
        return Screen(text, (_search_again(t, draft, kind), _back(t, draft)))
    title = t.html("list-title-s", query=query) if kind == "s" else t.html(f"list-title-{kind}")

    def turned(to: int) -> OfDraft:
        return ShowList(draft, kind, to)

    return _listing(t, draft, title, found, page, turned, lambda at: of_list(kind, at))


def ask_search(t: Translator, draft: int) -> Screen:
    return Screen(t.html("search-ask"), (_back(t, draft),))


def _listing(
    t: Translator,
    draft: int,
    title: Html,
    algorithms: Sequence[Algorithm],
    page: int,
    turned: Callable[[int], OfDraft],
    origin: Callable[[int], str],
) -> Screen:
    shown, page, pages = page_of(algorithms, page, PER_PAGE)
    rows: list[Row] = [
        (Button(_algorithm_label(t, each), ChooseAlgorithm(draft, each.render_id, origin(page))),)
        for each in shown
    ]
    line, turn = turning(t, page, pages, turned)
    return Screen(join(title, line), (*rows, *turn, _back(t, draft)))


def _group_label(t: Translator, shown: Group) -> str:
    return t.plain("group-button", name=shown.name, n=len(shown.algorithms))


def _algorithm_label(t: Translator, algorithm: Algorithm) -> str:
    if algorithm.orientation == PREMIUM_ONLY:
        room = LABEL_LIMIT - len(t.plain("premium-mark", name=""))
        return t.plain("premium-mark", name=cut(algorithm.name, room))
    return algorithm.name


def _search_again(t: Translator, draft: int, kind: str) -> Row:
    key = "search-again" if kind == "s" else "search-button"
    return (Button(t.plain(key), AskSearch(draft)),)


def _back(t: Translator, draft: int) -> Row:
    return (Button(t.plain("button-back"), ShowGroups(draft)),)
