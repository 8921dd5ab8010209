"""The MVSEP client: one method for each thing the service does, errors as in `errors.py`."""

import asyncio
from collections.abc import Iterable
from typing import Literal

import httpx
from pydantic import SecretStr

from bot.mvsep.addresses import Addresses
from bot.mvsep.calls import Answer, Calls
from bot.mvsep.catalogue import Algorithm, read_catalogue
from bot.mvsep.errors import AnswerLost, ServiceDown
from bot.mvsep.models import (
    Accepted,
    Account,
    Login,
    Order,
    PastJob,
    RateLimit,
    RemoteLink,
    RemoteReport,
    Report,
    Upload,
)
from bot.mvsep.ordering import opened_parts, order_fields
from bot.mvsep.refusals import message_of, refusal
from bot.mvsep.replies import (
    read_accepted,
    read_account,
    read_history,
    read_remote_report,
    read_report,
    read_token,
)
from bot.net import json_fields
from bot.net.multipart import Multipart, Progress
from bot.net.retry import Sleep
from bot.net.streams import Source, http_source

VENDOR = "https://mvsep.com"
WIDGETS = "single_upload,no_upload,matchering_upload"
LONGEST_PAGE = 20
"""Rows of history in one call (MVSEP API document, `app/separation_history`)."""

Toggle = Literal[
    "enable_premium", "disable_premium", "enable_long_filenames", "disable_long_filenames"
]


