"""Keeps a job's status message up to date: progress while it runs, one last text when it ends."""

import time
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import replace

from bot.chat.display.screen import Button, Screen
from bot.chat.display.translator import Translator, best_language, join, translator
from bot.chat.outgoing.sender import Sender, Unwelcome
from bot.chat.outgoing.status_messages import StatusMessages
from bot.features.separate.reporting import batch_status, result_screens, status_screens
from bot.features.separate.reporting.progress import Progress
from storage import Job, JobState, Place, Stem, Storage

REMEMBERED = 1000  # batches


class StatusReporter:
    """The job's owner reads it in their language, wherever they asked."""

    def __init__(self, storage: Storage, sender: Sender, status_messages: StatusMessages) -> None:
        self._storage = storage
        self._sender = sender
        self._status_messages = status_messages
        self._ending: OrderedDict[int, dict[int, JobState]] = OrderedDict()

    async def language(self, job: Job) -> Translator:
        user = await self._storage.users.get(job.user_id)
        return translator(best_language(*((user.language, user.language_code) if user else ())))

    async def progress(self, job: Job, progress: Progress) -> None:
        """Show how far the job is; the live lane decides when, and drops what is overtaken."""
        t = await self.language(job)
        if batch_status.is_batch(job):
            shown = replace(job, progress=progress.as_dict())
            ending = self._ending_beside(job)
            ending.pop(job.id, None)
            screen = batch_status.summary(t, await self._siblings(shown), ending)
        else:
            screen = status_screens.running(t, job, progress, elapsed(job))
        message_id = await self.message_of(job)
        if message_id is not None:
            self._status_messages.show(job.place, message_id, screen)
            return
        try:
            message_id = await self._sender.send(job.place, screen, silent=True)
        except Unwelcome:
            return  # whoever shut the bot out may come back; the work goes on
        await self._storage.jobs.set_status_message(job.id, message_id)

    async def done(self, job: Job, progress: Progress) -> None:
        t = await self.language(job)
        await self._end(job, JobState.DONE, result_screens.done(t, job, progress, elapsed(job)))

    async def read(self, job: Job, progress: Progress, said: Screen) -> None:
        """What came of having a song's words read; of several songs each tells it for itself."""
        screen = result_screens.read(await self.language(job), job, progress, said)
        if batch_status.is_batch(job):
            await self._say_if_welcome(job, screen)
        else:
            await self._last(job, screen)

    async def failed(self, job: Job, key: str, **arguments: str | int) -> None:
        t = await self.language(job)
        await self._end(
            job, JobState.FAILED, status_screens.failed(t, job, t.html(key, **arguments))
        )

    async def refused(self, job: Job, message: str) -> None:
        """The service's own words, escaped; it may give none."""
        if message:
            await self.failed(job, "service-says", message=message[:500])
        else:
            await self.failed(job, "failed-no-reason")

    async def cancelled(self, job: Job, how: str, balance: int | None = None) -> None:
        """`balance`: the credits there are now, where that is known."""
        t = await self.language(job)
        await self._end(job, JobState.CANCELLED, status_screens.cancelled(t, job, how, balance))

    async def unclear(self, job: Job) -> None:
        t = await self.language(job)
        await self._end(job, JobState.UNCLEAR, status_screens.unclear(t, job))

    async def say(self, job: Job, screen: Screen) -> None:
        """A message beside the status, for example about one stem."""
        silent = await self._storage.quiet.now(job.user_id)
        await self._sender.send(job.place, screen, silent=silent)

    async def say_with_links(self, job: Job, screen: Screen, stems: Sequence[Stem]) -> None:
        """The address of a stem is a key to it: only its owner gets to see it, in private."""
        t = await self.language(job)
        links = tuple((Button(t.plain("stem-open", stem=s.label), url=s.url),) for s in stems)
        text = join(screen.text, t.html("stem-links")) if stems else screen.text
        if job.place.chat_id == job.user_id:
            await self.say(job, Screen(text, (*screen.rows, *links)))
            return
        await self.say(job, screen)
        if stems:
            await self.say_privately(job, Screen(text, links))

    async def say_privately(self, job: Job, screen: Screen) -> bool:
        """To the owner alone; False when they never opened a private chat with the bot."""
        silent = await self._storage.quiet.now(job.user_id)
        try:
            await self._sender.send(Place(job.user_id), screen, silent=silent)
        except Unwelcome:
            return False
        return True

    async def _end(self, job: Job, state: JobState, screen: Screen) -> None:
        """One song's last word is its status; of several, only what went wrong gets its own."""
        if not batch_status.is_batch(job):
            await self._last(job, screen)
            return
        if state in (JobState.FAILED, JobState.UNCLEAR):
            await self._say_if_welcome(job, screen)
        jobs = await self._siblings(job)
        ends = self._ending_beside(job)
        ends[job.id] = state
        summary = batch_status.summary(await self.language(job), jobs, ends)
        if batch_status.over(jobs, ends):
            await self._last(job, summary)
        elif (message_id := await self.message_of(job)) is not None:
            self._status_messages.show(job.place, message_id, summary)

    def _ending_beside(self, job: Job) -> dict[int, JobState]:
        """Ends of the batch that may not be written yet: two that end together must see each other."""
        ending = self._ending.setdefault(job.draft_id or 0, {})
        self._ending.move_to_end(job.draft_id or 0)
        if len(self._ending) > REMEMBERED:
            self._ending.popitem(last=False)
        return ending

    async def _siblings(self, job: Job) -> list[Job]:
        """All jobs of the batch, this one as it is now."""
        jobs = await self._storage.jobs.of_draft(job.draft_id or 0)
        return [job if each.id == job.id else each for each in jobs]

    async def _say_if_welcome(self, job: Job, screen: Screen) -> None:
        try:
            await self._sender.send(job.place, screen)
        except Unwelcome:
            return  # they left; the job ends all the same

    async def _last(self, job: Job, screen: Screen) -> None:
        """The final state always arrives: edited into the status message, or sent anew."""
        message_id = await self.message_of(job)
        try:
            if message_id is None:
                await self._sender.send(job.place, screen)
            else:
                await self._status_messages.finish(job.place, message_id, screen)
        except Unwelcome:
            return  # they left; the job ends all the same

    async def message_of(self, job: Job) -> int | None:
        """The status message; right after Start a crash may have left only the draft's card."""
        if job.status_message_id is not None or job.draft_id is None:
            return job.status_message_id
        draft = await self._storage.drafts.get(job.draft_id)
        if draft is None or draft.place.chat_id != job.place.chat_id:
            return None  # the stems go elsewhere than where the song was chosen for
        return draft.card_id


def elapsed(job: Job) -> float:
    """Seconds since Start, by this machine's clock: good enough for people."""
    return max(0.0, time.time() - job.created_at)
