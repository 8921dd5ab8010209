"""Repeating obeys the server, grows its waits and knows when to stop."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import httpx
import pytest

from bot.net.retry import backoff, retry_after, retrying


class _Script:
    """Gives one outcome per call and notes the waits between them."""

    def __init__(self, *outcomes: httpx.Response | Exception) -> None:
        self._outcomes: Iterator[httpx.Response | Exception] = iter(outcomes)
        self.calls = 0
        self.waits: list[float] = []

    async def call(self) -> httpx.Response:
        self.calls += 1
        outcome = next(self._outcomes)
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    async def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)


def _response(status: int, wish: str | None = None) -> httpx.Response:
    return httpx.Response(status, headers={} if wish is None else {"Retry-After": wish})


async def _run(script: _Script, attempts: int = 3) -> httpx.Response:
    return await retrying(script.call, attempts=attempts, sleep=script.sleep)


@pytest.mark.parametrize("status", [408, 425, 429, 500, 502, 503])
async def test_passing_failures_are_repeated(status: int) -> None:
    script = _Script(_response(status), httpx.ConnectError("x"), _response(200))
    assert (await _run(script)).status_code == 200
    assert len(script.waits) == 2


@pytest.mark.parametrize("status", [200, 302, 400, 401, 404, 413])
async def test_clear_answers_are_not(status: int) -> None:
    script = _Script(_response(status))
    assert (await _run(script)).status_code == status
    assert (script.calls, script.waits) == (1, [])


async def test_the_last_failure_is_told() -> None:
    script = _Script(_response(500), _response(502))
    assert (await _run(script, attempts=2)).status_code == 502
    script = _Script(_response(500), httpx.ReadError("x"))
    with pytest.raises(httpx.ReadError):
        await _run(script, attempts=2)


async def test_the_servers_wish_is_obeyed() -> None:
    script = _Script(_response(429, "3"), _response(200))
    await _run(script)
    assert script.waits == [3]


async def test_a_long_wish_goes_to_the_caller() -> None:
    script = _Script(_response(429, "60"))
    assert (await _run(script)).status_code == 429
    assert script.waits == []


@pytest.mark.parametrize("wish", ["", "soon", "-5", "Mon, 99 Foo 2020"])
def test_an_unreadable_wish_is_none(wish: str) -> None:
    assert retry_after(_response(429, wish)) is None


def test_a_wish_may_be_a_date() -> None:
    now = datetime.now(UTC)
    later = retry_after(_response(429, format_datetime(now + timedelta(hours=1), usegmt=True)))
    assert later is not None
    assert 3000 < later <= 3600
    assert retry_after(_response(429, "Wed, 21 Oct 2015 07:28:00 GMT")) == 0
    assert retry_after(_response(429, "Wed, 21 Oct 2015 07:28:00 -0000")) == 0


def test_waits_grow_to_a_limit() -> None:
    for attempt in range(1, 2000):
        full = min(8.0, 0.5 * 2.0 ** min(attempt - 1, 10))
        assert full / 2 <= backoff(attempt) <= full
