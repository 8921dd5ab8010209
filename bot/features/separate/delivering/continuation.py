"""Starts what follows a transcript, once, in the same status message."""

import time
from collections.abc import Sequence
from dataclasses import replace

from bot.chat.display.screen import Screen
from bot.features.separate.choosing.transcript_analysis import TranscriptAnalysis
from bot.features.separate.choosing.transcripts import Unreadable
from bot.features.separate.reporting import batch_status
from bot.features.separate.reporting.progress import Progress
from bot.features.separate.reporting.status_reporter import StatusReporter
from bot.features.separate.running.unavailable_chats import EXPIRY
from bot.jobs import Claim, Postpone
from storage import Job, Stem

WAIT = 30.0  # seconds to the next try to read a transcript


class Continuing:
    """The last thing that the job of a song does, where it carries an intention."""

    def __init__(self, transcript_analysis: TranscriptAnalysis, reporter: StatusReporter) -> None:
        self._transcript_analysis = transcript_analysis
        self._reporter = reporter

    async def go_on(
        self, job: Job, progress: Progress, stems: Sequence[Stem], claim: Claim
    ) -> Progress:
        """The draft is written down before anything is begun with it, so a second time changes nothing."""
        alone = not batch_status.is_batch(job)
        if progress.onward is None:
            card = await self._reporter.message_of(job) if alone else None
            progress = replace(
                progress, onward=await self._transcript_analysis.reader.open(job, card)
            )
            await claim.save(progress.as_dict())
        said = await self._begin(job, progress.onward or 0, stems)
        if not alone:
            await self._reporter.done(job, progress)
        if said is not None:
            await self._reporter.read(job, progress, said)
        return progress

    async def _begin(self, job: Job, draft: int, stems: Sequence[Stem]) -> Screen | None:
        t = await self._reporter.language(job)
        try:
            text = await self._transcript_analysis.transcripts.words(stems)
        except Unreadable as error:
            if time.time() < (job.submitted_at or job.created_at) + EXPIRY:
                raise Postpone(WAIT) from error
            return Screen(t.html("meaning-unread"))
        return await self._transcript_analysis.reader.follow(job, draft, text, t)
