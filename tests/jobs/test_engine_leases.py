"""The engine: steps are cancelled, stopped, lost and inherited, and nothing is lost on the way."""

import asyncio

import pytest

from bot.jobs import Claim, LostClaim, Step
from storage import Job, JobState, Storage
from tests.jobs.working import (
    ALICE,
    NEXT,
    Story,
    at_work,
    engine,
    forever,
    on_postgresql,
    queue,
    stored_now,
    straight_on,
    until,
)
from tests.storage_fixtures import MakeStorage


async def test_a_cancel_reaches_the_running_step(storage: Storage) -> None:
    async def act(_job: Job, claim: Claim) -> Step:
        await claim.cancel_requested.wait()
        return Step(JobState.CANCELLED)

    story = Story(act)
    job = await queue(storage)
    async with at_work(engine(storage, story)):
        await story.began.wait()
        await storage.jobs.request_cancel(job.id, ALICE)
        await until(storage, job, JobState.CANCELLED)


async def test_a_cancel_reaches_a_step_without_a_signal(storage: Storage) -> None:
    async def act(_job: Job, claim: Claim) -> Step:
        await claim.cancel_requested.wait()
        return Step(JobState.CANCELLED)

    story = Story(act)
    job = await queue(storage)
    async with at_work(engine(storage, story, lease=0.3)):
        await story.began.wait()
        storage.database.signals.publish = lambda *_: None  # type: ignore[method-assign]
        await storage.jobs.request_cancel(job.id, ALICE)
        await until(storage, job, JobState.CANCELLED)


async def test_stopping_gives_steps_their_grace(storage: Storage) -> None:
    going_on = asyncio.Event()

    async def act(_job: Job, _claim: Claim) -> Step:
        await going_on.wait()
        return Step(JobState.SUBMITTING, due_in=600)

    story = Story(act)
    job = await queue(storage)
    worker = engine(storage, story)
    run = asyncio.create_task(worker.run())
    await story.began.wait()
    stop = asyncio.create_task(worker.stop(20))
    await asyncio.sleep(0)
    going_on.set()
    await stop
    await run
    assert (await stored_now(storage, job)).state is JobState.SUBMITTING


async def test_what_has_no_time_left_is_handed_back_as_it_was(storage: Storage) -> None:
    async def act(_job: Job, claim: Claim) -> Step:
        await claim.move(JobState.SUBMITTING)
        moved.set()
        return await forever(claim.job, claim)

    moved = asyncio.Event()
    job = await queue(storage)
    async with at_work(engine(storage, Story(act))):
        await moved.wait()
    job = await stored_now(storage, job)
    assert (job.state, job.owner, job.attempts) == (JobState.SUBMITTING, None, 0)


