"""The four shapes in which the service says no, and its known wordings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

BUSY = "You already have unprocessed file in queue. Please wait before adding new file!"
DAILY_LIMIT = (
    "You have reached the limit of separations for today. Please try again tomorrow"
    " or consider signing up for a premium account."
)
PREMIUM_ONLY = "Seperation type is unavailable until you purchase premium membership"
UNKNOWN_TYPE = "Seperation type is not set"
NOT_FOUND = "File or File Hash not found"
DOWNLOADING = "Your audio file is being downloaded, please wait a while..."

# No reply with these was ever recorded: the wording is ours.
BAD_TOKEN = "Invalid api_token"  # noqa: S105
NO_CREDITS = "You do not have enough credits for this separation"
PREMIUM_FORMAT = "Output format is unavailable until you purchase premium membership"
NO_ENCODER = "Output format is temporarily unavailable"


class Refused(Exception):
    """A refusal on its way to the client: HTTP status and JSON body."""

    def __init__(self, status: int, body: Mapping[str, Any]) -> None:
        super().__init__(f"{status} {body}")
        self.status = status
        self.body = body


def in_errors(*texts: str, status: int = 400) -> Refused:
    """Shape of refused creates: a list, and no `data`."""
    return Refused(status, {"success": False, "errors": list(texts)})


def in_data(text: str, *, status: int, job_status: str | None = None) -> Refused:
    """Shape of `separation/*`: `data.message`, with the job's `status` beside it on reads."""
    told = {"status": job_status} if job_status else {}
    return Refused(status, {"success": False, **told, "data": {"message": text}})


def in_fields(problems: Mapping[str, Sequence[str]]) -> Refused:
    """Shape of forms (`app/login`, `app/register`): field to list of texts."""
    return Refused(400, {"success": False, "message": dict(problems)})


def in_message(text: str, *, status: int = 400) -> Refused:
    """Shape of `app/*`: one plain message."""
    return Refused(status, {"success": False, "message": text})
