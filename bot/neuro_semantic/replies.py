"""Reads Neuro-Semantic's answers into models; nothing in them is certain."""

from bot.net import json_fields
from bot.neuro_semantic.fields import Fields
from bot.neuro_semantic.models import CalcType, PastRequest, Payment, Status, Transaction
from bot.neuro_semantic.results import read_result


def read_transaction(data: object) -> Transaction | None:
    """The transaction in `data` (an object, or a list of it), if it has an id."""
    record = _only(data)
    fields = Fields(record)
    found = fields.text("transaction_id")
    if not found:
        return None
    kind, code = fields.text("calc_type"), fields.whole("transaction_status")
    result_data, entities = fields.raw("result_data"), fields.raw("result_entities")
    completed = fields.moment("date_complete")
    result = read_result(kind, result_data, entities)
    return Transaction(
        id=found,
        kind=kind,
        status=_status(code, finished=result is not None and completed is not None),
        status_code=code,
        title=fields.text("transaction_title"),
        quality=fields.text("calc_quality"),
        price=fields.money("transaction_price"),
        paid=fields.take("is_paid", _flag),
        created=fields.moment("date_create"),
        completed=completed,
        texts_amount=fields.whole("texts_amount"),
        texts_processed=fields.whole("texts_processed"),
        splitter=fields.text("texts_splitter"),
        result=result,
        request_raw=fields.raw("request_raw"),
        request_data=fields.raw("request_data"),
        result_data=result_data,
        result_entities=entities,
        other=fields.other,
    )


def read_history(data: object) -> list[PastRequest]:
    """The rows of `history/get` that have an id, in the service's order."""
    return [row for record in json_fields.records(data) if (row := _past_request(record)).id]


def read_payments(data: object) -> list[Payment]:
    """The rows of `user/balance/history`, in the service's order."""
    return list(map(_payment, json_fields.records(data)))


def read_calc_types(data: object) -> list[CalcType]:
    """The kinds in a list, in an object by name, or in a single object."""
    record = json_fields.record(data)
    if "calc_type" in record:
        return [_calc_type("", record)]
    named = record.items() if record else (("", entry) for entry in json_fields.records(data))
    kinds = (
        _calc_type(json_fields.text(key), entry) for key, entry in named if isinstance(entry, dict)
    )
    return [kind for kind in kinds if kind.calc_type]


def _past_request(record: json_fields.Record) -> PastRequest:
    fields = Fields(record)
    code, completed = fields.whole("transaction_status"), fields.moment("date_complete")
    return PastRequest(
        id=fields.text("transaction_id"),
        kind=fields.text("calc_type"),
        status=_status(code, finished=completed is not None),
        status_code=code,
        quality=fields.text("calc_quality"),
        price=fields.money("transaction_price"),
        created=fields.moment("date_create"),
        completed=completed,
        texts_amount=fields.whole("texts_amount"),
        texts_processed=fields.whole("texts_processed"),
        other=fields.other,
    )


def _payment(record: json_fields.Record) -> Payment:
    fields = Fields(record)
    return Payment(
        completed=fields.moment("date_complete"),
        descr=fields.text("descr"),
        value=fields.money("value"),
        other=fields.other,
    )


def _calc_type(key: str, record: json_fields.Record) -> CalcType:
    fields = Fields(record)
    return CalcType(
        calc_type=fields.text("calc_type") or ("" if key.isdecimal() else key),
        short_name=fields.text("short_name"),
        long_name=fields.text("long_name"),
        price=fields.money("price"),
        other=fields.other,
    )


def _status(code: int | None, *, finished: bool) -> Status:
    if code in set(Status):
        return Status(code)
    return Status.DONE if code is None and finished else Status.RUNNING


def _only(data: object) -> json_fields.Record:
    record = json_fields.record(data)
    if record:
        inner = record.get("transaction")
        return inner if isinstance(inner, dict) and "transaction_id" not in record else record
    return next(iter(json_fields.records(data)), {})


def _flag(value: object) -> bool | None:
    return None if value is None else json_fields.flag(value)
