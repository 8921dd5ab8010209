"""A result with what we know about it: fetched from the service, put together from its parts, drawn."""

import asyncio
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from bot.chat.display.translator import Translator
from bot.features.analyze.results import charts
from bot.features.analyze.results.chart_drawing import draw, draw_together
from bot.features.analyze.results.classes import in_order, title_of
from bot.neuro_semantic import (
    ClassResult,
    InvalidData,
    Kind,
    NeuroSemanticClient,
    Phrase,
    Result,
    Transaction,
)
from storage import Analysis, Credential, Storage

REMEMBERED = 16  # results kept in memory, so that turning pages asks nobody
MOST_BESIDE = 7  # bars of a result that shares its picture
MOST_KEPT = 4_000_000  # characters of all their texts together


class ResultGone(Exception):
    """The service has the result no more, or not for this account."""


@dataclass(frozen=True, slots=True)
class Report:
    """`transactions` as the service sent them, the result they make together, and the texts' count."""

    analysis: Analysis
    kind: str
    result: Result
    count: int
    price: Decimal | None
    quality: str = ""
    transactions: tuple[Transaction, ...] = field(default=(), repr=False)

    @property
    def theme(self) -> str:
        return str(self.analysis.about.get("theme") or "")


class Reports:
    """Results are kept by the service; here only a few of the latest, in memory."""

    def __init__(self, client: NeuroSemanticClient, storage: Storage) -> None:
        self._client = client
        self._storage = storage
        self._delivered_files: OrderedDict[int, Report] = OrderedDict()

    async def load(self, analysis: Analysis) -> Report:
        """Raises `ResultGone`, and the errors of the service."""
        known = self._delivered_files.pop(analysis.id, None)
        found = known or _understood(await self.whole(analysis))
        self._keep(found)
        return found

    async def whole(self, analysis: Analysis) -> Report:
        """Asked for anew, with all that the service sent; the texts are in it several times."""
        credential = await self._credential_of(analysis)
        if credential is None:
            raise ResultGone
        try:
            found = [
                await self._client.transaction(credential.secret, each)
                for each in analysis.transactions
            ]
        except InvalidData as error:
            raise ResultGone from error
        return _put_together(analysis, found)

    async def picture(self, t: Translator, report: Report) -> bytes | None:
        """A PNG in the person's language and look; None where there is nothing to draw."""
        dark = await self._storage.analyses.is_dark(report.analysis.user_id)
        chart = chart_of(t, report)
        if chart is None:
            return None
        return await _drawn(t, charts.fitting(chart), dark=dark)

    async def pictures(
        self, t: Translator, reports: Sequence[Report], subtitle: str
    ) -> bytes | None:
        """Several results below each other in one picture; None where there is nothing to draw."""
        found = [chart for each in reports if (chart := chart_of(t, each))]
        if not found:
            return None
        fitted = [charts.fitting(replace(each, subtitle=subtitle), MOST_BESIDE) for each in found]
        shown = [(each, _more(t, each)) for each in fitted]
        dark = await self._storage.analyses.is_dark(reports[0].analysis.user_id)
        return await asyncio.to_thread(draw_together, shown, dark=dark)

    async def comparison(self, t: Translator, before: Report, after: Report) -> bytes | None:
        dark = await self._storage.analyses.is_dark(after.analysis.user_id)
        pair = (chart_of(t, before), chart_of(t, after))
        chart = charts.compared(*pair, _names(t, before, after))
        return None if chart is None else await _drawn(t, chart, dark=dark)

    async def _credential_of(self, analysis: Analysis) -> Credential | None:
        """The account that paid for it, or the one that is linked now."""
        known = analysis.about.get("credential")
        found = await self._storage.credentials.get(int(known)) if known else None
        if found is not None and found.user_id == analysis.user_id and not found.refused:
            return found
        return await self._storage.credentials.active(analysis.user_id, "neuro_semantic")

    def _keep(self, report: Report) -> None:
        """The latest stay, as many as there is room for."""
        self._delivered_files[report.analysis.id] = report
        while (
            len(self._delivered_files) > REMEMBERED
            or sum(map(_size, self._delivered_files.values())) > MOST_KEPT
        ):
            self._delivered_files.popitem(last=False)


async def _drawn(t: Translator, chart: charts.Chart, *, dark: bool) -> bytes:
    return await asyncio.to_thread(draw, chart, dark=dark, more=_more(t, chart))


def _more(t: Translator, chart: charts.Chart) -> str:
    return t.plain("chart-more", n=chart.left_out)


