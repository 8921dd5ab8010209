"""Reads JSON of services that are careless about types: a wrong type is a missing value."""

import json
import math
from decimal import Decimal, InvalidOperation
from typing import Any

_INT64 = 2**63

Record = dict[str, Any]


def parsed(content: bytes | str) -> object:
    """The JSON value in `content`; raises `ValueError` when it is none."""
    try:
        return json.loads(content)
    except RecursionError:
        raise ValueError("nested too deeply") from None


def text(value: object) -> str:
    """A text that can be stored and sent anywhere; numbers are written out, the rest is empty."""
    if isinstance(value, str):
        return _encodable(value.replace("\x00", ""))
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value) if abs(value) < _INT64 else ""
    return ""


def _encodable(value: str) -> str:
    """The same text, not a copy, unless it holds half of a surrogate pair."""
    try:
        value.encode()
    except UnicodeEncodeError:
        return value.encode("utf-8", "replace").decode()
    return value


def real(value: object) -> float | None:
    """A finite number, also when it comes as text."""
    try:
        number = float(value) if isinstance(value, str | int | float) else math.nan
    except (ValueError, OverflowError):
        return None
    return number if math.isfinite(number) else None


def exact(value: object) -> Decimal | None:
    """A sum of money, with the digits it came with."""
    try:
        number = Decimal(text(value).strip())
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def whole(value: object) -> int | None:
    """A whole number that fits 64 bits, also when it comes as text, fraction or truth value."""
    number = value if isinstance(value, int) else _digits(value)
    if number is None:
        fraction = real(value)
        number = None if fraction is None else int(fraction)
    return number if number is not None and -_INT64 <= number < _INT64 else None


def count(value: object) -> int:
    """A whole number of things; nothing readable is none of them."""
    return max(0, whole(value) or 0)


def flag(value: object) -> bool:
    """Whether the value says yes: true, "true", 1 or "1"."""
    return text(value).strip().lower() in {"1", "true"} or value is True


def record(value: object) -> Record:
    """The JSON object in `value`, also when it comes encoded as text."""
    value = _decoded(value)
    return value if isinstance(value, dict) else {}


def items(value: object) -> list[Any]:
    """The JSON list in `value`, also when it comes as text or as an object with numbered keys."""
    value = _decoded(value)
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []


def records(value: object) -> list[Record]:
    """The objects of a list; other entries are left out."""
    return [entry for entry in items(value) if isinstance(entry, dict)]


def pairs(value: object) -> list[tuple[str, str]]:
    """Key and label in their order; PHP sends an object with the keys 0, 1, 2… as a list."""
    value = _decoded(value)
    if isinstance(value, list):
        value = {str(index): label for index, label in enumerate(value)}
    if not isinstance(value, dict):
        return []
    return [(text(key), text(label)) for key, label in value.items()]


def _decoded(value: object) -> Any:
    if not isinstance(value, str):
        return value
    try:
        return parsed(value)
    except ValueError:
        return None


def _digits(value: object) -> int | None:
    # Long numbers in texts would lose digits on the way through a fraction.
    if not isinstance(value, str) or len(value) > 30:
        return None
    try:
        return int(value)
    except ValueError:
        return None
