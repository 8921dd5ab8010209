"""The engine: steps are run and dated, and their failures counted."""

import asyncio

import pytest

from bot.jobs import Claim, Engine, Postpone, Step
from storage import Job, JobState, Storage
from tests.jobs.working import (
    NEXT,
    Story,
    at_work,
    engine,
    queue,
    stored_now,
    straight_on,
    until,
)


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

    async def act(_job: Job, _claim: Claim) -> Step:
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
    async def act(_job: Job, _claim: Claim) -> Step:
        return Step.wait(600, {"queue_place": 3})

    story = Story(act)
    job = await queue(storage)
    async with at_work(engine(storage, story)) as worker:
        async with asyncio.timeout(60):
            while (await stored_now(storage, job)).progress != {"queue_place": 3}:  # noqa: ASYNC110
                await asyncio.sleep(0.01)
        worker.wake()
        await asyncio.sleep(0)
    assert story.seen == [JobState.QUEUED]
    assert (await stored_now(storage, job)).attempts == 0


async def test_a_step_commits_before_it_goes_on(storage: Storage) -> None:
    async def act(job: Job, claim: Claim) -> Step:
        assert (await claim.move(JobState.SUBMITTING, upload_name="u.mp3")).owner == "w1"
        stored = await stored_now(storage, job)
        assert (stored.state, stored.upload_name) == (JobState.SUBMITTING, "u.mp3")
        await claim.save({"sent": True})
        assert (await stored_now(storage, job)).progress == {"sent": True}
        return Step(JobState.WAITING, due_in=600)

    job = await queue(storage)
    async with at_work(engine(storage, Story(act))):
        assert (await until(storage, job, JobState.WAITING, JobState.FAILED)).progress == {
            "sent": True
        }


async def test_a_poison_job_is_given_up_and_told(
    storage: Storage, caplog: pytest.LogCaptureFixture
) -> None:
    async def act(_job: Job, _claim: Claim) -> Step:
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

    async def act(job: Job, claim: Claim) -> Step:
        if hiccups[job.state]:
            hiccups[job.state] -= 1
            raise ConnectionError("hiccup")
        return await straight_on(job, claim)

    story = Story(act)
    job = await queue(storage)
    async with at_work(engine(storage, story)):
        assert (await until(storage, job, JobState.DONE, JobState.FAILED)).state == JobState.DONE
    assert story.told == []


async def test_postponing_is_no_failure(storage: Storage) -> None:
    async def act(job: Job, _claim: Claim) -> Step:
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
    async def act(_job: Job, _claim: Claim) -> Step:
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
    async def act(_job: Job, _claim: Claim) -> Step:
        raise ZeroDivisionError("poison")

    heard, unheard = Story(act), Story(act)
    heard.deaf, unheard.deaf = 2, 100
    for story, told in ((heard, 1), (unheard, 0)):
        job = await queue(storage)
        async with at_work(engine(storage, story)):
            await until(storage, job, JobState.FAILED)
        assert len(story.told) == told
    assert unheard.deaf == 96
