"""The two or three things that matter about a result, in a sentence or two."""

from collections.abc import Sequence

from bot.chat.display.screen import cut
from bot.chat.display.translator import Html, Translator, join
from bot.features.analyze.results.classes import mood_of, title_of
from bot.features.analyze.results.reports import Report, classes_of
from bot.neuro_semantic import ClassResult, Kind

MOST_NAMED = 3
LONGEST_QUOTE = 140  # characters
CLEAR = 50.0  # percent, from which one side of the moods is "mostly"


def summary(t: Translator, report: Report) -> Html:
    if report.kind == Kind.WORDFREQ:
        return _words(t, report)
    found = [each for each in classes_of(report) if each.percent > 0]
    if not found:
        return t.html("summary-nothing")
    if report.kind == Kind.SENTIMENT and any(mood_of(each.title) for each in found):
        return _moods(t, report, found)
    return _classes(t, report, found)


def _moods(t: Translator, report: Report, found: Sequence[ClassResult]) -> Html:
    """`Mostly positive. 4 of 7 positive, 2 neutral, 1 negative.` and the text that stands out."""
    good = [each for each in found if mood_of(each.title) in ("good", "very-good")]
    bad = [each for each in found if mood_of(each.title) in ("bad", "very-bad")]
    key = _headline(_percent(good), _percent(bad), _percent(found))
    neutral = [each for each in found if mood_of(each.title) == "neutral"]
    told = {
        "good": _told(t, report, good),
        "neutral": _told(t, report, neutral),
        "bad": _told(t, report, bad),
    }
    if _by_share(report):
        counts = t.html("summary-moods-shares", **told)
    else:
        counts = t.html("summary-moods", all=t.number(report.count), **told)
    quote = _quote(t, good, good=True) if key == "summary-bad" else _quote(t, bad, good=False)
    return join(t.html(key), counts, quote)


def _headline(good: float, bad: float, total: float) -> str:
    if good >= total * CLEAR / 100 and good > bad:
        return "summary-good"
    if bad >= total * CLEAR / 100 and bad > good:
        return "summary-bad"
    return "summary-mixed" if good and bad else "summary-calm"


def _percent(found: Sequence[ClassResult]) -> float:
    return sum(each.percent for each in found)


def _told(t: Translator, report: Report, found: Sequence[ClassResult]) -> str:
    """An amount of texts, or the share where the service tells no amounts."""
    if _by_share(report):
        return t.plain("percent", value=t.number(_percent(found), digits=1))
    return t.number(sum(each.amount for each in found))


def _by_share(report: Report) -> bool:
    found = classes_of(report)
    return any(each.score for each in found) and not any(each.amount for each in found)


def _quote(t: Translator, found: Sequence[ClassResult], *, good: bool) -> Html:
    """The shortest text of the other side, in its own words."""
    texts = [text for each in found for text in each.texts if text.strip()]
    if not texts:
        return Html("")
    words = cut(" ".join(min(texts, key=len).split()), LONGEST_QUOTE)
    if good:
        return t.html("summary-one-good", n=len(texts), text=words)
    return t.html("summary-one-bad", n=len(texts), text=words)


def _classes(t: Translator, report: Report, found: Sequence[ClassResult]) -> Html:
    """`Most often: delivery, 4 of 7. Next: price (2), quality (1).`"""
    known = [each for each in found if not each.unrecognised]
    rest = sum(each.amount for each in found if each.unrecognised)
    missed = t.html("summary-rest", n=rest, amount=t.number(rest)) if rest else Html("")
    if not known:
        return join(t.html("summary-none"), missed)
    ranked = sorted(known, key=lambda each: -each.percent)
    first, *others = ranked[: MOST_NAMED + 1]
    top = _top(t, report, first)
    listed = ", ".join(
        f"{cut(title_of(t, report.kind, each), 40)} ({_told(t, report, [each])})"
        for each in others
    )
    return join(top, t.html("summary-then", names=listed) if listed else Html(""), missed)


def _top(t: Translator, report: Report, first: ClassResult) -> Html:
    name, part = cut(title_of(t, report.kind, first)), _told(t, report, [first])
    if _by_share(report):
        return t.html("summary-top-share", name=name, part=part)
    return t.html("summary-top", name=name, part=part, all=t.number(report.count))


def _words(t: Translator, report: Report) -> Html:
    phrases = report.result.phrases
    if not phrases:
        return t.html("summary-nothing")
    listed = ", ".join(
        f"{cut(each.text, 40)} ({t.number(each.count)})" for each in phrases[: MOST_NAMED + 2]
    )
    return t.html("summary-words", names=listed, n=len(phrases))
