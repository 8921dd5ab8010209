"""Keeps an analysis's status message up to date, and sends its result."""

import time

import structlog
from telegram.error import BadRequest

from bot.chat.display.screen import Screen
from bot.chat.display.translator import Translator, best_language, translator
from bot.chat.outgoing.sender import Sender, Unwelcome
from bot.chat.outgoing.status_messages import StatusMessages
from bot.features.analyze.order.progress import Progress
from bot.features.analyze.order.song_request import song_of
from bot.features.analyze.reporting import status_screens
from storage import Job, Storage

log = structlog.get_logger()


class StatusReporter:
    """The job's owner reads it in their language, wherever they asked."""

    def __init__(self, storage: Storage, sender: Sender, status_messages: StatusMessages) -> None:
        self._storage = storage
        self._sender = sender
        self._status_messages = status_messages

    async def language(self, job: Job) -> Translator:
        user = await self._storage.users.get(job.user_id)
        return translator(best_language(*((user.language, user.language_code) if user else ())))

    async def progress(self, job: Job, progress: Progress) -> None:
        """Show how far it is; the live lane decides when."""
        screen = status_screens.running(await self.language(job), job, progress, elapsed(job))
        message_id = await self.message_of(job)
        if message_id is None:
            message_id = await self._sender.send(job.place, screen)
            await self._storage.jobs.set_status_message(job.id, message_id)
        else:
            self._status_messages.show(job.place, message_id, screen)

    async def done(self, job: Job) -> None:
        await self._last(job, status_screens.done(await self.language(job), job, elapsed(job)))

    async def failed(self, job: Job, key: str, **arguments: str | int) -> None:
        t = await self.language(job)
        await self._last(job, status_screens.failed(t, job, t.html(key, **arguments)))

    async def failed_later(self, job: Job, key: str, **arguments: str | int) -> None:
        """After the service took the order."""
        t = await self.language(job)
        await self._last(job, status_screens.failed_later(t, job, t.html(key, **arguments)))

    async def too_long(self, job: Job, longest: int, parts: int) -> None:
        await self._last(
            job, status_screens.too_long(await self.language(job), job, longest, parts)
        )

    async def cancelled(self, job: Job, how: str) -> None:
        await self._last(job, status_screens.cancelled(await self.language(job), job, how))

    async def unclear(self, job: Job) -> None:
        await self._last(job, status_screens.unclear(await self.language(job), job))

    async def picture(self, job: Job, png: bytes, screen: Screen) -> None:
        await self._sender.send_picture(job.place, png, screen)

    async def message(self, job: Job, screen: Screen) -> None:
        await self._sender.send(job.place, screen)

    async def last_word(self, job: Job, screen: Screen, png: bytes | None) -> None:
        """The status message becomes the result, with its picture; where that is refused, one stands below it."""
        message_id = await self.message_of(job)
        if png is None or message_id is None:
            await self._last(job, screen)
            return
        try:
            await self._status_messages.finish_with_picture(job.place, message_id, png, screen)
        except BadRequest as refusal:
            log.warning("picture not put in", job=job.id, reason=refusal.message)
            await self._last(job, Screen(status_screens.headline(await self.language(job), job)))
            await self._sender.send_picture(job.place, png, screen)

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
        if job.status_message_id is not None or job.draft_id is None or job.part:
            return job.status_message_id
        draft = await self._storage.drafts.get(job.draft_id)
        return draft.card_id if draft else None


def elapsed(job: Job) -> float:
    """Seconds since Start, by this machine's clock: good enough for people."""
    song = song_of(job)
    return max(0.0, time.time() - (song.since if song else job.created_at))
