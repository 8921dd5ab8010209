"""What goes to MVSEP and what comes back, in the field's own terms."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import PurePosixPath
from typing import Literal

from pydantic import SecretStr

from bot.net.streams import Source

PREMIUM_PARALLEL = 10
"""Jobs at once with credits (MVSEP API document, introduction); one without."""


@dataclass(frozen=True)
class Order:
    """What to do: `sep_type` is an algorithm's `render_id`, options are `add_opt1`… by key."""

    sep_type: int
    options: Mapping[str, str]
    output_format: int


@dataclass(frozen=True)
class Upload:
    """A file to separate. The name shows up in the hash and in result names: use ASCII."""

    filename: str
    source: Source


@dataclass(frozen=True)
class RemoteLink:
    """A file that MVSEP fetches itself (MVSEP API document, `separation/create`)."""

    url: str
    remote_type: Literal["direct", "mega", "drive", "dropbox"]


@dataclass(frozen=True)
class Accepted:
    """A job that now exists (and is charged); `host` is the origin of the node it lives on."""

    hash: SecretStr
    host: str | None


class Status(StrEnum):
    """Where a job is; words the service adds later count as PROCESSING."""

    WAITING = "waiting"
    PROCESSING = "processing"
    DISTRIBUTING = "distributing"
    MERGING = "merging"
    DONE = "done"
    FAILED = "failed"
    NOT_FOUND = "not_found"


@dataclass(frozen=True)
class ResultFile:
    """One stem: `label` is the vendor's word for it, `download` a file name, `bytes` its size."""

    label: str
    url: str = field(repr=False)
    download: str = field(repr=False)
    size_text: str
    bytes: int | None


@dataclass(frozen=True)
class Report:
    """Where a separation is (`separation/get`); a failed job is a value, not an error.

    `queue_count` and `current_order` are jobs; chunks are parts of a long song. Addresses in
    `stems` are not vetted before `MvsepClient.result`. A done job with no stems, or with empty
    addresses, is still being exported.
    """

    status: Status
    queue_count: int | None
    current_order: int | None
    finished_chunks: int | None
    all_chunks: int | None
    message: str
    algorithm: str
    output_format: str
    date: str
    stems: tuple[ResultFile, ...]


@dataclass(frozen=True)
class RemoteReport:
    """How far the fetching of a link is (`separation/get-remote`); when DONE, `hash` goes on."""

    status: Status
    hash: SecretStr | None
    host: str | None
    queue_count: int | None
    current_order: int | None
    message: str


@dataclass(frozen=True)
class RunningJob:
    """An entry of `current_queue` (`app/user`); its form is not documented."""

    hash: SecretStr | None

    def came_from(self, upload_name: str) -> bool:
        """Whether the hash holds the name we gave the upload."""
        return _names(self.hash, upload_name)


@dataclass(frozen=True)
class Account:
    """An account (`app/user`); `credits` are the vendor's `premium_minutes`."""

    name: str
    email: str
    credits: int
    premium_enabled: bool
    long_filenames: bool
    running: tuple[RunningJob, ...]

    @property
    def premium(self) -> bool:
        """Whether jobs run as premium: credits are there and may be spent."""
        return self.credits > 0 and self.premium_enabled

    @property
    def parallel(self) -> int:
        """How many jobs this account may have at once."""
        return PREMIUM_PARALLEL if self.premium else 1


@dataclass(frozen=True)
class Login:
    """An answer to `app/login`; `token` is missing if the person never made a key."""

    token: SecretStr | None
    account: Account


@dataclass(frozen=True)
class PastJob:
    """A row of `app/separation_history`, newest first; times as the service writes them.

    `credits` is what it cost, `hours_left` the time until its results are deleted.
    """

    hash: SecretStr
    created_at: str
    exists: bool
    credits: int | None
    hours_left: int | None
    algorithm: str
    render_id: int | None

    def came_from(self, upload_name: str) -> bool:
        """Whether the hash holds the name we gave the upload."""
        return _names(self.hash, upload_name)


@dataclass(frozen=True)
class RateLimit:
    """The last `X-RateLimit-Limit` and `X-RateLimit-Remaining` seen, in requests a minute."""

    limit: int | None
    remaining: int | None


def _names(job: SecretStr | None, upload_name: str) -> bool:
    stem = PurePosixPath(upload_name).stem.lower()
    return bool(stem) and job is not None and stem in job.get_secret_value().lower()
