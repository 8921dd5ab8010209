"""Runs the steps of due jobs: claims them, keeps their leases, counts their failures.

A waiting job is a row: the engine holds only the jobs whose step is running now. It may die at
any moment; whoever claims its jobs next goes on from the state committed last.
"""

import asyncio
import logging
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable, Collection, Mapping
from contextlib import asynccontextmanager, suppress
from math import inf

from bot.jobs.claim import Claim
from bot.jobs.heartbeat import Running, beating
from bot.jobs.job_steps import Exhausted, LostClaim, Postpone, Step, UnknownKind
from bot.jobs.lifecycle import Lifecycle
from bot.jobs.states import IllegalMove
from storage import Job, JobState, Storage, Turns, Waits

MAX_ATTEMPTS = 8
LONGEST_BACKOFF = 300.0
QUESTIONS = 8  # of a service at the same time
NEVER = Waits(inf, inf)
IDLE = 15.0  # seconds between looks when no signal comes
HELD = 1.0  # seconds between looks at a due job that somebody else still holds
RECOVERY = 1.0  # seconds of rest after the database failed us
UNWINDING = 2.0  # seconds a cancelled step may take to clean up
SUSPECT = 2  # beginnings, after which a job may be what takes its process down
CAUTION = 2.0  # seconds after its start in which a process touches no such job

log = logging.getLogger(__name__)


def backoff(attempts: int) -> float:
    """Seconds to wait after the n-th failure in a row: 2, 4, 8 … at most five minutes."""
    return min(LONGEST_BACKOFF, 2.0**attempts)


