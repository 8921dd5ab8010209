"""Following a job at the service: politely, and until there are stems or a reason why not."""

import time
from dataclasses import replace

import structlog
from pydantic import SecretStr

from bot.features.separate.draft.song import Song
from bot.features.separate.reporting.batch_status import title_beside_others
from bot.features.separate.reporting.progress import Progress, Stage, stage_of
from bot.features.separate.reporting.status_reporter import StatusReporter
from bot.features.separate.reporting.status_screens import ESTIMATED
from bot.features.separate.running.poll_schedule import PollSchedule, noted
from bot.features.separate.running.retry_delays import growing
from bot.features.separate.running.stem_names import extension_of, label_of_stem, stem_filename
from bot.features.separate.running.unavailable_chats import EXPIRY
from bot.jobs import Step
from bot.mvsep import (
    MvsepClient,
    RateLimited,
    RemoteReport,
    Report,
    ResultFile,
    Status,
    Temporary,
)
from storage import Job, JobState, StemSpec, Storage

log = structlog.get_logger()
MISSES = 36  # looks at a hash the service does not know (yet), or at a finished job without files
MISS_WAIT = 5.0  # seconds between them: three minutes in all, as regional nodes can lag behind
TROUBLE_WAIT = 2.0  # seconds after a failed look, doubled up to
TROUBLE_LONGEST = 60.0
TROUBLES_SHOWN = 3  # failed looks in a row before the status message mentions them


class JobPoller:
    """The state `waiting`: one look, then the row waits again."""

    def __init__(
        self,
        client: MvsepClient,
        storage: Storage,
        reporter: StatusReporter,
        schedule: PollSchedule,
    ) -> None:
        self._client = client
        self._storage = storage
        self._reporter = reporter
        self._schedule = schedule

    async def look(self, job: Job, progress: Progress) -> Step:
        """Ask once how the job is. A service that does not answer costs time, never the job."""
        if time.time() > (job.submitted_at or job.created_at) + EXPIRY:
            await self._reporter.failed(job, "failed-never")
            return Step(JobState.FAILED)
        try:
            if progress.remote:
                step = await self._look_at_link(job, progress)
            else:
                step = await self._look_at_job(job, progress)
        except Temporary as error:
            return await self._later(job, progress, error)
        if limit := self._client.rate_limit:
            await self._storage.budget.told(limit.limit, limit.remaining)
        return step

    async def _look_at_link(self, job: Job, progress: Progress) -> Step:
        """A link's job has a hash of its own until the file is fetched (`separation/get-remote`)."""
        report = await self._client.remote_report(_hash(progress), host=progress.host)
        if report.status is Status.FAILED:
            return await self._failed(job, report.message)
        if report.status is Status.NOT_FOUND:
            return await self._missing(job, progress, "failed-gone")
        if report.status is Status.DONE and report.hash:
            found = replace(
                progress,
                hash=report.hash.get_secret_value(),
                host=report.host or progress.host,
                remote=False,
                stage=Stage.WAITING,
                misses=0,
            )
            return Step(JobState.WAITING, found.as_dict(), due_in=0)
        return await self._go_on(job, _fetching(progress, report))

    async def _look_at_job(self, job: Job, progress: Progress) -> Step:
        report = await self._client.report(_hash(progress), host=progress.host)
        if report.status is Status.FAILED:
            return await self._failed(job, report.message)
        if report.status is Status.NOT_FOUND:
            return await self._missing(job, progress, "failed-gone")
        if report.status is not Status.DONE:
            return await self._go_on(job, await self._estimated(job, _seen(progress, report)))
        stems = [stem for stem in report.stems if stem.url]
        if not stems:
            return await self._missing(job, progress, "failed-empty")
        return await self._found(job, progress, stems)

    async def _found(self, job: Job, progress: Progress, stems: list[ResultFile]) -> Step:
        """Write every stem down before the first one is sent."""
        t = await self._reporter.language(job)
        song = Song(**job.request["song"])
        title = title_beside_others(t, job)
        names = stem_specs(song, title, stems, job.request["output_format"])
        await self._storage.stems.put_all(job.id, names)
        await self._schedule.learn(job, progress)
        delivering = replace(progress, stage=Stage.DELIVERING, stems=len(names), sent=0)
        await self._reporter.progress(job, delivering)
        return Step(JobState.DELIVERING, delivering.as_dict(), due_in=0)

    async def _estimated(self, job: Job, progress: Progress) -> Progress:
        """How long it may still take, by how long this algorithm took with other songs."""
        minutes = float(job.request["song"].get("duration") or 0) / 60
        pace = await self._storage.paces.of(job.request["sep_type"])
        if progress.stage not in ESTIMATED or not minutes or not pace:
            return replace(progress, ahead=0.0)
        worked = time.time() - (progress.working_since or time.time())
        return replace(progress, ahead=max(0.0, pace * minutes - worked))

    async def _go_on(self, job: Job, progress: Progress) -> Step:
        await self._reporter.progress(job, progress)
        return Step(
            JobState.WAITING,
            progress.as_dict(),
            due_in=await self._schedule.next_look(job, progress),
        )

    async def _missing(self, job: Job, progress: Progress, key: str) -> Step:
        if progress.misses >= MISSES:
            await self._reporter.failed(job, key)
            return Step(JobState.FAILED)
        missed = replace(progress, misses=progress.misses + 1)
        return Step(JobState.WAITING, missed.as_dict(), due_in=MISS_WAIT)

    async def _failed(self, job: Job, message: str) -> Step:
        await self._reporter.refused(job, message)
        return Step(JobState.FAILED)

    async def _later(self, job: Job, progress: Progress, error: Temporary) -> Step:
        troubled = replace(progress, troubles=progress.troubles + 1)
        wait = growing(TROUBLE_WAIT, progress.troubles, TROUBLE_LONGEST)
        if isinstance(error, RateLimited):
            wait = max(wait, error.retry_after or 0.0)
            await self._storage.budget.pause(wait)
        if troubled.troubles == TROUBLES_SHOWN:
            await self._reporter.progress(job, replace(progress, stage=Stage.RETRYING))
        return Step(JobState.WAITING, troubled.as_dict(), due_in=wait)


def _hash(progress: Progress) -> SecretStr:
    return SecretStr(progress.hash or "")


def _fetching(progress: Progress, report: RemoteReport) -> Progress:
    return replace(
        progress,
        stage=Stage.FETCHING,
        place=report.current_order,
        count=report.queue_count,
        troubles=0,
    )


def _seen(progress: Progress, report: Report) -> Progress:
    return replace(
        noted(progress, report.current_order, stage_of(report), time.time()),
        stage=stage_of(report),
        place=report.current_order,
        count=report.queue_count,
        chunks_done=report.finished_chunks or 0,
        chunks_all=report.all_chunks or 0,
        troubles=0,
        misses=0,
    )


def stem_specs(
    song: Song, title: str, stems: list[ResultFile], output_format: int
) -> list[StemSpec]:
    """Every stem with the file name people will see; two of one label are told apart by number."""
    specs: list[StemSpec] = []
    seen: dict[str, int] = {}
    for position, stem in enumerate(stems):
        label = label_of_stem(stem.label) or "Stem"
        seen[label] = seen.get(label, 0) + 1
        if seen[label] > 1:
            label = f"{label} {seen[label]}"
        extension = extension_of(stem.url, stem.download, output_format)
        filename = stem_filename(song, title, label, extension)
        specs.append(StemSpec(position, label, stem.url, filename, stem.bytes))
    return specs
