"""The replies about jobs, in the shapes that were recorded from the service."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bot.sandbox.mvsep.api.errors import DOWNLOADING, NOT_FOUND, Refused, in_data
from bot.sandbox.mvsep.clock import as_text
from bot.sandbox.mvsep.jobs import SandboxJob, State, slug
from bot.sandbox.mvsep.sound.codec import FORMATS, Probe
from bot.sandbox.mvsep.world import World

_QUEUED = {State.WAITING, State.DISTRIBUTING}
_QUEUE_BEHIND = 2
_DOWN_CASE_GROUPS = {13}
"""Speech, music and effects models label their files in lower case."""


def not_found() -> Refused:
    return in_data(NOT_FOUND, status=200, job_status="not_found")


def accepted(world: World, job: SandboxJob) -> dict[str, Any]:
    """MVSEP API document, `separation/create`."""
    success: bool | str = "true" if world.switches.stringly else True
    return {"success": success, "data": {"link": world.link(job.any_hash), "hash": job.any_hash}}


def report(world: World, job: SandboxJob) -> dict[str, Any]:
    """MVSEP API document, `separation/get`: `status` beside `success`, the rest in `data`."""
    if job.state is State.DONE:
        data = _done(world, job)
    elif job.state is State.FAILED:
        data = {"message": job.message}
    else:
        data = _progress(world, job)
    return {"success": True, "status": str(job.state), "data": data}


def remote_report(world: World, job: SandboxJob) -> dict[str, Any]:
    """MVSEP API document, `separation/get-remote`: it is about the fetch, not the separation."""
    if job.state is State.FETCHING:
        return {"success": False, "data": {"message": DOWNLOADING}}
    if not job.hash:
        return {"success": True, "status": "failed", "data": {"message": job.message}}
    data = {"link": world.link(job.hash), "hash": job.hash}
    return {"success": True, "status": "done", "data": data}


def history_row(world: World, job: SandboxJob) -> dict[str, Any]:
    """A row of `app/separation_history` and of `current_queue`; `time_left` is in hours."""
    now = world.clock.now()
    exists = job.exists(now)
    return {
        "id": job.number,
        "hash": job.any_hash,
        "created_at": as_text(job.created),
        "updated_at": as_text(job.created),
        "job_exists": exists,
        "credits": job.charged if exists else None,
        "time_left": int(job.hours_left(now)),
        "algorithm": job.entry.summary(world.catalogue.groups),
    }


def demo_row(world: World, job: SandboxJob) -> dict[str, Any]:
    """A row of `app/demo`."""
    return {
        "hash": job.hash,
        "date": as_text(job.created)[:16],
        "input_audio": f"{world.origin}/storage/temp/{job.hash}",
        "size": _size_text(_bytes(job.inputs)),
        "algorithm": job.entry.summary(world.catalogue.groups),
    }


def _progress(world: World, job: SandboxJob) -> dict[str, Any]:
    data: dict[str, Any] = {"message": f"The file is {job.state}"}
    if job.state in _QUEUED:
        data |= {"queue_count": job.place + _QUEUE_BEHIND, "current_order": job.place}
    if job.all_chunks:
        data |= {"finished_chunks": job.finished_chunks, "all_chunks": job.all_chunks}
    if world.switches.stringly:
        return {key: str(value) for key, value in data.items()}
    return data


def _done(world: World, job: SandboxJob) -> dict[str, Any]:
    size = _bytes(job.inputs)
    data = {
        "hash": job.hash,
        "algorithm": job.entry.name,
        "algorithm_description": _chosen(job),
        "size": _size_text(size),
        "output_format": FORMATS[job.output_format].label,
        "tags": _tags(job.probe) if job.probe else {},
        "input_file": {
            "url": f"{world.origin}/storage/temp/{job.hash}",
            "size": _size_text(size),
            "download": job.upload_name,
        },
        "files": [_file(world, job, place) for place in range(len(job.files))],
        "date": as_text(job.created),
    }
    if job.transcription:
        data["transcription"] = list(job.transcription)
    return data


def _file(world: World, job: SandboxJob, place: int) -> dict[str, Any]:
    """`download` is a bare file name; `bytes` is a string of digits."""
    stem, path = job.files[place]
    size = path.stat().st_size
    return {
        "type": label(job, stem),
        "url": f"{world.origin}/storage/processed/{path.name}",
        "size": _size_text(size),
        "download": _download_name(job, stem, path.suffix),
        "image": None,
        "bytes": str(size),
    }


def label(job: SandboxJob, stem: str) -> str:
    """How the service calls a stem; text and MIDI files and some models keep lower case."""
    if job.entry.group in _DOWN_CASE_GROUPS or job.entry.kind not in {"stems", "match"}:
        return stem
    return stem.replace("-", " ").title()


def _download_name(job: SandboxJob, stem: str, suffix: str) -> str:
    """With `long_filenames_enabled` the model's and the options' names are in it."""
    base = slug(job.upload_name.rpartition(".")[0] or job.upload_name) or "file"
    if job.account.long_filenames:
        return f"{base}_{slug(job.entry.name)}_{slug(_chosen(job)) or 'default'}_{stem}{suffix}"
    model_type = job.options.get("add_opt1", "0") if job.entry.fields else "0"
    return f"{base}_{job.entry.model}_mt_{slug(model_type)[:12]}_{stem}{suffix}"


def _chosen(job: SandboxJob) -> str:
    """The options in words: "Vocal model type: ver 2025.07, Overlap: 50%"."""
    return ", ".join(
        f"{field.text}: {field.options.get(value, value)}"
        for field in job.entry.fields
        if (value := job.options.get(field.name))
    )


def _tags(probe: Probe) -> dict[str, Any]:
    """The audio facts and tags as getID3 lays them out: every tag is a list."""
    return {
        "audio": {
            "dataformat": probe.container.partition(",")[0],
            "channels": probe.channels,
            "sample_rate": probe.sample_rate,
            "bitrate": probe.bit_rate,
            "channelmode": "mono" if probe.channels == 1 else "stereo",
            "streams": [{"codec": probe.codec}],
        },
        "tags": {"id3v2": {key.lower(): [value] for key, value in probe.tags.items()}},
    }


def _bytes(paths: Sequence[Path]) -> int:
    return sum(path.stat().st_size for path in paths if path.exists())


def _size_text(size: int) -> str:
    return f"{size / 2**20:.2f} MB"
