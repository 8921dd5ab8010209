"""The life of a job after its create: fetched, queued, processed, delivered or failed."""

from __future__ import annotations

import asyncio
from pathlib import Path

import aiohttp

from bot.sandbox.mvsep.api.errors import NO_CREDITS
from bot.sandbox.mvsep.api.views import report
from bot.sandbox.mvsep.jobs import LONG, SandboxJob, State
from bot.sandbox.mvsep.remote import FetchFailed, fetch, is_loopback
from bot.sandbox.mvsep.sound.codec import FORMATS, NotAudio, probe
from bot.sandbox.mvsep.sound.produce import Made, Work, produce
from bot.sandbox.mvsep.world import World

# In the service's seconds.
_FETCH = 1.0
_PLACE = 1.0
_CHUNK = 1.0
_PROCESSING = 2.0
_MERGING = 1.0
_CHUNK_LENGTH = 300


class JobFailed(Exception):
    """The reason that `data.message` of a failed job gives."""


def start(world: World, job: SandboxJob) -> None:
    """Lets the job live on its own."""
    job.task = asyncio.create_task(_live(world, job), name=f"mvsep job {job.number}")


async def _live(world: World, job: SandboxJob) -> None:
    try:
        if job.state is State.FETCHING:
            await _fetch(world, job)
        await _queue(world, job)
        await _process(world, job)
        job.enter(State.DONE)
    except (JobFailed, FetchFailed, NotAudio) as error:
        job.message = str(error)
        job.enter(State.FAILED)
    except Exception:
        job.message = "Internal error"
        job.enter(State.FAILED)
        raise
    await _call_webhook(world, job)


async def _fetch(world: World, job: SandboxJob) -> None:
    """The job gets its long hash, and is paid for, once the file is there."""
    await world.switches.pace(_FETCH)
    await world.switches.waiting_gate.wait()
    path = world.incoming / job.remote_hash
    plan = world.plan_of(job.account)
    await fetch(job.source_url, path, world.remote_files, plan.max_bytes)
    job.probe = await asyncio.to_thread(probe, path)
    if job.seconds > plan.max_seconds:
        raise JobFailed("The audio is too long")
    _pay_for_fetched(job)
    job.hash = world.new_hash(job.upload_name)
    job.inputs = [path.rename(world.temp / job.hash)]


def _pay_for_fetched(job: SandboxJob) -> None:
    if job.account.premium:
        price = job.entry.cost(job.seconds, job.options)
        if price > job.account.credits:
            raise JobFailed(NO_CREDITS)
        job.charge(price)


async def _queue(world: World, job: SandboxJob) -> None:
    """One place forward per step, and none while the queue is held."""
    job.enter(State.WAITING)
    switches = world.switches
    while True:
        await switches.waiting_gate.wait()
        await switches.pace(_PLACE)
        if not switches.waiting_gate.is_set():
            continue
        if job.place <= 1:
            return
        job.place -= 1


async def _process(world: World, job: SandboxJob) -> None:
    switches = world.switches
    job.all_chunks = switches.chunks or (int(job.seconds // _CHUNK_LENGTH) + 1) * (
        job.seconds >= LONG
    )
    job.enter(State.DISTRIBUTING if job.all_chunks else State.PROCESSING)
    failure = switches.failures.popleft() if switches.failures else None
    making = None if failure else _begin(world, job)
    await _hold_or_pass(world, job)
    if making is None:
        raise JobFailed(failure)
    made = await making
    if job.all_chunks:
        job.enter(State.MERGING)
        await switches.pace(_MERGING)
    job.files, job.transcription = made.files, made.transcription


async def _hold_or_pass(world: World, job: SandboxJob) -> None:
    switches = world.switches
    await switches.processing_gate.wait()
    for _ in range(job.all_chunks):
        await switches.pace(_CHUNK)
        await switches.processing_gate.wait()
        job.finished_chunks += 1
    await switches.pace(_PROCESSING)
    await switches.processing_gate.wait()


def _begin(world: World, job: SandboxJob) -> asyncio.Future[Made]:
    def place(stem: str, suffix: str) -> Path:
        return world.processed / f"{job.hash}_{job.entry.model}_{stem}.{suffix}"

    work = Work(
        kind=job.entry.kind,
        stems=job.entry.stems_for(job.options),
        inputs=job.inputs,
        options=job.options,
        output=FORMATS[job.output_format],
        place=place,
        words=world.switches.words,
    )
    return asyncio.get_running_loop().run_in_executor(world.pool, produce, work)


async def _call_webhook(world: World, job: SandboxJob) -> None:
    """To loopback only. Nobody retries it: a lost call is lost, as with the real one."""
    if not is_loopback(job.webhook_url):
        return
    style = world.switches.webhook_style
    try:
        async with aiohttp.ClientSession() as session:
            if style == "get":
                await session.get(job.webhook_url)
            else:
                body = report(world, job) if style == "json" else None
                await session.post(job.webhook_url, json=body)
    except aiohttp.ClientError:
        world.lost_webhooks.append(job)
