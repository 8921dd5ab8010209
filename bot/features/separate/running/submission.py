"""Giving a song to the service exactly once: `create` costs credits, so a lost answer is looked for, not repeated."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from typing import Any

import structlog

from bot.chat.incoming.telegram_files import FileGone, FileTooBig, NotSound, TelegramFiles
from bot.chat.outgoing.status_messages import PRIVATE_PAUSE
from bot.features.link import Refusals
from bot.features.separate.reporting.progress import Progress, Stage
from bot.features.separate.reporting.status_reporter import StatusReporter
from bot.features.separate.running.reconciliation import LostOrders
from bot.features.separate.running.retry_delays import growing
from bot.features.separate.running.service_webhooks import ServiceWebhooks
from bot.features.separate.running.upload import PreparedUpload, UploadLoader
from bot.jobs import Claim, Step
from bot.mvsep import (
    Accepted,
    AnswerLost,
    BadToken,
    MvsepClient,
    MvsepError,
    Order,
    RateLimited,
    Refusal,
    Refused,
    SourceFailed,
    Temporary,
)
from storage import Credential, Job, JobState, Storage

log = structlog.get_logger()
FIRST_LOOK = 2.0  # seconds from a submission to the first question about it
SOURCE_TRIES = 3
TROUBLE_WAIT = 5.0  # seconds after a failure that charged nothing, doubled up to
TROUBLE_LONGEST = 300.0
QUEUE_FULL_WAIT = 30.0  # seconds, doubled each time up to
QUEUE_FULL_LONGEST = 300.0
DAILY_WAIT = 3600.0  # seconds; the limit is over a rolling day
CREDITS_WAIT = 900.0  # seconds between looks whether the person has topped up
CREDITS_TRIES = 288  # three days of them
DAILY_TRIES = 26
FAILED_TEXTS = {
    Refusal.DAILY_LIMIT: "failed-daily",
    Refusal.PREMIUM_ONLY: "failed-premium",
    Refusal.UNKNOWN_TYPE: "failed-unknown-type",
    Refusal.NO_CREDITS: "failed-credits",
    Refusal.TOO_LARGE: "failed-too-large",
}


@dataclass(frozen=True, slots=True)
class _Order:
    credential: Credential
    prepared: PreparedUpload


class Submission:
    """From `queued` through `submitting` to `waiting`."""

    def __init__(
        self,
        client: MvsepClient,
        storage: Storage,
        files: TelegramFiles,
        reporter: StatusReporter,
        webhooks: ServiceWebhooks,
        refusals: Refusals,
    ) -> None:
        self._client = client
        self._storage = storage
        self._loader = UploadLoader(files)
        self._reporter = reporter
        self._webhooks = webhooks
        self._refusals = refusals
        self._lost_orders = LostOrders(client, storage, reporter)

    async def submit(self, job: Job, progress: Progress, claim: Claim) -> Step:
        """Send the song. The row says `submitting` before the request leaves."""
        credential = await self._storage.credentials.get(job.credential_id)
        if credential is None:
            return await self._fail(job, "failed-token")
        if credential.refused:
            return await self._hold_for_key(job, progress)
        try:
            prepared = await self._loader.load(job)
        except FileTooBig:
            return await self._fail(job, "failed-source-big")
        except FileGone:
            return await self._fail(job, "failed-source")
        try:
            late = await self._lost_orders.find(job, credential) if progress.lost else None
        except MvsepError as error:
            return await self._not_accepted(job, progress, credential, error)
        progress = replace(
            progress,
            stage=Stage.UPLOADING,
            size=prepared.size,
            uploaded=0,
            checks=0,
            hash=None,
            lost_at=None,
        )
        job = await claim.move(JobState.SUBMITTING, progress=progress.as_dict())
        if late:
            return self._accepted(job, progress, late)
        return await self._send(job, progress, claim, _Order(credential, prepared))

    async def find_again(self, job: Job, progress: Progress) -> Step:
        """The answer to `create` was lost, or we died while waiting for it: was the song accepted?"""
        found = await self._lost_orders.look(job, progress)
        return found if isinstance(found, Step) else self._accepted(job, progress, found)

    async def _send(self, job: Job, progress: Progress, claim: Claim, order: _Order) -> Step:
        counted = _Counter()
        sending = asyncio.ensure_future(self._create(job, order, counted))
        try:
            async with self._told(job, progress, counted):
                accepted = await self._unless_cancelled(sending, claim, counted, order.prepared)
        except MvsepError as error:
            return await self._not_accepted(job, progress, order.credential, error)
        finally:
            sending.cancel()
        if accepted is None:
            await self._reporter.cancelled(job, "cancelled-free")
            return Step(JobState.CANCELLED)
        return self._accepted(
            job, replace(progress, remote=order.prepared.link is not None), accepted
        )

    async def _create(self, job: Job, order: _Order, counted: "_Counter") -> Accepted:
        wish = job.request
        return await self._client.create(
            order.credential.secret,
            Order(wish["sep_type"], wish["options"], wish["output_format"]),
            upload=order.prepared.upload,
            reference=order.prepared.reference,
            link=order.prepared.link,
            webhook_url=self._webhooks.address(job.id),
            on_progress=counted.add,
        )

    async def _unless_cancelled(
        self,
        sending: "asyncio.Future[Accepted]",
        claim: Claim,
        counted: "_Counter",
        prepared: PreparedUpload,
    ) -> Accepted | None:
        """None when a cancel came while the file was still on its way, so that nothing was ordered."""
        asked = asyncio.ensure_future(claim.cancel_requested.wait())
        waiting: set[asyncio.Future[Any]] = {sending, asked}
        await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
        asked.cancel()
        if not sending.done() and counted.bytes < prepared.size:
            return None
        return await sending

    def _accepted(self, job: Job, progress: Progress, accepted: Accepted) -> Step:
        stage = Stage.FETCHING if progress.remote else Stage.WAITING
        known = replace(
            progress,
            stage=stage,
            hash=accepted.hash.get_secret_value(),
            host=accepted.host,
            webhook=self._webhooks.address(job.id) is not None,
            troubles=0,
            full_queues=0,
            full_days=0,
            empty_purses=0,
            lost=0,
            lost_at=None,
        )
        return Step(JobState.WAITING, known.as_dict(), due_in=FIRST_LOOK)

    async def _not_accepted(
        self, job: Job, progress: Progress, credential: Credential, error: MvsepError
    ) -> Step:
        """Each kind of failure has its own way on; only a lost answer leaves it open whether it cost something."""
        log.info("song not accepted", job=job.id, reason=type(error).__name__)
        match error:
            case AnswerLost():
                waiting = replace(progress, stage=Stage.CHECKING)
                await self._reporter.progress(job, waiting)
                return Step(JobState.SUBMITTING, waiting.as_dict(), due_in=FIRST_LOOK)
            case BadToken():
                await self._refusals.note(credential)
                return await self._hold_for_key(job, progress)
            case Refused():
                return await self._refused(job, progress, error)
            case SourceFailed(error=NotSound()):
                return await self._fail(job, "failed-not-audio")
            case SourceFailed():
                return await self._source_failed(job, progress)
            case Temporary():
                return await self._again_later(job, progress, error)
            case _:
                raise error

    async def _hold_for_key(self, job: Job, progress: Progress) -> Step:
        """The key no longer works: the song waits, without a place, until its owner links anew."""
        held = replace(progress, stage=Stage.HELD_FOR_KEY)
        await self._reporter.progress(job, held)
        return Step(JobState.QUEUED, held.as_dict(), keep_slot=False)

    async def _refused(self, job: Job, progress: Progress, refusal: Refused) -> Step:
        """Each kind of refusal is counted by itself: a long queue uses up no day's tries."""
        match refusal.reason:
            case Refusal.QUEUE_FULL:
                wait = growing(QUEUE_FULL_WAIT, progress.full_queues, QUEUE_FULL_LONGEST)
                held = replace(progress, full_queues=progress.full_queues + 1)
                return await self._hold(job, held, Stage.HELD_BY_QUEUE, wait)
            case Refusal.DAILY_LIMIT if progress.full_days < DAILY_TRIES:
                days = progress.full_days + 1
                held = replace(progress, message=refusal.message, full_days=days)
                return await self._hold(job, held, Stage.HELD_TODAY, DAILY_WAIT)
            case Refusal.NO_CREDITS if progress.empty_purses < CREDITS_TRIES:
                held = replace(progress, empty_purses=progress.empty_purses + 1)
                return await self._hold(job, held, Stage.HELD_FOR_CREDITS, CREDITS_WAIT)
            case reason if reason in FAILED_TEXTS:
                return await self._fail(job, FAILED_TEXTS[reason])
        await self._reporter.refused(job, refusal.message)
        return Step(JobState.FAILED)

    async def _hold(self, job: Job, progress: Progress, stage: Stage, wait: float) -> Step:
        """Nothing was charged; the song keeps its place and is tried again by itself."""
        held = replace(progress, stage=stage, again_in=wait)
        await self._reporter.progress(job, held)
        return Step(JobState.QUEUED, held.as_dict(), due_in=wait)

    async def _source_failed(self, job: Job, progress: Progress) -> Step:
        again = replace(progress, breaks=progress.breaks + 1)
        if again.breaks >= SOURCE_TRIES:
            return await self._fail(job, "failed-source")
        return Step(JobState.QUEUED, again.as_dict(), due_in=2.0)

    async def _again_later(self, job: Job, progress: Progress, error: Temporary) -> Step:
        wait = growing(TROUBLE_WAIT, progress.troubles, TROUBLE_LONGEST)
        if isinstance(error, RateLimited) and error.retry_after:
            wait = max(wait, error.retry_after)
        again = replace(progress, stage=Stage.RETRYING, troubles=progress.troubles + 1)
        await self._reporter.progress(job, again)
        return Step(JobState.QUEUED, again.as_dict(), due_in=wait)

    async def _fail(self, job: Job, key: str) -> Step:
        await self._reporter.failed(job, key)
        return Step(JobState.FAILED)

    @contextlib.asynccontextmanager
    async def _told(
        self, job: Job, progress: Progress, counted: "_Counter"
    ) -> AsyncIterator[None]:
        """Show the bytes that have gone out, while they go."""

        async def tell() -> None:
            while True:
                await self._reporter.progress(job, replace(progress, uploaded=counted.bytes))
                await asyncio.sleep(PRIVATE_PAUSE)

        task = asyncio.create_task(tell())
        try:
            yield
        finally:
            task.cancel()
            await asyncio.wait([task])


@dataclass(slots=True)
class _Counter:
    bytes: int = 0

    def add(self, sent: int) -> None:
        self.bytes = sent
