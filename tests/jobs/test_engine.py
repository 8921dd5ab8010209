"""The engine: steps are run, leases kept, failures counted, and nothing is lost on the way."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import pytest
from pydantic import SecretStr

from bot.jobs import Engine, Grip, LostGrip, Postpone, Step
from storage import Job, JobState, Place, Storage
from tests.storage_fixtures import MakeStorage

ALICE = 1001
HERE = Place(ALICE)
Act = Callable[[Job, Grip], Awaitable[Step]]

on_postgresql = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)


class Story:
    """A lifecycle made of one function; notes which states it was called in and who was told."""

    def __init__(self, act: Act) -> None:
        self.act = act
        self.seen: list[JobState] = []
        self.told: list[tuple[int, str]] = []
        self.began = asyncio.Event()
        self.deaf = 0

    async def step(self, job: Job, grip: Grip) -> Step:
        self.seen.append(job.state)
        self.began.set()
        return await self.act(job, grip)

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


async def straight_on(job: Job, _grip: Grip) -> Step:
    """One state further with every step."""
    return Step(NEXT[job.state])


async def forever(_job: Job, _grip: Grip) -> Step:
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
    async with asyncio.timeout(20):
        while (now := await storage.jobs.get(job.id)) is None or now.state not in states:  # noqa: ASYNC110
            await asyncio.sleep(0.01)
    return now


async def test_a_job_goes_from_start_to_end(storage: Storage) -> None:
    story = Story(straight_on)
    job = await queue(storage)
    async with at_work(engine(storage, story)):
        job = await until(storage, job, JobState.DONE)
    assert story.seen == list(NEXT)
    assert (job.attempts, job.owner, job.slot) == (0, None, False)


async def test_a_new_job_wakes_the_engine(storage: Storage) -> None:
    story = Story(straight_on)
    async with at_work(engine(storage, story)):
        await until(storage, await queue(storage), JobState.DONE)
        await until(storage, await queue(storage), JobState.DONE)


async def test_many_jobs_run_side_by_side_but_not_too_many(storage: Storage) -> None:
    together: list[int] = []

    async def act(_job: Job, _grip: Grip) -> Step:
        together.append(worker.running)
        await asyncio.sleep(0)
        return Step(JobState.FAILED)

    worker = engine(storage, Story(act), parallel=3)
    jobs = [await queue(storage) for _ in range(9)]
    async with at_work(worker):
        for job in jobs:
            await until(storage, job, JobState.FAILED)
    assert len(together) == 9
    assert max(together) == 3


async def test_a_wait_is_a_date_in_the_row(storage: Storage) -> None:
    async def act(_job: Job, _grip: Grip) -> Step:
        return Step.wait(600, {"queue_place": 3})

    story = Story(act)
    job = await queue(storage)
    async with at_work(engine(storage, story)) as worker:
        async with asyncio.timeout(10):
            while (await _now(storage, job)).progress != {"queue_place": 3}:  # noqa: ASYNC110
                await asyncio.sleep(0.01)
        worker.wake()
        await asyncio.sleep(0)
    assert story.seen == [JobState.QUEUED]
    assert (await _now(storage, job)).attempts == 0


async def test_a_step_commits_before_it_goes_on(storage: Storage) -> None:
    async def act(job: Job, grip: Grip) -> Step:
        assert (await grip.move(JobState.SUBMITTING, upload_name="u.mp3")).owner == "w1"
        stored = await _now(storage, job)
        assert (stored.state, stored.upload_name) == (JobState.SUBMITTING, "u.mp3")
        await grip.save({"sent": True})
        assert (await _now(storage, job)).progress == {"sent": True}
        return Step(JobState.WAITING, due_in=600)

    job = await queue(storage)
    async with at_work(engine(storage, Story(act))):
        assert (await until(storage, job, JobState.WAITING, JobState.FAILED)).progress == {
            "sent": True
        }


async def test_a_poison_job_is_given_up_and_told(
    storage: Storage, caplog: pytest.LogCaptureFixture
) -> None:
    async def act(_job: Job, _grip: Grip) -> Step:
        raise ZeroDivisionError("poison")

    story = Story(act)
    job = await queue(storage)
    async with at_work(engine(storage, story)):
        job = await until(storage, job, JobState.FAILED)
    assert len(story.seen) == 3
    assert story.told == [(job.id, "poison")]
    assert caplog.text.count("error id") == 3


async def test_a_failure_in_between_is_forgotten_by_success(storage: Storage) -> None:
    hiccups = dict.fromkeys(NEXT, 2)

    async def act(job: Job, grip: Grip) -> Step:
        if hiccups[job.state]:
            hiccups[job.state] -= 1
            raise ConnectionError("hiccup")
        return await straight_on(job, grip)

    story = Story(act)
    job = await queue(storage)
    async with at_work(engine(storage, story)):
        assert (await until(storage, job, JobState.DONE, JobState.FAILED)).state == JobState.DONE
    assert story.told == []


async def test_postponing_is_no_failure(storage: Storage) -> None:
    async def act(job: Job, _grip: Grip) -> Step:
        times = int(job.progress.get("times", 0))
        if times < 6:
            raise Postpone(0, {"times": times + 1})
        return Step(JobState.CANCELLED)

    story = Story(act)
    job = await queue(storage)
    async with at_work(engine(storage, story)):
        job = await until(storage, job, JobState.CANCELLED, JobState.FAILED)
    assert (job.state, len(story.seen)) == (JobState.CANCELLED, 7)


async def test_a_job_that_takes_its_process_down_is_given_up(storage: Storage) -> None:
    job = await queue(storage)
    for _ in range(3):
        assert await storage.jobs.claim_due("dead", 1, lease=-1)
    story = Story(straight_on)
    async with at_work(engine(storage, story)):
        await until(storage, job, JobState.FAILED)
    assert story.seen == []
    assert "begun 4 times" in story.told[0][1]


async def test_an_illegal_move_is_a_failure(storage: Storage) -> None:
    async def act(_job: Job, _grip: Grip) -> Step:
        return Step(JobState.DONE)

    story = Story(act)
    job = await queue(storage)
    async with at_work(engine(storage, story)):
        await until(storage, job, JobState.FAILED)
    assert "from queued to done" in story.told[0][1]


async def test_an_unknown_kind_of_job_fails(storage: Storage) -> None:
    job = await queue(storage)
    worker = Engine(storage, {}, worker="w1", backoff=lambda _: 0.0, max_attempts=2)
    async with at_work(worker):
        await until(storage, job, JobState.FAILED)


async def test_a_user_who_cannot_be_told_is_tried_again_but_not_forever(
    storage: Storage,
) -> None:
    async def act(_job: Job, _grip: Grip) -> Step:
        raise ZeroDivisionError("poison")

    heard, unheard = Story(act), Story(act)
    heard.deaf, unheard.deaf = 2, 100
    for story, told in ((heard, 1), (unheard, 0)):
        job = await queue(storage)
        async with at_work(engine(storage, story)):
            await until(storage, job, JobState.FAILED)
        assert len(story.told) == told
    assert unheard.deaf == 96


async def test_a_cancel_reaches_the_running_step(storage: Storage) -> None:
    async def act(_job: Job, grip: Grip) -> Step:
        await grip.cancel_requested.wait()
        return Step(JobState.CANCELLED)

    story = Story(act)
    job = await queue(storage)
    async with at_work(engine(storage, story)):
        await story.began.wait()
        await storage.jobs.request_cancel(job.id, ALICE)
        await until(storage, job, JobState.CANCELLED)


async def test_a_cancel_reaches_a_step_without_a_signal(storage: Storage) -> None:
    async def act(_job: Job, grip: Grip) -> Step:
        await grip.cancel_requested.wait()
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

    async def act(_job: Job, _grip: Grip) -> Step:
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
    assert (await _now(storage, job)).state is JobState.SUBMITTING


async def test_what_has_no_time_left_is_handed_back_as_it_was(storage: Storage) -> None:
    async def act(_job: Job, grip: Grip) -> Step:
        await grip.move(JobState.SUBMITTING)
        moved.set()
        return await forever(grip.job, grip)

    moved = asyncio.Event()
    job = await queue(storage)
    async with at_work(engine(storage, Story(act))):
        await moved.wait()
    job = await _now(storage, job)
    assert (job.state, job.owner, job.attempts) == (JobState.SUBMITTING, None, 0)


async def test_a_step_that_will_not_end_keeps_its_lease(
    storage: Storage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.jobs.engine.UNWINDING", 0.05)
    letting_go = asyncio.Event()

    async def act(job: Job, grip: Grip) -> Step:
        while not letting_go.is_set():
            try:
                await letting_go.wait()
            except asyncio.CancelledError:
                continue
        raise LostGrip

    story = Story(act)
    job = await queue(storage)
    async with at_work(engine(storage, story)) as worker:
        await story.began.wait()
        await worker.stop(0)
        assert (await _now(storage, job)).owner == "w1"
        letting_go.set()


async def test_after_a_crash_another_engine_goes_on(make_storage: MakeStorage) -> None:
    storage = await make_storage()
    moved = asyncio.Event()

    async def act(_job: Job, grip: Grip) -> Step:
        await grip.move(JobState.SUBMITTING)
        moved.set()
        return await forever(grip.job, grip)

    job = await queue(storage)
    worker = engine(storage, Story(act), lease=0.2)
    _never_releases(storage)
    run = asyncio.create_task(worker.run())
    await moved.wait()
    run.cancel()
    with pytest.raises(asyncio.CancelledError):
        await run
    assert (await _now(storage, job)).owner == "w1"
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

    async def act(_job: Job, _grip: Grip) -> Step:
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

    async def act(job: Job, grip: Grip) -> Step:
        try:
            return await forever(job, grip)
        except asyncio.CancelledError:
            cancelled.set()
            raise

    story = Story(act)
    job = await queue(storage)
    async with at_work(engine(storage, story, lease=0.3)):
        await story.began.wait()
        stolen: list[Job] = []
        while not stolen:  # the engine may renew the lease in between
            await storage.jobs.renew(await _now(storage, job), -1)
            stolen = await storage.jobs.claim_due("thief", 1)
        await cancelled.wait()
    assert (await _now(storage, job)).owner == "thief"


async def test_a_lost_grip_changes_nothing(storage: Storage) -> None:
    lost = asyncio.Event()

    async def act(job: Job, grip: Grip) -> Step:
        await storage.jobs.renew(grip.job, -1)
        await storage.jobs.claim_due("thief", 1)
        try:
            await grip.move(JobState.SUBMITTING)
        except LostGrip:
            lost.set()
            raise
        return Step(JobState.FAILED)

    job = await queue(storage)
    async with at_work(engine(storage, Story(act))):
        await lost.wait()
    job = await _now(storage, job)
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

    async def act(job: Job, grip: Grip) -> Step:
        running.add(job.id)
        at_once.append(len(running))
        await asyncio.sleep(0)
        running.discard(job.id)
        return await straight_on(job, grip)

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

    async def act(_job: Job, _grip: Grip) -> Step:
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


async def _now(storage: Storage, job: Job) -> Job:
    now = await storage.jobs.get(job.id)
    assert now is not None
    return now
