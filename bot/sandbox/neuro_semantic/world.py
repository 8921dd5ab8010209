"""All that one stand-in remembers, and the switches a test turns."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from bot.sandbox.neuro_semantic.accounts import Accounts, NeuroAccount
from bot.sandbox.neuro_semantic.analysis.calculate import Shape
from bot.sandbox.neuro_semantic.library import Library

QUEUED, RUNNING, DONE = 10, 20, 30


@dataclass(frozen=True)
class NeuroCall:
    """A call that arrived."""

    path: str
    body: dict[str, Any] = field(repr=False)


@dataclass
class SandboxTransaction:
    """A calculation; times in epoch seconds, `price` in roubles."""

    id: int
    account: NeuroAccount = field(repr=False)
    calc_type: str
    raw: str | list[str] = field(repr=False)
    texts: list[str] = field(repr=False)
    splitter: str
    request_data: Any = field(repr=False)
    price: float
    created: float
    status: int = QUEUED
    processed: int = 0
    completed: float | None = None
    result: Any = field(default=None, repr=False)
    task: asyncio.Task[None] | None = field(default=None, repr=False, compare=False)

    @property
    def done(self) -> bool:
        return self.status == DONE


@dataclass(frozen=True)
class PlannedFailure:
    """The next call to a path with `match` in it is answered with `code`."""

    code: int
    match: str
    after_effect: bool


def _open_gate() -> asyncio.Event:
    gate = asyncio.Event()
    gate.set()
    return gate


@dataclass
class Switches:
    """How the service behaves from now on.

    `speed`: how many of the service's seconds pass in one real second. `longest_text` and
    `longest_total`: characters from which a request is error 2200. `stringly`: numbers come as
    texts here and there. `emcol_shape` and `wordfreq_shape`: forms the document leaves open.
    """

    speed: float
    longest_text: int = 2_000_000
    longest_total: int = 10_000_000
    stringly: bool = False
    emcol_shape: Shape = "theme"
    wordfreq_shape: Shape = "list"
    failures: deque[PlannedFailure] = field(default_factory=deque)
    queue_gate: asyncio.Event = field(default_factory=_open_gate)
    running_gate: asyncio.Event = field(default_factory=_open_gate)

    async def pace(self, seconds: float) -> None:
        """Let so many of the service's seconds pass."""
        await asyncio.sleep(seconds / self.speed)

    def failure_for(self, path: str) -> PlannedFailure | None:
        """The planned failure that this call meets, used up."""
        for planned in self.failures:
            if planned.match in path:
                self.failures.remove(planned)
                return planned
        return None


@dataclass
class World:
    """The state behind all routes of one stand-in."""

    switches: Switches
    accounts: Accounts = field(default_factory=Accounts)
    library: Library = field(default_factory=Library)
    transactions: list[SandboxTransaction] = field(default_factory=list)
    creates: list[SandboxTransaction] = field(default_factory=list)
    requests: list[NeuroCall] = field(default_factory=list)

    def now(self) -> float:
        return time.time()

    def number(self, value: float) -> float | str:
        """A number, or the text of it if the switch is on."""
        return f"{value:.2f}" if self.switches.stringly else value

    def amount(self, value: int) -> int | str:
        return str(value) if self.switches.stringly else value


def dotted(moment: float | None) -> str | None:
    """The way the document writes times of the history, UTC."""
    return _written(moment, "%Y.%m.%d %H:%M:%S")


def dashed(moment: float | None) -> str | None:
    """The usual way; the document names no form for transactions."""
    return _written(moment, "%Y-%m-%d %H:%M:%S")


def _written(moment: float | None, form: str) -> str | None:
    return None if moment is None else datetime.fromtimestamp(moment, UTC).strftime(form)
