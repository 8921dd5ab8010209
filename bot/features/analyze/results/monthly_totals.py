"""Totals by month of what an account had read."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot.neuro_semantic import PastRequest

MOST_MONTHS = 24


@dataclass(frozen=True, slots=True)
class Month:
    """`name` like `2026-11`, in UTC as the service tells times; `spent` in roubles."""

    name: str
    requests: int
    texts: int
    spent: Decimal


def by_month(past: Sequence[PastRequest]) -> list[Month]:
    """The newest first; requests without a date are left out."""
    found: defaultdict[str, list[PastRequest]] = defaultdict(list)
    for each in past:
        if each.created:
            found[f"{each.created:%Y-%m}"].append(each)
    return [
        Month(
            name,
            len(rows),
            sum(each.texts_amount or 0 for each in rows),
            sum((each.price or Decimal(0) for each in rows), Decimal(0)),
        )
        for name, rows in sorted(found.items(), reverse=True)[:MOST_MONTHS]
    ]
