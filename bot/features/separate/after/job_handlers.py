"""The buttons of a running or ended job, and the list of what is running."""

import secrets
import time
from collections.abc import Callable, Mapping
from dataclasses import replace

from bot.chat.callbacks import (
    CancelAll,
    CancelJob,
    CancelListed,
    ForgetJob,
    RetryJob,
    RetryListed,
)
from bot.chat.incoming.event import Event, Told
from bot.chat.incoming.router import Router
from bot.features.link import Money
from bot.features.separate.after import job_list_screens
from bot.features.separate.draft.job_request import SEPARATION, new_upload_name
from bot.features.separate.draft.song import Song
from bot.features.separate.reporting import batch_status, status_screens
from bot.features.separate.reporting.progress import Progress
from bot.features.separate.reporting.status_reporter import elapsed
from bot.jobs import chain
from storage import Job, JobState, OverLimit, Storage

RUNNING = (
    JobState.QUEUED,
    JobState.SUBMITTING,
    JobState.UNCLEAR,
    JobState.WAITING,
    JobState.DELIVERING,
)
LATELY = 24 * 3600.0  # seconds a failed job stays in the list


class JobHandlers:
    """Cancel, try again, leave it, and /jobs; `others` tell how jobs of other kinds are listed."""

    def __init__(
        self,
        storage: Storage,
        money: Money,
        wake_engine: Callable[[], None],
        others: Mapping[str, job_list_screens.Listed],
    ) -> None:
        self._storage = storage
        self._money = money
        self._wake_engine = wake_engine
        self._others = others

    def join(self, router: Router) -> None:
        router.command("jobs", self.jobs)
        router.job_tap(CancelJob, self.cancel)
        router.job_tap(RetryJob, self.retry)
        router.job_tap(ForgetJob, self.forget)
        router.tap(CancelListed, self.cancel_listed)
        router.tap(RetryListed, self.retry_listed)
        router.tap(CancelAll, self.cancel_all)

    async def jobs(self, event: Event) -> None:
        """What is running; elsewhere than in private only what was asked for there."""
        here = await self._here(event)
        credential = await self._money.payer.credential(event.person.id)
        places = credential.capacity if credential else 1
        rows = [
            (job, replace(Progress.read(job.progress), capacity=places), elapsed(job))
            for job in reversed(here)
            if job.kind == SEPARATION
        ]
        more = [
            self._others[job.kind](event.t, job, elapsed(job))
            for job in reversed(here)
            if job.kind in self._others and job.state in RUNNING
        ]
        await event.reply(job_list_screens.listed(event.t, event.person.id, rows, more))

    async def cancel(self, event: Event, _tap: CancelJob, job: Job) -> None:
        """Ask the engine to stop the job; it says what came of it."""
        asked = await chain.cancel(self._storage, job, event.person.id)
        if asked is None:
            raise Told("job-over")
        if event.message and event.message.message_id == job.status_message_id:
            await event.show(status_screens.cancelling(event.t, job))
        else:
            await event.tell("job-stopping")
        self._wake_engine()

    async def cancel_listed(self, event: Event, tap: CancelListed) -> None:
        """Stop one of the list, wherever it runs."""
        if not await self._storage.jobs.request_cancel(tap.job, event.person.id):
            raise Told("job-over")
        await event.tell("job-stopping")
        self._wake_engine()

    async def cancel_all(self, event: Event, _tap: CancelAll) -> None:
        """Stop everything that the list would show here."""
        stopped = 0
        for job in await self._here(event):
            if job.state in RUNNING:
                asked = await self._storage.jobs.request_cancel(job.id, event.person.id)
                stopped += asked is not None
        if not stopped:
            raise Told("job-over")
        await event.tell("jobs-stopping-all", n=stopped)
        self._wake_engine()

    async def retry(self, event: Event, _tap: RetryJob, job: Job) -> None:
        """Submit the same order once more, under a new name; pressing twice starts one.

        A job that only waits for a better moment is tried now.
        """
        if (started := await self._again(event, job)) is not None:
            again, capacity = started
            if batch_status.is_batch(again):  # the summary of all tells how it goes on
                await event.show(batch_status.again(event.t, again))
            else:
                await event.show(status_screens.starting(event.t, again, capacity))

    async def retry_listed(self, event: Event, tap: RetryListed) -> None:
        """The same from the list: the job's own status message tells how it goes."""
        job = await self._storage.jobs.get(tap.job)
        if job is None or job.user_id != event.person.id or job.kind != SEPARATION:
            raise Told("job-over")
        await self._again(event, job)
        await event.tell("job-again")

    async def forget(self, event: Event, _tap: ForgetJob, job: Job) -> None:
        """The person decided not to try again."""
        if not await self._storage.jobs.request_cancel(job.id, event.person.id):
            raise Told("job-over")
        await event.show(status_screens.cancelled(event.t, job, "cancelled-unknown"))
        self._wake_engine()

    async def _again(self, event: Event, job: Job) -> tuple[Job, int] | None:
        """The job as queued anew, and how many may run at once; None when it was only waiting, and is tried now."""
        if await self._storage.jobs.hurry(job.id):
            self._wake_engine()
            return None
        credential = await self._money.payer.credential(event.person.id)
        if credential is None:
            raise Told("token-refused")
        name = new_upload_name(Song(**job.request["song"]), secrets.token_hex(10))
        who = (event.person.id, credential, [int(job.request.get("credits") or 0)])
        reserved = await self._money.reservation(*who)
        try:
            again = await self._storage.jobs.revive(
                job, credential, upload_name=name, reservation=reserved
            )
        except OverLimit:
            raise await self._money.over_limit(*who) from None
        if again is None:
            raise Told("job-over")
        self._wake_engine()
        return again, credential.capacity

    async def _here(self, event: Event) -> list[Job]:
        """Newest first."""
        states = (*RUNNING, JobState.FAILED)
        found = await self._storage.jobs.of_user(event.person.id, states)
        return [
            job
            for job in found
            if (event.is_private or job.place.chat_id == event.chat.id) and _is_fresh(job)
        ]


def _is_fresh(job: Job) -> bool:
    return job.finished_at is None or job.finished_at > time.time() - LATELY
