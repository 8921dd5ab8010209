"""Delivery to chats that refuse files: hold the stems, offer another place, end when they expire."""

import time
from dataclasses import replace

import structlog
from telegram.constants import ChatAction

from bot.chat.callbacks import DeliverHere
from bot.chat.display.screen import Button, Screen
from bot.chat.outgoing.sender import Closed, Sender, Unwelcome
from bot.features.separate.choosing.card_screens import title_of
from bot.features.separate.draft.song import Song
from bot.features.separate.reporting.progress import Progress, Stage
from bot.features.separate.reporting.status_reporter import StatusReporter
from bot.jobs import Step
from storage import Job, JobState

log = structlog.get_logger()
HOLD = 600.0  # seconds between knocks; a word from Telegram that the door is open comes sooner
EXPIRY = 72 * 3600.0  # seconds the service keeps results (MVSEP API document, introduction)


class UnavailableChats:
    """Blocked, removed, silenced, a closed topic: nothing is lost before the results are."""

    def __init__(self, sender: Sender, reporter: StatusReporter) -> None:
        self._sender = sender
        self._reporter = reporter

    async def knock(self, job: Job) -> None:
        """See whether the chat takes anything, before a file is uploaded in vain. Raises `Unwelcome`."""
        await self._sender.knock(job.place, ChatAction.UPLOAD_DOCUMENT)

    async def closed(self, job: Job, progress: Progress, why: Unwelcome) -> Step:
        """Hold the job. In a group its owner is asked, once and in private, to take the stems there."""
        if time.time() > (job.submitted_at or job.created_at) + EXPIRY:
            await self._reporter.say_privately(job, await self._too_late(job))
            return Step(JobState.FAILED)
        in_group = job.place.chat_id != job.user_id
        if in_group and not progress.asked:
            asked = await self._reporter.say_privately(job, await self._question(job, why))
            progress = replace(progress, asked=asked)
        log.info("delivery held", job=job.id, closed=isinstance(why, Closed))
        held = replace(progress, stage=Stage.DELIVERING, held=not isinstance(why, Closed))
        return Step(JobState.DELIVERING, held.as_dict(), due_in=HOLD)

    async def _question(self, job: Job, why: Unwelcome) -> Screen:
        t = await self._reporter.language(job)
        key = "door-closed" if isinstance(why, Closed) else "door-shut"
        text = t.html(key, title=title_of(t, Song(**job.request["song"])))
        here = Button(t.plain("door-here"), DeliverHere(job.user_id, job.id))
        return Screen(text, ((here,),))

    async def _too_late(self, job: Job) -> Screen:
        t = await self._reporter.language(job)
        return Screen(t.html("door-expired", title=title_of(t, Song(**job.request["song"]))))
