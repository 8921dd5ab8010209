"""Nothing secret reaches a log line, whichever way it tries."""

import io
import json
import logging
import sys
import warnings
from collections.abc import Iterator
from urllib.parse import quote

import httpx
import pytest
import structlog
from cryptography.fernet import Fernet
from hypothesis import given
from hypothesis import strategies as st
from pydantic import SecretStr

from bot.logs import HIDDEN, RedactingHandler, error_id, hide, redact, set_up_logging

BOT_TOKEN = "1234567890:AAH-zebra_zebra_zebra_zebra_zebra_1"
MVSEP_TOKEN = "zebra4zebra4zebra4zebra4zebra4"
JOB_HASH = "20240119124024-413c481b80-10-zebra-song.mp3"
FERNET_KEY = "zebraZEBRAzebraZEBRAzebraZEBRAzebraZEBRAzeb="


class Log:
    """The bot's log of one test."""

    def __init__(self) -> None:
        self.stream = io.StringIO()

    @property
    def text(self) -> str:
        return self.stream.getvalue()


@pytest.fixture(params=[True, False], ids=["json", "console"])
def log(request: pytest.FixtureRequest) -> Iterator[Log]:
    root, hook = logging.getLogger(), sys.excepthook
    level, log = root.level, Log()
    # Taken away first: setting up would close the handlers of the test run.
    root.handlers.clear()
    set_up_logging(
        "DEBUG", secrets=[SecretStr(BOT_TOKEN)], stream=log.stream, as_json=request.param
    )
    yield log
    logging.captureWarnings(False)
    structlog.reset_defaults()
    sys.excepthook = hook
    root.handlers[:] = [h for h in root.handlers if not isinstance(h, RedactingHandler)]
    root.setLevel(level)


@pytest.mark.parametrize(
    "line",
    [
        f"https://api.telegram.org/bot{BOT_TOKEN}/getMe",
        f"https://api.telegram.org/bot{quote(BOT_TOKEN, safe='')}/getMe",
        f"https://api.telegram.org/file/bot{BOT_TOKEN}/music/file_1.mp3",
        f"GET https://mvsep.com/api/app/user?api_token={MVSEP_TOKEN}&x=1",
        "api_token=zebra",
        "{'api_token': 'zebra'}",
        '{"api_token": "zebra"}',
        json.dumps('{"api_token": "zebra"}'),
        'name="api_token"\r\n\r\nzebra\r\n--x',
        repr(b'name="api_token"\r\n\r\nzebra\r\n--x'),
        "api_token%3Dzebra",
        f"api_token was {MVSEP_TOKEN}",
        f"{MVSEP_TOKEN} is the api_token",
        f"the key {'zebraZEBRA' * 3} was shown",
        "{'password': 'zebra'}",
        "X-Telegram-Bot-Api-Secret-Token: zebra",
        "Authorization: Bearer zebra",
        "postgresql+asyncpg://ada:zebra@db/stemgram",
        f"job {JOB_HASH}",
        f"https://mvsep.com/storage/processed/{JOB_HASH}_model_vocals.wav",
        "separation/get-remote?hash=zebraKsFZfqqRabc",
        "{'hash': 'zebraKsFZfqqRabc'}",
        f"STEMGRAM_SECRET_KEY={FERNET_KEY}",
        f"key {FERNET_KEY}",
    ],
)
def test_shapes_are_hidden(line: str) -> None:
    shown = redact(line)
    assert HIDDEN in shown
    assert "zebra" not in shown


@pytest.mark.parametrize(
    "line",
    [
        "polling api.telegram.org, 3 updates, offset 123456789",
        "the api_token is missing",
        "job 17 waiting, place 12:30 of 14:00",
        "http://127.0.0.1:8080/healthz",
        "Traceback: bot/chat/incoming/poller.py:30 in _fetch",
        "2026-11-20T10:40:08.123456Z",
        "d41d8cd98f00b204e9800998ecf8427e",
        "no token here: the hash of the job",
    ],
)
def test_ordinary_lines_stay_whole(line: str) -> None:
    assert redact(line) == line


