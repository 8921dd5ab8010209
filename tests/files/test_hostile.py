"""Files made to hurt end as an answer to their sender, and hurt nobody else."""

import asyncio
import gc
import sys

import psutil
import pytest

from bot.files import reader as module
from bot.files.errors import UnreadableFile
from bot.files.reader import FileReader
from tests.files import hostile

MIB = 1024 * 1024
ROOM = 100 * MIB
ASLEEP = (sys.executable, "-c", "import time; time.sleep(600)")
ADA, BEN, EVE = 1, 2, 3


@pytest.mark.parametrize("name", hostile.FILES)
async def test_a_hostile_file_is_read_or_refused(name: str) -> None:
    data = hostile.FILES[name]()
    gc.collect()
    before = psutil.Process().memory_info().rss
    try:
        assert await FileReader().ways(ADA, name, data)
    except UnreadableFile as told:
        assert told.key.startswith("file-")
        assert told.arguments == {"name": name}
    assert psutil.Process().memory_info().rss - before < ROOM
    assert psutil.Process().children() == []


async def test_a_child_that_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "COMMAND", ASLEEP)
    monkeypatch.setattr(module, "TIME", 0.3)
    with pytest.raises(UnreadableFile) as told:
        await FileReader().ways(ADA, "a.txt", b"text")
    assert told.value.key == "file-broken"
    assert psutil.Process().children() == []


async def test_a_stop_ends_the_child(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "COMMAND", ASLEEP)
    reading = asyncio.ensure_future(FileReader().ways(ADA, "a.txt", b"text"))
    while not psutil.Process().children():  # noqa: ASYNC110 - a process is no event
        await asyncio.sleep(0.01)
    reading.cancel()
    with pytest.raises(asyncio.CancelledError):
        await reading
    assert psutil.Process().children() == []


async def test_one_file_of_a_person_at_a_time_and_two_in_all(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Somebody who sends many files leaves a place for others."""
    running: list[int] = []
    most: list[int] = []
    gate = asyncio.Event()

    async def ask(question: bytes) -> bytes:
        running.append(1)
        most.append(len(running))
        if b"slow" in question:
            await gate.wait()
        running.pop()
        return b'{"found": "read"}'

    monkeypatch.setattr(module, "_ask", ask)
    reader = FileReader()
    many = [asyncio.ensure_future(reader.text(EVE, "slow.txt", b"x")) for _ in range(5)]
    assert await reader.text(ADA, "a.txt", b"x") == "read"
    more = [asyncio.ensure_future(reader.text(BEN, "slow.txt", b"x")) for _ in range(5)]
    await asyncio.sleep(0)
    gate.set()
    await asyncio.gather(*many, *more)
    assert max(most) == module.AT_ONCE
