"""Reads MVSEP's answers about jobs and accounts into models; nothing in them is certain."""

from collections.abc import Callable

from pydantic import SecretStr

from bot.mvsep.errors import ForeignAddress
from bot.mvsep.models import (
    Accepted,
    Account,
    PastJob,
    RemoteReport,
    Report,
    ResultFile,
    RunningJob,
    Status,
)
from bot.mvsep.refusals import message_of, says_not_found
from bot.net import loose

OriginOf = Callable[[str], str]

_MOST_RUNNING = 100


def read_accepted(answer: loose.Record, origin_of: OriginOf) -> Accepted | None:
    """The job a `create` made, if the answer names one."""
    data = loose.record(answer.get("data"))
    found = _secret(data.get("hash"))
    if found is None:
        return None
    return Accepted(found, _host(loose.text(data.get("link")), origin_of))


def read_report(answer: loose.Record) -> Report:
    """A reply of `separation/get`. `success: false` without a status means not found."""
    data = loose.record(answer.get("data"))
    return Report(
        status=_status(answer, unknown_failure=Status.NOT_FOUND),
        queue_count=loose.whole(data.get("queue_count")),
        current_order=loose.whole(data.get("current_order")),
        finished_chunks=loose.whole(data.get("finished_chunks")),
        all_chunks=loose.whole(data.get("all_chunks")),
        message=message_of(answer),
        algorithm=loose.text(data.get("algorithm")),
        output_format=loose.text(data.get("output_format")),
        date=loose.text(data.get("date")),
        stems=tuple(map(_stem, loose.records(data.get("files")))),
    )


def read_remote_report(answer: loose.Record, origin_of: OriginOf) -> RemoteReport:
    """A reply of `separation/get-remote`; "being downloaded" comes with `success: false`."""
    data = loose.record(answer.get("data"))
    return RemoteReport(
        status=_status(answer, unknown_failure=Status.PROCESSING),
        hash=_secret(data.get("hash")),
        host=_host(loose.text(data.get("link")), origin_of),
        queue_count=loose.whole(data.get("queue_count")),
        current_order=loose.whole(data.get("current_order")),
        message=message_of(answer),
    )


def read_account(data: loose.Record) -> Account:
    """The `data` of `app/user` and `app/login`; the token in it is left where it is."""
    return Account(
        name=loose.text(data.get("name")),
        email=loose.text(data.get("email")),
        credits=loose.count(data.get("premium_minutes")),
        premium_enabled=loose.flag(data.get("premium_enabled")),
        long_filenames=loose.flag(data.get("long_filenames_enabled")),
        running=_running(data.get("current_queue")),
    )


def read_token(data: loose.Record) -> SecretStr | None:
    """The `api_token` of `app/login`, if the account has one."""
    return _secret(data.get("api_token"))


def read_history(answer: loose.Record) -> list[PastJob]:
    """The rows of `app/separation_history` that have a hash."""
    rows = loose.records(answer.get("data"))
    return [found for row in rows if (found := _past_job(row)) is not None]


def _past_job(row: loose.Record) -> PastJob | None:
    found = _secret(row.get("hash"))
    if found is None:
        return None
    algorithm = loose.record(row.get("algorithm"))
    return PastJob(
        hash=found,
        created_at=loose.text(row.get("created_at")),
        exists=loose.flag(row.get("job_exists")),
        credits=loose.whole(row.get("credits")),
        hours_left=loose.whole(row.get("time_left")),
        algorithm=loose.text(algorithm.get("name")),
        render_id=loose.whole(algorithm.get("render_id")),
    )


def _running(queue: object) -> tuple[RunningJob, ...]:
    if isinstance(queue, int):
        return (RunningJob(None),) * min(loose.count(queue), _MOST_RUNNING)
    if isinstance(queue, dict) and "hash" in queue:
        queue = [queue]
    found = loose.items(queue)[:_MOST_RUNNING]
    return tuple(RunningJob(_secret(_hash_in(entry))) for entry in found)


def _hash_in(entry: object) -> object:
    return entry.get("hash") if isinstance(entry, dict) else entry


def _stem(file: loose.Record) -> ResultFile:
    return ResultFile(
        label=loose.text(file.get("type")),
        url=loose.text(file.get("url")),
        download=loose.text(file.get("download")),
        size_text=loose.text(file.get("size")),
        bytes=loose.whole(file.get("bytes")),
    )


def _status(answer: loose.Record, *, unknown_failure: Status) -> Status:
    word = loose.text(answer.get("status")).strip().lower()
    if word in set(Status):
        return Status(word)
    if word == "error":
        return Status.FAILED
    if word or loose.flag(answer.get("success")):
        return Status.PROCESSING
    return _status_of_failure(message_of(answer), unknown_failure)


def _status_of_failure(message: str, unknown: Status) -> Status:
    if says_not_found(message):
        return Status.NOT_FOUND
    if "wait" in message.lower() or "being downloaded" in message.lower():
        return Status.PROCESSING
    return unknown


def _secret(value: object) -> SecretStr | None:
    found = loose.text(value)
    return SecretStr(found) if found else None


def _host(link: str, origin_of: OriginOf) -> str | None:
    try:
        return origin_of(link)
    except ForeignAddress:
        return None
