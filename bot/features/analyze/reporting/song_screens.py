"""How it looks when a song's words have been read."""

from decimal import Decimal

from bot.chat.callbacks import OpenResult, ShowBasket
from bot.chat.display.screen import Button, Row, Screen, cut
from bot.chat.display.translator import Html, Translator, join
from bot.features.analyze.order.kinds import money
from bot.features.analyze.order.song_request import SongWords
from bot.features.analyze.results.report_screens import CAPTION
from bot.features.analyze.results.reports import Report
from bot.features.analyze.results.summary import summary

LONGEST_TITLE = 100


def title_line(t: Translator, song: SongWords) -> Html:
    """`Paper Boats · What is it about?`"""
    return t.html("song-line", title=cut(song.title, LONGEST_TITLE), rest=t.plain("goal-meaning"))


def verses_count(t: Translator, n: int) -> str:
    return t.plain("verses-count", n=n, amount=t.number(n))


def told(t: Translator, owner: int, song: SongWords, mood: Report | None, last: Report) -> Screen:
    """Everything in a few lines; `last` is the themes, or the mood where no themes were wanted."""
    found = summary(t, last)
    if song.mood:
        sorted_by = t.html("calc-by-theme", theme=cut(last.theme, LONGEST_TITLE))
        found = Html("\n\n".join([song.said, join(sorted_by, found)]))
    parts = [title_line(t, song), found, _paid(t, mood, last)]
    text = Html("\n\n".join(each for each in parts if each))
    if len(text.encode("utf-16-le")) > 2 * CAPTION:
        text = Html("\n\n".join([title_line(t, song), t.html("summary-long")]))
    return Screen(text, _rows(t, owner, song, last))


def _paid(t: Translator, mood: Report | None, last: Report) -> Html:
    prices = [each.price for each in (mood, last) if each and each.price is not None]
    if not prices:
        return Html("")
    price = money(t, sum(prices, Decimal(0)))
    return t.html("meaning-paid", verses=verses_count(t, last.count), price=price)


def _rows(t: Translator, owner: int, song: SongWords, last: Report) -> tuple[Row, ...]:
    """Each result with all that can be done with it, and other questions about the same words."""
    number = last.analysis.id
    details = [Button(t.plain("meaning-mood"), OpenResult(owner, song.mood or number))]
    if song.mood:
        details.append(Button(t.plain("meaning-themes"), OpenResult(owner, number)))
    basket = int(last.analysis.about.get("basket") or 0)
    more = Button(t.plain("result-more"), ShowBasket(owner, basket))
    return (tuple(details), (more,)) if basket else (tuple(details),)
