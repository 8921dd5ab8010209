"""One budget of questions: never more than it allows, and news before routine."""

import asyncio

import pytest

from storage import JobState, Storage, Turns
from storage.service.request_budget import BURST, PER_MINUTE, Bucket, Budget, LocalBudget
from tests.storage.factories import claim_one, link, queue, reload
from tests.storage_fixtures import MakeStorage


class Clock:
    """Time that passes when it is told to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


async def asked(budget: Budget, clock: Clock, seconds: float) -> list[float]:
    """The moments of all questions somebody asks who asks whenever they may."""
    moments: list[float] = []
    end = clock.now + seconds
    while clock.now < end:
        moments += [clock.now] * (await budget.take(8)).hinted
        clock.now += (await budget.waits()).hinted + 0.01
    return moments


@pytest.mark.parametrize("limit", [None, 120, 60, 6])
async def test_no_minute_sees_more_than_the_budget(limit: int | None) -> None:
    clock = Clock()
    budget = LocalBudget(clock)
    await budget.told(limit, None)
    moments = await asked(budget, clock, 600)
    allowed = PER_MINUTE if limit is None else limit * 5 / 6
    busiest = max(sum(a <= b < a + 60 for b in moments) for a in moments)
    assert busiest <= allowed
    assert len(moments) > 600 / 60 * allowed * 0.7


async def test_the_last_tokens_are_for_hints() -> None:
    bucket = Bucket(left=3.5, at=0.0)
    assert bucket.granted(8) == Turns(3, 0)
    assert bucket.waits(0.0).hinted == 0
    assert bucket.waits(0.0).ordinary > 0


async def test_a_pause_is_obeyed_and_little_left_is_believed() -> None:
    clock = Clock()
    budget = LocalBudget(clock)
    await budget.pause(30)
    assert await budget.take(1) == Turns(0, 0)
    assert (await budget.waits()).hinted > 30
    clock.now += 120
    await budget.told(120, 2)
    assert (await budget.take(8)).hinted == 2


async def test_what_was_not_asked_comes_back() -> None:
    budget = LocalBudget(Clock())
    taken = await budget.take(8)
    await budget.give_back(taken.hinted)
    assert await budget.take(8) == taken


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_processes_share_one_budget(make_storage: MakeStorage) -> None:
    one, other = await make_storage(), await make_storage()
    began = await one.now()
    takes = [storage.budget.take(4) for storage in (one, other) * 6]
    turns = await asyncio.gather(*takes)
    burst = PER_MINUTE * BURST
    flowed = (await one.now() - began) * (PER_MINUTE - burst) / 60
    assert burst <= sum(each.hinted for each in turns) <= burst + flowed
    await one.budget.told(60, None)
    await one.budget.give_back(1)
    await other.budget.take(1)
    assert other.budget.per_minute == 50
    await other.budget.pause(3600)
    assert (await one.budget.waits()).hinted > 3000


async def waiting(storage: Storage, count: int) -> list[int]:
    """Jobs that wait for the service, all due."""
    credential = await link(storage, capacity=count)
    ids = []
    for _ in range(count):
        await queue(storage, credential)
        [fresh] = await storage.jobs.claim_due("worker", 1, turns=Turns(0, 0))
        job = await storage.jobs.move(fresh, JobState.SUBMITTING, hold=True)
        assert job is not None
        await storage.jobs.move(job, JobState.WAITING, asks=True)
        ids.append(job.id)
    return ids


async def test_questions_are_claimed_within_their_turns(storage: Storage) -> None:
    ids = await waiting(storage, 4)
    assert await storage.polls.waiting() == 4
    assert await storage.jobs.claim_due("w", 10, turns=Turns(0, 0)) == []
    assert await storage.jobs.claim_due("w", 10, turns=Turns(3, 0)) == []
    claimed = await storage.jobs.claim_due("w", 0, turns=Turns(3, 2))
    assert [job.id for job in claimed] == ids[:2]


async def test_a_hinted_job_goes_first(storage: Storage, monkeypatch: pytest.MonkeyPatch) -> None:
    ids = await waiting(storage, 4)
    monkeypatch.setattr("storage.jobs.polls.CALM", 0.0)  # a hint right after a look may be an echo
    assert await storage.polls.hint(ids[3])
    [job] = await storage.jobs.claim_due("w", 10, turns=Turns(1, 1))
    assert job.id == ids[3]


async def test_a_hint_during_a_look_makes_it_look_again(storage: Storage) -> None:
    [job_id] = await waiting(storage, 1)
    job = await claim_one(storage)
    assert await storage.polls.hint(job_id)
    moved = await storage.jobs.move(job, JobState.WAITING, due_in=500, asks=True)
    assert moved is not None
    assert moved.due_at is not None
    assert moved.due_at <= await storage.now()
    again = await claim_one(storage)
    moved = await storage.jobs.move(again, JobState.WAITING, due_in=500, asks=True)
    assert moved is not None
    assert moved.due_at is not None
    assert moved.due_at > await storage.now() + 400


async def test_a_hint_for_what_does_not_wait_is_nothing(storage: Storage) -> None:
    job = await queue(storage, await link(storage))
    assert not await storage.polls.hint(job.id)
    assert not await storage.polls.hint(job.id + 1)
    assert (await reload(storage, job)).state is JobState.QUEUED


async def test_a_cancel_needs_no_turn(storage: Storage) -> None:
    [job_id] = await waiting(storage, 1)
    job = await storage.jobs.get(job_id)
    assert job is not None
    await storage.jobs.request_cancel(job_id, job.user_id)
    [claimed] = await storage.jobs.claim_due("w", 1, turns=Turns(0, 0))
    assert claimed.id == job_id


async def test_waiting_for_a_turn_is_not_being_late(storage: Storage) -> None:
    await waiting(storage, 2)
    assert await storage.jobs.late_by(per_minute=0.1) == 0.0  # two turns in twenty minutes
    assert await storage.jobs.late_by(per_minute=1e9) > 0.0
