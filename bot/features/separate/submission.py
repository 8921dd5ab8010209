"""Giving a song to the service exactly once: `create` costs credits, so a lost answer is looked for, not repeated."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from typing import Any

import structlog

from bot.chat.live import PRIVATE_PAUSE
from bot.chat.telegram_files import FileGone, FileTooBig, NotSound, TelegramFiles
from bot.features.link import Refusals
from bot.features.separate.freight import Freight, Loading
from bot.features.separate.hints import Hints
from bot.features.separate.patience import growing
from bot.features.separate.progress import Progress, Stage
from bot.features.separate.song import Song
from bot.features.separate.telling import Telling
from bot.jobs import Grip, Step
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
LOOK_AGAIN = 15.0  # seconds between two searches for a job whose answer was lost
SEARCH_LONGEST = 240.0  # and at most, while searching fails
CHECKS = 2  # searches that find nothing before a song counts as not accepted
SEARCHES = 40  # failed tries to search at all before the person is asked
HISTORY = 20  # rows of one page (MVSEP API document, `separation_history`: limit)
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
    Refusal.PREMIUM_ONLY: "failed-premium",
    Refusal.UNKNOWN_TYPE: "failed-unknown-type",
    Refusal.NO_CREDITS: "failed-credits",
    Refusal.TOO_LARGE: "failed-too-large",
}


@dataclass(frozen=True, slots=True)
class _Order:
    credential: Credential
    freight: Freight


class Submission:
    """From `queued` through `submitting` to `waiting`."""

    def __init__(
        self,
        client: MvsepClient,
        storage: Storage,
        files: TelegramFiles,
        telling: Telling,
        hints: Hints,
        refusals: Refusals,
    ) -> None:
        self._client = client
        self._storage = storage
        self._loading = Loading(files)
        self._telling = telling
        self._hints = hints
        self._refusals = refusals

    async def submit(self, job: Job, progress: Progress, grip: Grip) -> Step:
        """Send the song. The row says `submitting` before the request leaves."""
        credential = await self._storage.credentials.get(job.credential_id)
        if credential is None:
            return await self._fail(job, "failed-token")
        if credential.refused:
            return await self._hold_for_key(job, progress)
        try:
            freight = await self._loading.load(job)
        except FileTooBig:
            return await self._fail(job, "failed-source-big")
        except FileGone:
            return await self._fail(job, "failed-source")
        progress = replace(
            progress, stage=Stage.UPLOADING, size=freight.size, uploaded=0, checks=0, hash=None
        )
        job = await grip.move(JobState.SUBMITTING, progress=progress.as_dict())
        return await self._send(job, progress, grip, _Order(credential, freight))

    async def find_again(self, job: Job, progress: Progress) -> Step:
        """The answer to `create` was lost, or we died while waiting for it: was the song accepted?"""
        progress = replace(progress, stage=Stage.CHECKING)
        await self._telling.progress(job, progress)
        credential = await self._storage.credentials.get(job.credential_id)
        if credential is None or credential.refused:
            return await self._unclear(job)
        try:
            found = await self._search(job, credential)
        except MvsepError as error:
            log.info("search for a lost job failed", job=job.id, reason=type(error).__name__)
            return await self._search_later(job, progress)
        if found:
            return self._accepted(job, progress, found)
        progress = replace(progress, checks=progress.checks + 1)
        if progress.checks < CHECKS:
            return Step(JobState.SUBMITTING, progress.as_dict(), due_in=LOOK_AGAIN)
        if Song(**job.request["song"]).kind != "file":
            return await self._unclear(job)  # only a file's job carries our name
        log.info("lost job was never accepted", job=job.id)
        return await self._send_again(job, progress)

    async def _send_again(self, job: Job, progress: Progress) -> Step:
        """Nothing was ordered: the first time at once, then less and less often, for the whole song goes out."""
        again = replace(progress, checks=0, troubles=progress.troubles + 1)
        if not progress.troubles:
            return Step(JobState.QUEUED, again.as_dict(), due_in=0)
        again = replace(again, stage=Stage.RETRYING)
        await self._telling.progress(job, again)
        wait = growing(TROUBLE_WAIT, progress.troubles - 1, TROUBLE_LONGEST)
        return Step(JobState.QUEUED, again.as_dict(), due_in=wait)

    async def _send(self, job: Job, progress: Progress, grip: Grip, order: _Order) -> Step:
        counted = _Counter()
        sending = asyncio.ensure_future(self._create(job, order, counted))
        try:
            async with self._told(job, progress, counted):
                accepted = await self._unless_cancelled(sending, grip, counted, order.freight)
        except MvsepError as error:
            return await self._not_accepted(job, progress, order.credential, error)
        finally:
            sending.cancel()
        if accepted is None:
            await self._telling.cancelled(job, "cancelled-free")
            return Step(JobState.CANCELLED)
        return self._accepted(
            job, replace(progress, remote=order.freight.link is not None), accepted
        )

    async def _create(self, job: Job, order: _Order, counted: "_Counter") -> Accepted:
        wish = job.request
        return await self._client.create(
            order.credential.secret,
            Order(wish["sep_type"], wish["options"], wish["output_format"]),
            upload=order.freight.upload,
            reference=order.freight.reference,
            link=order.freight.link,
            webhook_url=self._hints.address(job.id),
            on_progress=counted.add,
        )

    async def _unless_cancelled(
        self,
        sending: "asyncio.Future[Accepted]",
        grip: Grip,
        counted: "_Counter",
        freight: Freight,
    ) -> Accepted | None:
        """None when a cancel came while the file was still on its way, so that nothing was ordered."""
        asked = asyncio.ensure_future(grip.cancel_requested.wait())
        waiting: set[asyncio.Future[Any]] = {sending, asked}
        await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
        asked.cancel()
        if not sending.done() and counted.bytes < freight.size:
            return None
        return await sending

    def _accepted(self, job: Job, progress: Progress, accepted: Accepted) -> Step:
        stage = Stage.FETCHING if progress.remote else Stage.WAITING
        known = replace(
            progress,
            stage=stage,
            hash=accepted.hash.get_secret_value(),
            host=accepted.host,
            webhook=self._hints.address(job.id) is not None,
            refusals=0,
            troubles=0,
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
                await self._telling.progress(job, waiting)
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
        await self._telling.progress(job, held)
        return Step(JobState.QUEUED, held.as_dict(), keep_slot=False)

    async def _refused(self, job: Job, progress: Progress, refusal: Refused) -> Step:
        if refusal.reason is Refusal.QUEUE_FULL:
            wait = growing(QUEUE_FULL_WAIT, progress.refusals, QUEUE_FULL_LONGEST)
            return await self._hold(job, progress, Stage.HELD_BY_QUEUE, wait)
        if refusal.reason is Refusal.DAILY_LIMIT:
            if progress.refusals >= DAILY_TRIES:
                return await self._fail(job, "failed-daily")
            held = replace(progress, message=refusal.message)
            return await self._hold(job, held, Stage.HELD_TODAY, DAILY_WAIT)
        if refusal.reason is Refusal.NO_CREDITS and progress.refusals < CREDITS_TRIES:
            return await self._hold(job, progress, Stage.HELD_FOR_CREDITS, CREDITS_WAIT)
        if refusal.reason in FAILED_TEXTS:
            return await self._fail(job, FAILED_TEXTS[refusal.reason])
        await self._telling.refused(job, refusal.message)
        return Step(JobState.FAILED)

    async def _hold(self, job: Job, progress: Progress, stage: Stage, wait: float) -> Step:
        """Nothing was charged; the song keeps its place and is tried again by itself."""
        held = replace(progress, stage=stage, again_in=wait, refusals=progress.refusals + 1)
        await self._telling.progress(job, held)
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
        await self._telling.progress(job, again)
        return Step(JobState.QUEUED, again.as_dict(), due_in=wait)

    async def _search(self, job: Job, credential: Credential) -> Accepted | None:
        """Look for our upload name among the account's jobs (`separation_history`, `current_queue`)."""
        name = job.upload_name or ""
        past = await self._client.history(credential.secret, limit=HISTORY)
        running = (await self._client.account(credential.secret)).running
        known = [each.hash for each in past if each.came_from(name)]
        known += [each.hash for each in running if each.hash and each.came_from(name)]
        return Accepted(known[0], None) if known else None

    async def _search_later(self, job: Job, progress: Progress) -> Step:
        if progress.troubles >= SEARCHES:
            return await self._unclear(job)
        later = replace(progress, troubles=progress.troubles + 1)
        wait = growing(LOOK_AGAIN, progress.troubles, SEARCH_LONGEST)
        return Step(JobState.SUBMITTING, later.as_dict(), due_in=wait)

    async def _unclear(self, job: Job) -> Step:
        await self._telling.unclear(job)
        return Step(JobState.UNCLEAR)

    async def _fail(self, job: Job, key: str) -> Step:
        await self._telling.failed(job, key)
        return Step(JobState.FAILED)

    @contextlib.asynccontextmanager
    async def _told(
        self, job: Job, progress: Progress, counted: "_Counter"
    ) -> AsyncIterator[None]:
        """Show the bytes that have gone out, while they go."""

        async def tell() -> None:
            while True:
                await self._telling.progress(job, replace(progress, uploaded=counted.bytes))
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
