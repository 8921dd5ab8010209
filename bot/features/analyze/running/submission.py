"""Ordering an analysis exactly once: it costs roubles, so a lost answer is looked for, not repeated."""

from dataclasses import replace
from datetime import UTC, datetime

import structlog

from bot.chat.display.screen import cut
from bot.features.analyze.order.analysis_request import TextsGone, order_of
from bot.features.analyze.order.progress import Progress, Stage
from bot.features.analyze.reporting.status_reporter import StatusReporter
from bot.jobs import Claim, Step
from bot.neuro_semantic import (
    AnswerLost,
    BadSecret,
    InvalidData,
    NegativeBalance,
    NeuroSemanticClient,
    NeuroSemanticError,
    Order,
    RateLimited,
    Refused,
    Temporary,
    TooLong,
    Transaction,
    batches,
)
from storage import FINAL, Credential, Job, JobState, Storage

log = structlog.get_logger()
FIRST_LOOK = 1.5  # seconds from an order to the first question about it
LOOK_AGAIN = 10.0  # seconds between two searches for an order whose answer was lost
CHECKS = 3  # searches that find nothing before the person is asked
SEARCHES = 20  # failed tries to search at all before the person is asked
CANDIDATES = 10  # transactions that a search looks into, the newest first
SHORTEST_PART = 1000  # characters
TRIES = 40  # of a service that does not answer, several hours in all
LONGEST_WAIT = 600.0  # seconds


