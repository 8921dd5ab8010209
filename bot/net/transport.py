"""One HTTP client for all services: httpx in front, aiohttp's connections behind it.

The stock adapter is corrected in what matters to a bot that pays for requests: a connection that
is lost after sending is never reported as one that could not be made, a body that stalls times
out, and an answer that comes before the body was sent ends the sending.
"""

import asyncio
import logging
import ssl
from collections.abc import AsyncIterator, Mapping
from functools import cache, lru_cache
from http.cookiejar import CookieJar, DefaultCookiePolicy
from types import TracebackType

import aiohttp
import httpx
from httpx_aiohttp import AiohttpTransport
from httpx_aiohttp.transport import AiohttpResponseStream, map_aiohttp_exceptions

from bot.net.bounded_answers import ACCEPTED_ENCODINGS, LONGEST_ANSWER, AnswerTooLong, bounded

FRESH_CONNECTION = {"fresh_connection": True}
"""Request extension: use a new connection, never an idle one that the server may be closing."""

CHUNK = 256 * 1024
"""Bytes of a body that are handed on at once, at most; the adapter's own 16 KiB cost almost half of the speed."""

DEFAULT_TIMEOUT = httpx.Timeout(connect=10, read=30, write=30, pool=30)

_NEVER_LEFT = (
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.PoolTimeout,
    httpx.ProxyError,
    httpx.UnsupportedProtocol,
)


def make_client(
    *,
    connections: int = 32,
    timeout: httpx.Timeout | None = None,
    transport: "Transport | None" = None,
) -> httpx.AsyncClient:
    """A client without redirects, cookies or proxy variables; at most `connections` at a time.

    A `transport` that is given is closed with the client. Times are in seconds; `write` limits
    each single write of a streamed body, `read` each wait for bytes once the body has been sent.
    """
    # httpx writes whole addresses into its INFO log, and ours hold tokens.
    logging.getLogger("httpx").setLevel(logging.WARNING)
    return httpx.AsyncClient(
        transport=transport or Transport(connections),
        timeout=timeout or DEFAULT_TIMEOUT,
        follow_redirects=False,
        trust_env=False,
        cookies=CookieJar(DefaultCookiePolicy(allowed_domains=[])),
        headers={"User-Agent": "stemgram", "Accept-Encoding": ACCEPTED_ENCODINGS},
    )


def never_left(error: httpx.HTTPError) -> bool:
    """Whether a request surely did not reach the server, so that repeating it is harmless.

    Only to be trusted for errors of `make_client`'s clients.
    """
    return isinstance(error, _NEVER_LEFT)


class Transport(httpx.AsyncBaseTransport):
    """Pooled connections, and on request (`FRESH_CONNECTION`) a new one."""

    def __init__(self, connections: int) -> None:
        verify = _trusted()
        self._pooled = _CorrectedTransport(verify=verify, client=lambda: _session(connections))
        self._fresh = _CorrectedTransport(
            verify=verify, client=lambda: _session(connections, reuse=False)
        )

        def _session(limit: int, *, reuse: bool = True) -> aiohttp.ClientSession:
            return aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=limit, ssl=verify, force_close=not reuse),
                cookie_jar=aiohttp.DummyCookieJar(),
                response_class=_Response,
                skip_auto_headers=("Accept", "Accept-Encoding", "User-Agent"),
            )

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send one request; raises httpx errors as httpx documents them."""
        chosen = self._fresh if "fresh_connection" in request.extensions else self._pooled
        return await chosen.handle_async_request(request)

    async def exchange(
        self,
        method: str,
        url: str,
        body: bytes,
        headers: Mapping[str, str],
        times: httpx.Timeout,
    ) -> tuple[int, bytes]:
        """One small call, its status and its whole answer; raises httpx errors.

        Past httpx, whose requests and responses cost twice what the call itself does.
        """
        return await self._pooled.exchange(method, url, body, headers, times)

    async def aclose(self) -> None:
        """Close all connections."""
        await self._pooled.aclose()
        await self._fresh.aclose()


@cache
def _trusted() -> ssl.SSLContext:
    # Reading all those certificates takes time and memory: once for all clients.
    return httpx.create_ssl_context(trust_env=False)


class _Response(aiohttp.ClientResponse):
    async def __aexit__(
        self,
        exc_type: type[BaseException] | None,
        exc_val: BaseException | None,
        exc_tb: TracebackType | None,
    ) -> None:
        # aiohttp would wait until the rest of the request body is sent, however long that takes.
        self.close()


class _CorrectedTransport(AiohttpTransport):
    async def exchange(
        self,
        method: str,
        url: str,
        body: bytes,
        headers: Mapping[str, str],
        times: httpx.Timeout,
    ) -> tuple[int, bytes]:
        if not isinstance(self.client, aiohttp.ClientSession):
            self.client = self.get_client()
        limits = _limits(times.connect, times.read, times.pool)
        try:
            with map_aiohttp_exceptions():
                async with self.client.request(
                    method, url, data=body, headers=headers, timeout=limits, allow_redirects=False
                ) as answer:
                    return answer.status, await _whole(answer)
        except (httpx.ConnectTimeout, aiohttp.ClientError) as error:
            raise _corrected(error) from None

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        _add_connecting_to_waiting(request)
        try:
            response = await self._send(request)
        except (httpx.ConnectTimeout, aiohttp.ClientError) as error:
            raise _corrected(error) from None
        response.stream = _CorrectedStream(response.stream)
        return bounded(response, request)

    async def _send(self, request: httpx.Request) -> httpx.Response:
        seconds = request.extensions.get("timeout", {}).get("write")
        if isinstance(request.stream, httpx.ByteStream) or seconds is None:
            return await super().handle_async_request(request)
        try:
            async with asyncio.timeout(None) as stall:
                body = _PacedBody(request.stream, stall, seconds)
                request.stream = body
                try:
                    return await super().handle_async_request(request)
                finally:
                    body.answered = True
        except TimeoutError:
            raise httpx.WriteTimeout("the server stopped taking the body") from None


async def _whole(answer: aiohttp.ClientResponse) -> bytes:
    """An answer's bytes; aiohttp unpacks, a bounded piece at a time."""
    whole = bytearray()
    async for chunk in answer.content.iter_chunked(CHUNK):
        whole += chunk
        if len(whole) > LONGEST_ANSWER:
            raise AnswerTooLong("an answer longer than anybody needs")
    return bytes(whole)


