"""The protocol a kind of job implements to be run by the engine."""

from typing import Protocol

from bot.jobs.claim import Claim
from bot.jobs.job_steps import Step
from storage import Job


class Lifecycle(Protocol):
    """The story of one kind of job."""

    async def step(self, job: Job, claim: Claim) -> Step:
        """Do what the job's state asks for; may take long, the lease is renewed meanwhile.

        It is cancelled when the lease is lost or the engine stops. It may be run again from the
        state last committed, by another process, at any time.
        """

    async def gave_up(self, job: Job, error: BaseException, error_id: str) -> None:
        """Tell the user; the job is moved to `failed` after this."""
