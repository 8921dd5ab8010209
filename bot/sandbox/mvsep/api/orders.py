"""`separation/create`: everything that is checked before a job exists, and the job itself."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from pathlib import Path

from bot.sandbox.mvsep.accounts import SandboxAccount
from bot.sandbox.mvsep.api.errors import (
    BAD_TOKEN,
    BUSY,
    DAILY_LIMIT,
    NO_CREDITS,
    NO_ENCODER,
    PREMIUM_FORMAT,
    PREMIUM_ONLY,
    UNKNOWN_TYPE,
    in_data,
    in_errors,
)
from bot.sandbox.mvsep.api.forms import Form, Upload
from bot.sandbox.mvsep.catalogue import Entry
from bot.sandbox.mvsep.jobs import SandboxJob, State, short_hash
from bot.sandbox.mvsep.remote import REMOTE_TYPES, name_in
from bot.sandbox.mvsep.sound.codec import FORMATS, NotAudio, Probe, can_encode, probe
from bot.sandbox.mvsep.world import World

_PREMIUM = 2
_PREMIUM_FORMATS = {4, 5}
_DAY = 24 * 3600


async def place_order(world: World, form: Form) -> SandboxJob:
    """The one place where a create takes effect. Raises Refused, and then nothing has changed."""
    fields = form.fields
    account = world.accounts.by_token(fields.get("api_token", ""), in_data(BAD_TOKEN, status=401))
    entry = _algorithm(world, account, fields)
    options = _options(entry, fields)
    output = _output_format(world, account, fields)
    uploads = _uploads(entry, form)
    _check_sizes(world, account, uploads)
    about = await _probed(uploads)
    _check_length(world, account, about)
    _check_room(world, account)
    job = _job(world, account, entry, fields, options, output)
    if not job.source_url:
        _pay(job, about)
        _take(world, job, uploads, about)
    world.jobs.append(job)
    world.creates.append(job)
    return job


def _algorithm(world: World, account: SandboxAccount, fields: Mapping[str, str]) -> Entry:
    entry = world.catalogue.active(fields.get("sep_type", ""))
    if entry is None:
        raise in_errors(UNKNOWN_TYPE)
    if entry.orientation == _PREMIUM and not account.premium:
        raise in_errors(PREMIUM_ONLY)
    return entry


def _options(entry: Entry, fields: Mapping[str, str]) -> dict[str, str]:
    """Empty values count as not sent; unknown keys and missing texts are refused."""
    problems = []
    for field in entry.fields:
        sent = fields.get(field.name, "")
        if sent and field.options and sent not in field.options:
            problems.append(f"The selected {field.name} is invalid.")
        if not sent and field.required and not field.options:
            problems.append(f"The {field.name} field is required.")
    if problems:
        raise in_errors(*problems)
    return entry.with_defaults(fields)


def _output_format(world: World, account: SandboxAccount, fields: Mapping[str, str]) -> int:
    sent = fields.get("output_format") or "0"
    if not sent.isdecimal() or int(sent) not in FORMATS:
        raise in_errors("The selected output format is invalid.")
    number = int(sent)
    if number in _PREMIUM_FORMATS and world.switches.premium_formats and not account.premium:
        raise in_errors(PREMIUM_FORMAT)
    if not can_encode(FORMATS[number]):
        raise in_errors(NO_ENCODER)
    return number


def _uploads(entry: Entry, form: Form) -> list[Upload]:
    """Which files the algorithm needs; none for links and for models that take no file."""
    if entry.widget == "no_upload":
        return []
    if entry.widget == "matchering_upload":
        return [_required(form, name) for name in ("target_audiofile", "reference_audiofile")]
    if form.uploads.get("audiofile"):
        return [form.uploads["audiofile"]]
    if not form.fields.get("url"):
        raise in_errors("The audiofile field is required when url is not present.")
    if form.fields.get("remote_type", "direct") not in REMOTE_TYPES:
        raise in_errors("The selected remote type is invalid.")
    return []


def _required(form: Form, name: str) -> Upload:
    if name not in form.uploads:
        raise in_errors(f"The {name} field is required.")
    return form.uploads[name]


def _check_sizes(world: World, account: SandboxAccount, uploads: Sequence[Upload]) -> None:
    most = world.plan_of(account).max_bytes
    if any(upload.size > most for upload in uploads):
        raise in_errors(f"The audiofile may not be greater than {most // 1024} kilobytes.")


async def _probed(uploads: Sequence[Upload]) -> Probe | None:
    """None for a file without sound: such a job is accepted and fails later."""
    if not uploads:
        return None
    try:
        return await asyncio.to_thread(probe, uploads[0].path)
    except NotAudio:
        return None


def _check_length(world: World, account: SandboxAccount, about: Probe | None) -> None:
    most = world.plan_of(account).max_seconds
    if about and about.seconds > most:
        raise in_errors(f"The audio is too long: at most {most / 60:g} minutes.")


def _check_room(world: World, account: SandboxAccount) -> None:
    if len(world.running_of(account)) >= world.plan_of(account).parallel:
        raise in_errors(BUSY)
    since = world.clock.now() - _DAY
    today = sum(job.account is account and job.created > since for job in world.creates)
    limit = world.switches.daily_limit
    if limit is not None and not account.premium and today >= limit:
        raise in_errors(DAILY_LIMIT)


def _job(
    world: World,
    account: SandboxAccount,
    entry: Entry,
    fields: Mapping[str, str],
    options: Mapping[str, str],
    output: int,
) -> SandboxJob:
    remote = entry.widget == "single_upload"
    url = fields.get("url", "") if remote else ""
    return SandboxJob(
        account=account,
        entry=entry,
        upload_name=name_in(url) if url else "generated.wav",
        options=options,
        output_format=output,
        created=world.clock.now(),
        number=len(world.creates) + 1,
        state=State.FETCHING if url else State.WAITING,
        remote_hash=short_hash() if url else "",
        source_url=url,
        webhook_url=fields.get("webhook_url", ""),
        is_demo=fields.get("is_demo") == "1",
        place=world.switches.start_place,
    )


def _pay(job: SandboxJob, about: Probe | None) -> None:
    """Free accounts pay nothing. Raises Refused when the credits do not suffice."""
    if not job.account.premium:
        return
    price = job.entry.cost(about.seconds if about else 0.0, job.options)
    if price > job.account.credits:
        raise in_errors(NO_CREDITS)
    job.charge(price)


def _take(world: World, job: SandboxJob, uploads: Sequence[Upload], about: Probe | None) -> None:
    """Gives the job its hash and moves its files to where results are served from."""
    if uploads:
        job.upload_name = uploads[0].name
    job.hash = world.new_hash(job.upload_name)
    job.probe = about
    job.inputs = [_kept(world, job, place, u.path) for place, u in enumerate(uploads)]


def _kept(world: World, job: SandboxJob, place: int, path: Path) -> Path:
    return path.rename(world.temp / (f"{job.hash}.{place}" if place else job.hash))
