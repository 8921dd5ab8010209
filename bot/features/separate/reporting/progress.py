"""How far a job is, as it is stored beside it and shown in its status message."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from bot.mvsep import Report, Status


class Stage(StrEnum):
    """What is going on, in the words of the `status-…` texts."""

    QUEUED = "queued"
    STARTING = "starting"
    UPLOADING = "uploading"
    CHECKING = "checking"
    FETCHING = "fetching"
    WAITING = "waiting"
    PROCESSING = "processing"
    CHUNKS = "chunks"
    MERGING = "merging"
    DELIVERING = "delivering"
    RETRYING = "retrying"
    HELD_BY_QUEUE = "hold-queue"
    HELD_TODAY = "hold-daily"
    HELD_FOR_KEY = "hold-key"
    HELD_FOR_CREDITS = "hold-credits"


@dataclass(frozen=True, slots=True)
class Progress:
    """`hash` and `host` say where the job lives at the service; `remote` that the hash is that of a link's fetch.

    Counters: `checks` of a lost answer, `misses` of a hash the service does not know (yet) or results without files,
    `troubles` in a row with reaching the service, `breaks` of the song's source, `cancels` that got no answer.
    Refusals that were waited out, each kind by itself: `full_queues`, `full_days`, `empty_purses`.
    `lost`: orders whose answer was missed; `lost_at`: since when, of the last one (epoch seconds, the database's).
    `withdrawn`: a cancel was sent while the service had not begun.
    `webhook`: the service was asked to tell of the end. For the outlook: the place in the queue that was seen
    first and when, the seconds a place takes, the moment since when the service works (epoch seconds).

    `ahead` is an estimate of the seconds left.
    `held`: the chat does not take the stems now; `asked`: its owner was asked for consent to get them in private.
    `empty` are texts without a word. `known`: the stems came from files Telegram had. `used` and `left`
    are credits, once they are known. `onward` is the draft of the job that comes next.
    """

    stage: Stage = Stage.QUEUED
    hash: str | None = None
    host: str | None = None
    remote: bool = False
    place: int | None = None
    count: int | None = None
    chunks_done: int = 0
    chunks_all: int = 0
    uploaded: int = 0
    size: int = 0
    stems: int = 0
    sent: int = 0
    empty: int = 0
    onward: int | None = None
    capacity: int = 1
    checks: int = 0
    misses: int = 0
    troubles: int = 0
    breaks: int = 0
    cancels: int = 0
    full_queues: int = 0
    full_days: int = 0
    empty_purses: int = 0
    lost: int = 0
    lost_at: float | None = None
    withdrawn: bool = False
    again_in: float = 0.0
    message: str | None = None
    webhook: bool = False
    first_place: int | None = None
    placed_at: float | None = None
    per_place: float | None = None
    working_since: float | None = None
    ahead: float = 0.0
    held: bool = False
    asked: bool = False
    known: bool = False
    used: int | None = None
    left: int | None = None

    @classmethod
    def read(cls, stored: Mapping[str, Any]) -> "Progress":
        known = {name: value for name, value in stored.items() if name in cls.__slots__}
        return cls(**{**known, "stage": Stage(known.get("stage", Stage.QUEUED))})

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


def stage_of(report: Report) -> Stage:
    """The stage a report of the service speaks of."""
    if report.all_chunks and report.status is not Status.MERGING:
        return Stage.CHUNKS
    return {
        Status.WAITING: Stage.WAITING,
        Status.MERGING: Stage.MERGING,
        Status.DISTRIBUTING: Stage.PROCESSING,
    }.get(report.status, Stage.PROCESSING)
