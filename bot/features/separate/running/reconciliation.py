"""Whether a `create` whose answer was lost took effect: looked for by the name we gave the upload.

An order costs credits and the service knows no key that makes it idempotent, so it is repeated only
when it is not to be found in `separation_history` or `current_queue`: twice, the second time at
least `LATEST_EFFECT` after we missed the answer, and once more right before the song goes out
again. What remains is an order that the service takes up later than all of that, or between that
last look and its taking up of the repeated one: no question can rule it out, as a look is no lock.
A proxy in front of the service gives up on a request long before `LATEST_EFFECT`, and what it has
given up on by then has either begun or never will.
"""

from dataclasses import replace

import structlog

from bot.features.separate.draft.song import Song
from bot.features.separate.reporting.progress import Progress, Stage
from bot.features.separate.reporting.status_reporter import StatusReporter
from bot.features.separate.running.retry_delays import growing
from bot.jobs import Step
from bot.mvsep import Accepted, MvsepClient, MvsepError
from storage import Credential, Job, JobState, Storage

log = structlog.get_logger()
LOOK_AGAIN = 15.0  # seconds between the first two looks, doubled up to
LONGEST = 240.0
LOOKS = 2  # that find nothing before a song counts as not accepted
LATEST_EFFECT = 90.0  # seconds in which an order may still appear; proxies wait 60 for an answer
FAILURES = 40  # looks in a row that failed before the person is asked
AGAIN_WAIT = 5.0  # seconds until a song goes out for the third time, doubled from then on up to
AGAIN_LONGEST = 300.0
HISTORY = 20  # rows of one page (MVSEP API document, `separation_history`: limit)


class LostOrders:
    """Looks for a job without a hash, until it is found, surely absent, or not to be known."""

    def __init__(self, client: MvsepClient, storage: Storage, reporter: StatusReporter) -> None:
        self._client = client
        self._storage = storage
        self._reporter = reporter

    async def look(self, job: Job, progress: Progress) -> Accepted | Step:
        """One look at a job that is `submitting` while nobody submits it."""
        progress = await self._missed(progress)
        await self._reporter.progress(job, progress)
        credential = await self._storage.credentials.get(job.credential_id)
        if credential is None or credential.refused or not _carries_our_name(job):
            return await self._unclear(job)
        now = await self._storage.now()
        try:
            found = await self.find(job, credential)
        except MvsepError as error:
            return await self._look_later(job, progress, error)
        return found or await self._not_there(job, progress, now)

    async def find(self, job: Job, credential: Credential) -> Accepted | None:
        """The job with our upload's name; raises MvsepError when the service does not tell."""
        name = job.upload_name or ""
        past = await self._client.history(credential.secret, limit=HISTORY)
        running = (await self._client.account(credential.secret)).running
        known = [each.hash for each in past if each.came_from(name)]
        known += [each.hash for each in running if each.hash and each.came_from(name)]
        return Accepted(known[0], None) if known else None

    async def _look_later(self, job: Job, progress: Progress, error: MvsepError) -> Step:
        """The service did not tell; in the end only the person can decide."""
        log.info("search for a lost job failed", job=job.id, reason=type(error).__name__)
        if progress.troubles >= FAILURES:
            return await self._unclear(job)
        later = replace(progress, troubles=progress.troubles + 1)
        wait = growing(LOOK_AGAIN, progress.troubles, LONGEST)
        return Step(JobState.SUBMITTING, later.as_dict(), due_in=wait)

    async def _missed(self, progress: Progress) -> Progress:
        """Note once for each order when we began to miss its answer; it was sent before that."""
        checking = replace(progress, stage=Stage.CHECKING)
        if checking.lost_at is not None:
            return checking
        now = await self._storage.now()
        return replace(checking, lost_at=now, lost=checking.lost + 1)

    async def _not_there(self, job: Job, progress: Progress, looked_at: float) -> Step:
        seen = replace(progress, checks=progress.checks + 1, troubles=0)
        too_early = looked_at < (seen.lost_at or looked_at) + LATEST_EFFECT
        if too_early or seen.checks < LOOKS:
            wait = growing(LOOK_AGAIN, progress.checks, LONGEST)
            return Step(JobState.SUBMITTING, seen.as_dict(), due_in=wait)
        log.info("lost job was never accepted", job=job.id)
        return await self._send_again(job, seen)

    async def _send_again(self, job: Job, progress: Progress) -> Step:
        """The first time at once, then less and less often, for the whole song goes out."""
        if progress.lost == 1:
            return Step(JobState.QUEUED, progress.as_dict(), due_in=0)
        again = replace(progress, stage=Stage.RETRYING)
        await self._reporter.progress(job, again)
        wait = growing(AGAIN_WAIT, progress.lost - 2, AGAIN_LONGEST)
        return Step(JobState.QUEUED, again.as_dict(), due_in=wait)

    async def _unclear(self, job: Job) -> Step:
        await self._reporter.unclear(job)
        return Step(JobState.UNCLEAR)


def _carries_our_name(job: Job) -> bool:
    """Only a file's job does: a link is named by whoever offers it, and words have no file."""
    return bool(Song(**job.request["song"]).kind == "file")