def chart_of(t: Translator, report: Report) -> charts.Chart | None:
    """All there is to show; `fitting` and `compared` make a picture's share of it."""
    heading = report.theme or kind_name(t, report.kind)
    amount = t.plain("texts-count", n=report.count, amount=t.number(report.count))
    if report.kind == Kind.WORDFREQ:
        bars = [
            charts.Bar(each.text, float(each.count), t.number(each.count), t.number(each.count))
            for each in report.result.phrases
        ]
    else:
        bars = [_bar(t, report, each) for each in classes_of(report)]
    if not bars:
        return None
    return charts.Chart(heading, amount, tuple(bars), report.kind)


def classes_of(report: Report) -> list[ClassResult]:
    """The classes in their order, and last the texts that fit none, if there are any."""
    rest = report.result.unrecognised
    others = [rest] if rest and (rest.amount or rest.texts) else []
    return [*in_order(report.kind, report.result.classes), *others]


def _bar(t: Translator, report: Report, one: ClassResult) -> charts.Bar:
    percent = t.plain("percent", value=t.number(one.percent, digits=1))
    label = f"{t.number(one.amount)} · {percent}" if one.amount or not one.score else percent
    title = title_of(t, report.kind, one)
    return charts.Bar(title, one.percent, label, percent, charts.tone_of(one.title, report.kind))


def _names(t: Translator, before: Report, after: Report) -> tuple[str, str]:
    return (
        t.plain("compare-before", date=_date(before)),
        t.plain("compare-after", date=_date(after)),
    )


def _date(report: Report) -> str:
    created = report.transactions[0].created if report.transactions else None
    return f"{created:%Y-%m-%d %H:%M}" if created else "–"


def kind_name(t: Translator, kind: str) -> str:
    """A kind the document does not name is shown as it came."""
    return t.plain(f"calc-{kind}") if kind in set(Kind) else kind


def _put_together(analysis: Analysis, found: Sequence[Transaction]) -> Report:
    results = [each.result for each in found if each.result is not None]
    if not results:
        raise ResultGone
    prices = [each.price for each in found if each.price is not None]
    return Report(
        analysis=analysis,
        kind=str(analysis.about.get("kind") or found[0].kind),
        result=results[0] if len(results) == 1 else merged(results),
        count=sum(each.texts_amount or 0 for each in found),
        price=sum(prices, Decimal(0)) if prices else None,
        quality=found[0].quality,
        transactions=tuple(found),
    )


def _understood(report: Report) -> Report:
    """Without what it was read from, in which every text stands once or twice more."""
    slim = (
        replace(
            each,
            result=None,
            request_raw=None,
            request_data=None,
            result_data=None,
            result_entities=None,
            other={},
        )
        for each in report.transactions
    )
    return replace(report, transactions=tuple(slim))


def _size(report: Report) -> int:
    return sum(len(text) for each in classes_of(report) for text in each.texts)


def merged(results: Sequence[Result]) -> Result:
    """One result of several parts: texts of a class come together, percentages are reckoned anew."""
    classes = _merged_classes(each for result in results for each in result.classes)
    rests = [result.unrecognised for result in results if result.unrecognised]
    rest = next(iter(_merged_classes(rests)), None)
    total = sum(each.amount for each in classes) + (rest.amount if rest else 0)
    return Result(
        kind=results[0].kind,
        title=results[0].title,
        descr=results[0].descr,
        classes=tuple(_with_share(each, total) for each in classes),
        phrases=_merged_phrases(each for result in results for each in result.phrases),
        unrecognised=_with_share(rest, total) if rest else None,
        other={str(at): result.other for at, result in enumerate(results) if result.other},
    )


def _merged_classes(found: Iterable[ClassResult]) -> list[ClassResult]:
    together: dict[str, ClassResult] = {}
    for each in found:
        known = together.get(each.title)
        together[each.title] = (
            each
            if known is None
            else replace(
                known,
                amount=known.amount + each.amount,
                texts=known.texts + each.texts,
                score=None if known.score is None else known.score + (each.score or 0.0),
            )
        )
    return list(together.values())


def _with_share(one: ClassResult, total: int) -> ClassResult:
    return replace(one, percent=100 * one.amount / total) if total else one


def _merged_phrases(found: Iterable[Phrase]) -> tuple[Phrase, ...]:
    counts: dict[str, int] = {}
    for each in found:
        counts[each.text] = counts.get(each.text, 0) + each.count
    ranked = sorted(counts.items(), key=lambda item: -item[1])
    return tuple(Phrase(text, count) for text, count in ranked)
