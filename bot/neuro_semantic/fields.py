"""Takes an object of the service apart field by field; what is not understood stays over."""

import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from decimal import Decimal
from typing import TypeVar

from bot.net import json_fields

T = TypeVar("T")
_MILLISECONDS = 10**11


class Fields:
    """The fields of one object that were not taken yet, `other` in the end."""

    def __init__(self, record: Mapping[str, object]) -> None:
        self._left = dict(record)

    def take(self, name: str, read: Callable[[object], T]) -> T:
        """The value as `read` understands it; one that it makes nothing of stays over."""
        value = self._left.get(name)
        found = read(value)
        if found or found == 0 or not value:
            self._left.pop(name, None)
        return found

    def text(self, name: str) -> str:
        """A text; numbers are written out."""
        return self.take(name, json_fields.text)

    def whole(self, name: str) -> int | None:
        """A whole number."""
        return self.take(name, json_fields.whole)

    def money(self, name: str) -> Decimal | None:
        """A sum in roubles."""
        return self.take(name, exact)

    def moment(self, name: str) -> datetime | None:
        """A time, in UTC."""
        return self.take(name, moment)

    def raw(self, name: str) -> object:
        """The value as it came."""
        return self._left.pop(name, None)

    @property
    def other(self) -> Mapping[str, object]:
        """Everything that was not taken, as it came: untrusted."""
        return self._left


def moment(value: object) -> datetime | None:
    """A time in UTC from `YYYY.MM.DD HH:MM:SS` (history), an ISO form, or epoch seconds."""
    written = json_fields.text(value).strip()
    try:
        # The service's own form differs from ISO in the dots of its date only.
        found = datetime.fromisoformat(re.sub(r"^(\d{4})\.(\d\d)\.(\d\d)", r"\1-\2-\3", written))
        return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return _epoch(json_fields.real(written))


def exact(value: object) -> Decimal | None:
    """A number with the digits it came with; `1 234,50 ₽` is one, too."""
    if isinstance(value, str):
        value = re.sub(r"[\s₽%]", "", value).replace(",", ".")
    return json_fields.exact(value)


def real(value: object) -> float | None:
    """A finite number; `12,5 %` is one, too."""
    found = None if isinstance(value, bool) else exact(value)
    return None if found is None else json_fields.real(str(found))


def _epoch(seconds: float | None) -> datetime | None:
    if not seconds or seconds < 0:
        return None
    try:
        return datetime.fromtimestamp(seconds / (1000 if seconds > _MILLISECONDS else 1), UTC)
    except (ValueError, OverflowError, OSError):
        return None