class MvsepClient:
    """All calls go to `base_url` (an origin, without `/api`) or to the node a job lives on.

    Nodes and results are used only on https hosts of the vendor, on `base_url` itself and on
    `extra_origins`. Any method may raise the `Temporary` errors.
    """

    def __init__(
        self,
        http: httpx.AsyncClient,
        base_url: str = VENDOR,
        *,
        extra_origins: Iterable[str] = (),
        attempts: int = 3,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        self._http = http
        self._addresses = Addresses([base_url, *extra_origins])
        self._calls = Calls(http, base_url, self._addresses, attempts=attempts, sleep=sleep)

    @property
    def rate_limit(self) -> RateLimit | None:
        """The limits named in the last answer that named any."""
        return self._calls.rate_limit

    async def catalogue(self) -> object:
        """The catalogue as served (`app/algorithms`), about 1 MB of JSON: keep it.

        `read_catalogue` reads it; an answer without a readable entry is `ServiceDown`.
        """
        answer = await self._calls.get("app/algorithms", {"scopes": WIDGETS})
        if answer.status >= 400 or not read_catalogue(answer.value):
            raise ServiceDown(answer.status)
        return answer.value

    async def algorithms(self) -> list[Algorithm]:
        """The catalogue's entries; unreadable ones are left out."""
        return read_catalogue(await self.catalogue())

    async def account(self, token: SecretStr) -> Account:
        """The account behind a token (`app/user`), or `BadToken`."""
        answer = await self._calls.get("app/user", {"api_token": token.get_secret_value()})
        return read_account(_data(answer, token_checked=True))

    async def create(
        self,
        token: SecretStr,
        order: Order,
        *,
        upload: Upload | None = None,
        reference: Upload | None = None,
        link: RemoteLink | None = None,
        webhook_url: str | None = None,
        on_progress: Progress | None = None,
    ) -> Accepted:
        """Order a separation (`separation/create`). It costs credits, so it is sent once.

        After `AnswerLost` the job may exist; look for it in `history` and `account`. After
        anything else (`BadToken`, `Refused`, `SourceFailed`, `Temporary`) it does not.
        `reference` is the second file of algorithms that match one song to another; some take no
        file at all. The service calls `webhook_url` when the job has
        changed. `on_progress` gets the number of the file's bytes sent so far.
        """
        async with opened_parts(upload, reference) as files:
            body = Multipart(
                order_fields(token, order, link, webhook_url), files, on_progress=on_progress
            )
            answer = await self._calls.order("separation/create", body)
        accepted = read_accepted(answer, self._addresses.origin)
        if accepted is None:
            raise AnswerLost
        return accepted

    async def report(self, hash: SecretStr, *, host: str | None = None) -> Report:
        """Where a job is (`separation/get`); an unknown hash is a status, not an error.

        Asked once, like `remote_report`: whoever keeps to a number of requests counts them.
        """
        return read_report(await self._job("separation/get", hash, host))

    async def remote_report(
        self,
        hash: SecretStr,
        *,
        host: str | None = None,
    ) -> RemoteReport:
        """How far a link job's fetching is (`separation/get-remote`, by its short hash)."""
        answer = await self._job("separation/get-remote", hash, host)
        return read_remote_report(answer, self._addresses.origin)

    async def cancel(self, token: SecretStr, hash: SecretStr, *, host: str | None = None) -> None:
        """Stop a job (`separation/cancel`); refunded if it had not started.

        Raises `NotFound`, `BadToken` or `Refused` (most often: too late).
        """
        await self._settle("separation/cancel", token, hash, host)

    async def delete(self, token: SecretStr, hash: SecretStr, *, host: str | None = None) -> None:
        """Delete a job and its results (`separation/delete`); errors as for `cancel`."""
        await self._settle("separation/delete", token, hash, host)

    async def history(
        self, token: SecretStr, *, start: int = 0, limit: int = LONGEST_PAGE
    ) -> list[PastJob]:
        """Past and present jobs, newest first (`app/separation_history`), or `BadToken`."""
        query = {
            "api_token": token.get_secret_value(),
            "start": str(start),
            "limit": str(min(limit, LONGEST_PAGE)),
        }
        answer = await self._calls.get("app/separation_history", query)
        return read_history(answer.accepted(token_checked=True))

    def result(self, url: str, *, size: int | None = None) -> Source:
        """A result file; raises `ForeignAddress` here, or when a redirect leads outside.

        Reading it raises `bot.net.errors.StreamError`; `size` in bytes if known.
        """
        vet = self._addresses.checked
        return http_source(self._http, vet(url), size=size, vet=vet)

    async def login(self, email: str, password: SecretStr) -> Login:
        """Exchange e-mail and password for the token (`app/login`), or `BadToken`."""
        form = {"email": email, "password": password.get_secret_value()}
        data = _data(await self._calls.post("app/login", form), token_checked=True)
        return Login(read_token(data), read_account(data))

    async def register(self, name: str, email: str, password: SecretStr) -> str:
        """Make an account (`app/register`); returns the vendor's message, or `Refused`."""
        secret = password.get_secret_value()
        form = {
            "name": name,
            "email": email,
            "password": secret,
            "password_confirmation": secret,
        }
        try:
            answer = await self._calls.post("app/register", form)
        except ServiceDown as error:
            raise AnswerLost(error.status) from None
        return message_of(answer.accepted())

    async def toggle(self, token: SecretStr, what: Toggle) -> str:
        """Switch a setting of the account (`app/enable_premium`…); returns the message."""
        form = {"api_token": token.get_secret_value()}
        answer = await self._calls.post(f"app/{what}", form)
        return message_of(answer.accepted(token_checked=True))

    async def _job(self, path: str, hash: SecretStr, host: str | None) -> json_fields.Record:
        query = {"hash": hash.get_secret_value()}
        answer = await self._calls.get(path, query, host=host, once=True)
        record = answer.record
        if "status" not in record and "success" not in record:
            raise ServiceDown(answer.status)
        if answer.status in {401, 403}:
            raise refusal(answer.status, message_of(record))
        return record

    async def _settle(
        self,
        path: str,
        token: SecretStr,
        hash: SecretStr,
        host: str | None,
    ) -> None:
        form = {"api_token": token.get_secret_value(), "hash": hash.get_secret_value()}
        (await self._calls.post(path, form, host=host)).accepted()


def _data(answer: Answer, *, token_checked: bool) -> json_fields.Record:
    data = json_fields.record(answer.accepted(token_checked=token_checked).get("data"))
    if not data:
        raise ServiceDown(answer.status)
    return data
