"""How a result looks: the words below its picture, the texts behind a class, what to compare it with."""

from collections.abc import Callable, Sequence
from datetime import date

from bot.chat.callbacks import (
    Callback,
    ChooseKind,
    CompareResults,
    ExportResult,
    OpenPast,
    PickComparison,
    ShowBasket,
    ShowClass,
    ShowClasses,
    ShowResult,
    ShowTextHistory,
    ShowTextMonths,
    SwitchPicture,
    short_id,
)
from bot.chat.display.screen import Button, Row, Screen, cut, packed, page_of
from bot.chat.display.translator import Html, Translator, join
from bot.features.analyze.order.kinds import money
from bot.features.analyze.results.classes import title_of
from bot.features.analyze.results.monthly_totals import Month
from bot.features.analyze.results.reports import Report, classes_of, kind_name
from bot.features.analyze.results.summary import summary
from bot.neuro_semantic import ClassResult, Kind, PastRequest
from storage import Analysis

CLASSES_PER_PAGE = 8
TEXTS_PER_PAGE = 5
PHRASES_PER_PAGE = 30
LONGEST_SHOWN = 600  # characters of one text
CAPTION = 1000  # characters below a picture (Bot API, sendPhoto: 1024)
HISTORY_PER_PAGE = 7
Turn = Callable[[int], Callback]


def result(t: Translator, owner: int, report: Report) -> Screen:
    """What stands below the picture."""
    text = join(summary(t, report), _about(t, report))
    if len(text) > CAPTION:
        text = t.html("summary-long")
    return Screen(text, tuple(_result_rows(t, owner, report)))


def classes(t: Translator, owner: int, report: Report, page: int) -> Screen:
    """Every class with a button that shows its texts; of a frequency, all words."""
    if report.kind == Kind.WORDFREQ:
        return _phrases(t, owner, report, page)
    number = report.analysis.id
    shown, page, pages = page_of(classes_of(report), page, CLASSES_PER_PAGE)
    first = page * CLASSES_PER_PAGE
    buttons = [
        (Button(_class_label(t, report, each), ShowClass(owner, number, first + at)),)
        for at, each in enumerate(shown)
    ]
    turns = _turning(t, page, pages, lambda to: ShowClasses(owner, number, to))
    back = Button(t.plain("button-back"), ShowResult(owner, number))
    return Screen(t.html("classes-title"), (*buttons, *turns, (back,)))


def texts_of_class(t: Translator, owner: int, report: Report, number: int, page: int) -> Screen:
    """The texts behind a class, in their order."""
    one = classes_of(report)[number]
    analysis = report.analysis.id
    shown, page, pages = page_of(one.texts, page, TEXTS_PER_PAGE)
    title = t.html("class-title", name=cut(title_of(t, report.kind, one), 100), n=one.amount)
    first = page * TEXTS_PER_PAGE + 1
    lines = [
        t.html("class-text", n=first + at, text=cut(each.strip(), LONGEST_SHOWN))
        for at, each in enumerate(shown)
    ]
    said = lines or [t.html("class-no-texts" if one.amount else "class-empty")]
    turns = _turning(t, page, pages, lambda to: ShowClass(owner, analysis, number, to))
    back = Button(t.plain("button-back"), ShowClasses(owner, analysis))
    return Screen(Html("\n\n".join([title, *said])), (*turns, (back,)))


def pick_comparison(
    t: Translator, owner: int, report: Report, others: Sequence[Analysis], page: int
) -> Screen:
    """Earlier results of the same kind."""
    number = report.analysis.id
    back = Button(t.plain("button-back"), ShowResult(owner, number))
    if not others:
        return Screen(t.html("compare-none"), ((back,),))
    shown, page, pages = page_of(others, page, CLASSES_PER_PAGE)
    rows = [
        (Button(_analysis_label(t, each), CompareResults(owner, number, each.id)),)
        for each in shown
    ]
    turns = _turning(t, page, pages, lambda to: PickComparison(owner, number, to))
    return Screen(t.html("compare-pick"), (*rows, *turns, (back,)))


def comparison(t: Translator, owner: int, before: Report, after: Report) -> Screen:
    """What changed most, below the picture of both."""
    old, new = _values(t, before), _values(t, after)
    changes = {name: new.get(name, 0.0) - old.get(name, 0.0) for name in {**new, **old}}
    ranked = sorted(changes.items(), key=lambda item: -abs(item[1]))
    lines = [
        t.html(
            "compare-line",
            name=cut(name),
            before=_value(t, after.kind, old.get(name)),
            after=_value(t, after.kind, new.get(name)),
        )
        for name, change in ranked[:3]
        if abs(change) >= 0.05
    ]
    said = join(t.html("compare-title"), *lines) if lines else t.html("compare-same")
    about = t.html(
        "compare-about",
        name=_name(t, after),
        before=_texts(t, before.count),
        after=_texts(t, after.count),
    )
    back = Button(t.plain("button-back"), ShowResult(owner, after.analysis.id))
    return Screen(join(said, about), ((back,),))


def history(t: Translator, owner: int, past: Sequence[PastRequest], page: int) -> Screen:
    """What the account had read, the newest first; each can be opened again."""
    if not past:
        return Screen(t.html("past-none"))
    shown, page, pages = page_of(past, page, HISTORY_PER_PAGE)
    rows = [(Button(_past_label(t, each), OpenPast(owner, short_id(each.id))),) for each in shown]
    turns = _turning(t, page, pages, lambda to: ShowTextHistory(owner, to))
    months = Button(t.plain("past-months"), ShowTextMonths(owner))
    return Screen(t.html("past-title", n=len(past)), (*rows, *turns, (months,)))


