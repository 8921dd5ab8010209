"""An engine beside a test, and stories for it to run."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import pytest
from pydantic import SecretStr

from bot.jobs import Claim, Engine, Step
from storage import Job, JobState, Place, Storage

ALICE = 1001
HERE = Place(ALICE)
Act = Callable[[Job, Claim], Awaitable[Step]]

on_postgresql = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)


class Story:
    """A lifecycle made of one function; notes which states it was called in and who was told."""

    def __init__(self, act: Act) -> None:
        self.act = act
        self.seen: list[JobState] = []
        self.told: list[tuple[int, str]] = []
        self.began = asyncio.Event()
        self.deaf = 0

    async def step(self, job: Job, claim: Claim) -> Step:
        self.seen.append(job.state)
        self.began.set()
        return await self.act(job, claim)

    async def gave_up(self, job: Job, error: BaseException, error_id: str) -> None:
        if self.deaf:
            self.deaf -= 1
            raise ConnectionError("nobody hears")
        assert error_id
        self.told.append((job.id, str(error)))


NEXT = {
    JobState.QUEUED: JobState.SUBMITTING,
    JobState.SUBMITTING: JobState.WAITING,
    JobState.WAITING: JobState.DELIVERING,
    JobState.DELIVERING: JobState.DONE,
}


async def straight_on(job: Job, _claim: Claim) -> Step:
    """One state further with every step."""
    return Step(NEXT[job.state])


async def forever(_job: Job, _claim: Claim) -> Step:
    """A step that never ends by itself."""
    await asyncio.Event().wait()
    raise AssertionError


async def queue(storage: Storage, *, capacity: int = 10) -> Job:
    """Queue a job."""
    credential = await storage.credentials.link(
        ALICE, "mvsep", SecretStr("token-1234"), label="", capacity=capacity
    )
    job = await storage.jobs.create("story", ALICE, HERE, credential, {})
    assert job is not None
    return job


def engine(storage: Storage, story: Story, **options: object) -> Engine:
    """An engine that forgives nothing but soon."""
    settings: dict[str, object] = {"worker": "w1", "backoff": lambda _: 0.0, "max_attempts": 3}
    return Engine(storage, {"story": story}, **(settings | options))  # type: ignore[arg-type]


@asynccontextmanager
async def at_work(worker: Engine, *, grace: float = 0.0) -> AsyncIterator[Engine]:
    """Run an engine beside the test."""
    task = asyncio.create_task(worker.run())
    try:
        yield worker
    finally:
        await worker.stop(grace)
        await task


async def until(storage: Storage, job: Job, *states: JobState) -> Job:
    """Wait for a job to be in one of these states."""
    async with asyncio.timeout(60):
        while (now := await storage.jobs.get(job.id)) is None or now.state not in states:  # noqa: ASYNC110
            await asyncio.sleep(0.01)
    return now


async def stored_now(storage: Storage, job: Job) -> Job:
    """A job as it stands in its row."""
    now = await storage.jobs.get(job.id)
    assert now is not None
    return now
