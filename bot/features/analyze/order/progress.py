"""How far an analysis is, as it is stored beside it and shown in its status message."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any


class Stage(StrEnum):
    """What is going on, in the words of the `reading-…` texts."""

    QUEUED = "queued"
    STARTING = "starting"
    CHECKING = "checking"
    WAITING = "waiting"
    RUNNING = "running"
    DELIVERING = "delivering"
    RETRYING = "retrying"
    SLOW = "slow"


@dataclass(frozen=True, slots=True)
class Progress:
    """`transaction` is the service's id of the request; `onward` the draft of the job that comes next.
    `ended` is how the last part of several ended while it still has to deliver the others: `failed` or
    `cancelled`.

    Counters: `checks` of a lost answer, `misses` of an id the service does not know, `troubles` in a
    row with reaching the service.
    """

    stage: Stage = Stage.QUEUED
    transaction: str = ""
    onward: int | None = None
    checks: int = 0
    misses: int = 0
    troubles: int = 0
    ended: str = ""

    @classmethod
    def read(cls, stored: Mapping[str, Any]) -> "Progress":
        known = {name: value for name, value in stored.items() if name in cls.__slots__}
        return cls(**{**known, "stage": Stage(known.get("stage", Stage.QUEUED))})

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)