def test_a_real_fernet_key_is_hidden() -> None:
    assert redact(f"<{Fernet.generate_key().decode()}>") == f"<{HIDDEN}>"


@given(st.text(max_size=300))
def test_any_text_is_redacted_without_an_error(text: str) -> None:
    assert redact(redact(text)) == redact(text)


def test_the_operators_secrets_and_registered_ones(log: Log) -> None:
    hide(SecretStr('pass "wörd"\\7'))
    hide("plain-value")
    logging.getLogger("x").info("one %s two %s", BOT_TOKEN, 'pass "wörd"\\7')
    logging.getLogger("x").info("three %r", {"p": 'pass "wörd"\\7', "v": "plain-value"})
    structlog.get_logger("x").info("four", value="plain-value", nested={"t": BOT_TOKEN})
    for part in ("zebra", "wörd", "w\\u00f6rd", "plain-value"):
        assert part not in log.text
    for word in ("one", "two", "three", "four"):
        assert word in log.text


def _connect() -> None:
    raise httpx.ConnectError(f"no way to https://h/bot{BOT_TOKEN}/sendAudio")


def _fail_with_causes() -> None:
    try:
        try:
            _connect()
        except httpx.ConnectError as error:
            raise ValueError(f"job {JOB_HASH} broke") from error
    except ValueError:
        raise RuntimeError(f"api_token={MVSEP_TOKEN}")  # noqa: B904  (the implicit chain is meant)


def test_tracebacks_and_chained_causes(log: Log) -> None:
    try:
        _fail_with_causes()
    except RuntimeError:
        logging.getLogger("x").exception("it broke")
        structlog.get_logger("y").exception("again", job=JOB_HASH)
    assert "zebra" not in log.text
    for word in ("it broke", "again", "ConnectError", "ValueError", "RuntimeError"):
        assert word in log.text
    assert "_fail_with_causes" in log.text


def test_local_variables_are_not_shown(log: Log) -> None:
    local = ["gir", "affe"]
    try:
        local.remove("".join(local))
    except ValueError:
        logging.getLogger("x").exception("with %d locals", len(local))
    assert "list.remove" in log.text
    assert "affe" not in log.text


def test_uncaught_errors_and_warnings_take_the_same_way(log: Log) -> None:
    try:
        _fail_with_causes()
    except RuntimeError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        warnings.warn(f"about {MVSEP_TOKEN}", stacklevel=1)
    assert "RuntimeError" in log.text
    assert "about" in log.text
    assert "zebra" not in log.text


def test_a_line_that_cannot_be_formatted_shows_no_arguments(
    log: Log, capsys: pytest.CaptureFixture[str]
) -> None:
    (handler,) = (h for h in logging.getLogger().handlers if isinstance(h, RedactingHandler))
    handler.handle(logging.LogRecord("x", logging.INFO, "x.py", 7, "%d", ("giraffe",), None))
    shown = capsys.readouterr().err + log.text
    assert "giraffe" not in shown
    assert "a log line of x:7 was lost (TypeError)" in shown


def test_chatty_libraries_are_quiet(log: Log) -> None:
    for name in ("httpx", "httpcore", "httpcore.http11", "aiohttp.access"):
        logging.getLogger(name).info("chatter")
    assert log.text == ""


def test_both_ways_of_logging_carry_their_notes(log: Log) -> None:
    logging.getLogger("x").warning("hello", extra={"job": 7})
    structlog.get_logger("y").warning("hello", job=7)
    foreign, own = log.text.splitlines()
    if not foreign.startswith("{"):
        assert "job=7" in foreign
        assert "job=7" in own
        return
    for line in (json.loads(foreign), json.loads(own)):
        assert (line["event"], line["level"], line["job"]) == ("hello", "warning", 7)


def test_error_ids_are_short_and_hard_to_mishear() -> None:
    ids = {error_id() for _ in range(50)}
    assert len(ids) > 40
    for one in ids:
        assert one.startswith("E-")
        assert len(one) == 6
        assert not set(one[2:]) & set("01OILS5B8Z")
