"""The fixtures of the tests that run the bot in their own process, with shortened waits and timeouts."""

import io
from collections.abc import AsyncIterator, Mapping
from pathlib import Path

import httpx
import pytest

from bot.net.transport import Transport
from bot.sandbox.faults import Faults
from tests.waits import shorten_waits
from tests.world import MakeSong, World, open_world
from tests.world_fixtures import log, songs

__all__ = ["QUICK", "TIMEOUT", "TOO_LATE", "hurry", "log", "lose_patience", "songs", "world"]

TIMEOUT = 0.3  # seconds, for answers that come too late
TOO_LATE = 0.8
QUICK = {
    "bot.net.retry.FIRST_WAIT": 0.1,
    "bot.features.separate.running.reconciliation.AGAIN_WAIT": 0.1,
    "bot.features.separate.running.submission.TROUBLE_WAIT": 0.1,
    "bot.features.separate.running.poller.TROUBLE_WAIT": 0.1,
    "bot.features.separate.running.submission.QUEUE_FULL_WAIT": 0.1,
    "bot.chat.outgoing.retries.AWAY": 0.2,
}


@pytest.fixture
async def world(
    tmp_path: Path,
    sqlite_url: str,
    songs: MakeSong,
    log: io.StringIO,
    monkeypatch: pytest.MonkeyPatch,
) -> AsyncIterator[World]:
    hurry(monkeypatch)
    async with open_world(tmp_path, songs, log, database_url=sqlite_url) as world:
        yield world


def hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    """Waits after failures are short, too."""
    shorten_waits(monkeypatch)
    for name, value in QUICK.items():
        monkeypatch.setattr(name, value)


def lose_patience(monkeypatch: pytest.MonkeyPatch, faults: Faults) -> None:
    """The requests that a fault is about to strike are not waited for longer than TIMEOUT.

    Only those: a machine may be so slow that others take as long. And as the service may take
    its time with one that was given up, too, it gets a while to appear.
    """
    send, exchange = Transport.handle_async_request, Transport.exchange

    def is_struck(target: str) -> bool:
        return any(rule.wants(target) for rule in faults.rules)

    async def impatient_sending(self: Transport, request: httpx.Request) -> httpx.Response:
        if is_struck(f"{request.method} {request.url.path}"):
            times = {**request.extensions["timeout"], "read": TIMEOUT}
            request.extensions = {**request.extensions, "timeout": times}
        return await send(self, request)

    async def impatient_exchange(
        self: Transport,
        method: str,
        url: str,
        body: bytes,
        headers: Mapping[str, str],
        times: httpx.Timeout,
    ) -> tuple[int, bytes]:
        if is_struck(f"{method} {httpx.URL(url).path}"):
            times = httpx.Timeout(**{**times.as_dict(), "read": TIMEOUT})
        return await exchange(self, method, url, body, headers, times)

    monkeypatch.setattr(Transport, "handle_async_request", impatient_sending)
    monkeypatch.setattr(Transport, "exchange", impatient_exchange)
    monkeypatch.setattr("bot.features.separate.running.reconciliation.LATEST_EFFECT", 10.0)
