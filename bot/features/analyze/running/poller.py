"""Following an order at the service: politely, and until there is a result or a reason why not."""

import time
from dataclasses import replace

import structlog

from bot.chat.display.screen import cut
from bot.features.analyze.order.progress import Progress, Stage
from bot.features.analyze.reporting.status_reporter import StatusReporter
from bot.jobs import Step
from bot.neuro_semantic import (
    BadSecret,
    InvalidData,
    NeuroSemanticClient,
    RateLimited,
    Refused,
    Status,
    Temporary,
    Transaction,
)
from storage import Job, JobState, Storage

log = structlog.get_logger()
MISSES = 10  # looks at an id the service does not know (yet)
MISS_WAIT = 3.0  # seconds between them
SLOW_AFTER = 15 * 60.0  # seconds, after which we say that it takes long
TOO_SLOW = 24 * 3600.0  # seconds, after which we stop looking
LONGEST_PAUSE = 60.0


class JobPoller:
    """The state `waiting`: one look, then the row waits again."""

    def __init__(
        self, client: NeuroSemanticClient, storage: Storage, reporter: StatusReporter
    ) -> None:
        self._client = client
        self._storage = storage
        self._reporter = reporter

    async def look(self, job: Job, progress: Progress) -> Step:
        """Ask once. A service that does not answer costs time, never the order."""
        credential = await self._storage.credentials.get(job.credential_id)
        if credential is None:
            return await self._fail(job, "reading-failed-secret-later")
        try:
            found = await self._client.transaction(credential.secret, progress.transaction)
        except Temporary as error:
            return await self._later(job, progress, error)
        except BadSecret:
            await self._storage.credentials.mark_refused(credential.id)
            return await self._fail(job, "reading-failed-secret-later")
        except InvalidData:
            return await self._missing(job, progress, "reading-failed-gone")
        except Refused as refusal:
            return await self._fail(job, "neuro-says", message=cut(refusal.message, 500) or "–")
        if found.done and found.result is None:
            return await self._missing(job, progress, "reading-failed-empty")
        if found.done:
            ready = replace(progress, stage=Stage.DELIVERING)
            return Step(JobState.DELIVERING, ready.as_dict(), due_in=0)
        return await self._go_on(job, progress, found)

    async def _go_on(self, job: Job, progress: Progress, found: Transaction) -> Step:
        """The document names no state for a failure: one with an end but no result is taken for it."""
        age = age_of(job)
        if found.completed and found.status_code not in set(Status):
            code = found.status_code or 0
            return await self._fail(job, "reading-failed-ended", code=code, id=found.id)
        if age > TOO_SLOW:
            return await self._fail(job, "reading-failed-slow", id=progress.transaction)
        stage = Stage.WAITING if found.status is Status.QUEUED else Stage.RUNNING
        if age > SLOW_AFTER:
            stage = Stage.SLOW
        seen = replace(progress, stage=stage, troubles=0, misses=0)
        await self._reporter.progress(job, seen)
        return Step(JobState.WAITING, seen.as_dict(), due_in=pause(age))

    async def _missing(self, job: Job, progress: Progress, key: str) -> Step:
        """The result, or the request itself, may turn up a little later."""
        if progress.misses >= MISSES:
            return await self._fail(job, key, id=progress.transaction)
        missed = replace(progress, misses=progress.misses + 1)
        return Step(JobState.WAITING, missed.as_dict(), due_in=MISS_WAIT)

    async def _later(self, job: Job, progress: Progress, error: Temporary) -> Step:
        troubled = replace(progress, stage=Stage.RETRYING, troubles=progress.troubles + 1)
        wait = min(2.0 * 2 ** min(progress.troubles, 6), LONGEST_PAUSE)
        if isinstance(error, RateLimited) and error.retry_after:
            wait = max(wait, error.retry_after)
        if age_of(job) > TOO_SLOW:
            return await self._fail(job, "reading-failed-slow", id=progress.transaction)
        if troubled.troubles > 1:
            await self._reporter.progress(job, troubled)
        return Step(JobState.WAITING, troubled.as_dict(), due_in=wait)

    async def _fail(self, job: Job, key: str, **arguments: str | int) -> Step:
        await self._reporter.failed_later(job, key, **arguments)
        return Step(JobState.FAILED)


def age_of(job: Job) -> float:
    """Seconds since the order went out."""
    return max(0.0, time.time() - (job.submitted_at or job.created_at))


def pause(age: float) -> float:
    """Seconds to the next look: soon at first, later the longer it lasts."""
    return min(max(1.5, age / 10), LONGEST_PAUSE)