class Submission:
    """From `queued` through `submitting` to `waiting`."""

    def __init__(
        self, client: NeuroSemanticClient, storage: Storage, reporter: StatusReporter
    ) -> None:
        self._client = client
        self._storage = storage
        self._reporter = reporter

    async def submit(self, job: Job, progress: Progress, claim: Claim) -> Step:
        """Send the texts. The row says `submitting` before the request leaves."""
        credential = await self._storage.credentials.get(job.credential_id)
        if credential is None or credential.refused:
            return await self._fail(job, "reading-failed-secret")
        try:
            order = await order_of(self._storage, job)
        except TextsGone:
            return await self._fail(job, "reading-failed-texts")
        progress = replace(progress, stage=Stage.STARTING, checks=0, transaction="")
        job = await claim.move(JobState.SUBMITTING, progress=progress.as_dict())
        await self._reporter.progress(job, progress)
        try:
            made = await self._client.create(credential.secret, order)
        except NeuroSemanticError as error:
            return await self._not_taken(job, progress, credential, (order, error))
        return _taken(progress, made)

    async def find_again(self, job: Job, progress: Progress) -> Step:
        """The answer to the order was lost, or we died while waiting for it: was it taken?"""
        progress = replace(progress, stage=Stage.CHECKING)
        await self._reporter.progress(job, progress)
        credential = await self._storage.credentials.get(job.credential_id)
        if credential is None or credential.refused:
            return await self._unclear(job)
        try:
            found = await self._search(job, credential, await order_of(self._storage, job))
        except TextsGone:
            return await self._unclear(job)
        except NeuroSemanticError as error:
            log.info("search for a lost order failed", job=job.id, reason=type(error).__name__)
            return await self._search_later(job, progress)
        if found:
            return _taken(progress, found)
        progress = replace(progress, checks=progress.checks + 1)
        if progress.checks >= CHECKS:
            return await self._unclear(job)
        return Step(JobState.SUBMITTING, progress.as_dict(), due_in=LOOK_AGAIN)

    async def _not_taken(
        self,
        job: Job,
        progress: Progress,
        credential: Credential,
        failure: tuple[Order, NeuroSemanticError],
    ) -> Step:
        """Each kind of failure has its own way on; only a lost answer leaves it open whether it cost something."""
        order, error = failure
        log.info("order not taken", job=job.id, reason=type(error).__name__)
        match error:
            case AnswerLost():
                waiting = replace(progress, stage=Stage.CHECKING)
                await self._reporter.progress(job, waiting)
                return Step(JobState.SUBMITTING, waiting.as_dict(), due_in=FIRST_LOOK)
            case BadSecret():
                await self._storage.credentials.mark_refused(credential.id)
                return await self._fail(job, "reading-failed-secret")
            case NegativeBalance():
                return await self._fail(job, "reading-failed-balance")
            case TooLong():
                return await self._offer_parts(job, order)
            case InvalidData():
                return await self._fail(job, "reading-failed-invalid")
            case Refused():
                return await self._fail(job, "neuro-says", message=cut(error.message, 500) or "–")
            case Temporary():
                return await self._again_later(job, progress, error)
            case _:
                raise error

    async def _offer_parts(self, job: Job, order: Order) -> Step:
        size = len(order.texts.whole)
        longest = max(SHORTEST_PART, size * 3 // 5)  # a little over half: two parts, not three
        if size <= SHORTEST_PART:
            return await self._fail(job, "reading-failed-invalid")
        count = sum(1 for _ in batches(order.texts.texts, longest))
        await self._reporter.too_long(job, longest, count)
        return Step(JobState.FAILED)

    async def _again_later(self, job: Job, progress: Progress, error: Temporary) -> Step:
        if progress.troubles >= TRIES:
            return await self._fail(job, "neuro-down")
        wait = min(5.0 * 2 ** min(progress.troubles, 7), LONGEST_WAIT)
        if isinstance(error, RateLimited) and error.retry_after:
            wait = max(wait, error.retry_after)
        again = replace(progress, stage=Stage.RETRYING, troubles=progress.troubles + 1)
        await self._reporter.progress(job, again)
        return Step(JobState.QUEUED, again.as_dict(), due_in=wait)

    async def _search(self, job: Job, credential: Credential, order: Order) -> Transaction | None:
        """Look for this very order among what the account ordered since (`history/get`)."""
        sent_at = datetime.fromtimestamp(job.submitted_at or job.created_at, UTC)
        past = await self._client.history(credential.secret)
        likely = [row for row in past if row.may_be(order, sent_at)]
        taken = await self._taken_by_others(job)
        for row in sorted(likely, key=lambda row: row.id, reverse=True)[:CANDIDATES]:
            if row.id in taken or await self._storage.analyses.knows(job.user_id, row.id):
                continue
            found = await self._client.transaction(credential.secret, row.id)
            if found.came_from(order) and _same_theme(found, order):
                return found
        return None

    async def _taken_by_others(self, job: Job) -> set[str]:
        """Transactions of the person's other jobs: the same texts may well be ordered twice."""
        states = [each for each in JobState if each not in FINAL]
        jobs = await self._storage.jobs.of_user(job.user_id, states)
        return {Progress.read(each.progress).transaction for each in jobs if each.id != job.id}

    async def _search_later(self, job: Job, progress: Progress) -> Step:
        if progress.troubles >= SEARCHES:
            return await self._unclear(job)
        later = replace(progress, troubles=progress.troubles + 1)
        wait = min(LOOK_AGAIN * 2 ** min(progress.troubles, 4), 240.0)
        return Step(JobState.SUBMITTING, later.as_dict(), due_in=wait)

    async def _unclear(self, job: Job) -> Step:
        """Whoever wanted it stopped is not asked whether to try again."""
        if job.cancel_requested:
            await self._reporter.cancelled(job, "cancelled-texts-unknown")
            return Step(JobState.CANCELLED)
        await self._reporter.unclear(job)
        return Step(JobState.UNCLEAR)

    async def _fail(self, job: Job, key: str, **arguments: str | int) -> Step:
        await self._reporter.failed(job, key, **arguments)
        return Step(JobState.FAILED)


def _taken(progress: Progress, made: Transaction) -> Step:
    known = replace(
        progress, stage=Stage.WAITING, transaction=made.id, checks=0, misses=0, troubles=0
    )
    return Step(JobState.WAITING, known.as_dict(), due_in=FIRST_LOOK)


def _same_theme(found: Transaction, order: Order) -> bool:
    """Two classifications of the same texts differ in their theme."""
    told = found.request_data
    if order.theme is None or not isinstance(told, dict) or "theme_id" not in told:
        return True
    return str(told["theme_id"]) == order.theme.id
