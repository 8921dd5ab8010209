"""How the history looks: pages of jobs, one job, algorithms to filter by, credits by month."""

from collections.abc import Sequence

from bot.chat.callbacks import DeliverPast, ShowHistory, ShowHistoryFilter, ShowMonths, ShowPast
from bot.chat.display.screen import Button, Row, Screen, page_of
from bot.chat.display.translator import Html, Translator, join, safe
from bot.features.history.joined_history import Past

PER_PAGE = 8
ALL = -1  # instead of an algorithm to filter by
MONTHS = 12


def history(t: Translator, owner: int, jobs: Sequence[Past], page: int, sep_type: int) -> Screen:
    """Numbered rows, a button for each, and the ways to narrow them down."""
    shown_jobs = [j for j in jobs if sep_type in (ALL, j.row.render_id)]
    if not jobs:
        return Screen(t.html("history-none"))
    shown, page, pages = page_of(shown_jobs, page, PER_PAGE)
    title = t.html("history-title")
    if sep_type != ALL and shown:
        title = t.html("history-title-of", name=shown[0].row.algorithm)
    lines = [_line(t, number, past) for number, past in enumerate(shown, 1)]
    numbers = [
        Button(str(number), ShowPast(owner, past.mark, page, sep_type))
        for number, past in enumerate(shown, 1)
    ]
    rows = [tuple(numbers[at : at + 4]) for at in range(0, len(numbers), 4)]
    text = Html("\n\n".join([title, *lines, *_page_line(t, page, pages)]))
    return Screen(text, (*rows, *_turn(t, owner, page, pages, sep_type), _tools(t, owner)))


def past_job(t: Translator, owner: int, past: Past, page: int, sep_type: int) -> Screen:
    """One job, and the button that delivers it while there is something to deliver."""
    known = past.credits is not None
    text = join(
        _title(t, past),
        t.html("history-when", date=past.row.created_at[:16]),
        t.html("history-credits", n=past.credits or 0) if known else Html(""),
        _life(t, past),
    )
    back = (Button(t.plain("button-back"), ShowHistory(owner, page, sep_type)),)
    if not past.alive:
        return Screen(text, (back,))
    send = (Button(t.plain("history-send"), DeliverPast(owner, past.mark)),)
    return Screen(text, (send, back))


def algorithms(
    t: Translator, owner: int, found: Sequence[tuple[int, str, int]], page: int
) -> Screen:
    """Which algorithm's jobs to show."""
    shown, page, pages = page_of(found, page, PER_PAGE)
    rows = [
        (Button(t.plain("history-of", name=name, n=count), ShowHistory(owner, 0, render_id)),)
        for render_id, name, count in shown
    ]
    turn: list[Button] = []
    if page > 0:
        turn.append(Button(t.plain("page-previous"), ShowHistoryFilter(owner, page - 1)))
    if page + 1 < pages:
        turn.append(Button(t.plain("page-next"), ShowHistoryFilter(owner, page + 1)))
    all_of_them = (Button(t.plain("history-all"), ShowHistory(owner)),)
    return Screen(t.html("history-which"), (*rows, *([tuple(turn)] if turn else []), all_of_them))


def months(t: Translator, owner: int, figures: Sequence[tuple[str, int, int]]) -> Screen:
    """Credits by month, as far as the service still tells what jobs cost."""
    lines = [
        t.html("history-month", month=month, n=jobs, credits=spent)
        for month, jobs, spent in figures[:MONTHS]
    ]
    back = (Button(t.plain("button-back"), ShowHistory(owner)),)
    return Screen(Html("\n".join([t.html("history-months"), *lines])), (back,))


def _line(t: Translator, number: int, past: Past) -> Html:
    facts = [past.row.created_at[:10]]
    if past.credits:
        facts.append(t.plain("history-credits", n=past.credits))
    facts.append(_life(t, past))
    return join(Html(f"{number}. {_title(t, past)}"), Html(" · ".join(map(safe, facts))))


def _title(t: Translator, past: Past) -> Html:
    name = past.row.algorithm or "MVSEP"
    if past.title:
        return t.html("song-line", title=past.title, rest=name)
    return t.html("song-line-bare", title=name)


def _life(t: Translator, past: Past) -> Html:
    return t.html("history-gone") if not past.alive else _left(t, past)


def _left(t: Translator, past: Past) -> Html:
    if past.row.hours_left is None:
        return t.html("history-there")
    return t.html("history-left", n=past.row.hours_left)


def _page_line(t: Translator, page: int, pages: int) -> list[Html]:
    return [t.html("page-of", page=page + 1, pages=pages)] if pages > 1 else []


def _turn(t: Translator, owner: int, page: int, pages: int, sep_type: int) -> tuple[Row, ...]:
    turn: list[Button] = []
    if page > 0:
        turn.append(Button(t.plain("page-previous"), ShowHistory(owner, page - 1, sep_type)))
    if page + 1 < pages:
        turn.append(Button(t.plain("page-next"), ShowHistory(owner, page + 1, sep_type)))
    return (tuple(turn),) if turn else ()


def _tools(t: Translator, owner: int) -> Row:
    return (
        Button(t.plain("history-filter"), ShowHistoryFilter(owner)),
        Button(t.plain("history-credits-button"), ShowMonths(owner)),
    )
