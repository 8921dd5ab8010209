"""Every screen of having texts read, called with the values of a world."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

from bot.chat.display.screen import Screen
from bot.chat.display.translator import Translator
from bot.features.analyze.after import discover_handlers
from bot.features.analyze.collecting import basket_screens
from bot.features.analyze.order.analysis_request import ANALYSIS, Wish
from bot.features.analyze.order.kinds import PHRASES
from bot.features.analyze.order.progress import Progress, Stage
from bot.features.analyze.reporting import status_screens
from bot.features.analyze.results import report_screens
from bot.features.analyze.results.monthly_totals import MOST_MONTHS, Month
from bot.features.analyze.results.reports import Report
from bot.features.link import group_link_button, neuro_link_button
from bot.features.separate.after.job_list_screens import listed
from bot.files.text import Way
from bot.files.texts import MOST_WAYS
from bot.neuro_semantic import CalcType, ClassResult, Kind, PastRequest, Phrase, Result, Status
from storage import Analysis, Basket, Job, Place, StoredText
from tests.features.themes.values import themes
from tests.features.worlds import ROW, USER, World, job_of

BOT = "StemgramBot"
MOODS = ("Очень позитивная", "Позитивная", "Нейтральная", "Негативная", "Очень негативная")
FEELINGS = ("Радость", "Доверие", "Грусть", "Гнев", "Страх", "Удивление", "Нейтральная")
ENDINGS = ("free", "running", "unknown")
FAILURES = (
    "reading-failed-secret",
    "reading-failed-texts",
    "reading-failed-balance",
    "reading-failed-invalid",
    "neuro-down",
)
FAILURES_LATER = (
    "reading-failed-secret-later",
    "reading-failed-slow",
    "reading-failed-gone",
    "reading-failed-empty",
    "reading-failed-ended",
    "reading-failed-ours",
)
PRICES = {
    str(kind): CalcType(kind, "", "", price)
    for kind, price in zip(Kind, map(Decimal, ("1", "0.5", "0.5", "0.2")), strict=True)
}
PAID = basket_screens.Cost(Decimal("0.5"), Decimal(120))


def gathering(t: Translator, w: World) -> dict[str, Screen]:
    one = basket(1, 0)
    few = [
        StoredText(w.message * 3, w.name, "2026-01-02 10:00", 1),
        StoredText(w.message * 3, w.name, "", 2),
        *(StoredText(w.message * 3, "", "", at) for at in (3, 4, ROW)),
    ]
    columns = [Way("column", w.name, 1, w.message)] * MOST_WAYS
    plain = [Way(kind, "", n, w.message) for kind, n in KINDS_OF_WAYS]
    return {
        "basket": basket_screens.card(t, basket(), PRICES, basket(21)),
        "basket of one text": basket_screens.card(t, one, {}, None),
        "basket before linking": basket_screens.card_before_link(
            t, basket(), neuro_link_button(t, USER)
        ),
        "basket in a group": basket_screens.card_before_link(t, one, group_link_button(t, BOT)),
        "basket open for more": basket_screens.adding(t, basket()),
        "texts": basket_screens.texts(t, basket(), few, 1),
        "one text": basket_screens.texts(t, one, few[:1], 0),
        "clear": basket_screens.sure_to_clear(t, basket()),
        "ways of a text": basket_screens.ways(t, ROW, w.name, plain),
        "ways of a table": basket_screens.ways(t, ROW, w.name, columns),
        "no texts yet": basket_screens.nothing_yet(t, USER, private=True),
    }


KINDS_OF_WAYS = (("whole", 1), ("paragraphs", 3), ("lines", 21))


def pricing(t: Translator, w: World) -> dict[str, Screen]:
    def order(kind: Kind, cost: basket_screens.Cost = PAID, parts: int = 1) -> Screen:
        title = w.name if kind is Kind.CLASSIFY else ""
        wish = replace(wish_for(kind), theme_title=title)
        return basket_screens.order(t, ROW, wish, PRICES, cost, parts)

    return {
        "themes to sort by": basket_screens.themes(t, ROW, USER, themes(w.name, 20), 1),
        "no themes to sort by": basket_screens.themes(t, ROW, USER, [], 0),
        "order": order(Kind.SENTIMENT),
        "order by a theme": order(Kind.CLASSIFY),
        "order of words": order(Kind.WORDFREQ),
        "order in parts": order(Kind.EMCOL, parts=3),
        "order too dear": order(Kind.SENTIMENT, basket_screens.Cost(Decimal(1), Decimal("3.5"))),
        "order with debts": order(Kind.SENTIMENT, basket_screens.Cost(None, Decimal(-3))),
        "order, balance unknown": order(Kind.SENTIMENT, basket_screens.Cost(Decimal(1), None)),
        "order, price unknown": order(Kind.SENTIMENT, basket_screens.Cost(None, None)),
        "order, not on the list": order(Kind.SENTIMENT, basket_screens.Cost(None, Decimal(120))),
    }


def reading(t: Translator, w: World) -> dict[str, Screen]:
    job = job_for(Kind.CLASSIFY, w.name)
    part = replace(job_for(Kind.SENTIMENT), part=1)
    part.request["parts"] = 3
    others = [status_screens.listed(t, each, 70.0) for each in (job, part, job, part, job)]
    return {
        **{
            f"reading, {stage}": status_screens.running(
                t, job_for(Kind.EMCOL), Progress(stage), 70.0
            )
            for stage in Stage
        },
        "reading a part": status_screens.running(t, part, Progress(Stage.RUNNING), 0),
        "stopping": status_screens.stopping(t, job),
        "read": status_screens.done(t, job, 48.0),
        "read in parts": status_screens.done(t, part, 4000.0),
        "said by the service": status_screens.failed(
            t, job, t.html("neuro-says", message=w.message)
        ),
        **{
            why: status_screens.failed_later(t, job, t.html(why, id="5001", code=40))
            for why in FAILURES_LATER
        },
        **{why: status_screens.failed(t, job, t.html(why)) for why in FAILURES},
        "too long": status_screens.too_long(t, job, 1_200_000, 2),
        "nobody knows": status_screens.unclear(t, job),
        **{
            f"stopped, {how}": status_screens.cancelled(t, job, f"cancelled-texts-{how}")
            for how in ENDINGS
        },
        "jobs with texts": listed(t, USER, [], others),
    }


def resulting(t: Translator, w: World) -> dict[str, Screen]:
    """All that stands below a picture."""

    def result(one: Report) -> Screen:
        return report_screens.result(t, USER, one)

    mood = report(Kind.SENTIMENT, classes(MOODS, (2, 2, 2, 1, 0), w.message))
    bad = report(Kind.SENTIMENT, classes(MOODS, (1, 1, 2, 3, 5), w.message))
    calm = report(Kind.SENTIMENT, classes(MOODS, (1, 0, 9, 0, 0), w.message))
    mixed = report(Kind.SENTIMENT, classes(MOODS, (1, 1, 3, 1, 1), w.message))
    none = report(Kind.CLASSIFY, (), theme=w.name, rest=3)
    return {
        "mood": result(mood),
        "bad mood": result(bad),
        "calm mood": result(calm),
        "mixed mood": result(mixed),
        "mood by shares": result(report(Kind.SENTIMENT, scored(MOODS))),
        "feelings": result(report(Kind.EMCOL, classes(FEELINGS, (4, 3, 2, 2, 1, 0, 0)))),
        "feelings by shares": result(report(Kind.EMCOL, scored(FEELINGS))),
        "themes": result(sorted_report(w)),
        "no theme fits": result(none),
        "nothing found": result(report(Kind.EMCOL, ())),
        "words": result(words(w, 3)),
        "no words": result(words(w, 0)),
        "result of an unknown kind": result(report("tension", classes(("Low",), (3,)))),
        "compared": report_screens.comparison(t, USER, bad, mood),
        "compared by a theme": report_screens.comparison(
            t, USER, sorted_report(w, 3), sorted_report(w)
        ),
        "compared by words": report_screens.comparison(t, USER, words(w, 3), words(w, 5, 7)),
        "compared and the same": report_screens.comparison(t, USER, mood, mood),
    }


def looking(t: Translator, w: World) -> dict[str, Screen]:
    mood = report(Kind.SENTIMENT, classes(MOODS, (2, 2, 12, 1, 0), w.message * 3))
    many = sorted_report(w, 20)
    return {
        "classes of moods": report_screens.classes(t, USER, mood, 0),
        "classes of a theme": report_screens.classes(t, USER, many, 1),
        "all words": report_screens.classes(t, USER, words(w, 100), 1),
        "class the service tells no texts of": report_screens.texts_of_class(
            t, USER, report(Kind.EMCOL, [ClassResult("Радость", 3, 100.0)]), 0, 0
        ),
        "texts of a class": report_screens.texts_of_class(t, USER, mood, 2, 1),
        "one text of a class": report_screens.texts_of_class(t, USER, mood, 3, 0),
        "what to compare with": report_screens.pick_comparison(
            t, USER, mood, [analysis(w.name)] * 20, 1
        ),
        "nothing to compare with": report_screens.pick_comparison(t, USER, mood, [], 0),
        "class without texts": report_screens.texts_of_class(t, USER, mood, 4, 0),
    }


def remembering(t: Translator, _w: World) -> dict[str, Screen]:
    asked = [past("5001", Kind.SENTIMENT), past("x" * 60, Kind.WORDFREQ), past("7", "tension")]
    bare = replace(asked[0], created=None, price=None, texts_amount=None)
    month = Month("2026-01", 2, 1234, Decimal("617.5"))
    return {
        "past": report_screens.history(t, USER, [*asked, bare] * 5, 1),
        "one past": report_screens.history(t, USER, asked[:1], 0),
        "no past": report_screens.history(t, USER, [], 0),
        "texts by month": report_screens.months(t, USER, [month] * MOST_MONTHS),
        "no texts by month": report_screens.months(t, USER, []),
        "guide": discover_handlers.menu(t, USER),
        **{
            f"guide, {each}": discover_handlers.page(t, USER, each, private=True)
            for each in discover_handlers.TOPICS
        },
    }


def basket(count: int = 1234, people: int = 3) -> Basket:
    return Basket(ROW, USER, Place(USER), 7, count, count * 700, people, ROW)


def wish_for(kind: Kind, theme: str = "") -> Wish:
    return Wish(ROW, ROW, 7, 2140, kind, theme="7" if theme else "", theme_title=theme)


def job_for(kind: Kind, theme: str = "") -> Job:
    job = job_of({"wish": {**wish_for(kind, theme).as_dict(), "phrases": PHRASES[0]}})
    return replace(job, kind=ANALYSIS, progress=Progress(Stage.RUNNING).as_dict())


def analysis(theme: str = "") -> Analysis:
    about = {
        "kind": Kind.CLASSIFY if theme else Kind.SENTIMENT,
        "basket": ROW,
        "count": 1234,
        "theme": theme,
        "date": "2026-01-02 10:00",
    }
    return Analysis(ROW, USER, ("5001",), about, 0.0)


def report(
    kind: str,
    found: Sequence[ClassResult],
    *,
    theme: str = "",
    rest: int = 0,
    phrases: Sequence[Phrase] = (),
) -> Report:
    missed = ClassResult("Не распознано", rest, 100.0, ("?",) * rest) if rest else None
    result = Result(kind, classes=tuple(found), phrases=tuple(phrases), unrecognised=missed)
    count = sum(each.amount for each in found) + rest
    return Report(analysis(theme), kind, result, count or 7, Decimal("3.5"))


def classes(
    titles: Sequence[str], amounts: Sequence[int], text: str = "Доставка опоздала."
) -> tuple[ClassResult, ...]:
    total = sum(amounts)
    return tuple(
        ClassResult(title, amount, 100 * amount / total, (text,) * amount)
        for title, amount in zip(titles, amounts, strict=True)
    )


def scored(titles: Sequence[str]) -> tuple[ClassResult, ...]:
    """Classes for which the service tells a strength and no amounts."""
    share = 100 / len(titles)
    return tuple(ClassResult(title, percent=share, score=0.25) for title in titles)


def sorted_report(w: World, count: int = 5) -> Report:
    titles = [f"{at} {w.name}" for at in range(1, count + 1)]
    amounts = range(count, 0, -1)
    return report(Kind.CLASSIFY, classes(titles, amounts, w.message), theme=w.name, rest=2)


def words(w: World, count: int, most: int = 2000) -> Report:
    phrases = [Phrase(f"{w.query} {at}", most - at) for at in range(1, count + 1)]
    return report(Kind.WORDFREQ, (), phrases=phrases)


def past(id: str, kind: str) -> PastRequest:
    asked = datetime(2026, 1, 2, 10, tzinfo=UTC)
    price = Decimal("617.5")
    return PastRequest(id, kind, Status.DONE, 30, "", price, asked, asked, 1234, 1234)


TOPICS = (gathering, pricing, reading, resulting, looking, remembering)