async def test_a_step_that_will_not_end_keeps_its_lease(
    storage: Storage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.jobs.engine.UNWINDING", 0.05)
    letting_go = asyncio.Event()

    async def act(job: Job, claim: Claim) -> Step:
        while not letting_go.is_set():
            try:
                await letting_go.wait()
            except asyncio.CancelledError:
                continue
        raise LostClaim

    story = Story(act)
    job = await queue(storage)
    async with at_work(engine(storage, story)) as worker:
        await story.began.wait()
        await worker.stop(0)
        assert (await stored_now(storage, job)).owner == "w1"
        letting_go.set()


async def test_after_a_crash_another_engine_goes_on(make_storage: MakeStorage) -> None:
    storage = await make_storage()
    moved = asyncio.Event()

    async def act(_job: Job, claim: Claim) -> Step:
        await claim.move(JobState.SUBMITTING)
        moved.set()
        return await forever(claim.job, claim)

    job = await queue(storage)
    worker = engine(storage, Story(act), lease=0.2)
    _never_releases(storage)
    run = asyncio.create_task(worker.run())
    await moved.wait()
    run.cancel()
    with pytest.raises(asyncio.CancelledError):
        await run
    assert (await stored_now(storage, job)).owner == "w1"
    await storage.close()

    after = await make_storage()
    story = Story(straight_on)
    async with at_work(engine(after, story, worker="w2")):
        await until(after, job, JobState.DONE)
    assert story.seen == [JobState.SUBMITTING, JobState.WAITING, JobState.DELIVERING]


async def test_long_steps_keep_their_lease(make_storage: MakeStorage) -> None:
    storage = await make_storage()
    renewals = asyncio.Semaphore(0)
    renew = storage.jobs.renew_all

    async def counted(jobs: list[Job], lease: float) -> dict[int, bool]:
        kept = await renew(jobs, lease)
        renewals.release()
        return kept

    async def act(_job: Job, _claim: Claim) -> Step:
        for _ in range(5):
            await renewals.acquire()
        return Step(JobState.FAILED)

    storage.jobs.renew_all = counted  # type: ignore[method-assign,assignment]
    story = Story(act)
    job = await queue(storage)
    async with at_work(engine(storage, story, lease=0.6)):
        await until(storage, job, JobState.FAILED)
    assert story.seen == [JobState.QUEUED]


async def test_a_step_ends_when_its_job_went_on_elsewhere(storage: Storage) -> None:
    cancelled = asyncio.Event()

    async def act(job: Job, claim: Claim) -> Step:
        try:
            return await forever(job, claim)
        except asyncio.CancelledError:
            cancelled.set()
            raise

    story = Story(act)
    job = await queue(storage)
    async with at_work(engine(storage, story, lease=0.3)):
        await story.began.wait()
        stolen: list[Job] = []
        while not stolen:  # the engine may renew the lease in between
            await storage.jobs.renew(await stored_now(storage, job), -1)
            stolen = await storage.jobs.claim_due("thief", 1)
        await cancelled.wait()
    assert (await stored_now(storage, job)).owner == "thief"


async def test_a_lost_grip_changes_nothing(storage: Storage) -> None:
    lost = asyncio.Event()

    async def act(job: Job, claim: Claim) -> Step:
        await storage.jobs.renew(claim.job, -1)
        await storage.jobs.claim_due("thief", 1)
        try:
            await claim.move(JobState.SUBMITTING)
        except LostClaim:
            lost.set()
            raise
        return Step(JobState.FAILED)

    job = await queue(storage)
    async with at_work(engine(storage, Story(act))):
        await lost.wait()
    job = await stored_now(storage, job)
    assert (job.state, job.owner) == (JobState.QUEUED, "thief")


async def test_a_database_that_fails_for_a_while_is_outlived(
    storage: Storage, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("bot.jobs.engine.RECOVERY", 0.01)
    claim, failures = storage.jobs.claim_due, iter(range(3))

    async def failing(*args: object, **options: object) -> list[Job]:
        if next(failures, None) is not None:
            raise ConnectionError("the database is away")
        return await claim(*args, **options)  # type: ignore[arg-type]

    storage.jobs.claim_due = failing  # type: ignore[method-assign]
    job = await queue(storage)
    async with at_work(engine(storage, Story(straight_on))):
        await until(storage, job, JobState.DONE)
    assert caplog.text.count("stumbled and goes on") == 3


@on_postgresql
async def test_two_engines_share_the_work_and_one_slot(make_storage: MakeStorage) -> None:
    first, second = await make_storage(), await make_storage()
    at_once: list[int] = []
    running: set[int] = set()

    async def act(job: Job, claim: Claim) -> Step:
        running.add(job.id)
        at_once.append(len(running))
        await asyncio.sleep(0)
        running.discard(job.id)
        return await straight_on(job, claim)

    story = Story(act)
    jobs = [await queue(first, capacity=1) for _ in range(6)]
    async with at_work(engine(first, story)), at_work(engine(second, story, worker="w2")):
        for job in jobs:
            await until(first, job, JobState.DONE)
    assert max(at_once) == 1
    assert len(story.seen) == 6 * len(NEXT)


@on_postgresql
async def test_a_dead_engines_waiting_jobs_go_on_at_once(make_storage: MakeStorage) -> None:
    first, second = await make_storage(), await make_storage()

    async def act(_job: Job, _claim: Claim) -> Step:
        return Step.wait(0.2)

    story, heir = Story(act), Story(straight_on)
    job = await queue(first)
    async with at_work(engine(first, story)):
        await story.began.wait()
    await first.close()
    async with at_work(engine(second, heir, worker="w2")):
        await until(second, job, JobState.DONE)


def _never_releases(storage: Storage) -> None:
    """A process that dies says no good-bye."""

    async def nothing(*_args: object, **_options: object) -> None:
        return

    storage.jobs.release = nothing  # type: ignore[method-assign]
