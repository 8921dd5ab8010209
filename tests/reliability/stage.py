"""The fixtures of the tests that run the bot in their own process, with shortened waits and timeouts."""

import io
from collections.abc import AsyncIterator
from functools import partial
from pathlib import Path

import httpx
import pytest

from bot.chat.telegram_request import StreamingRequest
from bot.net.transport import make_client
from tests.waits import shorten_waits
from tests.world import MakeSong, World, open_world
from tests.world_fixtures import log, songs

__all__ = ["QUICK", "TIMEOUT", "TOO_LATE", "hurry", "log", "lose_patience", "songs", "world"]

TIMEOUT = 0.8  # seconds, for tests in which answers come too late
TOO_LATE = 1.2
QUICK = {
    "bot.net.retry.FIRST_WAIT": 0.1,
    "bot.features.separate.lost_orders.AGAIN_WAIT": 0.1,
    "bot.features.separate.submission.TROUBLE_WAIT": 0.1,
    "bot.features.separate.watch.TROUBLE_WAIT": 0.1,
    "bot.features.separate.submission.QUEUE_FULL_WAIT": 0.1,
    "bot.chat.patience.AWAY": 0.2,
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


def lose_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is waited for longer than TIMEOUT. It counts from the bot's next start."""
    times = httpx.Timeout(TIMEOUT)
    monkeypatch.setattr("bot.app.make_client", partial(make_client, timeout=times))
    monkeypatch.setattr("bot.parts.StreamingRequest", partial(StreamingRequest, timeout=times))
    monkeypatch.setattr("bot.chat.telegram_request.FILE_READ_TIMEOUT", TIMEOUT)
    monkeypatch.setattr("bot.mvsep.calls.UPLOAD_TIMEOUT", times)
