"""Fixtures of the reliability tests, the choice of the quick ones, and the table at the end."""

from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.sandbox.song import make_song
from tests.reliability.nursery import Nursery
from tests.reliability.process import from_nursery
from tests.reliability.scene import Scene, scene
from tests.reliability.table import PROPERTY, Row, lines_of

HERE = Path(__file__).parent
SECONDS = 5.0  # of the song: enough for uploads that come in several pieces

Note = Callable[[Row], None]


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "reliability: starts and kills the bot as a process")
    config.addinivalue_line("markers", "long: takes much longer than the others")
    config.addinivalue_line("markers", "quick: a reliability test that every run includes")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """They run when they are asked for, by folder or by marker: the longest first, so that none is waited for."""
    asked = bool(config.option.markexpr) or any("reliability" in arg for arg in config.args)
    ours = [item for item in items if item.path.is_relative_to(HERE)]
    for item in ours:
        item.add_marker("reliability")
    left = [item for item in ours if not asked and not item.get_closest_marker("quick")]
    config.hook.pytest_deselected(items=left)
    kept = [item for item in items if item not in left]
    items[:] = sorted(kept, key=lambda item: not item.get_closest_marker("long"))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the rows of all tests that got so far as to have one."""
    reports = [
        report
        for outcome in ("passed", "failed")
        for report in terminalreporter.stats.get(outcome, [])
    ]
    rows = [value for r in reports for name, value in r.user_properties if name == PROPERTY]
    if rows:
        terminalreporter.write_sep("-", "reliability")
        for line in lines_of(rows):
            terminalreporter.write_line(line)


@pytest.fixture(scope="session")
def song(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The song of all tests."""
    return make_song(tmp_path_factory.mktemp("song") / "song.mp3", SECONDS)


@pytest.fixture(scope="session")
def nursery() -> Iterator[Nursery]:
    """Where the bots of this test process come from."""
    opened = Nursery()
    yield opened
    opened.close()


@pytest.fixture
async def play(
    tmp_path: Path, database_url: str, song: Path, nursery: Nursery
) -> AsyncIterator[Scene]:
    """A scene on each engine in turn; the bot's log is shown when the test fails."""
    async with scene(tmp_path, database_url, song, from_nursery(nursery)) as played:
        yield played
        if log := played.bot.said():
            print(log)  # noqa: T201  (pytest shows it with a failure)


@pytest.fixture
def note(record_property: Callable[[str, Any], None]) -> Note:
    """Put a row into the table."""

    def keep(row: Row) -> None:
        record_property(*row.as_property())

    return keep
