"""Keeps the leases of running steps, and ends the steps whose job was lost."""

import asyncio
import logging
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager, suppress

from bot.jobs.claim import Claim
from storage.jobs.jobs import Jobs

Running = dict[int, tuple[Claim, asyncio.Task[None]]]

log = logging.getLogger(__name__)


@asynccontextmanager
async def beating(jobs: Jobs, running: Running, lease: float) -> AsyncIterator[None]:
    """Hold on to the jobs of `running`, by job id, for `lease` seconds at a time."""
    beat = asyncio.create_task(_beat(jobs, running, lease), name="leases of running jobs")
    try:
        yield
    finally:
        beat.cancel()
        with suppress(asyncio.CancelledError):
            await beat


async def _beat(jobs: Jobs, running: Running, lease: float) -> None:
    clock = asyncio.get_running_loop().time
    renewed_at = clock()
    while True:
        await asyncio.sleep(lease / 3)
        try:
            await _renew(jobs, running, lease)
            renewed_at = clock()
        except Exception:
            log.exception("Leases could not be renewed")
            if clock() - renewed_at > lease:
                _lose(running, tuple(running))


async def _renew(jobs: Jobs, running: Running, lease: float) -> None:
    grips = {job_id: claim for job_id, (claim, _) in running.items() if not claim.settling}
    if not grips:
        return
    kept = await jobs.renew_all([claim.job for claim in grips.values()], lease)
    for job_id in kept:
        if kept[job_id]:
            grips[job_id].cancel_requested.set()
    _lose(running, (job_id for job_id in grips if job_id not in kept))


def _lose(running: Running, job_ids: Iterable[int]) -> None:
    for job_id in job_ids:
        claim, task = running.get(job_id, (None, None))
        if claim is not None and task is not None and not claim.settling:
            log.warning("Job %s was lost while a step of it ran", job_id)
            task.cancel()
