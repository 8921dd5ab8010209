"""The bot as an operator runs it: a process of its own, started, frozen, killed and stopped."""

import asyncio
import os
import signal
import sys
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from tests.reliability.nursery import ROOT, Birth, Nursery

KILLED = -signal.SIGKILL


@dataclass(frozen=True)
class Started:
    """A running process: its id, and what waits for its exit code."""

    pid: int
    ended: Callable[[], Awaitable[int]]


Start = Callable[[Birth], Awaitable[Started]]


def from_nursery(nursery: Nursery) -> Start:
    """With the waits of `launch`, at work at once."""

    async def start(birth: Birth) -> Started:
        pid, exit_code = await asyncio.to_thread(nursery.start, birth)
        return Started(pid, lambda: asyncio.shield(asyncio.wrap_future(exit_code)))

    return start


async def plainly(birth: Birth) -> Started:
    """`python -m bot run`, as an operator starts it."""
    with await asyncio.to_thread(Path(birth.log).open, "ab") as log:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", "run"),
            cwd=birth.folder,
            env=birth.environment,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=log,
            stderr=log,
        )
    return Started(process.pid, process.wait)


class BotProcess:
    """One bot, which may be started again and again in the same place; its log goes on."""

    def __init__(self, folder: Path, environment: dict[str, str], start: Start) -> None:
        self._folder = folder
        self._environment = _plain_environment() | environment
        self._start = start
        self._process: Started | None = None
        self.log = folder / "bot.log"
        self.exits: list[int] = []
        """The exit codes so far; a signal is its negative number."""

    @property
    def pid(self) -> int:
        return self._running.pid

    @property
    def deaths(self) -> int:
        return self.exits.count(KILLED)

    async def start(self) -> None:
        """Begin; it is at work a moment later."""
        await asyncio.to_thread(self._folder.mkdir, parents=True, exist_ok=True)
        birth = Birth(str(self._folder), str(self.log), self._environment)
        self._process = await self._start(birth)

    async def kill(self) -> None:
        """End it as a power cut does."""
        self._signal(signal.SIGKILL)
        await self.ended()

    def freeze(self) -> None:
        """Let it stand still, as a machine that swaps does."""
        self._signal(signal.SIGSTOP)

    def thaw(self) -> None:
        self._signal(signal.SIGCONT)

    async def stop(self) -> float:
        """SIGTERM; the seconds until it was gone. Its exit code is the last of `exits`."""
        began = monotonic()
        self._signal(signal.SIGTERM)
        await self.ended()
        return monotonic() - began

    async def ended(self, seconds: float = 60.0) -> int:
        """Wait for its end; gives the exit code."""
        code = await asyncio.wait_for(self._running.ended(), seconds)
        self.exits.append(code)
        self._process = None
        return code

    async def clean_up(self) -> None:
        """Leave no process behind, whatever a test did."""
        if self._process is not None:
            await self.kill()

    @property
    def starts_seen(self) -> int:
        """How often it said that it is at work."""
        return self.said().count('"at work"')

    def said(self) -> str:
        """The log, for messages of failed tests."""
        return self.log.read_text(errors="replace") if self.log.exists() else ""

    @property
    def _running(self) -> Started:
        assert self._process is not None, "The bot is not running."
        return self._process

    def _signal(self, number: signal.Signals) -> None:
        os.kill(self._running.pid, number)


def _plain_environment() -> dict[str, str]:
    """Ours, without settings of a bot that somebody runs here."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("STEMGRAM_")}
    return kept | {"PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