class _PacedBody(httpx.AsyncByteStream):
    """Starts the clock when a chunk is handed over, stops it when the next one is asked for."""

    def __init__(self, body: object, stall: asyncio.Timeout, seconds: float) -> None:
        assert isinstance(body, httpx.AsyncByteStream)  # noqa: S101 (an async client's request)
        self._body = body
        self._stall = stall
        self._seconds = seconds
        self.answered = False

    async def __aiter__(self) -> AsyncIterator[bytes]:
        now = asyncio.get_running_loop().time
        async for chunk in self._body:
            self._expect(now() + self._seconds)
            yield chunk
            self._expect(None)

    def _expect(self, when: float | None) -> None:
        # After an early answer the rest of the body may still be on its way.
        if not self.answered and not self._stall.expired():
            self._stall.reschedule(when)


class _CorrectedStream(httpx.AsyncByteStream):
    def __init__(self, stream: object) -> None:
        assert isinstance(stream, AiohttpResponseStream)  # noqa: S101 (what the adapter makes)
        stream.CHUNK_SIZE = CHUNK
        self._stream = stream

    async def __aiter__(self) -> AsyncIterator[bytes]:
        try:
            async for chunk in self._stream:
                yield chunk
        except (httpx.ConnectTimeout, aiohttp.ClientError) as error:
            raise _corrected(error) from None

    async def aclose(self) -> None:
        await self._stream.aclose()


def _add_connecting_to_waiting(request: httpx.Request) -> None:
    timeout = request.extensions.get("timeout", {})
    waiting = {**timeout, "pool": _waiting(timeout.get("connect"), timeout.get("pool"))}
    request.extensions = {**request.extensions, "timeout": waiting}


@lru_cache
def _limits(
    connect: float | None, read: float | None, pool: float | None
) -> aiohttp.ClientTimeout:
    return aiohttp.ClientTimeout(
        sock_connect=connect, sock_read=read, connect=_waiting(connect, pool)
    )


def _waiting(connect: float | None, pool: float | None) -> float | None:
    """aiohttp counts connecting as part of the wait for a free connection; httpx does not."""
    return pool if pool is None or connect is None else pool + connect


def _corrected(error: Exception) -> httpx.TransportError:
    # The adapter calls every lost connection a ConnectTimeout. Texts of aiohttp hold addresses.
    cause = error.__cause__
    if isinstance(cause, aiohttp.ConnectionTimeoutError):
        return httpx.ConnectTimeout("no connection in time")
    if isinstance(cause, aiohttp.ClientConnectorError):
        return httpx.ConnectError("no connection")
    return httpx.RemoteProtocolError("the connection was lost")
