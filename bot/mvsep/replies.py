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
from bot.net import json_fields

OriginOf = Callable[[str], str]

_MOST_RUNNING = 100


def read_accepted(answer: json_fields.Record, origin_of: OriginOf) -> Accepted | None:
    """The job a `create` made, if the answer names one."""
    data = json_fields.record(answer.get("data"))
    found = _secret(data.get("hash"))
    if found is None:
        return None
    return Accepted(found, _host(json_fields.text(data.get("link")), origin_of))


def read_report(answer: json_fields.Record) -> Report:
    """A reply of `separation/get`. `success: false` without a status means not found."""
    data = json_fields.record(answer.get("data"))
    return Report(
        status=_status(answer, unknown_failure=Status.NOT_FOUND),
        queue_count=json_fields.whole(data.get("queue_count")),
        current_order=json_fields.whole(data.get("current_order")),
        finished_chunks=json_fields.whole(data.get("finished_chunks")),
        all_chunks=json_fields.whole(data.get("all_chunks")),
        message=message_of(answer),
        algorithm=json_fields.text(data.get("algorithm")),
        output_format=json_fields.text(data.get("output_format")),
        date=json_fields.text(data.get("date")),
        stems=tuple(map(_stem, json_fields.records(data.get("files")))),
    )


def read_remote_report(answer: json_fields.Record, origin_of: OriginOf) -> RemoteReport:
    """A reply of `separation/get-remote`; "being downloaded" comes with `success: false`."""
    data = json_fields.record(answer.get("data"))
    return RemoteReport(
        status=_status(answer, unknown_failure=Status.PROCESSING),
        hash=_secret(data.get("hash")),
        host=_host(json_fields.text(data.get("link")), origin_of),
        queue_count=json_fields.whole(data.get("queue_count")),
        current_order=json_fields.whole(data.get("current_order")),
        message=message_of(answer),
    )


def read_account(data: json_fields.Record) -> Account:
    """The `data` of `app/user` and `app/login`; the token in it is left where it is."""
    return Account(
        name=json_fields.text(data.get("name")),
        email=json_fields.text(data.get("email")),
        credits=json_fields.count(data.get("premium_minutes")),
        premium_enabled=json_fields.flag(data.get("premium_enabled")),
        long_filenames=json_fields.flag(data.get("long_filenames_enabled")),
        running=_running(data.get("current_queue")),
    )


def read_token(data: json_fields.Record) -> SecretStr | None:
    """The `api_token` of `app/login`, if the account has one."""
    return _secret(data.get("api_token"))


def read_history(answer: json_fields.Record) -> list[PastJob]:
    """The rows of `app/separation_history` that have a hash."""
    rows = json_fields.records(answer.get("data"))
    return [found for row in rows if (found := _past_job(row)) is not None]


def _past_job(row: json_fields.Record) -> PastJob | None:
    found = _secret(row.get("hash"))
    if found is None:
        return None
    algorithm = json_fields.record(row.get("algorithm"))
    return PastJob(
        hash=found,
        created_at=json_fields.text(row.get("created_at")),
        exists=json_fields.flag(row.get("job_exists")),
        credits=json_fields.whole(row.get("credits")),
        hours_left=json_fields.whole(row.get("time_left")),
        algorithm=json_fields.text(algorithm.get("name")),
        render_id=json_fields.whole(algorithm.get("render_id")),
    )


def _running(queue: object) -> tuple[RunningJob, ...]:
    if isinstance(queue, int):
        return (RunningJob(None),) * min(json_fields.count(queue), _MOST_RUNNING)
    if isinstance(queue, dict) and "hash" in queue:
        queue = [queue]
    found = json_fields.items(queue)[:_MOST_RUNNING]
    return tuple(RunningJob(_secret(_hash_in(entry))) for entry in found)


def _hash_in(entry: object) -> object:
    return entry.get("hash") if isinstance(entry, dict) else entry


def _stem(file: json_fields.Record) -> ResultFile:
    return ResultFile(
        label=json_fields.text(file.get("type")),
        url=json_fields.text(file.get("url")),
        download=json_fields.text(file.get("download")),
        size_text=json_fields.text(file.get("size")),
        bytes=json_fields.whole(file.get("bytes")),
    )


def _status(answer: json_fields.Record, *, unknown_failure: Status) -> Status:
    word = json_fields.text(answer.get("status")).strip().lower()
    if word in set(Status):
        return Status(word)
    if word == "error":
        return Status.FAILED
    if word or json_fields.flag(answer.get("success")):
        return Status.PROCESSING
    return _status_of_failure(message_of(answer), unknown_failure)


def _status_of_failure(message: str, unknown: Status) -> Status:
    if says_not_found(message):
        return Status.NOT_FOUND
    if "wait" in message.lower() or "being downloaded" in message.lower():
        return Status.PROCESSING
    return unknown


def _secret(value: object) -> SecretStr | None:
    found = json_fields.text(value)
    return SecretStr(found) if found else None


def _host(link: str, origin_of: OriginOf) -> str | None:
    try:
        return origin_of(link)
    except ForeignAddress:
        return None
