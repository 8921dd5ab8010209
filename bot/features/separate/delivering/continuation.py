"""A song's words have arrived: what shall be done with them begins, once, and takes over the status message."""

import time
from collections.abc import Sequence
from dataclasses import replace

from bot.chat.display.screen import Screen
from bot.features.separate.choosing.transcript_analysis import Analysing
from bot.features.separate.choosing.transcripts import Unreadable
from bot.features.separate.reporting import batch_status
from bot.features.separate.reporting.progress import Progress
from bot.features.separate.reporting.status_reporter import Telling
from bot.features.separate.running.unavailable_chats import EXPIRY
from bot.jobs import Grip, Postpone
from storage import Job, Stem

WAIT = 30.0  # seconds to the next try to read a transcript


class Continuing:
    """The last thing that the job of a song does, where it carries an intention."""

    def __init__(self, analysing: Analysing, telling: Telling) -> None:
        self._analysing = analysing
        self._telling = telling

    async def go_on(
        self, job: Job, progress: Progress, stems: Sequence[Stem], grip: Grip
    ) -> Progress:
        """The draft is written down before anything is begun with it, so a second time changes nothing."""
        alone = not batch_status.is_batch(job)
        if progress.onward is None:
            card = await self._telling.message_of(job) if alone else None
            progress = replace(progress, onward=await self._analysing.reader.open(job, card))
            await grip.save(progress.as_dict())
        said = await self._begin(job, progress.onward or 0, stems)
        if not alone:
            await self._telling.done(job, progress)
        if said is not None:
            await self._telling.read(job, progress, said)
        return progress

    async def _begin(self, job: Job, draft: int, stems: Sequence[Stem]) -> Screen | None:
        t = await self._telling.language(job)
        try:
            text = await self._analysing.transcripts.words(stems)
        except Unreadable as error:
            if time.time() < (job.submitted_at or job.created_at) + EXPIRY:
                raise Postpone(WAIT) from error
            return Screen(t.html("meaning-unread"))
        return await self._analysing.reader.follow(job, draft, text, t)
