"""Bots that are there at once: a process that has read all the code, and forks for each start.

Reading the code takes most of a start's time and is the same each time. What is forked is a process
like any other: it has its own settings, files, log and database, and is killed like any other. The
tests of starting itself begin from nothing (`process.plainly`).

Run as `python -m tests.reliability.nursery`: reads one line of JSON for each start, answers with its
pid, and tells each end. It ends, and takes its children along, when its input is closed.
"""

import importlib
import json
import os
import random
import signal
import subprocess
import sys
import threading
from concurrent.futures import Future
from dataclasses import asdict, dataclass
from pathlib import Path
from queue import SimpleQueue

from bot.__main__ import main as stemgram
from bot.chat.display.translator import LANGUAGES, translator
from tests.reliability.launch import shorten

ROOT = Path(__file__).parents[2]
STARTING = 60.0  # seconds; a deadline for a machine that does not get on


@dataclass(frozen=True)
class Birth:
    """Where a bot runs, with which environment, and where its log goes."""

    folder: str
    log: str
    environment: dict[str, str]


class Nursery:
    """The tests' end; may be used from any event loop."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-u", "-m", "tests.reliability.nursery"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._born: SimpleQueue[int] = SimpleQueue()
        self._ends: dict[int, Future[int]] = {}
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def start(self, birth: Birth) -> tuple[int, "Future[int]"]:
        """A new bot's pid, and its exit code to come (a signal is its negative number)."""
        assert self._process.stdin
        self._process.stdin.write(json.dumps(asdict(birth)) + "\n")
        self._process.stdin.flush()
        pid = self._born.get(timeout=STARTING)
        return pid, self._ends[pid]

    def close(self) -> None:
        assert self._process.stdin
        self._process.stdin.close()
        self._process.wait()
        self._reader.join()
        assert self._process.stdout
        self._process.stdout.close()

    def _read(self) -> None:
        assert self._process.stdout
        for line in self._process.stdout:
            word, pid, code = line.split()
            if word == "born":
                self._ends[int(pid)] = Future()
                self._born.put(int(pid))
            else:
                self._ends[int(pid)].set_result(int(code))


def main() -> None:
    """Fork as told, until the input ends."""
    _read_everything()
    shorten()
    children: set[int] = set()

    def tell_ends(*_: object) -> None:
        while children:
            pid, status = os.waitpid(-1, os.WNOHANG)
            if not pid:
                return
            children.discard(pid)
            _tell("ended", pid, os.waitstatus_to_exitcode(status))

    signal.signal(signal.SIGCHLD, tell_ends)
    while line := sys.stdin.readline():
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGCHLD})
        if not (pid := os.fork()):
            sys.exit(_status_messages(Birth(**json.loads(line))))
        children.add(pid)
        _tell("born", pid, 0)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGCHLD})
    for pid in tuple(children):
        os.kill(pid, signal.SIGKILL)


def _read_everything() -> None:
    """What a bot reads only once it runs, too."""
    for name in (
        "bot.process.run",
        "bot.composition.build",
        "aiosqlite",
        "asyncpg",
        "alembic.command",
        "mako.template",
    ):
        importlib.import_module(name)
    for language in LANGUAGES:
        translator(language).plain("help-text")


def _tell(word: str, pid: int, code: int) -> None:
    os.write(1, f"{word} {pid} {code}\n".encode())


def _status_messages(birth: Birth) -> int:
    """As if started by a shell in the folder; gives the exit code."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGCHLD})
    random.seed()
    os.chdir(birth.folder)
    os.environ.clear()
    os.environ.update(birth.environment)
    nothing = os.open(os.devnull, os.O_RDONLY)
    log = os.open(birth.log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    for stream, file in enumerate((nothing, log, log)):
        os.dup2(file, stream)
    sys.argv = ["stemgram", "run"]
    return stemgram()


if __name__ == "__main__":
    main()
