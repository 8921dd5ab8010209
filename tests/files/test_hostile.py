"""Files made to hurt end as an answer to their sender, and hurt nobody else."""

import asyncio
import contextlib
import gc
import sys
import threading
from collections.abc import Awaitable, Callable, Iterator

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
LARGE_CHARACTERS = 9_000_000


@contextlib.contextmanager
def peak() -> Iterator[list[int]]:
    """The most memory this process had meanwhile beyond what it had before, sampled all the time."""
    gc.collect()
    process = psutil.Process()
    before, most, over = process.memory_info().rss, [0], threading.Event()

    def watch() -> None:
        while not over.wait(0.002):
            most[0] = max(most[0], process.memory_info().rss - before)

    watching = threading.Thread(target=watch)
    watching.start()
    try:
        yield most
    finally:
        over.set()
        watching.join()


TASKS: dict[str, Callable[[FileReader, str, bytes], Awaitable[object]]] = {
    "texts": lambda reader, name, data: reader.texts(ADA, name, data, 0),
    "rows": lambda reader, name, data: reader.rows(ADA, name, data),
    "text": lambda reader, name, data: reader.text(ADA, name, data),
    "verses": lambda reader, _name, data: reader.verses(ADA, data.decode("utf-8", "replace")),
}


@pytest.mark.parametrize("task", TASKS)
@pytest.mark.parametrize("name", hostile.FILES)
async def test_a_hostile_file_is_read_or_refused(name: str, task: str) -> None:
    data = hostile.FILES[name]()
    with peak() as most:
        try:
            await TASKS[task](FileReader(), name, data)
        except UnreadableFile as told:
            assert told.key.startswith("file-")
            assert told.arguments.get("name") in (name, "transcript")
    assert most[0] < ROOM
    assert psutil.Process().children() == []


@pytest.mark.parametrize("name", hostile.LARGE)
async def test_a_large_file_takes_little_room(name: str) -> None:
    """As people have them, near the 20 MB a bot may fetch."""
    data = hostile.LARGE[name]()
    with peak() as most:
        ways, texts = await FileReader().texts(ADA, name, data, 0)
    assert ways
    assert sum(len(each.text) for each in texts) > LARGE_CHARACTERS
    assert most[0] < ROOM


async def test_texts_come_when_one_way_is_chosen() -> None:
    data = b"First line of a text\n\nSecond paragraph\nwith two lines"
    ways, texts = await FileReader().texts(ADA, "a.txt", data)
    assert [(way.kind, way.amount) for way in ways] == [
        ("whole", 1),
        ("paragraphs", 2),
        ("lines", 3),
    ]
    assert texts == []
    _, texts = await FileReader().texts(ADA, "a.txt", data, 1)
    assert [each.text for each in texts] == [
        "First line of a text",
        "Second paragraph\nwith two lines",
    ]
    assert (await FileReader().texts(ADA, "a.txt", data, 3))[1] == []


async def test_halves_of_pairs_come_through() -> None:
    _, texts = await FileReader().texts(ADA, "a.json", b'["half \\ud83d of a pair"]')
    assert [each.text for each in texts] == ["half \ud83d of a pair"]


async def test_an_answer_too_long_ends_the_child(monkeypatch: pytest.MonkeyPatch) -> None:
    endless = "import sys\nwhile True: sys.stdout.write('x' * 65536)"
    monkeypatch.setattr(module, "COMMAND", (sys.executable, "-c", endless))
    monkeypatch.setattr(module, "LONGEST_ANSWER", MIB)
    with pytest.raises(UnreadableFile) as told:
        await FileReader().text(ADA, "a.txt", b"text")
    assert told.value.key == "file-broken"
    assert psutil.Process().children() == []


async def test_the_child_knows_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    tell = "import json, os; print(json.dumps({'found': json.dumps(dict(os.environ))}))"
    monkeypatch.setattr(module, "COMMAND", (sys.executable, "-c", tell))
    monkeypatch.setenv("STEMGRAM_SECRET_KEY", "planted-secret")
    monkeypatch.setenv("PGPASSWORD", "planted-secret")
    told = await FileReader().text(ADA, "a.txt", b"text")
    assert "PATH" in told
    assert "planted-secret" not in told


async def test_a_child_that_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "COMMAND", ASLEEP)
    monkeypatch.setattr(module, "TIME", 0.3)
    with pytest.raises(UnreadableFile) as told:
        await FileReader().texts(ADA, "a.txt", b"text")
    assert told.value.key == "file-broken"
    assert psutil.Process().children() == []


async def test_a_stop_ends_the_child(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "COMMAND", ASLEEP)
    reading = asyncio.ensure_future(FileReader().texts(ADA, "a.txt", b"text"))
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

    async def ask(head: bytes, _data: bytes) -> bytes:
        running.append(1)
        most.append(len(running))
        if b"slow" in head:
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
