"""How transactions, payments and prices look in answers (document, JSON structures)."""

from __future__ import annotations

from typing import Any

from bot.sandbox.neuro_semantic.accounts import NeuroAccount
from bot.sandbox.neuro_semantic.analysis.calculate import UNRECOGNISED
from bot.sandbox.neuro_semantic.orders import PRICES
from bot.sandbox.neuro_semantic.world import SandboxTransaction, World, dashed, dotted

_QUALITY = 0.85
_ADDRESS = "127.0.0.1"
_NAMES = {
    "classify": ("ММК", "Классификация по теме"),
    "sentiment": ("ТО", "Анализ тональности"),
    "emcol": ("ЭО", "Анализ эмоционального окраса"),
}


def calc_types(world: World) -> list[dict[str, Any]]:
    """The document's price list, which leaves out word frequency."""
    return [
        {
            "calc_type": kind,
            "short_name": short,
            "long_name": long,
            "price": world.number(PRICES[kind]),
        }
        for kind, (short, long) in _NAMES.items()
    ]


def movements(world: World, account: NeuroAccount) -> list[dict[str, Any]]:
    """Newest first."""
    return [
        {
            "date_complete": dotted(each.moment),
            "descr": each.descr,
            "value": world.number(each.value),
        }
        for each in reversed(account.movements)
    ]


def history_row(world: World, made: SandboxTransaction) -> dict[str, Any]:
    return {
        **_common(world, made),
        "date_complete": dotted(made.completed),
        "date_create": dotted(made.created),
    }


def transaction(world: World, made: SandboxTransaction) -> dict[str, Any]:
    result = _stringly(made.result) if world.switches.stringly else made.result
    return {
        **_common(world, made),
        "date_complete": dashed(made.completed),
        "date_create": dashed(made.created),
        "is_paid": True,
        "request_data": made.request_data,
        "request_raw": made.raw,
        "result_data": result,
        "result_entities": _root_and_rest(result),
        "texts_splitter": made.splitter,
        "transaction_title": None,
    }


def _common(world: World, made: SandboxTransaction) -> dict[str, Any]:
    return {
        "calc_quality": world.number(_QUALITY) if made.done else None,
        "calc_type": made.calc_type,
        "request_ip": _ADDRESS,
        "texts_amount": world.amount(len(made.texts)),
        "texts_processed": world.amount(made.processed),
        "transaction_id": made.id,
        "transaction_price": world.number(made.price),
        "transaction_status": world.amount(made.status),
    }


def _root_and_rest(result: Any) -> list[dict[str, Any]] | None:
    """The root entity, which has all texts below it, and the unrecognised one."""
    if not isinstance(result, dict) or not isinstance(result.get("entities"), list):
        return None
    rest = [each for each in result["entities"] if each["title"] == UNRECOGNISED]
    return [{"title": result["title"], "descr": ""}, *rest]


def _stringly(value: Any) -> Any:
    """Amounts and percentages as texts."""
    if isinstance(value, list):
        return [_stringly(each) for each in value]
    if isinstance(value, dict):
        return {key: _stringly(each) for key, each in value.items()}
    if isinstance(value, float):
        return f"{value:.2f}"
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value
