"""What can be done with a finished job: another choice, a stem as the next song, stars, deleting."""

import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import SecretStr

from bot.chat.callbacks import (
    AnalyseStem,
    ChooseAnew,
    DeleteResults,
    GiveStars,
    InFormat,
    InParts,
    MakeAnew,
    ShowDone,
    ShowStars,
    ShowStems,
    UseStem,
)
from bot.chat.incoming.event import Event, Told
from bot.chat.incoming.router import Router
from bot.features.delivery import MIME, extension_in, parts_of
from bot.features.separate.choosing.card_screens import title_of
from bot.features.separate.choosing.transcript_analysis import TranscriptAnalysis
from bot.features.separate.choosing.transcripts import Unreadable
from bot.features.separate.delivering.delivered_files import DeliveredFiles
from bot.features.separate.draft.choice import FORMATS, Choice
from bot.features.separate.draft.job_request import SEPARATION
from bot.features.separate.draft.song import Song
from bot.features.separate.reporting import result_screens
from bot.features.separate.reporting.progress import Progress, Stage
from bot.mvsep import MvsepClient, NotFound, Refused
from storage import Credential, Job, Stem, StemSpec, Storage

Begin = Callable[[Event, Sequence[Song]], Awaitable[None]]
ShowOrder = Callable[[Event, Song, Choice], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Onward:
    """Where things go from here: a new card, an order, the analysis; `largest` is an upload's limit, in bytes."""

    begin: Begin
    order: ShowOrder
    known: DeliveredFiles
    transcript_analysis: TranscriptAnalysis
    wake_engine: Callable[[], None]
    largest: int


class ResultHandlers:
    """The buttons of the last word, and of what was offered for big files."""

    def __init__(self, storage: Storage, client: MvsepClient, onward: Onward) -> None:
        self._storage = storage
        self._client = client
        self._onward = onward

    def join(self, router: Router) -> None:
        router.job_tap(ShowDone, self.show_done)
        router.job_tap(ChooseAnew, self.choose_anew)
        router.job_tap(MakeAnew, self.make_anew)
        router.job_tap(InFormat, self.in_format)
        router.job_tap(InParts, self.in_parts)
        router.job_tap(ShowStems, self.show_stems)
        router.job_tap(UseStem, self.use_stem)
        router.job_tap(ShowStars, self.show_stars)
        router.job_tap(GiveStars, self.give_stars)
        router.job_tap(DeleteResults, self.delete_results)
        router.job_tap(AnalyseStem, self.analyse)

    async def show_done(self, event: Event, _tap: ShowDone, job: Job) -> None:
        progress = Progress.read(job.progress)
        took = (job.finished_at or time.time()) - job.created_at
        await event.show(result_screens.done(event.t, job, progress, took))

    async def choose_anew(self, event: Event, _tap: ChooseAnew, job: Job) -> None:
        """The same song on a new card."""
        await self._onward.begin(event, [self._song(job)])

    async def make_anew(self, event: Event, _tap: MakeAnew, job: Job) -> None:
        """Have the service do what was delivered from files Telegram had; its order shows the price first."""
        await self._onward.known.forget(job)
        await self._order(event, job, job.request["output_format"])

    async def in_format(self, event: Event, tap: InFormat, job: Job) -> None:
        """The same order in another format; it costs again, so it is shown before it is started."""
        if not 0 <= tap.output_format < len(FORMATS):
            raise Told("old-button")
        await self._order(event, job, tap.output_format)

    async def _order(self, event: Event, job: Job, output_format: int) -> None:
        request = job.request
        choice = Choice(
            request["sep_type"], request["options"], output_format, request.get("goal")
        )
        await self._onward.order(event, self._song(job), choice)

    def _song(self, job: Job) -> Song:
        """Of a job from the history only the service has the song."""
        song = Song(**job.request["song"])
        if song.file_id is None and song.url is None:
            raise Told("after-no-song")
        return song

    # Big files

    async def in_parts(self, event: Event, tap: InParts, job: Job) -> None:
        """Deliver one stem as a ZIP in parts: a job of its own, each part a stem of it."""
        stem = await self._stem(job, tap.position)
        parts = parts_of(stem.filename, stem.size or 0, self._onward.largest)
        if not stem.url or not parts:
            raise Told("stem-gone")
        specs = [
            StemSpec(
                number,
                event.t.plain("part-label", stem=stem.label, n=part.number, all=len(parts)),
                stem.url,
                f"{stem.filename}.zip.{part.number:03}",
                part.size,
            )
            for number, part in enumerate(parts)
        ]
        cut_up = {"filename": stem.filename, "size": stem.size, "largest": self._onward.largest}
        await self._deliver(job, cut_up, specs)

    async def _deliver(self, job: Job, cut_up: dict[str, Any], specs: Sequence[StemSpec]) -> None:
        request = {k: v for k, v in job.request.items() if k not in ("batch", "compared")}
        progress = Progress(Stage.DELIVERING, stems=len(specs)).as_dict()
        made = await self._storage.ready.create(
            SEPARATION,
            job.user_id,
            job.place,
            await self._credential(job),
            {"request": request | {"parts": cut_up}, "progress": progress},
            specs,
            name=f"parts {job.id} {specs[0].filename}"[:255],
        )
        if made is None:
            raise Told("job-again")
        self._onward.wake_engine()

    # The stems

    async def show_stems(self, event: Event, _tap: ShowStems, job: Job) -> None:
        found = [
            s for s in await self._storage.stems.of_job(job.id) if result_screens.may_be_next(s)
        ]
        if not found:
            raise Told("stem-gone")
        await event.show(result_screens.stems(event.t, job, found))

    async def use_stem(self, event: Event, tap: UseStem, job: Job) -> None:
        """The file is in the chat already: it is the next song as it stands."""
        stem = await self._stem(job, tap.position)
        before = Song(**job.request["song"])
        song = Song(
            "file",
            title=f"{title_of(event.t, before)} ({stem.label})",
            performer=before.performer,
            duration=before.duration,
            size=stem.size,
            file_id=stem.file_id,
            unique_id=f"stem {job.id} {stem.position}",
            filename=stem.filename,
            mime=MIME.get(extension_in(stem.filename)),
            cover=before.cover,
        )
        await self._onward.begin(event, [song])

    async def analyse(self, event: Event, tap: AnalyseStem, job: Job) -> None:
        """Hand a transcript over to be read."""
        stem = await self._stem(job, tap.position)
        try:
            text = await self._onward.transcript_analysis.transcripts.read(stem)
        except Unreadable as error:
            raise Told("stem-gone") from error
        title = title_of(event.t, Song(**job.request["song"]))
        await self._onward.transcript_analysis.hand_over(event, title, text)

    # Stars and deleting

    async def show_stars(self, event: Event, _tap: ShowStars, job: Job) -> None:
        await event.show(result_screens.stars(event.t, job))

    async def give_stars(self, event: Event, tap: GiveStars, job: Job) -> None:
        if not 1 <= tap.stars <= result_screens.MOST_STARS:
            raise Told("old-button")
        request = job.request
        await self._storage.ratings.rate(
            job.user_id, request["sep_type"], request["options"], tap.stars
        )
        await event.show(result_screens.rated(event.t, job, tap.stars))

    async def delete_results(self, event: Event, tap: DeleteResults, job: Job) -> None:
        """Asks first; what was sent to the chat stays there."""
        if not tap.sure:
            await event.show(result_screens.deleting(event.t, job))
            return
        progress = Progress.read(job.progress)
        credential = await self._storage.credentials.get(job.credential_id)
        if credential is None or progress.hash is None:
            raise Told("stem-gone")
        try:
            await self._client.delete(
                credential.secret, SecretStr(progress.hash), host=progress.host
            )
        except (NotFound, Refused) as error:
            raise Told("stem-gone") from error
        await event.show(result_screens.deleted(event.t, job))

    async def _stem(self, job: Job, position: int) -> Stem:
        for stem in await self._storage.stems.of_job(job.id):
            if stem.position == position:
                return stem
        raise Told("stem-gone")

    async def _credential(self, job: Job) -> Credential:
        credential = await self._storage.credentials.get(job.credential_id)
        if credential is None:
            raise Told("token-refused")
        return credential