def months(t: Translator, owner: int, found: Sequence[Month]) -> Screen:
    """What each month's requests came to."""
    lines = [
        t.html(
            "month-line",
            month=t.month(date.fromisoformat(f"{each.name}-01")),
            requests=t.plain("requests-count", n=each.requests),
            texts=_texts(t, each.texts),
            spent=money(t, each.spent),
        )
        for each in found
    ]
    said = join(t.html("months-title"), *lines) if lines else t.html("past-none")
    back = Button(t.plain("button-back"), ShowTextHistory(owner))
    return Screen(said, ((back,),))


def _result_rows(t: Translator, owner: int, report: Report) -> list[Row]:
    number = report.analysis.id
    words = report.kind == Kind.WORDFREQ
    show = t.plain("result-words" if words else "result-texts")
    exports = tuple(
        Button(label, ExportResult(owner, number, form))
        for form, label in (("xlsx", "Excel"), ("csv", "CSV"), ("json", "JSON"))
    )
    dark = Button(t.plain("result-dark"), SwitchPicture(owner, number, 1))
    light = Button(t.plain("result-light"), SwitchPicture(owner, number, 0))
    rows: list[Row] = [
        (Button(show, ShowClasses(owner, number)),),
        (Button(t.plain("result-compare"), PickComparison(owner, number)),),
        exports,
        *packed([dark, light]),
    ]
    if basket := int(report.analysis.about.get("basket") or 0):
        rows.insert(2, _other_kinds(t, owner, basket, report.kind))
    return rows


def _other_kinds(t: Translator, owner: int, basket: int, kind: str) -> Row:
    """The next questions about the same texts."""
    others = [each for each in (Kind.SENTIMENT, Kind.EMCOL) if each != kind][:1]
    first = tuple(
        Button(t.plain(f"calc-{each}"), ChooseKind(owner, basket, each)) for each in others
    )
    return (*first, Button(t.plain("result-more"), ShowBasket(owner, basket)))


def _phrases(t: Translator, owner: int, report: Report, page: int) -> Screen:
    number = report.analysis.id
    shown, page, pages = page_of(report.result.phrases, page, PHRASES_PER_PAGE)
    lines = [
        t.html("phrase-line", text=cut(each.text, 60), n=t.number(each.count)) for each in shown
    ]
    turns = _turning(t, page, pages, lambda to: ShowClasses(owner, number, to))
    back = Button(t.plain("button-back"), ShowResult(owner, number))
    return Screen(join(t.html("phrases-title"), *lines), (*turns, (back,)))


def _class_label(t: Translator, report: Report, one: ClassResult) -> str:
    percent = t.plain("percent", value=t.number(one.percent, digits=1))
    told = f"{t.number(one.amount)} · {percent}" if one.amount or not one.score else percent
    return t.plain("class-button", name=cut(title_of(t, report.kind, one), 34), told=told)


def _about(t: Translator, report: Report) -> Html:
    """`Mood: 7 texts, 3.50 ₽.`"""
    name, texts = _name(t, report), _texts(t, report.count)
    if report.price is None:
        return t.html("result-about", name=name, texts=texts)
    return t.html("result-paid", name=name, texts=texts, price=money(t, report.price))


def _name(t: Translator, report: Report) -> str:
    if report.theme:
        return t.plain("calc-by-theme", theme=cut(report.theme))
    return kind_name(t, report.kind)


def _texts(t: Translator, count: int) -> str:
    return t.plain("texts-count", n=count, amount=t.number(count))


def _values(t: Translator, report: Report) -> dict[str, float]:
    """What is compared: how often words occur, else the classes' shares in percent."""
    if report.kind == Kind.WORDFREQ:
        return {each.text: float(each.count) for each in report.result.phrases}
    return {title_of(t, report.kind, each): each.percent for each in classes_of(report)}


def _value(t: Translator, kind: str, value: float | None) -> str:
    """A word that is not among the most frequent ones may occur all the same."""
    if kind != Kind.WORDFREQ:
        return t.plain("percent", value=t.number(value or 0.0, digits=1))
    return "–" if value is None else t.number(value)


def _analysis_label(t: Translator, one: Analysis) -> str:
    about = one.about
    name = str(about.get("theme") or kind_name(t, str(about.get("kind"))))
    return _label(cut(name, 24), about.get("date"), _texts(t, int(about.get("count") or 0)))


def _past_label(t: Translator, one: PastRequest) -> str:
    return _label(
        cut(kind_name(t, one.kind), 24),
        f"{one.created:%Y-%m-%d %H:%M}" if one.created else None,
        None if one.texts_amount is None else _texts(t, one.texts_amount),
        None if one.price is None else money(t, one.price),
    )


def _label(*known: str | None) -> str:
    """What is known, the rest left out; the end is what a narrow phone cuts."""
    return " · ".join(filter(None, known))


def _turning(t: Translator, page: int, pages: int, to: Turn) -> tuple[Row, ...]:
    buttons = []
    if page > 0:
        buttons.append(Button(t.plain("page-previous"), to(page - 1)))
    if page + 1 < pages:
        buttons.append(Button(t.plain("page-next"), to(page + 1)))
    return (tuple(buttons),) if buttons else ()
