"""When to ask the service next: where an answer is likely, and never above its limit of requests.

How many questions there may be in all is the budget's business (storage.budget). Here they are
shared out: a job is not asked about while it cannot be over, and then at intervals that grow with
the square root of the time it may still take. For jobs that end at unforeseeable moments this
makes the sum of all delays as small as that number of questions allows.
"""

import math
import time
from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.features.separate.reporting.progress import Progress, Stage
from storage import Job, Storage

SOONEST = 2.0  # seconds between two looks at one job
SHOWN_EVERY = 15.0  # seconds: people like to see things move, as long as the budget allows
PATIENT = 1 / 20  # of the time a job may still take passes at least between two looks
STEP = 2.0  # by e to this all intervals shrink or grow while each job is looked at once
TIGHTEST, WIDEST = 0.05, 4.0  # how far intervals may be from those of an even share
LATE = 0.03  # of an even share: a look that late was held up by others
FRESH = 15.0  # seconds for which the number of waiting jobs is taken as known
LEARNED_FRESH = 600.0  # seconds for which a learned duration is
SURE_PART = 0.5  # of a learned duration that a job surely takes
SURE_PLACES = 0.8  # of the wait that the places in a queue foretell
WITH_WEBHOOK = 4.0  # intervals grow by this where the service itself tells of the end
UNKNOWN_LENGTH = 240.0  # seconds of a song whose length nobody told
UNKNOWN_PACE = 20.0  # seconds of work for a minute of sound
USUAL_PLACE = 5.0  # seconds until a queue moves on by one
LONGEST = 7200.0


@dataclass(frozen=True, slots=True)
class Outlook:
    """Seconds in which a job cannot be over, and the seconds it may take beyond them."""

    sure: float
    open: float


class PollSchedule:
    """Shares the questions out between the jobs that wait."""

    def __init__(self, storage: Storage, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._storage = storage
        self._clock = clock
        self._waiting = 1
        self._counted_at = -math.inf
        self._mean_root: float | None = None
        self._stretch = 1.0
        self._learned: dict[int, tuple[float, float]] = {}

    async def next_look(self, job: Job, progress: Progress) -> float:
        """Seconds to wait before this job is asked about again."""
        pace = await self._pace_of(job.request.get("sep_type", 0))
        now = time.time()
        outlook = outlook_of(job, progress, pace, now)
        share = await self._share()
        self._adapt(share, now - (job.due_at or now))
        wait = share * self._stretch * self._weight(math.sqrt(max(outlook.open, 1.0)))
        if progress.webhook:
            wait *= WITH_WEBHOOK
        shown = max(SHOWN_EVERY, 3 * share)
        soonest = max(SOONEST, outlook.open * PATIENT)
        return min(outlook.sure + max(soonest, wait), max(soonest, shown, wait), LONGEST)

    def _adapt(self, share: float, late: float) -> None:
        """Looks that come in time show that there is budget left, and late ones that there is none."""
        held_up = late > max(SOONEST, LATE * share)
        step = STEP / max(20, self._waiting)
        stretch = self._stretch * math.exp(step if held_up else -step)
        self._stretch = min(WIDEST, max(TIGHTEST, stretch))

    async def learn(self, job: Job, progress: Progress) -> None:
        """A job has just been seen to be over: how long did it take for a minute of sound?

        It ended at some time since the last look; where that leaves too much open, nothing is learned.
        """
        now, length = time.time(), _length(job)
        if progress.working_since is None or length is None:
            return
        unseen = max(0.0, now - job.updated_at)
        worked = now - progress.working_since - unseen / 2
        if worked > unseen:
            await self._storage.paces.learn(job.request.get("sep_type", 0), worked / length * 60)

    def _weight(self, root: float) -> float:
        """This job's interval in relation to the mean one; the mean is that of the jobs asked about."""
        mean = root if self._mean_root is None else self._mean_root
        self._mean_root = mean + (root - mean) / 50
        return root / self._mean_root

    async def _share(self) -> float:
        """Seconds between two looks at one job if all are treated alike."""
        now = self._clock()
        if now - self._counted_at > FRESH:
            self._counted_at = now
            self._waiting = await self._storage.polls.waiting()
        return self._waiting * 60 / self._storage.budget.per_minute

    async def _pace_of(self, sep_type: int) -> float | None:
        """Seconds of work for a minute of sound, where it was learned."""
        known, until = self._learned.get(sep_type, (0.0, -math.inf))
        if until < self._clock():
            known = await self._storage.paces.of(sep_type) or 0.0
            self._learned[sep_type] = (known, self._clock() + LEARNED_FRESH)
        return known or None


def outlook_of(job: Job, progress: Progress, pace: float | None, now: float) -> Outlook:
    """What is known of a job's end, from its place, its parts, its algorithm and its age."""
    work = _work(job, pace or UNKNOWN_PACE)
    certain = SURE_PART if pace else 0.0
    age = max(0.0, now - (job.submitted_at or job.created_at))
    if progress.stage is Stage.WAITING and progress.place:
        queue = progress.place * (progress.per_place or USUAL_PLACE)
        return Outlook(SURE_PLACES * queue + certain * work, (1 - SURE_PLACES) * queue + work)
    begun = max(0.0, now - progress.working_since) if progress.working_since else age
    if progress.chunks_all:
        return _by_chunks(progress, begun)
    left = work - begun
    # What has lasted longer than foreseen may last as long again.
    return Outlook(max(0.0, certain * work - begun), max(left, begun / 4, SOONEST))


def _by_chunks(progress: Progress, begun: float) -> Outlook:
    missing = progress.chunks_all - progress.chunks_done
    each = begun / max(1, progress.chunks_done)
    return Outlook(max(0, missing - 1) * each / 2, max(SOONEST, (missing + 1) * each))


def _work(job: Job, pace: float) -> float:
    return pace * (_length(job) or UNKNOWN_LENGTH) / 60


def _length(job: Job) -> float | None:
    """Seconds of sound, if somebody told."""
    song = job.request.get("song") or {}
    return song.get("duration") or None


def noted(progress: Progress, place: int | None, stage: Stage, now: float) -> Progress:
    """Progress with what two looks tell together: how fast the queue moves, when the work began."""
    if stage is not Stage.WAITING:
        return replace(progress, working_since=progress.working_since or now, placed_at=None)
    if place is None or progress.placed_at is None:
        return replace(progress, placed_at=now, first_place=place)
    moved = (progress.first_place or 0) - place
    if moved <= 0:
        return progress
    return replace(progress, per_place=(now - progress.placed_at) / moved)
