"""A day at the service in virtual time: jobs that begin, last and end, and who notices when.

Three ways to spend the same budget: ours (the bot's own pace and bucket), everybody in turn, and
the best there is for somebody who knows the distribution of durations exactly and the moment each
job began: always ask about the job with the largest expected time since an unnoticed end.
"""

import asyncio
import heapq
import math
import random
import time
from dataclasses import dataclass, replace
from typing import Any
from unittest.mock import patch

import numpy as np

from bot.features.separate.reporting.progress import Progress, Stage
from bot.features.separate.running.poll_schedule import PollSchedule, noted
from storage import Job, JobState, Place
from storage.service.request_budget import PER_MINUTE, Bucket

MINUTES = 4  # of a song
SPREAD = 0.35  # sigma of the logarithm of a job's duration
BASE = 1_000_000_000.0


@dataclass
class Running:
    """A job at the service: when its work began, and when it ends."""

    job: Job
    began: float
    ends: float
    asked: float
    progress: Progress


def cohort(count: int, chance: random.Random) -> list[Running]:
    """`count` jobs in the middle of their work; durations fit what the budget can follow at all."""
    mean = count / (PER_MINUTE / 60) * 2
    return [_one(number, mean, chance) for number in range(count)]


def _one(number: int, mean: float, chance: random.Random) -> Running:
    lasts = mean * math.exp(chance.gauss(0, SPREAD))
    began = BASE - chance.uniform(0, lasts)
    values: dict[str, Any] = dict.fromkeys(Job.__dataclass_fields__)
    request = {"sep_type": 40, "song": {"duration": MINUTES * 60}}
    values |= {"id": number, "place": Place(1), "state": JobState.WAITING, "request": request}
    job = Job(**(values | {"submitted_at": began, "created_at": began, "updated_at": began}))
    return Running(
        job, began, began + lasts, BASE, Progress(Stage.PROCESSING, working_since=began)
    )


class Stores:
    """What the pace reads: how many wait, and the learned duration."""

    def __init__(self, count: int, mean: float) -> None:
        self.polls = self.budget = self.paces = self
        self.per_minute, self.count, self.mean = PER_MINUTE, count, mean

    async def waiting(self) -> int:
        return self.count

    async def of(self, _sep_type: int) -> float:
        return self.mean / MINUTES


def ours(running: list[Running]) -> list[float]:
    """Due times from the bot's pace, served in their order as the bot's bucket allows."""
    stores = Stores(len(running), len(running) / (PER_MINUTE / 60) * 2)
    now, late = BASE, []
    schedule = PollSchedule(stores, clock=lambda: now)  # type: ignore[arg-type]
    loop = asyncio.new_event_loop()
    bucket = Bucket(0.0, now)

    def next_look(one: Running) -> float:
        with patch.object(time, "time", lambda: now):
            due_at = now + loop.run_until_complete(schedule.next_look(one.job, one.progress))
        one.job = replace(one.job, due_at=due_at)
        return due_at

    due = [(next_look(one), number) for number, one in enumerate(running)]
    heapq.heapify(due)
    while due:
        now = max(now, due[0][0])
        bucket = bucket.refilled(now)
        if not bucket.granted(1).ordinary:
            now += bucket.waits(now).ordinary + 1e-6
            bucket = bucket.refilled(now)
        bucket = bucket.spent(1)
        _, number = heapq.heappop(due)
        one = running[number]
        if one.ends <= now:
            late.append(now - one.ends)
            stores.count -= 1
        else:
            one.progress = noted(one.progress, None, Stage.PROCESSING, now)
            heapq.heappush(due, (next_look(one), number))
    loop.close()
    return late


def in_turn(running: list[Running]) -> list[float]:
    """One after the other, without a thought."""
    now, late, left = BASE, [], list(running)
    while left:
        still = []
        for one in left:
            now += 60 / PER_MINUTE
            if one.ends <= now:
                late.append(now - one.ends)
            else:
                still.append(one)
        left = still
    return late


def best(running: list[Running]) -> list[float]:
    """Greedy by the expected time since an end that nobody noticed, distribution known exactly."""
    mean = len(running) / (PER_MINUTE / 60) * 2
    began = np.array([one.began for one in running])
    ends = np.array([one.ends for one in running])
    asked = np.full(len(running), BASE)
    grid = mean * np.linspace(0, 8, 1601)
    below = _distribution(grid / mean)
    area = np.concatenate([[0], np.cumsum((below[1:] + below[:-1]) / 2 * np.diff(grid))])
    open_ = np.ones(len(running), dtype=bool)
    now, late, step = BASE, [], 60 / PER_MINUTE
    batch = max(1, len(running) // 400)
    while open_.any():
        # The order hardly changes within a few questions: choose as many at once.
        age, seen = now - began, asked - began
        unseen = np.interp(age, grid, area) - np.interp(seen, grid, area)
        known = np.interp(seen, grid, below)
        value = (unseen - (age - seen) * known) / np.maximum(1e-9, 1 - known)
        value[~open_] = -1
        for number in np.argsort(-value)[: min(batch, int(open_.sum()))]:
            now += step
            asked[number] = now
            if ends[number] <= now:
                late.append(float(now - ends[number]))
                open_[number] = False
    return late


def _distribution(part: np.ndarray) -> np.ndarray:
    values = np.zeros_like(part)
    positive = part > 0
    values[positive] = [
        0.5 * (1 + math.erf(math.log(each) / SPREAD / math.sqrt(2))) for each in part[positive]
    ]
    return values


def delays(count: int, seed: int = 7) -> dict[str, list[float]]:
    """Seconds from the end of each job to its being noticed, by way of asking."""
    made = cohort(count, random.Random(seed))  # noqa: S311
    ways = {"ours": ours, "best": best, "in turn": in_turn}
    return {who: way([replace(one) for one in made]) for who, way in ways.items()}
