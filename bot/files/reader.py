"""The bot's side of reading files: starts the child, gives it a file, takes its answer or its death."""

import asyncio
import contextlib
import json
import sys
from collections import defaultdict
from collections.abc import AsyncIterator
from typing import Any

import structlog

from bot.files.errors import UnreadableFile
from bot.files.text import FileText
from bot.files.texts import Way

log = structlog.get_logger()
AT_ONCE = 2  # children in all; one person has one
TIME = 15.0  # seconds a child may take
LONGEST_ANSWER = 100 * 1024 * 1024  # bytes
COMMAND = (sys.executable, "-m", "bot.files.child")


class FileReader:
    """Reads files of strangers. Each method raises `UnreadableFile`; `owner` is whose file it is."""

    def __init__(self) -> None:
        self._all = asyncio.Semaphore(AT_ONCE)
        self._of: defaultdict[int, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._waiting: defaultdict[int, int] = defaultdict(int)

    async def ways(self, owner: int, name: str, data: bytes) -> list[Way]:
        """The ways in which texts can be taken out of a file, the likeliest first."""
        found = await self._read(owner, "texts", name, data)
        return [
            Way(kind, tuple(FileText(*each) for each in texts), heading)
            for kind, heading, texts in found
        ]

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
        found: list[str] = await self._read(owner, "verses", str(most), data)
        return found

    async def _read(self, owner: int, task: str, name: str, data: bytes) -> Any:
        async with self._turn(owner), self._all:
            out = await _ask(json.dumps({"task": task, "name": name}).encode() + b"\n" + data)
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


async def _ask(question: bytes) -> bytes:
    """The child's answer; empty when it died, took too long, or said too much."""
    child = await asyncio.create_subprocess_exec(
        *COMMAND,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        limit=LONGEST_ANSWER,
    )
    try:
        out, _ = await asyncio.wait_for(child.communicate(question), TIME)
    except TimeoutError:
        log.warning("file not read", reason="too slow", size=len(question))
        return b""
    finally:
        if child.returncode is None:
            child.kill()
            await child.wait()
    if child.returncode or len(out) > LONGEST_ANSWER:
        log.warning(
            "file not read", reason=f"child ended with {child.returncode}", size=len(question)
        )
        return b""
    return out
