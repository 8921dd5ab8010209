"""The two or three things that matter about a result, in a sentence or two."""

from collections.abc import Sequence

from bot.chat.screen import cut
from bot.chat.translator import Html, Translator, join
from bot.features.analyze.classes import mood_of, title_of
from bot.features.analyze.reports import Report, classes_of
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
    counts = t.html(
        "summary-moods",
        good=_told(t, report, good),
        neutral=_told(t, report, neutral),
        bad=_told(t, report, bad),
        all=t.number(report.count),
    )
    return join(t.html(key), counts, _quote(t, good if key == "summary-bad" else bad))


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
    amount = sum(each.amount for each in found)
    if amount or not any(each.score for each in classes_of(report)):
        return t.number(amount)
    return t.plain("percent", value=t.number(_percent(found), digits=1))


def _quote(t: Translator, found: Sequence[ClassResult]) -> Html:
    """The shortest text of the other side, in its own words."""
    texts = [text for each in found for text in each.texts if text.strip()]
    if not texts:
        return Html("")
    words = " ".join(min(texts, key=len).split())
    return t.html("summary-quote", n=len(texts), text=cut(words, LONGEST_QUOTE))


def _classes(t: Translator, report: Report, found: Sequence[ClassResult]) -> Html:
    """`Mostly delivery: 4 of 7. Then price (2), quality (1).`"""
    known = [each for each in found if not each.unrecognised]
    rest = sum(each.amount for each in found if each.unrecognised)
    missed = t.html("summary-rest", n=rest, amount=t.number(rest)) if rest else Html("")
    if not known:
        return join(t.html("summary-none"), missed)
    ranked = sorted(known, key=lambda each: -each.percent)
    first, *others = ranked[: MOST_NAMED + 1]
    top = t.html(
        "summary-top",
        name=cut(title_of(t, report.kind, first)),
        part=_told(t, report, [first]),
        all=t.number(report.count),
    )
    listed = ", ".join(
        f"{cut(title_of(t, report.kind, each), 40)} ({_told(t, report, [each])})"
        for each in others
    )
    return join(top, t.html("summary-then", names=listed) if listed else Html(""), missed)


def _words(t: Translator, report: Report) -> Html:
    phrases = report.result.phrases
    if not phrases:
        return t.html("summary-nothing")
    listed = ", ".join(
        f"{cut(each.text, 40)} ({t.number(each.count)})" for each in phrases[: MOST_NAMED + 2]
    )
    return t.html("summary-words", names=listed, n=len(phrases))
