"""The bot's side of reading files: starts the child, gives it a file, takes its answer or its death."""

import asyncio
import contextlib
import json
import os
import sys
from asyncio.subprocess import Process
from collections import defaultdict
from collections.abc import AsyncIterator
from typing import Any

import structlog

from bot.files.errors import UnreadableFile
from bot.files.text import FileText, Way

log = structlog.get_logger()
AT_ONCE = 2  # children in all; one person has one
TIME = 15.0  # seconds a child may take
LONGEST_ANSWER = 40 * 1024 * 1024  # bytes
PIECE = 256 * 1024
# The bot's own environment has its secrets: the child gets what Python needs to start.
PASSED_ON = frozenset(
    {"PATH", "PYTHONPATH", "PYTHONHOME", "LD_LIBRARY_PATH", "LANG", "LC_ALL", "TMPDIR"}
)
FIXED = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}  # threads' stacks count as memory
COMMAND = (sys.executable, "-m", "bot.files.child")


class FileReader:
    """Reads files of strangers. Each method raises `UnreadableFile`; `owner` is whose file it is."""

    def __init__(self) -> None:
        self._all = asyncio.Semaphore(AT_ONCE)
        self._of: defaultdict[int, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._waiting: defaultdict[int, int] = defaultdict(int)

    async def texts(
        self, owner: int, name: str, data: bytes, way: int | None = None
    ) -> tuple[list[Way], list[FileText]]:
        """The ways to take texts out of a file, the likeliest first, and the texts of one of them.

        Those of `way`, an index, or of the only one there is; none while there is a choice.
        """
        found = await self._read(owner, "texts", name, data, way)
        ways = [Way(*each) for each in found["ways"]]
        return ways, [FileText(*each) for each in found["texts"]]

    async def rows(self, owner: int, name: str, data: bytes) -> list[list[str]]:
        """A table's rows."""
        rows: list[list[str]] = await self._read(owner, "rows", name, data)
        return rows

    async def text(self, owner: int, name: str, data: bytes) -> str:
        """The text of a file in any encoding."""
        text: str = await self._read(owner, "text", name, data)
        return text

    async def verses(self, owner: int, transcript: str, most: int = 0) -> list[str]:
        """The words of a transcript, verse by verse; at most so many (0: all)."""
        data = transcript.encode("utf-8", "replace")
        found: list[str] = await self._read(owner, "verses", "transcript", data, most)
        return found

    async def _read(
        self, owner: int, task: str, name: str, data: bytes, option: int | None = None
    ) -> Any:
        head = json.dumps({"task": task, "name": name, "option": option}).encode()
        async with self._turn(owner), self._all:
            out = await _ask(head + b"\n", data)
        if not out:
            raise UnreadableFile("file-broken", name=name)
        answer: dict[str, Any] = await asyncio.to_thread(json.loads, out)
        if "key" in answer:
            raise UnreadableFile(answer["key"], **answer["arguments"])
        return answer["found"]

    @contextlib.asynccontextmanager
    async def _turn(self, owner: int) -> AsyncIterator[None]:
        """One file of a person at a time; locks nobody waits for are dropped."""
        self._waiting[owner] += 1
        try:
            async with self._of[owner]:
                yield
        finally:
            self._waiting[owner] -= 1
            if not self._waiting[owner]:
                del self._waiting[owner], self._of[owner]


async def _ask(head: bytes, data: bytes) -> bytes:
    """The child's answer; empty when it died, took too long, or said too much."""
    child = await asyncio.create_subprocess_exec(
        *COMMAND,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        env={name: value for name, value in os.environ.items() if name in PASSED_ON} | FIXED,
    )
    try:
        async with asyncio.timeout(TIME):
            _, out = await asyncio.gather(_give(child, head, data), _answer(child))
            await child.wait()
    except TimeoutError:
        log.warning("file not read", reason="too slow", size=len(data))
        return b""
    finally:
        if child.returncode is None:
            child.kill()
            await child.wait()
    if child.returncode or out is None:
        why = "too long an answer" if out is None else f"child ended with {child.returncode}"
        log.warning("file not read", reason=why, size=len(data))
        return b""
    return out


async def _give(child: Process, head: bytes, data: bytes) -> None:
    """A child that dies takes no more; how it ended tells the rest."""
    pipe = child.stdin
    if pipe is None:
        raise TypeError("a child without standard input")
    try:
        pipe.write(head)
        for at in range(0, len(data), PIECE):
            pipe.write(data[at : at + PIECE])
            await pipe.drain()
    except (BrokenPipeError, ConnectionResetError):
        return
    finally:
        pipe.close()


async def _answer(child: Process) -> bytes | None:
    """None as soon as it is longer than an answer may be; the child is ended then."""
    if child.stdout is None:
        raise TypeError("a child without standard output")
    out = bytearray()
    while piece := await child.stdout.read(PIECE):
        out += piece
        if len(out) > LONGEST_ANSWER:
            child.kill()
            return None
    return bytes(out)
