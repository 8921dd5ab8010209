"""The stage of every story."""

import io
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from tests.world import MakeSong, World, kept_log, open_world, shorten_waits, songs_in


@pytest.fixture(scope="session")
def songs(tmp_path_factory: pytest.TempPathFactory) -> MakeSong:
    return songs_in(tmp_path_factory.mktemp("songs"))


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    with kept_log() as stream:
        yield stream


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
