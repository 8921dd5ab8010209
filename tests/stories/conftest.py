"""The stage of every story."""

import io
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.waits import shorten_waits
from tests.world import MakeSong, World, open_world
from tests.world_fixtures import log, songs

__all__ = ["log", "songs", "world"]


@pytest.fixture
async def world(
    tmp_path: Path,
    sqlite_url: str,
    songs: MakeSong,
    log: io.StringIO,
    monkeypatch: pytest.MonkeyPatch,
) -> AsyncIterator[World]:
    shorten_waits(monkeypatch)
    async with open_world(tmp_path, songs, log, database_url=sqlite_url) as world:
        yield world
