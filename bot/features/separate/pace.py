"""When to ask the service next: where an answer is likely, and never above its limit of requests."""

import time
from collections.abc import Callable

from bot.features.separate.progress import Progress, Stage
from storage import Job

PER_MINUTE = 100  # the service allows 120 requests a minute; the rest is for everything else


class Pace:
    """One budget of status requests for all jobs of this process (a token bucket)."""

    def __init__(
        self, per_minute: int = PER_MINUTE, *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._rate = per_minute / 60
        self._burst = max(1.0, per_minute / 6)
        self._left = self._burst
        self._clock = clock
        self._at = clock()

    def claim(self) -> float:
        """Take one request out of the budget; else the seconds until there is one."""
        now = self._clock()
        self._left = min(self._burst, self._left + (now - self._at) * self._rate)
        self._at = max(self._at, now)
        if self._left >= 1:
            self._left -= 1
            return 0.0
        return (1 - self._left) / self._rate

    def slow_down(self, seconds: float) -> None:
        """The service asked for a pause: nothing for so long."""
        self._left = 0.0
        self._at = self._clock() + seconds


def wait_for(job: Job, progress: Progress) -> float:
    """Seconds to the next look: soon when the job is near its turn or young, later the longer it lasts."""
    age = max(0.0, time.time() - (job.submitted_at or job.created_at))
    if progress.stage is Stage.WAITING and progress.place:
        return min(2.0 + progress.place / 2, 30.0)
    return min(max(2.0, age / 20), 15.0)
