"""Sending a result: one picture, what matters in words, and the buttons to go on with."""

from collections.abc import Sequence
from datetime import UTC, datetime

import structlog
from telegram.error import BadRequest

from bot.chat.outgoing.sender import Unwelcome
from bot.features.analyze.order.analysis_request import parts_of, wish_of
from bot.features.analyze.order.progress import Progress
from bot.features.analyze.order.song_request import song_of
from bot.features.analyze.reporting.status_reporter import StatusReporter
from bot.features.analyze.results import report_screens
from bot.features.analyze.results.reports import Reports, ResultGone
from bot.features.analyze.running.song_delivery import SongDelivery
from bot.jobs import Claim, Postpone, Step
from bot.neuro_semantic import BadSecret, Refused, Temporary
from storage import FINAL, Analysis, Job, JobState, Storage

log = structlog.get_logger()
SETTLED = (*FINAL, JobState.UNCLEAR)  # nothing to wait for: an unclear part waits for its person
WAIT = 3.0  # seconds before the next try, or the next look at the other parts


class Delivery:
    """The state `delivering`; of an order in parts, the last one delivers the whole.

    A part that is tried again after the last one has ended delivers it once more, now with its own.
    """

    def __init__(self, storage: Storage, reports: Reports, reporter: StatusReporter) -> None:
        self._storage = storage
        self._reports = reports
        self._reporter = reporter
        self._songs = SongDelivery(storage, reports, reporter)

    async def deliver(self, job: Job, progress: Progress, claim: Claim) -> Step:
        """The same step may be taken twice when the process dies in it: a double is better than a loss."""
        about = await self._about(job)
        others = await self._others(job)
        if not progress.ended:
            await self._storage.analyses.note(job.user_id, [progress.transaction], about)
        last = next((each for each in others if each.part + 1 == parts_of(job)), None)
        if last is not None and last.state not in FINAL:
            return await self._end(job, progress)
        if last is None and any(each.state not in SETTLED for each in others):
            return Step.wait(WAIT)
        found = _transactions(job, progress, others)
        if not found:
            return await self._end(job, progress)
        analysis = await self._storage.analyses.note(job.user_id, found, about)
        return await self._bring(job, progress, claim, analysis)

    async def _bring(self, job: Job, progress: Progress, claim: Claim, analysis: Analysis) -> Step:
        try:
            if song := song_of(job):
                return await self._songs.deliver((job, song), progress, claim, analysis)
            await self._send(job, analysis)
        except Unwelcome:
            return Step(JobState.FAILED)  # they blocked the bot: there is nobody to tell
        except Temporary as error:
            raise Postpone(WAIT) from error
        except (BadSecret, Refused, ResultGone):
            await self._reporter.failed_later(job, "reading-failed-gone", id=progress.transaction)
            return Step(JobState.FAILED)
        return await self._end(job, progress)

    async def _others(self, job: Job) -> list[Job]:
        """The other parts of the order."""
        if parts_of(job) == 1:
            return []
        parts = await self._storage.jobs.of_draft(job.draft_id or 0)
        return [each for each in parts if each.id != job.id]

    async def _send(self, job: Job, analysis: Analysis) -> None:
        t = await self._reporter.language(job)
        report = await self._reports.load(analysis)
        screen = report_screens.result(t, job.user_id, report)
        png = await self._reports.picture(t, report)
        if png is None:
            await self._reporter.message(job, screen)
            return
        try:
            await self._reporter.picture(job, png, screen)
        except BadRequest as refusal:
            log.warning("picture not taken", job=job.id, reason=refusal.message)
            await self._reporter.message(job, screen)

    async def _end(self, job: Job, progress: Progress) -> Step:
        """A part that had failed or was stopped has said so already."""
        if progress.ended:
            return Step(JobState(progress.ended))
        await self._reporter.done(job)
        return Step(JobState.DONE)

    async def _about(self, job: Job) -> dict[str, str | int]:
        wish = wish_of(job)
        return {
            "kind": wish.kind,
            "basket": wish.basket,
            "through": wish.through,
            "count": wish.count,
            "theme": wish.theme_title,
            "credential": job.credential_id,
            "date": f"{datetime.now(UTC):%Y-%m-%d %H:%M}",
        }


def _transactions(job: Job, progress: Progress, others: Sequence[Job]) -> list[str]:
    """What was read of all parts, in their order."""
    done = [each for each in others if each.state is JobState.DONE]
    read = [(each.part, Progress.read(each.progress)) for each in done]
    if not progress.ended:
        read.append((job.part, progress))
    return [each.transaction for _, each in sorted(read, key=lambda found: found[0])]
