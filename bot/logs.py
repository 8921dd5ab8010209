"""Logs an operator can read and nobody can steal from: set-up, redaction, error ids."""

import json
import logging
import re
import secrets
import sys
import threading
from collections import OrderedDict
from collections.abc import Iterable
from types import TracebackType
from typing import TextIO
from urllib.parse import quote

import structlog
from pydantic import SecretStr
from structlog.typing import Processor

HIDDEN = "[hidden]"

_QUIET = ("httpx", "httpcore", "aiohttp.access", "aiosqlite")
_ID_LETTERS = "234679ACDEFGHJKMNPQRTUVWXY"  # without those that look or sound like another

# What stands between a name and its value: punctuation, escaped line ends, percent-coded signs.
_GAP = r"(?:\\+[nrt]|%[0-9A-Fa-f]{2}|[^\w\\%]|\\(?=[\"'])){1,16}"
_NAMES = r"(?:api_token|access_token|secret_token|api-secret-token|secret_key|password)"

_SHAPES: tuple[tuple[re.Pattern[str], str], ...] = (
    # Bot API file addresses carry the token and the file: nothing after `bot` is shown.
    (re.compile(r"/file/bot[^\s\"'<>\\]+"), f"/file/bot{HIDDEN}"),
    # A bot token, anywhere.
    (re.compile(r"(?<!\d)\d{5,20}(?::|%3[Aa])[\w-]{20,}"), HIDDEN),
    # `://user:password@`
    (re.compile(r"(://[^\s/:@]{0,200}:)[^\s/@]{1,500}@"), rf"\1{HIDDEN}@"),
    (
        re.compile(r"(\bauthorization\b" + _GAP + r"(?:bearer|basic)\s+)[^\s\"',\\]+", re.I),
        rf"\1{HIDDEN}",
    ),
    (re.compile(rf"({_NAMES}(?! [a-z]+\b){_GAP})[^\s\"'&,;)\\]+", re.I), rf"\1{HIDDEN}"),
    # MVSEP job hashes: bearer links to the results. The short ones of link jobs only by name.
    (re.compile(r"(?<!\d)\d{14}-[0-9a-f]{10}-[^\s\"'<>&\\]*"), HIDDEN),
    (re.compile(rf"(\bhash{_GAP})[\w.%-]{{12,}}", re.I), rf"\1{HIDDEN}"),
    # A Fernet key: 32 bytes in base64.
    (re.compile(r"(?<![\w-])[\w-]{43}="), HIDDEN),
    # An MVSEP token: 30 letters and digits, or letters of both cases.
    (
        re.compile(r"\b(?=[A-Za-z]*\d|(?:[a-z]*[A-Z]){2})(?=\d*[A-Za-z])[A-Za-z0-9]{30}\b"),
        HIDDEN,
    ),
)


class _Hidden:
    """Secrets known by value: the operator's for good, people's while there is room."""

    def __init__(self, room: int = 1000) -> None:
        self._room = room
        self._lasting: set[str] = set()
        self._recent: OrderedDict[str, None] = OrderedDict()
        self._lock = threading.Lock()

    def add(self, secret: str, *, lasting: bool) -> None:
        if len(secret) < 4:
            return  # too short to be one; hiding it would make holes everywhere
        with self._lock:
            for form in _written_forms(secret):
                if lasting:
                    self._lasting.add(form)
                else:
                    self._recent[form] = None
                    self._recent.move_to_end(form)
            while len(self._recent) > self._room:
                self._recent.popitem(last=False)

    def replace(self, text: str) -> str:
        with self._lock:
            found = [form for form in (*self._lasting, *self._recent) if form in text]
        for form in sorted(found, key=len, reverse=True):
            text = text.replace(form, HIDDEN)
        return text


_hidden = _Hidden()


def _written_forms(secret: str) -> set[str]:
    """A secret as it may appear in a line: plain, in JSON, in a repr, in a URL."""
    return {
        secret,
        json.dumps(secret)[1:-1],
        json.dumps(secret, ensure_ascii=False)[1:-1],
        repr(secret)[1:-1],
        json.dumps(repr(secret)[1:-1])[1:-1],
        quote(secret, safe=""),
    }


def hide(secret: SecretStr | str) -> None:
    """Keep this value out of the log from now on (the latest few hundred are remembered)."""
    value = secret.get_secret_value() if isinstance(secret, SecretStr) else secret
    _hidden.add(value, lasting=False)


def redact(text: str) -> str:
    """The text without secrets: those known by value, then what has a secret's shape."""
    text = _hidden.replace(text)
    for shape, instead in _SHAPES:
        text = shape.sub(instead, text)
    return text


def error_id() -> str:
    """A short id, such as E-7K2Q, that ties what a person was told to what was logged."""
    return "E-" + "".join(secrets.choice(_ID_LETTERS) for _ in range(4))


class RedactingHandler(logging.StreamHandler[TextIO]):
    """Writes lines with the secrets taken out last, when traceback and causes are already text."""

    def format(self, record: logging.LogRecord) -> str:
        return redact(super().format(record))

    def handleError(self, record: logging.LogRecord) -> None:
        """A line that cannot be formatted: the standard answer would print its arguments."""
        kind = sys.exc_info()[0]
        name = kind.__name__ if kind else "error"
        sys.stderr.write(f"a log line of {record.name}:{record.lineno} was lost ({name})\n")


def set_up_logging(
    level: str = "INFO",
    *,
    secrets: Iterable[SecretStr] = (),
    stream: TextIO | None = None,
    as_json: bool | None = None,
) -> None:
    """Send all logs to `stream` (stderr): lines for people on a terminal, else JSON.

    `secrets` are the operator's own (bot token, Fernet keys, database password). Replaces the
    handlers of the root logger, so calling it again is fine.
    """
    for secret in secrets:
        _hidden.add(secret.get_secret_value(), lasting=True)
    stream = stream or sys.stderr
    handler = RedactingHandler(stream)
    handler.setFormatter(_formatter(as_json=not stream.isatty() if as_json is None else as_json))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    logging.captureWarnings(True)
    for name in _QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
    _send_structlog_the_same_way()
    sys.excepthook = _log_uncaught


def _formatter(*, as_json: bool) -> logging.Formatter:
    look: list[Processor] = [structlog.stdlib.ProcessorFormatter.remove_processors_meta]
    if as_json:
        look += [structlog.processors.format_exc_info, structlog.processors.JSONRenderer()]
    else:
        # The default would show local variables, and those hold secrets.
        plain = structlog.dev.plain_traceback
        look.append(structlog.dev.ConsoleRenderer(colors=False, exception_formatter=plain))
    return structlog.stdlib.ProcessorFormatter(foreign_pre_chain=_notes(), processors=look)


def _notes() -> list[Processor]:
    """What every line carries beside its message."""
    return [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.ExtraAdder(),
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.StackInfoRenderer(),
    ]


def _send_structlog_the_same_way() -> None:
    structlog.configure(
        processors=[
            *_notes(),
            structlog.stdlib.PositionalArgumentsFormatter(),
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        wrapper_class=structlog.stdlib.BoundLogger,
        logger_factory=structlog.stdlib.LoggerFactory(),
    )


def _log_uncaught(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    if issubclass(kind, KeyboardInterrupt):
        return
    logging.getLogger("bot").critical("uncaught", exc_info=(kind, error, trace))