class Engine:
    """The worker of one process. `worker` must be new with every process.

    `asking` names the kinds of job that ask a service while they wait: such steps are taken only
    as the budget allows, and beside the `parallel` others, which may last.
    """

    def __init__(
        self,
        storage: Storage,
        lifecycles: Mapping[str, Lifecycle],
        *,
        worker: str,
        asking: Collection[str] = (),
        parallel: int = 8,
        lease: float = 30.0,
        max_attempts: int = MAX_ATTEMPTS,
        backoff: Callable[[int], float] = backoff,
    ) -> None:
        self._storage = storage
        self._lifecycles = lifecycles
        self._worker = worker
        self._asking = frozenset(asking)
        self._parallel = parallel
        self._lease = lease
        self._max_attempts = max_attempts
        self._backoff = backoff
        self._running: Running = {}
        self._wake = asyncio.Event()
        self._stopping = asyncio.Event()
        self._ended = asyncio.Event()
        self._ended.set()
        self._grace = 0.0
        self._misses = 0
        self._began_at = 0.0

    @property
    def running(self) -> int:
        """How many steps are running now."""
        return len(self._running)

    def wake(self) -> None:
        """Look for due jobs now."""
        self._wake.set()

    async def run(self) -> None:
        """Work until `stop`; a failing database is logged and waited for, not died of."""
        self._ended.clear()
        self._began_at = asyncio.get_running_loop().time()
        try:
            async with self._listening(), beating(self._storage.jobs, self._running, self._lease):
                await self._work()
        finally:
            self._ended.set()

    async def stop(self, grace: float) -> None:
        """Claim nothing more, give running steps `grace` seconds, cancel and release the rest.

        A released job stays in its state: one in `submitting` is looked into by whoever is next.
        """
        self._grace = grace
        self._stopping.set()
        self.wake()
        await self._ended.wait()

    async def _work(self) -> None:
        try:
            await self._supervise(lambda: self._storage.attend(self._worker))
            while not self._stopping.is_set():
                await self._supervise(self._look)
        finally:
            await self._let_go()

    async def _look(self) -> None:
        self._wake.clear()
        questions = sum(self._asks(claim.job) for claim, _ in self._running.values())
        room = self._parallel - len(self._running) + questions
        seats = QUESTIONS - questions
        claimed = await self._claim(room, seats) if room or seats else []
        for job in claimed:
            self._start(job)
        self._misses = 0 if claimed else self._misses + 1
        asked = sum(map(self._asks, claimed))
        await self._sleep(await self._idle_time(room - len(claimed) + asked, seats - asked))

    def _asks(self, job: Job) -> bool:
        """Whether the next step of a job takes from the budget of questions."""
        waits = job.state is JobState.WAITING and not job.cancel_requested
        return waits and job.kind in self._asking

    async def _claim(self, room: int, seats: int) -> list[Job]:
        budget = self._storage.budget
        turns = await budget.take(seats) if self._asking and seats else Turns(0, 0)
        claimed = await self._storage.jobs.claim_due(
            self._worker, room, lease=self._lease, besides=tuple(self._running), turns=turns
        )
        await budget.give_back(turns.hinted - sum(map(self._asks, claimed)))
        return claimed

    async def _idle_time(self, room: int, seats: int) -> float:
        ahead = await self._next_due_in(room, seats)
        if ahead is None:
            return IDLE
        # Due, and yet twice not to be had: its owner is frozen, not gone. No tight loop.
        return min(IDLE, ahead or (HELD if self._misses > 1 else 0.0))

    async def _next_due_in(self, room: int, seats: int) -> float | None:
        """Seconds until a step may begin for which there is room; None when there is none."""
        if not room and not seats:
            return None
        waits = await self._storage.budget.waits() if seats else NEVER
        return await self._storage.jobs.next_due_in(waits, room=bool(room))

    async def _sleep(self, seconds: float) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._wake.wait()

    async def _supervise(self, work: Callable[[], Awaitable[None]]) -> None:
        try:
            await work()
        except Exception:
            log.exception("The job engine %s stumbled and goes on", self._worker)
            await self._sleep(RECOVERY)

    def _start(self, job: Job) -> None:
        claim = Claim(self._storage, job, asking=job.kind in self._asking)
        task = asyncio.create_task(self._take(claim), name=f"job {job.id}")
        self._running[job.id] = (claim, task)
        task.add_done_callback(lambda _: self._finished(job.id))

    def _finished(self, job_id: int) -> None:
        del self._running[job_id]
        self.wake()

    async def _take(self, claim: Claim) -> None:
        try:
            await self._step(claim)
        except LostClaim as lost:
            log.info("%s", lost)
        except Exception:
            # Its lease runs out, and the step is taken again.
            log.exception("The outcome of a step of job %s could not be stored", claim.job.id)

    async def _step(self, claim: Claim) -> None:
        before = claim.job.attempts - 1
        try:
            step = await self._told(claim)
        except LostClaim:
            raise
        except Postpone as later:
            await claim.settle(Step.wait(later.seconds, later.progress), attempts=before)
        except Exception as error:
            await self._failed(claim, error)
        else:
            await self._settle(claim, step)

    async def _told(self, claim: Claim) -> Step:
        lifecycle = self._lifecycle(claim.job)
        if claim.job.attempts > self._max_attempts:
            raise Exhausted(f"Job {claim.job.id} was begun {claim.job.attempts} times.")
        if claim.job.attempts > SUSPECT:
            await self._let_others_go_first()
        return await lifecycle.step(claim.job, claim)

    async def _let_others_go_first(self) -> None:
        """If this job kills us again, then not in the middle of updates that would get the blame."""
        wait = self._began_at + CAUTION - asyncio.get_running_loop().time()
        if wait > 0:
            await asyncio.sleep(wait)

    def _lifecycle(self, job: Job) -> Lifecycle:
        if job.kind not in self._lifecycles:
            raise UnknownKind(f"Nobody knows how to do a job of the kind {job.kind}.")
        return self._lifecycles[job.kind]

    async def _settle(self, claim: Claim, step: Step) -> None:
        try:
            await claim.settle(step, attempts=0)
        except IllegalMove as error:
            await self._failed(claim, error)

    async def _failed(self, claim: Claim, error: Exception) -> None:
        job, error_id = claim.job, secrets.token_hex(4)
        log.error(
            "A step of job %s failed in %s, attempt %s, error id %s",
            job.id,
            job.state,
            job.attempts,
            error_id,
            exc_info=error,
        )
        if job.attempts >= self._max_attempts and await self._gave_up(claim, error, error_id):
            await claim.settle(Step(JobState.FAILED), attempts=job.attempts)
        else:
            again = Step.wait(self._backoff(job.attempts))
            await claim.settle(again, attempts=job.attempts)

    async def _gave_up(self, claim: Claim, error: Exception, error_id: str) -> bool:
        """Tell the user; a user who cannot be told is tried for as long again, then left."""
        if claim.job.kind not in self._lifecycles:
            return True
        try:
            await self._lifecycles[claim.job.kind].gave_up(claim.job, error, error_id)
        except LostClaim:
            raise
        except Exception:
            log.exception("Nobody could be told that job %s failed", claim.job.id)
            return claim.job.attempts >= 2 * self._max_attempts
        return True

    @asynccontextmanager
    async def _listening(self) -> AsyncIterator[None]:
        no_more_jobs = self._storage.on("jobs", lambda _: self.wake())
        no_more_cancels = self._storage.on("cancel", self._hear_cancel)
        try:
            yield
        finally:
            no_more_jobs()
            no_more_cancels()

    def _hear_cancel(self, word: str) -> None:
        if word and (held := self._running.get(int(word))):
            held[0].cancel_requested.set()

    async def _let_go(self) -> None:
        await self._wait_for_steps(self._grace)
        for _, task in self._running.values():
            task.cancel()
        await self._wait_for_steps(UNWINDING)
        await self._supervise(self._release)

    async def _wait_for_steps(self, seconds: float) -> None:
        tasks = [task for _, task in self._running.values()]
        if tasks:
            await asyncio.wait(tasks, timeout=seconds)

    async def _release(self) -> None:
        await self._storage.jobs.release(self._worker, besides=tuple(self._running))
