"""The job as a value: its fields and states."""

from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from typing import Any

from sqlalchemy import Row

from storage.conversations.places import Place
from storage.engine.vault import Vault


class JobState(StrEnum):
    """How far a job is; bot.jobs.states says which moves are legal."""

    QUEUED = "queued"
    SUBMITTING = "submitting"
    UNCLEAR = "unclear"
    WAITING = "waiting"
    DELIVERING = "delivering"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


class Rank(IntEnum):
    """Which of two due jobs goes first, and whether its step takes from the budget of questions."""

    FREE = 0  # takes none
    HINTED = 1  # asks about a job of which something was heard
    ORDINARY = 2  # asks because it is time to


FINAL = frozenset({JobState.DONE, JobState.FAILED, JobState.CANCELLED})


@dataclass(frozen=True)
class Job:
    """A job as it was when read. Times: epoch seconds; `slot`: it counts against its token."""

    id: int
    kind: str
    user_id: int
    place: Place
    credential_id: int
    credential_key: str
    state: JobState
    request: dict[str, Any] = field(repr=False)
    progress: dict[str, Any] = field(repr=False)
    attempts: int
    due_at: float | None
    owner: str | None
    fence: int
    slot: bool
    cancel_requested: bool
    status_message_id: int | None
    draft_id: int | None
    part: int
    upload_name: str | None
    created_at: float
    submitted_at: float | None
    updated_at: float
    finished_at: float | None


_SPELT_OTHERWISE = frozenset(
    {
        "chat_id",
        "thread_id",
        "reply_to",
        "state",
        "request",
        "progress",
        "turn",
        "rank",
        "lease_until",
    }
)


def open_job(row: Row[Any], vault: Vault) -> Job:
    """Make a job of its row."""
    same = {name: value for name, value in row._mapping.items() if name not in _SPELT_OTHERWISE}
    return Job(
        place=Place(row.chat_id, row.thread_id, row.reply_to),
        state=JobState(row.state),
        request=vault.open_json(row.request),
        progress=vault.open_json(row.progress),
        **same,
    )
