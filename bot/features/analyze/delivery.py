"""Sending a result: one picture, what matters in words, and the buttons to go on with."""

from datetime import UTC, datetime

import structlog
from telegram.error import BadRequest

from bot.chat.sender import Unwelcome
from bot.features.analyze import report_screens
from bot.features.analyze.order import parts_of, wish_of
from bot.features.analyze.progress import Progress
from bot.features.analyze.reports import Reports, ResultGone
from bot.features.analyze.telling import Telling
from bot.jobs import Postpone, Step
from bot.neuro_semantic import BadSecret, Refused, Temporary
from storage import FINAL, Analysis, Job, JobState, Storage

log = structlog.get_logger()
WAIT = 3.0  # seconds before the next try, or the next look at the other parts


class Delivery:
    """The state `delivering`; of an order in parts, the last one delivers the whole."""

    def __init__(self, storage: Storage, reports: Reports, telling: Telling) -> None:
        self._storage = storage
        self._reports = reports
        self._telling = telling

    async def deliver(self, job: Job, progress: Progress) -> Step:
        """The same step may be taken twice when the process dies in it: a double is better than a loss."""
        await self._storage.analyses.note(
            job.user_id, [progress.transaction], await self._about(job)
        )
        if job.part + 1 < parts_of(job):
            return await self._end(job)
        parts = await self._storage.jobs.of_draft(job.draft_id or 0)
        others = [each for each in parts if each.id != job.id]
        if any(each.state not in FINAL for each in others):
            return Step.wait(WAIT)
        transactions = [Progress.read(each.progress).transaction for each in others]
        mine = [each for each in (*transactions, progress.transaction) if each]
        analysis = await self._storage.analyses.note(job.user_id, mine, await self._about(job))
        try:
            await self._send(job, analysis)
        except Unwelcome:
            return Step(JobState.FAILED)  # they blocked the bot: there is nobody to tell
        except Temporary as error:
            raise Postpone(WAIT) from error
        except (BadSecret, Refused, ResultGone):
            await self._telling.failed_later(job, "reading-failed-gone", id=progress.transaction)
            return Step(JobState.FAILED)
        return await self._end(job)

    async def _send(self, job: Job, analysis: Analysis) -> None:
        t = await self._telling.language(job)
        report = await self._reports.load(analysis)
        screen = report_screens.result(t, job.user_id, report)
        png = await self._reports.picture(t, report)
        if png is None:
            await self._telling.message(job, screen)
            return
        try:
            await self._telling.picture(job, png, screen)
        except BadRequest as refusal:
            log.warning("picture not taken", job=job.id, reason=refusal.message)
            await self._telling.message(job, screen)

    async def _end(self, job: Job) -> Step:
        await self._telling.done(job)
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
