"""The stand-in's own time: real time plus whatever a test has moved it on."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import UTC, datetime


@dataclass
class Clock:
    """Epoch seconds; `shift` seconds ahead of the machine's clock."""

    shift: float = 0.0

    def now(self) -> float:
        return time.time() + self.shift


def as_text(moment: float) -> str:
    """The way the service writes times, UTC."""
    return datetime.fromtimestamp(moment, UTC).strftime("%Y-%m-%d %H:%M:%S")


def as_stamp(moment: float) -> str:
    """The fourteen digits in front of a job's hash."""
    return datetime.fromtimestamp(moment, UTC).strftime("%Y%m%d%H%M%S")
