"""The bot as an operator runs it: a process of its own, started, frozen, killed and stopped."""

import asyncio
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from time import monotonic

ROOT = Path(__file__).parents[2]
TUNED = ("-m", "tests.reliability.launch", "run")
PLAIN = ("-m", "bot", "run")
KILLED = -signal.SIGKILL


class BotProcess:
    """One bot, which may be started again and again in the same place; its log goes on."""

    def __init__(
        self, folder: Path, environment: dict[str, str], *, program: Sequence[str] = TUNED
    ) -> None:
        self._folder = folder
        self._environment = _plain_environment() | environment
        self._program = program
        self._process: asyncio.subprocess.Process | None = None
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
        """Begin; it is at work a second or two later."""
        await asyncio.to_thread(self._folder.mkdir, parents=True, exist_ok=True)
        with await asyncio.to_thread(self.log.open, "ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable,
                *self._program,
                cwd=self._folder,
                env=self._environment,
                stdin=asyncio.subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )

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

    async def ended(self, seconds: float = 30.0) -> int:
        """Wait for its end; gives the exit code."""
        code = await asyncio.wait_for(self._running.wait(), seconds)
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
    def _running(self) -> asyncio.subprocess.Process:
        assert self._process is not None, "The bot is not running."
        return self._process

    def _signal(self, number: signal.Signals) -> None:
        os.kill(self._running.pid, number)


def _plain_environment() -> dict[str, str]:
    """Ours, without settings of a bot that somebody runs here."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("STEMGRAM_")}
    return kept | {"PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
