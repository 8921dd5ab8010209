"""Screens of "What is it about?": the order before Start, and what is missing for it."""

from collections.abc import Sequence

from bot.chat.callbacks import (
    ChooseSongTheme,
    PickSongTheme,
    ReadSong,
    ShowGoals,
    ShowOptions,
    ShowOrder,
    StartJob,
    short_id,
)
from bot.chat.display.screen import LABEL_LIMIT, Button, Row, Screen, cut, page_of
from bot.chat.display.translator import Html, Translator, join
from bot.features.analyze import money
from bot.features.meaning.song_plan import Plan
from bot.features.separate import Order, name_of, price_line
from bot.neuro_semantic import Theme

PER_PAGE = 7
LONGEST_TITLE = 100
OWN_WORDS = ("meaning-link", "meaning-too-dear")


def order(t: Translator, draft: int, shown: Order, plan: Plan) -> Screen:
    """The whole way with both prices, and one Start."""
    title = t.html("song-line", title=name_of(t, shown.contents), rest=t.plain("goal-meaning"))
    way = join(_words(t, shown), t.html("meaning-step-mood"), _themes_step(t, plan))
    text = Html("\n\n".join([title, way, join(*_costs(t, plan), *_gates(t, shown))]))
    return Screen(text, tuple(filter(None, _rows(t, draft, shown, plan))))


def themes(t: Translator, draft: int, found: Sequence[Theme], page: int) -> Screen:
    """Which theme the words are sorted by; one's own first, or none at all."""
    shown, page, pages = page_of(found, page, PER_PAGE)
    rows: list[Row] = [
        (Button(_theme_label(t, each), ChooseSongTheme(draft, short_id(each.id))),)
        for each in shown
    ]
    turns = []
    if page > 0:
        turns.append(Button(t.plain("page-previous"), PickSongTheme(draft, page - 1)))
    if page + 1 < pages:
        turns.append(Button(t.plain("page-next"), PickSongTheme(draft, page + 1)))
    rows += [tuple(turns)] if turns else []
    none = Button(t.plain("meaning-no-theme"), ChooseSongTheme(draft, "-"))
    back = Button(t.plain("button-back"), ShowOrder(draft))
    return Screen(t.html("meaning-pick-theme"), (*rows, (none, back)))


def no_words(t: Translator) -> Screen:
    """An instrumental: nothing goes out, nothing is charged."""
    return Screen(t.html("meaning-no-words"))


def link_first(t: Translator, job: int, link: Button) -> Screen:
    """The account is not there any more; what was begun goes on after it is linked again."""
    go_on = Button(t.plain("meaning-go-on"), ReadSong(job))
    return Screen(t.html("meaning-words-wait"), ((link,), (go_on,)))


def _words(t: Translator, shown: Order) -> Html:
    """The first step, with what it costs at MVSEP."""
    name = shown.algorithm.name.partition(" (")[0]
    return join(t.html("meaning-step-words", name=name), price_line(t, shown))


def _themes_step(t: Translator, plan: Plan) -> Html:
    if plan.theme:
        return t.html("meaning-step-themes", theme=cut(plan.theme.title, LONGEST_TITLE))
    if plan.link or plan.themes:
        return Html("")
    return t.html("meaning-themes-none")


def _costs(t: Translator, plan: Plan) -> list[Html]:
    """Roubles: the most it may be, and what there is."""
    if plan.link:
        return [t.html("meaning-link")]
    total, have = plan.total, plan.balance
    if total is None:
        return [t.html("order-price-unknown")]
    price = money(t, total)
    if have is None:
        return [t.html("meaning-cost", price=price), t.html("meaning-verses", n=plan.verses)]
    key = "meaning-cost-have" if plan.covered else "meaning-too-dear"
    cost = t.html(key, price=price, have=money(t, have))
    return [cost, t.html("meaning-verses", n=plan.verses)]


def _gates(t: Translator, shown: Order) -> list[Html]:
    """What MVSEP has against it."""
    gates = [each for each in shown.gates if each.key not in OWN_WORDS]
    return [t.html(each.key, **each.arguments) for each in gates]


def _rows(t: Translator, draft: int, shown: Order, plan: Plan) -> list[Row]:
    start = (Button(t.plain("order-start"), StartJob(draft)),) if shown.open else ()
    link = (plan.link,) if plan.link else ()
    return [start, link, _theme_row(t, draft, plan), _last_row(t, draft)]


def _theme_row(t: Translator, draft: int, plan: Plan) -> Row:
    if not plan.themes:
        return ()
    name = plan.theme.title if plan.theme else t.plain("meaning-no-theme")
    label = t.plain("meaning-theme-button", name=cut(name, LABEL_LIMIT - 16))
    return (Button(label, PickSongTheme(draft)),)


def _last_row(t: Translator, draft: int) -> Row:
    options = Button(t.plain("order-options"), ShowOptions(draft))
    return (options, Button(t.plain("button-back"), ShowGoals(draft)))


def _theme_label(t: Translator, one: Theme) -> str:
    name = cut(one.title or "–", LABEL_LIMIT - 24)
    return t.plain("theme-system", name=name) if one.system else name


class SongPlan(Plan):
    """A plan that the order screen can show."""

    def screen(self, t: Translator, draft: int, shown: Order) -> Screen:
        return order(t, draft, shown, self)
