"""All that one stand-in remembers, and the switches a test turns."""

from __future__ import annotations

import asyncio
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from bot.sandbox.mvsep.accounts import Accounts, Plan, SandboxAccount, free_plan, premium_plan
from bot.sandbox.mvsep.catalogue import Catalogue
from bot.sandbox.mvsep.clock import Clock
from bot.sandbox.mvsep.jobs import SandboxJob, long_hash

WebhookStyle = Literal["json", "empty", "get"]


def _open_gate() -> asyncio.Event:
    gate = asyncio.Event()
    gate.set()
    return gate


@dataclass
class Switches:
    """How the service behaves from now on.

    `speed`: how many of the service's seconds pass in one real second. `rate_limit`: requests per
    service minute and token (or address), None for no limit and no headers. `daily_limit`: creates
    in 24 hours for free accounts. `chunks`: spread every job over so many parts, None: only long
    ones. `stringly`: numbers and `success` come as strings here and there. `words`: the lines that
    speech models hear (none: an instrumental); None: those of the sandbox's own song, if it is that.
    """

    speed: float
    rate_limit: int | None
    daily_limit: int | None
    chunks: int | None = None
    stringly: bool = False
    words: tuple[str, ...] | None = None
    webhook_style: WebhookStyle = "json"
    premium_formats: bool = True
    start_place: int = 1
    down: bool = False
    failures: deque[str] = field(default_factory=deque)
    waiting_gate: asyncio.Event = field(default_factory=_open_gate)
    processing_gate: asyncio.Event = field(default_factory=_open_gate)

    async def pace(self, seconds: float) -> None:
        """Let so many of the service's seconds pass."""
        await asyncio.sleep(seconds / self.speed)


@dataclass(frozen=True)
class Seen:
    """A request that arrived: form fields and query together, files left out."""

    method: str
    path: str
    params: dict[str, str]


@dataclass
class World:
    """The state behind all routes of one stand-in."""

    directory: Path
    switches: Switches
    pool: ThreadPoolExecutor
    origin: str = ""
    clock: Clock = field(default_factory=Clock)
    accounts: Accounts = field(default_factory=Accounts)
    catalogue: Catalogue = field(default_factory=Catalogue)
    free: Plan = field(default_factory=free_plan)
    premium: Plan = field(default_factory=premium_plan)
    jobs: list[SandboxJob] = field(default_factory=list)
    creates: list[SandboxJob] = field(default_factory=list)
    requests: list[Seen] = field(default_factory=list)
    remote_files: dict[str, Path] = field(default_factory=dict)
    lost_webhooks: list[SandboxJob] = field(default_factory=list)

    @property
    def incoming(self) -> Path:
        return self.directory / "incoming"

    @property
    def temp(self) -> Path:
        return self.directory / "temp"

    @property
    def processed(self) -> Path:
        return self.directory / "processed"

    def plan_of(self, account: SandboxAccount) -> Plan:
        return self.premium if account.premium else self.free

    def created_by(self, account: SandboxAccount) -> list[SandboxJob]:
        """Newest first, also those that are gone."""
        return [job for job in reversed(self.creates) if job.account is account]

    def running_of(self, account: SandboxAccount) -> list[SandboxJob]:
        return [job for job in self.created_by(account) if job.active]

    def find(self, job_hash: str) -> SandboxJob | None:
        """By the long hash, or by the short one of a remote job; None when it is gone."""
        now = self.clock.now()
        return next(
            (
                job
                for job in reversed(self.jobs)
                if job_hash and job_hash in (job.hash, job.remote_hash) and job.exists(now)
            ),
            None,
        )

    def new_hash(self, upload_name: str) -> str:
        """Two uploads of one name in one second must not share a hash."""
        moment, taken = self.clock.now(), {job.hash for job in self.creates}
        while (candidate := long_hash(upload_name, moment)) in taken:
            moment += 1
        return candidate

    def link(self, job_hash: str) -> str:
        return f"{self.origin}/api/separation/get?hash={job_hash}"
