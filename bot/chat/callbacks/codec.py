"""How a button's data are written and read: typed, versioned, and within Telegram's 64 bytes.

Format: `1<tag>:<field>:<field>…`, integers in base 36 (Bot API, InlineKeyboardButton.callback_data: 1-64 bytes).
"""

import re
from dataclasses import Field, dataclass, fields
from hashlib import blake2b
from typing import Any, ClassVar, Self, dataclass_transform
from urllib.parse import quote, unquote

VERSION = "1"
MAX_BYTES = 64
_NUMBER = re.compile(r"-?[0-9a-z]{1,13}")
_SHORT_ID = re.compile(r"[A-Za-z0-9-]{1,18}")
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


class OldButton(Exception):
    """The data of a pressed button is of an older version, or was never ours."""


@dataclass_transform(frozen_default=True)
class Callback:
    """Base of all button data; `tag` is unique among them (a test holds the catalogue to it).

    Every subclass is a dataclass without saying so. What compares and shows it stands here once:
    written anew for each of more than a hundred types it would delay every start of the bot.
    """

    tag: ClassVar[str] = ""
    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]

    def __init_subclass__(cls) -> None:
        if cls.__annotations__:
            dataclass(eq=False, repr=False)(cls)

    def pack(self) -> str:
        data = ":".join([VERSION + self.tag, *map(_encode, vars(self).values())])
        if len(data.encode()) > MAX_BYTES:
            raise ValueError(f"{type(self).__name__} does not fit into {MAX_BYTES} bytes")
        return data

    @classmethod
    def unpack(cls, data: str) -> Self:
        head, *values = data.split(":")
        own = fields(cls)
        if head != VERSION + cls.tag or len(values) != len(own):
            raise OldButton(cls.tag)
        try:
            return cls(**{f.name: _decode(f.type, v) for f, v in zip(own, values, strict=True)})
        except ValueError as error:
            raise OldButton(cls.tag) from error

    @classmethod
    def claims(cls, data: object) -> bool:
        """Whether this packed string is of our type: the `pattern` of PTB's CallbackQueryHandler."""
        return isinstance(data, str) and data.split(":", 1)[0] == VERSION + cls.tag

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and vars(self) == vars(other)

    def __hash__(self) -> int:
        return hash((type(self), *vars(self).values()))

    def __repr__(self) -> str:
        values = ", ".join(f"{name}={value!r}" for name, value in vars(self).items())
        return f"{type(self).__name__}({values})"


def all_callbacks() -> list[type[Callback]]:
    """Every type that hangs on a button."""
    found: list[type[Callback]] = [Callback]
    for kind in found:
        found.extend(kind.__subclasses__())
    return [kind for kind in found if kind.tag]


def short_id(id: str) -> str:
    """A service's id as it travels in a button: itself where it is short, else a digest to find it again by."""
    if _SHORT_ID.fullmatch(id):
        return id
    return "~" + blake2b(id.encode(), digest_size=6).hexdigest()


def _encode(value: int | str) -> str:
    return quote(value, safe="") if isinstance(value, str) else _base36(value)


def _decode(kind: Any, text: str) -> int | str:
    if kind is not int:
        return unquote(text)
    if not _NUMBER.fullmatch(text) or not -(2**63) <= int(text, 36) < 2**63:
        raise ValueError(text)  # the database keeps 64 bits
    return int(text, 36)


def _base36(number: int) -> str:
    if number < 0:
        return "-" + _base36(-number)
    digits = ""
    while number:
        number, rest = divmod(number, 36)
        digits = _DIGITS[rest] + digits
    return digits or "0"
