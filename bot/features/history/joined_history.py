"""The service's history joined with ours: the service knows all jobs, we know their songs and costs."""

import hashlib
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from bot.features.separate import Progress, Song
from bot.mvsep import MvsepClient, PastJob
from storage import Credential, Job, JobState, Storage

PAGE = 20  # rows of one call (MVSEP API document, `app/separation_history`: limit)
MOST = 200  # rows looked at; what is older has no results any more
OURS = 300  # jobs of ours that are looked through for their songs
FRESH = 60.0  # seconds a history is taken as still true, so that paging asks nothing
REMEMBERED = 100  # people


@dataclass(frozen=True, slots=True)
class Past:
    """One job of the past; `mark` names it without being a key to it. `hours_left` of its results."""

    mark: str
    row: PastJob = field(repr=False)
    title: str | None
    credits: int | None

    @property
    def alive(self) -> bool:
        return self.row.exists and (self.row.hours_left is None or self.row.hours_left > 0)

    @property
    def month(self) -> str:
        """`2026-11`; times come as `2026-11-20 11:30:00`."""
        return self.row.created_at[:7]


class Ledger:
    """Asked of the service at most once a minute for each account."""

    def __init__(
        self, client: MvsepClient, storage: Storage, *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._client = client
        self._storage = storage
        self._clock = clock
        self._kept: dict[str, tuple[float, list[PastJob]]] = {}

    async def of(self, credential: Credential) -> list[Past]:
        """Newest first. Raises MvsepError."""
        rows = await self._rows(credential)
        ours = await self._storage.jobs.of_user(credential.user_id, list(JobState), limit=OURS)
        by_hash = {found: job for job in ours if (found := job.progress.get("hash"))}
        return [_joined(row, by_hash, ours) for row in rows]

    async def find(self, credential: Credential, mark: str) -> Past | None:
        """The job a button meant."""
        return next((past for past in await self.of(credential) if past.mark == mark), None)

    async def _rows(self, credential: Credential) -> list[PastJob]:
        now = self._clock()
        kept = self._kept.get(credential.key)
        if kept and now - kept[0] < FRESH:
            return kept[1]
        rows: list[PastJob] = []
        while len(rows) < MOST:
            page = await self._client.history(credential.secret, start=len(rows), limit=PAGE)
            rows += page
            if len(page) < PAGE:
                break
        self._kept[credential.key] = (now, rows)
        while len(self._kept) > REMEMBERED:
            self._kept.pop(next(iter(self._kept)))
        return rows


def credits_by_month(jobs: Sequence[Past]) -> list[tuple[str, int, int]]:
    """Month, jobs, credits; the newest month first. Jobs whose cost nobody knows count as nothing."""
    months: dict[str, tuple[int, int]] = {}
    for past in jobs:
        count, spent = months.get(past.month, (0, 0))
        months[past.month] = (count + 1, spent + (past.credits or 0))
    return [(month, *figures) for month, figures in sorted(months.items(), reverse=True)]


def algorithms_of(jobs: Sequence[Past]) -> list[tuple[int, str, int]]:
    """Render id, name, and how many jobs; the most used first."""
    found: dict[int, tuple[str, int]] = {}
    for past in jobs:
        if past.row.render_id is not None:
            name, count = found.get(past.row.render_id, (past.row.algorithm, 0))
            found[past.row.render_id] = (name, count + 1)
    by_use = sorted(found.items(), key=lambda item: -item[1][1])
    return [(render_id, name, count) for render_id, (name, count) in by_use]


def mark_of(hash: str) -> str:
    """A short name for a job that opens nothing."""
    return hashlib.blake2b(hash.encode(), digest_size=6).hexdigest()


def _joined(row: PastJob, by_hash: Mapping[str, Job], ours: Sequence[Job]) -> Past:
    hash = row.hash.get_secret_value()
    job = by_hash.get(hash) or next(
        (each for each in ours if each.upload_name and row.came_from(each.upload_name)), None
    )
    title = Song(**job.request["song"]).title if job else None
    used = Progress.read(job.progress).used if job else None
    return Past(mark_of(hash), row, title, row.credits if row.credits is not None else used)
