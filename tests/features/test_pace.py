"""When a job is asked about: not while it cannot be over, and by turns that fit the budget."""

import time
from dataclasses import replace
from typing import Any

import pytest

from bot.features.separate.reporting.progress import Progress, Stage
from bot.features.separate.running.poll_schedule import (
    SHOWN_EVERY,
    SOONEST,
    SURE_PART,
    PollSchedule,
    noted,
    outlook_of,
)
from storage import Job, JobState, Place

NOW = 1_000_000.0


def job(**about: Any) -> Job:
    values: dict[str, Any] = dict.fromkeys(Job.__dataclass_fields__)
    values |= {
        "id": 1,
        "place": Place(1),
        "state": JobState.WAITING,
        "request": {"sep_type": 40, "song": {"duration": 240}},
        "created_at": NOW,
        "submitted_at": NOW,
        "updated_at": NOW,
    }
    return Job(**(values | about))


class Stores:
    """A storage that knows how many wait, and what was learned."""

    def __init__(self, waiting: int, pace: float | None = None) -> None:
        self.polls = self.budget = self.paces = self
        self.per_minute = 100.0
        self.learned: list[float] = []
        self.count, self.pace = waiting, pace

    async def waiting(self) -> int:
        return self.count

    async def of(self, _sep_type: int) -> float | None:
        return self.pace

    async def learn(self, _sep_type: int, pace: float) -> None:
        self.learned.append(pace)


def pace_with(waiting: int, pace: float | None = None) -> PollSchedule:
    return PollSchedule(Stores(waiting, pace))  # type: ignore[arg-type]


async def test_a_lone_job_is_looked_at_often() -> None:
    processing = Progress(stage=Stage.PROCESSING)
    wait = await pace_with(1).next_look(job(submitted_at=time.time()), processing)
    assert SOONEST <= wait <= SHOWN_EVERY


async def test_ten_thousand_jobs_share_the_budget() -> None:
    schedule, processing = pace_with(10_000), Progress(stage=Stage.PROCESSING)
    waits = [
        await schedule.next_look(job(submitted_at=time.time()), processing) for _ in range(50)
    ]
    assert all(10_000 / wait <= 100 / 60 * 1.05 for wait in waits)


async def test_intervals_shrink_while_budget_is_left_and_grow_when_it_is_not() -> None:
    schedule, processing = pace_with(1000), Progress(stage=Stage.PROCESSING)
    now = time.time()
    first = await schedule.next_look(job(submitted_at=now), processing)
    for _ in range(1000):
        in_time = await schedule.next_look(job(submitted_at=now), processing)
    for _ in range(1000):
        held_up = await schedule.next_look(job(submitted_at=now, due_at=now - 500), processing)
    assert in_time < first
    assert in_time < held_up


async def test_a_webhook_makes_questions_rare_only_where_there_are_many() -> None:
    told = Progress(stage=Stage.PROCESSING, webhook=True)
    young = job(submitted_at=time.time())
    assert await pace_with(1).next_look(young, told) <= SHOWN_EVERY
    many = await pace_with(1000).next_look(young, replace(told, webhook=False))
    assert await pace_with(1000).next_look(young, told) > many


def test_the_queue_and_the_learned_duration_say_when_it_cannot_be_over() -> None:
    queued = Progress(stage=Stage.WAITING, place=10, per_place=30.0)
    outlook = outlook_of(job(), queued, 15.0, NOW)
    assert outlook.sure == 0.8 * 300 + SURE_PART * 60
    working = Progress(stage=Stage.PROCESSING, working_since=NOW - 20)
    assert outlook_of(job(), working, 15.0, NOW).sure == SURE_PART * 60 - 20
    assert outlook_of(job(), working, None, NOW).sure == 0.0


def test_chunks_foretell_the_end() -> None:
    some = Progress(stage=Stage.CHUNKS, chunks_all=10, chunks_done=5, working_since=NOW - 50)
    nearly = replace(some, chunks_done=9)
    assert outlook_of(job(), some, None, NOW).sure > outlook_of(job(), nearly, None, NOW).sure
    assert outlook_of(job(), nearly, None, NOW).sure == 0.0


def test_two_looks_tell_how_fast_the_queue_moves() -> None:
    first = noted(Progress(), 10, Stage.WAITING, NOW)
    second = noted(first, 6, Stage.WAITING, NOW + 60)
    assert second.per_place == 15.0
    working = noted(second, None, Stage.PROCESSING, NOW + 150)
    assert working.working_since == NOW + 150
    assert noted(working, None, Stage.PROCESSING, NOW + 200).working_since == NOW + 150


async def test_a_duration_is_learned_only_where_the_end_is_known_well(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(time, "time", lambda: NOW)
    stores = Stores(1)
    schedule = PollSchedule(stores)  # type: ignore[arg-type]
    began = Progress(stage=Stage.PROCESSING, working_since=NOW - 60)
    await schedule.learn(job(updated_at=NOW - 50), began)
    assert stores.learned == []
    await schedule.learn(job(updated_at=NOW - 2), began)
    assert [round(each) for each in stores.learned] == [15]
