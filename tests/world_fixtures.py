"""Fixtures of all tests with the whole bot in them; a folder that needs them imports them in its conftest."""

import io
from collections.abc import Iterator

import pytest

from tests.world import MakeSong, kept_log, songs_in

__all__ = ["log", "songs"]


@pytest.fixture(scope="session")
def songs(tmp_path_factory: pytest.TempPathFactory) -> MakeSong:
    return songs_in(tmp_path_factory.mktemp("songs"))


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    with kept_log() as stream:
        yield stream
