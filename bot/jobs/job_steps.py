"""The outcome of one step of a job, and the exceptions a step may raise."""

from dataclasses import dataclass
from typing import Any

from storage import JobState


@dataclass(frozen=True)
class Step:
    """How a step ended: the state to go to (None: stay) and when to go on.

    `progress` replaces the job's (None: unchanged). `due_in` is seconds until the next step
    (None: at once; in `unclear`: when its user has decided). `keep_slot=False` lets the token's
    next job begin before this one is over.
    """

    to: JobState | None = None
    progress: dict[str, Any] | None = None
    due_in: float | None = None
    keep_slot: bool = True

    @classmethod
    def wait(cls, seconds: float, progress: dict[str, Any] | None = None) -> "Step":
        """Stay, and look again in `seconds`."""
        return cls(progress=progress, due_in=seconds)


class Postpone(Exception):
    """Raised by a step: try again in `seconds`; counts neither as progress nor as a failure."""

    def __init__(self, seconds: float, progress: dict[str, Any] | None = None) -> None:
        super().__init__(f"again in {seconds:g} s")
        self.seconds = seconds
        self.progress = progress


class LostClaim(Exception):
    """The job is no longer ours; a step lets this through and does nothing more."""


class Exhausted(Exception):
    """A job was begun too often and never came back, as when it takes its process down."""


class UnknownKind(LookupError):
    """There is no lifecycle for this kind of job."""
