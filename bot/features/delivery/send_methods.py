"""The methods by which a file can get into a chat, the cheapest first, each with its reason."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import unquote, urlsplit

from bot.features.delivery.file_kinds import Form, form_of

CLOUD_UPLOAD = 50 * 1000 * 1000
"""Bytes a bot may send through Telegram's cloud (Bot API, sending files)."""
LOCAL_UPLOAD = 2000 * 1024 * 1024
"""And through a Bot API server of one's own."""
FETCHED = 20 * 1000 * 1000
"""Bytes Telegram fetches from an address by itself, whatever server is asked."""


class Rung(StrEnum):
    KNOWN = "known"
    ADDRESS = "address"
    UPLOAD = "upload"


@dataclass(frozen=True, slots=True)
class Limits:
    """What Telegram takes, in bytes."""

    upload: int = CLOUD_UPLOAD
    fetched: int = FETCHED


@dataclass(frozen=True, slots=True)
class Way:
    """One rung, and in one line why it is there."""

    rung: Rung
    why: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """What the ladder looks at: `secret` is the job's hash, `size` bytes if known.

    `open_chat` is where others read along; `tried` that an earlier attempt failed.
    """

    filename: str
    url: str
    size: int | None
    file_id: str | None = None
    secret: str | None = None
    open_chat: bool = False
    tried: bool = False


class TooBig(Exception):
    """No rung holds this file; `size` in bytes."""

    def __init__(self, size: int) -> None:
        super().__init__(f"{size} bytes")
        self.size = size


def ways(file: Candidate, limits: Limits) -> Iterator[Way]:
    """The ways for one file, best first; a refused one leads to the next. None: it is too big."""
    if file.file_id:
        yield Way(Rung.KNOWN, "Telegram has this very file: nothing is transferred")
    if _fetchable(file, limits):
        yield Way(Rung.ADDRESS, "small music behind a public address: Telegram fetches it itself")
    if file.url and (file.size is None or file.size <= limits.upload):
        yield Way(Rung.UPLOAD, "streamed from the service to Telegram")


def _fetchable(file: Candidate, limits: Limits) -> bool:
    """Telegram would show the address's last part as the file's name: it must not hold a secret."""
    parts = urlsplit(file.url)
    if file.open_chat or file.tried or parts.scheme != "https":
        return False
    if form_of(file.filename) is not Form.MUSIC or not file.size or file.size > limits.fetched:
        return False
    name = unquote(parts.path).rpartition("/")[2]
    return file.secret is None or file.secret not in name
