"""How requests go to MVSEP: harmless ones are repeated, the one that costs is sent once."""

from collections.abc import Mapping
from dataclasses import dataclass

import httpx

from bot.mvsep.addresses import Addresses
from bot.mvsep.errors import BadToken, RateLimited, ServiceDown, Unreachable
from bot.mvsep.models import RateLimit
from bot.mvsep.ordering import broken_order, verdict
from bot.mvsep.refusals import fields_of, message_of, refusal
from bot.net import json_fields
from bot.net.multipart import Multipart, post
from bot.net.retry import Sleep, retry_after, retrying
from bot.net.transport import FRESH_CONNECTION, never_left

UPLOAD_TIMEOUT = httpx.Timeout(connect=10, read=300, write=60, pool=60)
"""Seconds; the service moves the whole file before it answers, so `read` is long."""

_ACCEPT = {"Accept": "application/json"}
_NOT_WORKED_ON = frozenset({408, 425})


@dataclass(frozen=True)
class Answer:
    """A readable answer: its HTTP status and its JSON value."""

    status: int
    value: object

    @property
    def record(self) -> json_fields.Record:
        """The answer as an object; an answer that is none is `ServiceDown`."""
        if not isinstance(self.value, dict) or not self.value:
            raise ServiceDown(self.status)
        return self.value

    def accepted(self, *, token_checked: bool = False) -> json_fields.Record:
        """The object of a yes; raises what the no means otherwise."""
        record = self.record
        if self.status < 400 and json_fields.flag(record.get("success")):
            return record
        raise refusal(
            self.status,
            message_of(record),
            token_checked=token_checked,
            fields=fields_of(record),
        )


class Calls:
    """Sends requests below `<origin>/api`; a job's `host` is used only if it is the service's."""

    def __init__(
        self,
        http: httpx.AsyncClient,
        base_url: str,
        addresses: Addresses,
        *,
        attempts: int,
        sleep: Sleep,
    ) -> None:
        self._http = http
        self._base = addresses.origin(base_url.rstrip("/"))
        self._addresses = addresses
        self._attempts = attempts
        self._sleep = sleep
        self.rate_limit: RateLimit | None = None

    async def get(
        self,
        path: str,
        query: Mapping[str, str] | None = None,
        *,
        host: str | None = None,
        once: bool = False,
    ) -> Answer:
        """Ask, repeating failures a few times unless `once`; raises `Temporary` errors."""
        url = self._url(path, host)
        try:
            response = await retrying(
                lambda: self._http.get(url, params=query, headers=_ACCEPT),
                attempts=1 if once else self._attempts,
                sleep=self._sleep,
            )
        except httpx.HTTPError as error:
            # Never chained: the original knows the address, and with it token and hash.
            raise _without_answer(error) from None
        return self._readable(response)

    async def post(self, path: str, form: Mapping[str, str], *, host: str | None = None) -> Answer:
        """Tell, once; a lost answer is `ServiceDown`, so only for what may be told again."""
        url = self._url(path, host)
        try:
            response = await self._http.post(url, data=form, headers=_ACCEPT)
        except httpx.HTTPError as error:
            raise _without_answer(error) from None
        return self._readable(response)

    async def order(self, path: str, body: Multipart) -> json_fields.Record:
        """Send what costs money, once, on a new connection; returns the object of a yes.

        Raises `AnswerLost` if and only if the service may have acted on it.
        """
        try:
            response = await post(
                self._http,
                self._url(path, None),
                body,
                headers=_ACCEPT,
                timeouts=UPLOAD_TIMEOUT,
                extensions=FRESH_CONNECTION,
            )
        except httpx.HTTPError:
            raise broken_order(body) from None
        self._note_rate_limit(response)
        return verdict(response, complete=body.handed_over)

    def _url(self, path: str, host: str | None) -> str:
        origin = self._base if host is None else self._addresses.origin(host)
        return f"{origin}/api/{path}"

    def _readable(self, response: httpx.Response) -> Answer:
        self._note_rate_limit(response)
        status = response.status_code
        if status == httpx.codes.TOO_MANY_REQUESTS:
            raise RateLimited(retry_after(response))
        if status >= 500 or status in _NOT_WORKED_ON:
            raise ServiceDown(status)
        try:
            return Answer(status, json_fields.parsed(response.content))
        except ValueError:
            raise (BadToken() if status == 401 else ServiceDown(status)) from None

    def _note_rate_limit(self, response: httpx.Response) -> None:
        limit = json_fields.whole(response.headers.get("X-RateLimit-Limit"))
        remaining = json_fields.whole(response.headers.get("X-RateLimit-Remaining"))
        if limit is not None or remaining is not None:
            self.rate_limit = RateLimit(limit, remaining)


def _without_answer(error: httpx.HTTPError) -> Unreachable | ServiceDown:
    return Unreachable() if never_left(error) else ServiceDown()
