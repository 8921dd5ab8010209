"""Results as files: Excel, CSV and JSON. Nothing that the service sent is left out of the JSON."""

import asyncio
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from itertools import chain
from pathlib import Path
from typing import Any

from bot.chat.display.translator import Translator
from bot.features.analyze.after.tables import Row, Table
from bot.features.analyze.results.classes import title_of
from bot.features.analyze.results.reports import Report, Reports, classes_of
from bot.files.csv_cells import write_csv
from bot.neuro_semantic import Transaction
from storage import BasketText, Storage, StoredText

TEXT_COLUMNS = ("class", "text", "author", "when")
FORMS = ("xlsx", "csv", "json")

Known = Sequence[BasketText]


async def make_file(
    t: Translator, storage: Storage, reports: Reports, report: Report, path: Path
) -> None:
    """The file that its ending says, with the texts' authors as far as the texts are still here.

    Written as it goes: beside the texts themselves there is no second copy of them in memory.
    """
    if path.suffix == ".json":
        report = await reports.whole(report.analysis)
    known = await _known_texts(storage, report)
    await asyncio.to_thread(_write, t, report, known, path)


async def _known_texts(storage: Storage, report: Report) -> list[StoredText]:
    about = report.analysis.about
    basket = await storage.baskets.get(int(about.get("basket") or 0))
    if basket is None or basket.user_id != report.analysis.user_id:
        return []
    stored = storage.baskets.texts(basket.id, through=int(about["through"]))
    return [each async for each in stored]


def _write(t: Translator, report: Report, known: Known, path: Path) -> None:
    match path.suffix:
        case ".json":
            _write_json(report, known, path)
        case ".csv":
            _write_csv(_tables(t, report, known)[-1][1], path)
        case _:
            # openpyxl brings numpy along: a quarter of a second and 25 MB, not for everyone who starts.
            from bot.features.analyze.after.workbook import write_xlsx  # noqa: PLC0415

            write_xlsx(_tables(t, report, known), path)


def filename(report: Report, form: str) -> str:
    """`sentiment-5001.xlsx`"""
    ids = "-".join(report.analysis.transactions)[:40]
    return re.sub(r"[^\w.-]", "_", f"{report.kind}-{ids}.{form}")


def _write_csv(rows: Iterable[Row], path: Path) -> None:
    """UTF-8 with the mark that Excel needs; a text that looks like a formula gets an apostrophe."""
    with path.open("w", encoding="utf-8-sig", errors="replace", newline="") as file:
        write_csv(file, rows)


def _write_json(report: Report, known: Known, path: Path) -> None:
    """What we understood, and beside it the service's own answer as it came."""
    encoder = json.JSONEncoder(ensure_ascii=False, indent=2, default=_plain)
    with path.open("w", encoding="utf-8", errors="replace", newline="\n") as file:
        file.writelines(encoder.iterencode(_told(report, known)))


def _told(report: Report, known: Known) -> dict[str, Any]:
    return {
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


def _tables(t: Translator, report: Report, known: Known) -> list[Table]:
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
        (t.plain("export-texts"), chain([texts], _text_rows(t, report, known))),
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
