"""Every button's data: typed, versioned, and within Telegram's 64 bytes.

A callback carries ids and nothing else; what it means is looked up when it is pressed, so a button
works after a restart, on any process, twice, and a week later. Format: `1<tag>:<field>:<field>…`, integers in base 36
(Bot API, InlineKeyboardButton.callback_data: 1-64 bytes).
"""

from dataclasses import dataclass, fields
from typing import Any, ClassVar, Self
from urllib.parse import quote, unquote

VERSION = "1"
MAX_BYTES = 64
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


class OldButton(Exception):
    """The data of a pressed button is of an older version, or was never ours."""


@dataclass(frozen=True, slots=True)
class Callback:
    """Base of all button data; `tag` is unique among them (a test holds the catalogue to it)."""

    tag: ClassVar[str] = ""

    def pack(self) -> str:
        values = (_encode(getattr(self, field.name)) for field in fields(self))
        data = ":".join([VERSION + self.tag, *values])
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


@dataclass(frozen=True, slots=True)
class OfUser(Callback):
    """A button only the person with this Telegram id may press."""

    owner: int


@dataclass(frozen=True, slots=True)
class OfDraft(Callback):
    """A button of somebody's unfinished choice; the draft's owner alone may press it."""

    draft: int


@dataclass(frozen=True, slots=True)
class OfJob(Callback):
    """A button of a running or finished job; the job's owner alone may press it."""

    job: int


# Language and linking


@dataclass(frozen=True, slots=True)
class SetLanguage(OfUser):
    tag = "la"
    language: str


@dataclass(frozen=True, slots=True)
class LinkMvsep(OfUser):
    tag = "lm"


@dataclass(frozen=True, slots=True)
class UnlinkMvsep(OfUser):
    tag = "ul"


@dataclass(frozen=True, slots=True)
class StopWaiting(OfUser):
    """Do not take the next text as an answer any more."""

    tag = "sw"


@dataclass(frozen=True, slots=True)
class ShowHelp(OfUser):
    tag = "he"


# Choosing what to do with a song


@dataclass(frozen=True, slots=True)
class ShowGoals(OfDraft):
    tag = "go"


@dataclass(frozen=True, slots=True)
class ChooseGoal(OfDraft):
    tag = "gc"
    goal: str


@dataclass(frozen=True, slots=True)
class ShowGroups(OfDraft):
    tag = "gr"
    page: int = 0


@dataclass(frozen=True, slots=True)
class ShowGroup(OfDraft):
    tag = "ga"
    group: int
    page: int = 0


@dataclass(frozen=True, slots=True)
class ChooseAlgorithm(OfDraft):
    tag = "al"
    sep_type: int


@dataclass(frozen=True, slots=True)
class ShowOrder(OfDraft):
    """Back to the confirmation card."""

    tag = "or"


@dataclass(frozen=True, slots=True)
class ShowOptions(OfDraft):
    tag = "os"


@dataclass(frozen=True, slots=True)
class ShowField(OfDraft):
    tag = "fi"
    field: str
    page: int = 0


@dataclass(frozen=True, slots=True)
class ChooseOption(OfDraft):
    """`option` is the option's key, or a short digest of a key that is too long for a button."""

    tag = "op"
    field: str
    option: str


@dataclass(frozen=True, slots=True)
class ShowFormats(OfDraft):
    tag = "fs"


@dataclass(frozen=True, slots=True)
class ChooseFormat(OfDraft):
    tag = "fo"
    output_format: int


@dataclass(frozen=True, slots=True)
class StartJob(OfDraft):
    """The one button that spends credits."""

    tag = "st"


@dataclass(frozen=True, slots=True)
class ForgetDraft(OfDraft):
    tag = "fd"


# Following a job


@dataclass(frozen=True, slots=True)
class CancelJob(OfJob):
    tag = "jc"


@dataclass(frozen=True, slots=True)
class RetryJob(OfJob):
    """Submit again what failed or whose fate cannot be found out."""

    tag = "jr"


@dataclass(frozen=True, slots=True)
class ForgetJob(OfJob):
    """Leave a job whose fate cannot be found out."""

    tag = "jf"


def all_callbacks() -> list[type[Callback]]:
    """Every concrete type, for the router's last resort and for the tests."""
    found: list[type[Callback]] = []
    waiting: list[type[Callback]] = [Callback]
    while waiting:
        kind = waiting.pop()
        waiting.extend(kind.__subclasses__())
        if kind.tag:
            found.append(kind)
    return found


def _encode(value: int | str) -> str:
    return quote(value, safe="") if isinstance(value, str) else _base36(value)


def _decode(kind: Any, text: str) -> int | str:
    return int(text, 36) if kind in (int, "int") else unquote(text)


def _base36(number: int) -> str:
    if number < 0:
        return "-" + _base36(-number)
    digits = ""
    while number:
        number, rest = divmod(number, 36)
        digits = _DIGITS[rest] + digits
    return digits or "0"
