"""A worker's claim on one job: a fenced lease through which every write goes."""

import asyncio
from dataclasses import replace
from typing import Any

from bot.jobs.job_steps import LostClaim, Step
from bot.jobs.states import check_move
from storage import Job, JobState, Storage


class Claim:
    """Passed to a step, to commit what must be known before the step goes on.

    `cancel_requested` is set as soon as somebody asked for the job's end, also during the step.
    `asking`: while it waits, its steps ask a service, within the budget.
    """

    def __init__(self, storage: Storage, job: Job, *, asking: bool = False) -> None:
        self._storage = storage
        self._claimed = job
        self._asking = asking
        self.job = job
        self.settling = False
        self.cancel_requested = asyncio.Event()
        if job.cancel_requested:
            self.cancel_requested.set()

    async def move(
        self,
        to: JobState,
        *,
        progress: dict[str, Any] | None = None,
        upload_name: str | None = None,
        keep_slot: bool = True,
    ) -> Job:
        """Commit a move and go on with the step; LostGrip when the job is no longer ours."""
        check_move(self.job.state, to)
        moved = await self._storage.jobs.move(
            self.job,
            to,
            progress=progress,
            upload_name=upload_name,
            keep_slot=keep_slot,
            hold=True,
            asks=self._asks(to),
        )
        return self._keep(moved)

    async def save(self, progress: dict[str, Any]) -> Job:
        """Commit the progress; LostGrip when the job is no longer ours."""
        return await self.move(self.job.state, progress=progress)

    async def settle(self, step: Step, *, attempts: int) -> Job:
        """Commit the end of a step and let go; LostGrip when the job is no longer ours.

        A cancel request that came after the claim makes the job due at once, whatever the step
        wanted to wait for; one that the step could see does not.
        """
        to = step.to or self.job.state
        check_move(self.job.state, to)
        self.settling = True
        moved = await self._storage.jobs.move(
            replace(self.job, cancel_requested=self._claimed.cancel_requested),
            to,
            progress=step.progress,
            due_in=step.due_in,
            keep_slot=step.keep_slot,
            attempts=attempts,
            asks=self._asks(to),
        )
        return self._keep(moved)

    def _asks(self, to: JobState) -> bool:
        """Whether the next step takes from the budget of questions."""
        return self._asking and to is JobState.WAITING

    def _keep(self, moved: Job | None) -> Job:
        if moved is None:
            raise LostClaim(f"Job {self.job.id} went on elsewhere.")
        self.job = moved
        if moved.cancel_requested:
            self.cancel_requested.set()
        return moved
