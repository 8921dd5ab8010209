"""What a song is about, told in its one status message: the mood first, then the themes, at last a picture."""

from dataclasses import replace

import structlog

from bot.features.analyze.order.analysis_request import ANALYSIS
from bot.features.analyze.order.progress import Progress
from bot.features.analyze.order.song_request import SongWords, themes_request
from bot.features.analyze.reporting import song_screens
from bot.features.analyze.reporting.status_reporter import StatusReporter
from bot.features.analyze.results.reports import Report, Reports, ResultGone
from bot.features.analyze.results.summary import summary
from bot.jobs import Claim, Step
from bot.neuro_semantic import Refused
from storage import Analysis, Job, JobState, Storage

log = structlog.get_logger()


class SongDelivery:
    """The end of each of the jobs about a song's words."""

    def __init__(self, storage: Storage, reports: Reports, reporter: StatusReporter) -> None:
        self._storage = storage
        self._reports = reports
        self._reporter = reporter

    async def deliver(
        self, about: tuple[Job, SongWords], progress: Progress, claim: Claim, analysis: Analysis
    ) -> Step:
        """Begin the next job, once, or tell everything. Raises what `Reports.load` does."""
        job, song = about
        t = await self._reporter.language(job)
        report = await self._reports.load(analysis)
        request = themes_request(job, song, summary(t, report), analysis.id)
        if request is None:
            await self._tell_all(job, song, report)
        else:
            progress = await self._go_on(job, progress, claim, request)
        return Step(JobState.DONE, progress.as_dict())

    async def _go_on(
        self, job: Job, progress: Progress, claim: Claim, request: dict[str, object]
    ) -> Progress:
        """The draft is written down first: it becomes one job, however often this step is taken."""
        message_id = await self._reporter.message_of(job)
        if progress.onward is None:
            draft = await self._storage.drafts.create(
                job.user_id, job.place, {}, {}, kind=ANALYSIS
            )
            progress = replace(progress, onward=draft.id)
            await claim.save(progress.as_dict())
        onward = progress.onward or 0
        if message_id is not None:
            await self._storage.drafts.set_card(onward, message_id)
        credential = await self._storage.credentials.get(job.credential_id)
        if credential is None:
            raise ResultGone
        await self._storage.jobs.create(
            ANALYSIS, job.user_id, job.place, credential, request, draft_id=onward
        )
        return progress

    async def _tell_all(self, job: Job, song: SongWords, report: Report) -> None:
        t = await self._reporter.language(job)
        mood = await self._mood(song)
        screen = song_screens.told(t, job.user_id, song, mood, report)
        reports = [report] if mood is None else [mood, report]
        subtitle = song_screens.verses_count(t, report.count)
        png = await self._reports.pictures(t, reports, subtitle)
        await self._reporter.last_word(job, screen, png)

    async def _mood(self, song: SongWords) -> Report | None:
        """What was found out before; its words are known even where the service has it no more."""
        analysis = await self._storage.analyses.get(song.mood) if song.mood else None
        if analysis is None:
            return None
        try:
            return await self._reports.load(analysis)
        except (ResultGone, Refused) as error:
            log.info("mood not drawn", reason=type(error).__name__)
            return None
