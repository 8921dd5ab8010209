"""Calls of the Bot API for python-telegram-bot, with uploads that are streamed.

Errors tell whether a call may have taken effect:

telegram.error.NetworkError
 ├ NotSent             no complete request reached Telegram: sending again makes no double
 │  ├ SourceBroke      … because the file to upload could not be read to its end
 │  └ NotSentInTime    … because there was no connection in time (a TimedOut, too)
 └ SendUnknown         the request went out, its effect is unknown
    └ AnswerTimedOut   … because the answer did not come in time (a TimedOut, too)

No text holds an address, because the bot's token is part of every one.
"""

import json
from collections.abc import Iterator, Mapping
from typing import IO, Any, cast

import httpx
from telegram import InputFile
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.net import json_fields
from bot.net.multipart import FilePart, Multipart, post
from bot.net.streams import Opened, opened_bytes
from bot.net.transport import Transport, make_client, never_left

_JSON = {"Content-Type": "application/json"}

CALL_TIMEOUT = httpx.Timeout(connect=5, read=5, write=5, pool=5)
"""Seconds for calls without files, where a call names no others."""

FILE_WRITE_TIMEOUT = 30.0
"""Seconds for each single write of an upload."""

FILE_READ_TIMEOUT = 120.0
"""Seconds, at least, that Telegram gets to digest an upload once it has all of it."""


class NotSent(NetworkError):
    """No complete request reached Telegram, so it had no effect."""

    __slots__ = ()


class SourceBroke(NotSent):
    """The file to upload could not be read to its end; `error` is what its source raised."""

    __slots__ = ("error",)

    def __init__(self, error: Exception) -> None:
        super().__init__(f"the upload's source failed: {type(error).__name__}")
        self.error = error


class NotSentInTime(TimedOut, NotSent):
    """There was no connection in time."""

    __slots__ = ()


class SendUnknown(NetworkError):
    """The request went out, but no readable answer came: it may have taken effect."""

    __slots__ = ()


class AnswerTimedOut(TimedOut, SendUnknown):
    """The answer did not come in time; the call may have taken effect."""

    __slots__ = ()


class StreamFile:
    """What stands in an `InputFile` for content that is read while it is sent, once."""

    def __init__(self, opened: Opened) -> None:
        self._opened: Opened | None = opened

    def take(self) -> Opened:
        """The content; a second sending needs a new file, because this one is used up."""
        if self._opened is None:
            raise NotSent("a streamed file can be sent only once")
        opened, self._opened = self._opened, None
        return opened


def stream_input(opened: Opened, filename: str, mime: str, *, attach: bool = False) -> InputFile:
    """A file for one `send_*` call of a bot with a `StreamingRequest`.

    `opened` must stay open until the call is over. Albums need `attach`.
    """
    content = cast("IO[bytes]", StreamFile(opened))
    file = InputFile(content, filename, attach=attach, read_file_handle=False)
    file.mimetype = mime
    return file


class StreamingRequest(BaseRequest):
    """python-telegram-bot's way to the Bot API over our own transport.

    Times that a call names are obeyed; a call with files has at least the two above.
    """

    __slots__ = ("_client", "_connections", "_timeout", "_transport")

    def __init__(self, *, connections: int = 64, timeout: httpx.Timeout = CALL_TIMEOUT) -> None:
        self._connections = connections
        self._timeout = timeout
        self._open()

    def _open(self) -> None:
        self._transport = Transport(self._connections)
        self._client = make_client(timeout=self._timeout, transport=self._transport)

    @property
    def read_timeout(self) -> float | None:
        """Seconds a call waits for its answer where it names no time of its own."""
        return self._timeout.read

    async def initialize(self) -> None:
        """Make a new client if the old one was shut down."""
        if self._client.is_closed:
            self._open()

    async def shutdown(self) -> None:
        """Close all connections."""
        await self._client.aclose()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """One call; raises `NotSent` or `SendUnknown` when no answer came.

        HTTP 5xx is `SendUnknown`, too: a gateway may fail after Telegram has acted.
        """
        timeout = self._chosen(read_timeout, write_timeout, connect_timeout, pool_timeout)
        if request_data is not None and request_data.contains_files:
            status, answer = await self._upload(url, request_data, timeout)
        else:
            status, answer = await self._call(method, url, request_data, timeout)
        if status >= 500:
            raise SendUnknown(f"Telegram answered with HTTP {status}")
        return status, answer

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """The answer's JSON object; anything else is `SendUnknown`, and is not logged."""
        try:
            answer = json_fields.parsed(payload.decode("utf-8", "replace"))
        except ValueError:
            answer = None
        if isinstance(answer, dict) and ("result" in answer or answer.get("ok") is False):
            return answer
        raise SendUnknown("Telegram's answer could not be read")

    async def _call(
        self, method: str, url: str, request_data: RequestData | None, timeouts: httpx.Timeout
    ) -> tuple[int, bytes]:
        body = json.dumps(request_data.parameters if request_data else {}).encode()
        try:
            return await self._transport.exchange(method, url, body, _JSON, timeouts)
        except httpx.HTTPError as error:
            raise _as_telegram_error(error, sent=not never_left(error)) from None

    async def _upload(
        self, url: str, request_data: RequestData, timeouts: httpx.Timeout
    ) -> tuple[int, bytes]:
        body = Multipart(
            request_data.json_parameters.items(), list(_parts(request_data.multipart_data))
        )
        try:
            response = await post(self._client, url, body, timeouts=_for_files(timeouts))
        except httpx.HTTPError as error:
            if body.failure is not None:
                raise SourceBroke(body.failure) from None
            raise _as_telegram_error(error, sent=body.handed_over) from None
        return response.status_code, response.content

    def _chosen(self, read: Any, write: Any, connect: Any, pool: Any) -> httpx.Timeout:
        unnamed, usual = BaseRequest.DEFAULT_NONE, self._timeout
        if read is write is connect is pool is unnamed:
            return usual
        return httpx.Timeout(
            read=usual.read if read is unnamed else read,
            write=usual.write if write is unnamed else write,
            connect=usual.connect if connect is unnamed else connect,
            pool=usual.pool if pool is unnamed else pool,
        )


def _parts(files: Mapping[str, Any]) -> Iterator[FilePart]:
    for field, (filename, content, mime) in files.items():
        yield FilePart(field, filename, mime, _opened(content))


def _opened(content: object) -> Opened:
    if isinstance(content, StreamFile):
        return content.take()
    if isinstance(content, bytes):
        return opened_bytes(content)
    raise TypeError("files are sent as bytes or by stream_input")


def _for_files(timeout: httpx.Timeout) -> httpx.Timeout:
    return httpx.Timeout(
        connect=timeout.connect,
        pool=timeout.pool,
        read=_at_least(timeout.read, FILE_READ_TIMEOUT),
        write=_at_least(timeout.write, FILE_WRITE_TIMEOUT),
    )


def _at_least(seconds: float | None, least: float) -> float | None:
    return None if seconds is None else max(seconds, least)


def _as_telegram_error(error: httpx.HTTPError, *, sent: bool) -> NetworkError:
    kind = type(error).__name__
    if isinstance(error, httpx.TimeoutException):
        return AnswerTimedOut(kind) if sent else NotSentInTime(kind)
    return SendUnknown(kind) if sent else NotSent(kind)
