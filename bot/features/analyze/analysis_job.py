"""The steps of an analysis job: submit, reconcile a lost answer, poll, deliver."""

from dataclasses import replace

from bot.chat.outgoing.retries import outlasting
from bot.features.analyze.order.analysis_request import parts_of
from bot.features.analyze.order.progress import Progress
from bot.features.analyze.reporting.status_reporter import StatusReporter
from bot.features.analyze.running.delivery import Delivery
from bot.features.analyze.running.poller import JobPoller
from bot.features.analyze.running.submission import Submission
from bot.jobs import Claim, Step
from storage import Job, JobState

OVER = (JobState.FAILED, JobState.CANCELLED)
# How a part that is over gets to `delivering` all the same; nothing is ordered on this way.
TOWARDS_DELIVERY = {
    JobState.QUEUED: JobState.DELIVERING,
    JobState.WAITING: JobState.DELIVERING,
    JobState.SUBMITTING: JobState.QUEUED,
    JobState.UNCLEAR: JobState.WAITING,
}


class Analysis:
    """One step at a time, each from what is stored; so any process may take the next one."""

    def __init__(
        self,
        submission: Submission,
        watch: JobPoller,
        delivery: Delivery,
        reporter: StatusReporter,
    ) -> None:
        self._submission = submission
        self._watch = watch
        self._delivery = delivery
        self._reporter = reporter

    async def step(self, job: Job, claim: Claim) -> Step:
        """Take the next step; while Telegram is away, it waits.

        The last of several parts does not end before it has delivered what the others found.
        """
        with outlasting(job.id):
            step = await self._next(job, claim)
        if step.to in OVER and job.part + 1 == parts_of(job) > 1:
            return _deliver_first(claim.job, step.to) or step
        return step

    async def _next(self, job: Job, claim: Claim) -> Step:
        """While a lost answer is looked for, a cancel waits for what is found."""
        progress = Progress.read(job.progress)
        match job.state:
            case JobState.QUEUED | JobState.WAITING if progress.ended:
                return Step(JobState.DELIVERING, due_in=0)
            case JobState.QUEUED | JobState.WAITING | JobState.UNCLEAR if job.cancel_requested:
                return await self._cancel(job, progress)
            case JobState.QUEUED:
                return await self._submission.submit(job, progress, claim)
            case JobState.SUBMITTING:
                return await self._submission.find_again(job, progress)
            case JobState.WAITING:
                return await self._watch.look(job, progress)
            case JobState.DELIVERING:
                return await self._delivery.deliver(job, progress, claim)
            case _:
                raise ValueError(f"no step leads on from {job.state}")

    async def gave_up(self, job: Job, error: BaseException, error_id: str) -> None:  # noqa: ARG002
        """Say so after too many failed attempts; the log has the error under its id."""
        if Progress.read(job.progress).transaction:
            await self._reporter.failed_later(job, "reading-failed-ours", code=error_id)
        else:
            await self._reporter.failed(job, "failed-ours", code=error_id)

    async def _cancel(self, job: Job, progress: Progress) -> Step:
        """The service takes no order back: what is stopped later was paid for, and stays in its history."""
        how = "cancelled-texts-running" if progress.transaction else "cancelled-texts-free"
        if job.state is JobState.UNCLEAR:
            how = "cancelled-texts-unknown"
        await self._reporter.cancelled(job, how)
        return Step(JobState.CANCELLED)


def _deliver_first(job: Job, ended: JobState) -> Step | None:
    """Remember how the part ended, and see to what the others found; None where that was done."""
    towards = TOWARDS_DELIVERY.get(job.state)
    if towards is None:
        return None
    progress = replace(Progress.read(job.progress), ended=ended.value)
    return Step(towards, progress.as_dict(), due_in=0)
