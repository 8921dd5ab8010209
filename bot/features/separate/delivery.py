"""Sending the stems: each is a row, `sending` before and `sent` after, so none is ever lost."""

from dataclasses import replace

import structlog
from telegram.constants import ChatAction
from telegram.error import BadRequest, NetworkError, RetryAfter, TelegramError

from bot.chat.screen import Button, Screen
from bot.chat.sender import MUSIC, Sender, Track, Unwelcome, seconds
from bot.chat.telegram_request import stream_input
from bot.chat.translator import Translator
from bot.features.separate.progress import Progress, Stage
from bot.features.separate.screens import title_of
from bot.features.separate.song import Song
from bot.features.separate.telling import Telling
from bot.jobs import Grip, LostGrip, Postpone, Step
from bot.mvsep import ForeignAddress, MvsepClient
from bot.net.errors import BadStatus, StreamError
from storage import Job, JobState, Stem, Storage

log = structlog.get_logger()
CLOUD_UPLOAD = (
    50 * 1000 * 1000
)  # bytes a bot may send through Telegram's cloud (Bot API, sending files)
LOCAL_UPLOAD = 2000 * 1024 * 1024  # and through a Bot API server of one's own
TRIES = 6  # of one stem
WAIT = 3.0  # seconds before the next try
MIME = {
    "mp3": "audio/mpeg",
    "m4a": "audio/mp4",
    "wav": "audio/wav",
    "flac": "audio/flac",
    "txt": "text/plain",
    "mid": "audio/midi",
    "zip": "application/zip",
}


class TooBig(Exception):
    """The stem is larger than Telegram takes from bots; `size` in bytes."""

    def __init__(self, size: int) -> None:
        super().__init__(f"{size} bytes")
        self.size = size


class Delivery:
    """The state `delivering`: one stem after the other; `largest` is what Telegram takes, in bytes."""

    def __init__(
        self,
        client: MvsepClient,
        storage: Storage,
        sender: Sender,
        telling: Telling,
        largest: int,
    ) -> None:
        self._client = client
        self._storage = storage
        self._sender = sender
        self._telling = telling
        self._largest = largest

    async def deliver(self, job: Job, progress: Progress, grip: Grip) -> Step:
        stems = await self._storage.stems.of_job(job.id)
        t = await self._telling.language(job)
        try:
            for stem in stems:
                if grip.cancel_requested.is_set() or job.cancel_requested:
                    return await self._stopped(job)
                if stem.state in ("pending", "sending"):
                    await self._deliver_one(job, stem, t)
                sent = sum(each.position <= stem.position for each in stems)
                await self._telling.progress(
                    job, replace(progress, stage=Stage.DELIVERING, stems=len(stems), sent=sent)
                )
        except Unwelcome:
            return Step(JobState.FAILED)  # they blocked the bot: there is nobody to tell
        return await self._finish(job)

    async def _finish(self, job: Job) -> Step:
        stems = await self._storage.stems.of_job(job.id)
        await self._telling.done(job, sum(stem.state == "sent" for stem in stems))
        return Step(JobState.DONE)

    async def _stopped(self, job: Job) -> Step:
        await self._telling.cancelled(job, "cancelled-delivering")
        return Step(JobState.CANCELLED)

    async def _deliver_one(self, job: Job, stem: Stem, t: Translator) -> None:
        """Send one stem. What may work later is postponed; what never will is told, and the next stem goes on."""
        if not await self._storage.stems.mark_sending(stem.id, job):
            raise LostGrip
        try:
            await self._send(job, stem, t)
        except TooBig as error:
            await self._offer_link(job, stem, t, error.size)
            await self._storage.stems.mark_failed(stem.id, "too big for Telegram")
        except RetryAfter as refusal:
            raise Postpone(seconds(refusal)) from refusal
        except BadRequest as refusal:
            await self._lose(job, stem, t, refusal.message)
        except BadStatus as error:
            await self._try_again_or_lose(job, stem, t, error)
        except (StreamError, NetworkError) as error:
            await self._try_again_or_lose(job, stem, t, error)
        except (TelegramError, ForeignAddress) as error:
            await self._lose(job, stem, t, type(error).__name__)

    async def _send(self, job: Job, stem: Stem, t: Translator) -> None:
        """Stream a stem from the service to the chat, without a file in between."""
        await self._sender.busy(job.place, ChatAction.UPLOAD_DOCUMENT)
        async with self._client.result(stem.url, size=stem.size).open() as opened:
            size = opened.size or stem.size or 0
            if size > self._largest:
                raise TooBig(size)
            extension = stem.filename.rpartition(".")[2]
            file = stream_input(
                opened, stem.filename, MIME.get(extension, "application/octet-stream")
            )
            sent = await self._sender.send_track(job.place, _track(job, stem, t, file, extension))
        await self._storage.stems.mark_sent(stem.id, sent.message_id, sent.file_id)

    async def _try_again_or_lose(
        self, job: Job, stem: Stem, t: Translator, error: Exception
    ) -> None:
        if stem.attempts + 1 < TRIES:
            log.info("stem not sent yet", job=job.id, reason=type(error).__name__)
            raise Postpone(WAIT * (stem.attempts + 1)) from error
        await self._lose(job, stem, t, type(error).__name__)

    async def _lose(self, job: Job, stem: Stem, t: Translator, reason: str) -> None:
        """It cannot be sent: say so, with the way to get it all the same."""
        log.warning("stem given up", job=job.id, reason=reason)
        await self._storage.stems.mark_failed(stem.id, reason)
        text = t.html("stem-lost", stem=stem.label, reason=reason)
        await self._say_with_link(job, stem, t, Screen(text))

    async def _offer_link(self, job: Job, stem: Stem, t: Translator, size: int) -> None:
        private = job.place.chat_id == job.user_id
        key = "stem-too-big" if private else "stem-too-big-group"
        text = t.html(key, stem=stem.label, size=t.size(size))
        await self._say_with_link(job, stem, t, Screen(text))

    async def _say_with_link(self, job: Job, stem: Stem, t: Translator, screen: Screen) -> None:
        """The address of a stem is a key to it: only its owner gets to see it, in private."""
        button = Button(t.plain("stem-open", stem=stem.label), url=stem.url)
        private = Screen(screen.text, ((button,),))
        if job.place.chat_id == job.user_id:
            await self._telling.say(job, private)
        elif not await self._telling.say_privately(job, private):
            await self._telling.say(job, screen)


def _track(job: Job, stem: Stem, t: Translator, file: object, extension: str) -> Track:
    song = Song(**job.request["song"])
    return Track(
        file=file,  # type: ignore[arg-type]
        extension=extension,
        title=f"{title_of(t, song)} ({stem.label})",
        performer=song.performer,
        duration=song.duration if extension in MUSIC else None,
    )
