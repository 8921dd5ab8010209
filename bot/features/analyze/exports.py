"""Results as files: Excel, CSV and JSON. Nothing that the service sent is left out of the JSON."""

import csv
import io
import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

from bot.chat.translator import Translator
from bot.features.analyze.classes import title_of
from bot.features.analyze.reports import Report, classes_of
from bot.neuro_semantic import Transaction
from storage import BasketText

TEXT_COLUMNS = ("class", "text", "author", "when")
FORMS = ("xlsx", "csv", "json")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")

Row = Sequence[str | int | float]
Known = Sequence[BasketText]


def exported(t: Translator, report: Report, form: str, known: Known) -> bytes:
    """The file's content; `known` are the texts with their authors, as far as they are still here."""
    if form == "json":
        return as_json(report, known)
    tables = _tables(t, report, known)
    if form == "csv":
        return as_csv(tables[-1][1])
    # openpyxl brings numpy along: a quarter of a second and 25 MB, not for everyone who starts.
    from bot.features.analyze.workbook import as_xlsx  # noqa: PLC0415

    return as_xlsx(tables)


def filename(report: Report, form: str) -> str:
    """`sentiment-5001.xlsx`"""
    ids = "-".join(report.analysis.transactions)[:40]
    return re.sub(r"[^\w.-]", "_", f"{report.kind}-{ids}.{form}")


def as_csv(rows: Sequence[Row]) -> bytes:
    """UTF-8 with the mark that Excel needs; a text that looks like a formula gets an apostrophe."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    for row in rows:
        writer.writerow([_harmless(each) if isinstance(each, str) else each for each in row])
    return file.getvalue().encode("utf-8-sig", "replace")


def as_json(report: Report, known: Known) -> bytes:
    """What we understood, and beside it the service's own answer as it came."""
    value = {
        "kind": report.kind,
        "theme": report.theme or None,
        "texts": report.count,
        "price": report.price,
        "classes": [
            {
                "title": each.title,
                "amount": each.amount,
                "percent": each.percent,
                "score": each.score,
                "texts": each.texts,
            }
            for each in classes_of(report)
        ],
        "phrases": [
            {"text": each.text, "count": each.count, "percent": each.percent}
            for each in report.result.phrases
        ],
        "sources": [
            {"author": each.author, "when": each.when, "text": each.text} for each in known
        ],
        "service": [_as_sent(each) for each in report.transactions],
    }
    text = json.dumps(value, ensure_ascii=False, indent=2, default=_plain)
    return text.encode("utf-8", "replace")


def _tables(t: Translator, report: Report, known: Known) -> list[tuple[str, Sequence[Row]]]:
    if report.result.phrases:
        heading: Row = (t.plain("export-phrase"), t.plain("export-count"))
        phrases = [(each.text, each.count) for each in report.result.phrases]
        return [(t.plain("export-phrases"), [heading, *phrases])]
    top = [t.plain("export-class"), t.plain("export-count"), t.plain("export-percent")]
    summary = [
        (title_of(t, report.kind, each), each.amount, round(each.percent, 2))
        for each in classes_of(report)
    ]
    texts = [t.plain(f"export-{each}") for each in TEXT_COLUMNS]
    return [
        (t.plain("export-summary"), [top, *summary]),
        (t.plain("export-texts"), [texts, *_text_rows(t, report, known)]),
    ]


def _text_rows(t: Translator, report: Report, known: Known) -> Iterator[Row]:
    """Every text with its class; two equal texts get their authors in order."""
    sources: defaultdict[str, list[BasketText]] = defaultdict(list)
    for each in reversed(known):
        sources[each.text.strip()].append(each)
    for one in classes_of(report):
        title = title_of(t, report.kind, one)
        for text in one.texts:
            found = sources[text.strip()]
            source = found.pop() if found else BasketText("")
            yield title, text, source.author, source.when


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text


def _as_sent(one: Transaction) -> Mapping[str, Any]:
    return {
        "transaction_id": one.id,
        "calc_type": one.kind,
        "calc_quality": one.quality,
        "transaction_price": one.price,
        "date_create": one.created,
        "date_complete": one.completed,
        "texts_amount": one.texts_amount,
        "texts_processed": one.texts_processed,
        "request_data": one.request_data,
        "result_data": one.result_data,
        "result_entities": one.result_entities,
        **one.other,
    }


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, datetime):
        return value.isoformat()
    return str(value)
