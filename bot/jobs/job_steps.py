"""What a feature tells the engine: its job's story, one step at a time."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from storage import Job, JobState

if TYPE_CHECKING:
    from bot.jobs.claim import Grip


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


class Lifecycle(Protocol):
    """The story of one kind of job."""

    async def step(self, job: Job, grip: "Grip") -> Step:
        """Do what the job's state asks for; may take long, the lease is renewed meanwhile.

        It is cancelled when the lease is lost or the engine stops. It may be run again from the
        state last committed, by another process, at any time.
        """

    async def gave_up(self, job: Job, error: BaseException, error_id: str) -> None:
        """Tell the user; the job is moved to `failed` after this."""


class Postpone(Exception):
    """Raised by a step: try again in `seconds`; counts neither as progress nor as a failure."""

    def __init__(self, seconds: float, progress: dict[str, Any] | None = None) -> None:
        super().__init__(f"again in {seconds:g} s")
        self.seconds = seconds
        self.progress = progress


class LostGrip(Exception):
    """The job is no longer ours; a step lets this through and does nothing more."""


class Exhausted(Exception):
    """A job was begun too often and never came back, as when it takes its process down."""


class UnknownKind(LookupError):
    """There is no lifecycle for this kind of job."""
