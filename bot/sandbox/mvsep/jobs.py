"""A separation inside the stand-in: what was asked, where it stands, what came out."""

from __future__ import annotations

import asyncio
import re
import secrets
import string
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256
from pathlib import Path, PurePosixPath

from bot.sandbox.mvsep.accounts import SandboxAccount
from bot.sandbox.mvsep.catalogue import Entry
from bot.sandbox.mvsep.clock import as_stamp
from bot.sandbox.mvsep.sound.codec import Probe

LIFETIME = 72 * 3600
LONG = 15 * 60
"""From this length on, in seconds, a file is spread over several machines."""


class State(StrEnum):
    """Where a job stands; the first is only known to remote jobs, the last to nobody outside."""

    FETCHING = "fetching"
    WAITING = "waiting"
    PROCESSING = "processing"
    DISTRIBUTING = "distributing"
    MERGING = "merging"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


_RUNNING = {State.PROCESSING, State.DISTRIBUTING, State.MERGING}
_UNSTARTED = {State.FETCHING, State.WAITING}


@dataclass(eq=False)
class SandboxJob:
    """One create that took effect. `hash` is empty until a remote file has been fetched."""

    account: SandboxAccount
    entry: Entry
    upload_name: str
    options: Mapping[str, str]
    output_format: int
    created: float
    number: int
    state: State = State.WAITING
    hash: str = ""
    remote_hash: str = ""
    source_url: str = ""
    webhook_url: str = ""
    is_demo: bool = False
    inputs: Sequence[Path] = ()
    probe: Probe | None = None
    charged: int = 0
    place: int = 1
    finished_chunks: int = 0
    all_chunks: int = 0
    message: str = ""
    files: Sequence[tuple[str, Path]] = ()
    transcription: Sequence[Mapping[str, object]] = ()
    deleted: bool = False
    passed: list[State] = field(default_factory=list)
    """The states entered one after the other, the first one left out."""
    task: asyncio.Task[None] | None = field(default=None, repr=False)

    @property
    def active(self) -> bool:
        """Takes one of the places its account has."""
        return self.state in _RUNNING | _UNSTARTED and not self.deleted

    @property
    def running(self) -> bool:
        return self.state in _RUNNING

    @property
    def unstarted(self) -> bool:
        return self.state in _UNSTARTED

    @property
    def seconds(self) -> float:
        return self.probe.seconds if self.probe else 0.0

    @property
    def sep_type(self) -> int:
        return self.entry.render_id

    @property
    def any_hash(self) -> str:
        return self.hash or self.remote_hash

    def exists(self, now: float) -> bool:
        """Neither deleted, cancelled nor older than 72 hours."""
        return not self.deleted and self.state is not State.CANCELLED and self.hours_left(now) > 0

    def hours_left(self, now: float) -> float:
        return (self.created + LIFETIME - now) / 3600

    def told(self) -> dict[str, object]:
        """What the control address shows."""
        return {
            "hash": self.hash,
            "remote_hash": self.remote_hash,
            "state": str(self.state),
            "token": self.account.token,
            "upload_name": self.upload_name,
            "sep_type": self.entry.render_id,
            "options": dict(self.options),
            "output_format": self.output_format,
            "charged": self.charged,
            "created": self.created,
        }

    def enter(self, state: State) -> None:
        if state is not self.state:
            self.passed.append(state)
        self.state = state

    def charge(self, price: int) -> None:
        self.account.credits -= price
        self.charged = price

    def refund(self) -> None:
        self.account.credits += self.charged
        self.charged = 0


def slug(name: str) -> str:
    """Lower-case letters and digits with single dashes; anything foreign is dropped."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def long_hash(upload_name: str, moment: float) -> str:
    """Time, ten hex digits that depend on the name only, the name's slug and ending.

    Shape of the recorded replies, such as `20240119124024-413c481b80-10-song.mp3`.
    """
    path = PurePosixPath(upload_name)
    digits = sha256(upload_name.encode()).hexdigest()[:10]
    ending = slug(path.suffix) or "bin"
    return f"{as_stamp(moment)}-{digits}-{slug(path.stem) or 'file'}.{ending}"


def short_hash() -> str:
    """What a remote job is called until its file is there: 16 letters and digits."""
    return "".join(secrets.choice(string.ascii_letters + string.digits) for _ in range(16))
