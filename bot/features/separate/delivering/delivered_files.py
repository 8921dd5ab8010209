"""Reuse of delivered files: the same song, algorithm, options and format is sent by file id."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from bot.features.separate.reporting.progress import Progress, Stage
from bot.jobs import Step
from storage import Job, JobState, KnownFile, Stem, StemSpec, Storage

ELSEWHERE = frozenset(
    {"song", "goal", "batch", "compared", "then"}
)  # what makes no difference to the result


class DeliveredFiles:
    """Only one's own results: somebody else's were paid for by somebody else."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage

    async def instead(self, job: Job, progress: Progress) -> Step | None:
        """Deliver what is known instead of ordering it; None when it has to be made."""
        key = self._key(job)
        if key is None:
            return None
        files = await self._storage.files.of(key)
        if not files:
            return None
        specs = [StemSpec(f.position, f.label, "", f.filename, f.size, f.file_id) for f in files]
        await self._storage.stems.put_all(job.id, specs)
        known = replace(progress, stage=Stage.DELIVERING, stems=len(specs), known=True)
        return Step(JobState.DELIVERING, known.as_dict(), due_in=0)

    async def remember(self, job: Job, stems: Sequence[Stem]) -> None:
        """Keep a set that arrived whole."""
        key = self._key(job)
        files = [
            KnownFile(s.position, s.label, s.filename, s.size, s.file_id)
            for s in stems
            if s.state == "sent" and s.file_id
        ]
        if key is not None and files and len(files) == len(stems):
            await self._storage.files.keep(job.user_id, key, files)

    async def forget(self, job: Job) -> None:
        """Telegram refused one of them."""
        if (key := self._key(job)) is not None:
            await self._storage.files.forget(key)

    def _key(self, job: Job) -> str | None:
        """None where it cannot be known that the input is the same, or the files are not the result itself."""
        song: dict[str, Any] = job.request.get("song") or {}
        source = song.get("unique_id") or song.get("url")
        if not source or "parts" in job.request or "past" in job.request:
            return None
        how = {name: value for name, value in job.request.items() if name not in ELSEWHERE}
        return self._storage.files.key(job.user_id, {"source": source, **how})
