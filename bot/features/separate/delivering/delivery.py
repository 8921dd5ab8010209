"""Sending the stems: each is a row, `sending` before and `sent` after, so none is ever lost."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace

import structlog
from telegram.error import BadRequest, ChatMigrated, NetworkError, RetryAfter, TelegramError

from bot.chat.callbacks import AnalyseStem
from bot.chat.display.screen import Button, Screen
from bot.chat.display.translator import Translator
from bot.chat.outgoing.outgoing_file import Sent
from bot.chat.outgoing.retries import seconds
from bot.chat.outgoing.sender import Unwelcome
from bot.chat.outgoing.telegram_request import SendUnknown, SourceBroke
from bot.features.delivery import Carrier, Empty, Form, Parcel, TooBig, form_of, together
from bot.features.separate.choosing.transcript_analysis import TranscriptAnalysis
from bot.features.separate.delivering.continuation import Continuing
from bot.features.separate.delivering.delivered_files import DeliveredFiles
from bot.features.separate.delivering.stem_files import Packing
from bot.features.separate.draft.covers import Covers
from bot.features.separate.reporting import result_screens
from bot.features.separate.reporting.credit_usage import CreditUsage
from bot.features.separate.reporting.progress import Progress, Stage
from bot.features.separate.reporting.status_reporter import StatusReporter
from bot.features.separate.running.unavailable_chats import EXPIRY, UnavailableChats
from bot.jobs import Claim, LostClaim, Postpone, Step
from bot.mvsep import ForeignAddress
from bot.net.errors import BadStatus, StreamError
from storage import Job, JobState, Stem, StemArrived, Storage

log = structlog.get_logger()
TRIES = 6  # of one stem, where trying again may double it or cannot help
WAIT = 3.0  # seconds before the next try, doubled each time up to
LONGEST = 900.0
TOO_BIG = "too big for Telegram"
EMPTY = "nothing in it"
GONE = (404, 410)


class _LostByTelegram(Exception):
    """A file that only Telegram had is not there any more."""


@dataclass(frozen=True, slots=True)
class Tools:
    """What delivering needs at hand."""

    carrier: Carrier
    packing: Packing
    covers: Covers
    unavailable_chats: UnavailableChats
    known: DeliveredFiles
    credit_usage: CreditUsage
    transcript_analysis: TranscriptAnalysis
    continuing: Continuing


@dataclass(frozen=True, slots=True)
class _Trip:
    """One step of delivering: the job, how it is told, whether without a sound, and its picture."""

    job: Job
    progress: Progress
    t: Translator
    silent: bool
    cover: bytes | None


class Delivery:
    """The state `delivering`: batch after batch, in the order of the stems."""

    def __init__(self, tools: Tools, storage: Storage, reporter: StatusReporter) -> None:
        self._tools = tools
        self._storage = storage
        self._reporter = reporter

    @property
    def transcript_analysis(self) -> TranscriptAnalysis:
        """Whether transcripts carry a button that leads on, and where it leads."""
        return self._tools.transcript_analysis

    async def deliver(self, job: Job, progress: Progress, claim: Claim) -> Step:
        silent = await self._storage.quiet.now(job.user_id)
        cover = await self._tools.covers.of(job)
        trip = _Trip(job, progress, await self._reporter.language(job), silent, cover)
        try:
            if progress.held:
                await self._tools.unavailable_chats.knock(job)
            if not await self._bring_all(trip, claim):
                return await self._stopped(job)
        except ChatMigrated as moved:
            await self._storage.chats.follow(job.place.chat_id, moved.new_chat_id)
            raise Postpone(0) from moved
        except _LostByTelegram:
            await self._tools.known.forget(job)
            await self._reporter.failed(job, "failed-known")
            return Step(JobState.FAILED)
        except Unwelcome as closed:
            return await self._tools.unavailable_chats.closed(job, progress, closed)
        return await self._finish(trip, claim)

    async def _bring_all(self, trip: _Trip, claim: Claim) -> bool:
        """Every stem that is not sent yet; False when a cancel came in between."""
        stems = await self._storage.stems.of_job(trip.job.id)
        left = [stem for stem in stems if stem.state in ("pending", "sending")]
        for batch in together(left, self._tools.carrier.limits.upload):
            if claim.cancel_requested.is_set() or trip.job.cancel_requested:
                return False
            await self._bring(trip, batch)
            sent = sum(stem.position <= batch[-1].position for stem in stems)
            shown = replace(trip.progress, stage=Stage.DELIVERING, stems=len(stems), sent=sent)
            await self._reporter.progress(trip.job, shown)
        return True

    async def _bring(self, trip: _Trip, batch: Sequence[Stem]) -> None:
        """Send stems together. What may work later is postponed; what never will is told, and the rest goes on."""
        if not await self._storage.stems.mark_all_sending([s.id for s in batch], trip.job):
            raise LostClaim
        try:
            arrived = await self._carry(trip, batch)
        except (RetryAfter, ChatMigrated) as refusal:
            if isinstance(refusal, ChatMigrated):
                raise
            raise Postpone(seconds(refusal)) from refusal
        except Empty:
            await self._storage.stems.mark_failed(batch[0].id, EMPTY)
        except (TooBig, StreamError, TelegramError, ForeignAddress) as error:
            await self._not_sent(trip, batch, error)
        else:
            pairs = zip(batch, arrived, strict=True)
            await self._storage.stems.mark_all_sent(
                [StemArrived(stem.id, sent.message_id, sent.file_id) for stem, sent in pairs]
            )

    async def _carry(self, trip: _Trip, batch: Sequence[Stem]) -> list[Sent]:
        parcels = [self._parcel(trip, stem) for stem in batch]
        place, carrier = trip.job.place, self._tools.carrier
        if len(parcels) > 1:
            return await carrier.carry_together(place, parcels, silent=trip.silent)
        return [await carrier.carry(place, parcels[0], silent=trip.silent)]

    def _parcel(self, trip: _Trip, stem: Stem) -> Parcel:
        parcel = self._tools.packing.pack(trip.job, stem, trip.t, trip.progress.hash, trip.cover)
        if form_of(stem.filename) is not Form.TEXT:
            return parcel
        markup = None
        if self._tools.transcript_analysis.ready:
            tap = AnalyseStem(trip.job.id, stem.position)
            row = (Button(trip.t.plain("analyse-text"), tap),)
            markup = Screen(trip.t.html("analyse-text"), (row,)).markup()
        return replace(parcel, markup=markup, show=result_screens.beginning)

    async def _not_sent(self, trip: _Trip, batch: Sequence[Stem], error: Exception) -> None:
        refused = isinstance(error, BadRequest | TooBig) or _is_too_large(error)
        if refused and len(batch) > 1:
            for stem in batch:  # the album was refused: one of them may be the reason
                await self._bring(trip, [stem])
        elif isinstance(error, TooBig) or _is_too_large(error):
            await self._storage.stems.mark_failed(batch[0].id, TOO_BIG)
        elif not refused and _may_work_later(error) and not self._in_vain(trip.job, batch, error):
            tries = max(stem.attempts for stem in batch)
            log.info("stems not sent yet", job=trip.job.id, reason=type(error).__name__)
            raise Postpone(min(WAIT * 2.0**tries, LONGEST)) from error
        else:
            for stem in batch:
                await self._lose(trip, stem, error)

    def _in_vain(self, job: Job, batch: Sequence[Stem], error: Exception) -> bool:
        """Whether to stop: the results are gone, or each try may have put one more copy into the chat."""
        if time.time() > (job.submitted_at or job.created_at) + EXPIRY:
            return True
        source = error.error if isinstance(error, SourceBroke) else error
        gone = isinstance(source, BadStatus) and source.status in GONE
        tried = max(stem.attempts for stem in batch) + 1
        return (gone or isinstance(error, SendUnknown)) and tried >= TRIES

    async def _lose(self, trip: _Trip, stem: Stem, error: Exception) -> None:
        """It cannot be sent: say so, with the way to get it all the same."""
        reason = error.message if isinstance(error, BadRequest) else type(error).__name__
        log.warning("stem given up", job=trip.job.id, reason=reason)
        await self._storage.stems.mark_failed(stem.id, reason)
        if not stem.url:
            raise _LostByTelegram
        text = trip.t.html("stem-lost", stem=stem.label, reason=reason)
        await self._reporter.say_with_links(trip.job, Screen(text), [stem])

    async def _finish(self, trip: _Trip, claim: Claim) -> Step:
        job, stems = trip.job, await self._storage.stems.of_job(trip.job.id)
        await self._tools.known.remember(job, stems)
        await self._offer_ways_for_big(trip, [s for s in stems if s.reason == TOO_BIG])
        progress = await self._tools.credit_usage.counted(job, trip.progress)
        ended = replace(
            progress,
            stems=len(stems),
            sent=sum(each.state == "sent" for each in stems),
            empty=sum(each.reason == EMPTY for each in stems),
        )
        if "then" not in job.request:
            await self._reporter.done(job, ended)
        elif claim.cancel_requested.is_set():
            await self._reporter.cancelled(job, "cancelled-words")
            return Step(JobState.CANCELLED, ended.as_dict())
        else:
            ended = await self._tools.continuing.go_on(job, ended, stems, claim)
        return Step(JobState.DONE, ended.as_dict())

    async def _offer_ways_for_big(self, trip: _Trip, stems: Sequence[Stem]) -> None:
        if stems:
            largest = self._tools.carrier.limits.upload
            offer = result_screens.too_big(trip.t, trip.job, stems, largest)
            await self._reporter.say_with_links(trip.job, offer, stems)

    async def _stopped(self, job: Job) -> Step:
        await self._reporter.cancelled(job, "cancelled-delivering")
        return Step(JobState.CANCELLED)


def _may_work_later(error: Exception) -> bool:
    return isinstance(error, StreamError | NetworkError)


def _is_too_large(error: Exception) -> bool:
    """HTTP 413 comes from in front of Telegram and is worded as it likes."""
    return isinstance(error, NetworkError) and "too large" in error.message.lower()
