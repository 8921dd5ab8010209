"""Things that can be read from the start more than once, and one pass over them."""

import asyncio
import os
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from bot.net.bounded_answers import WITHOUT_BOUND
from bot.net.errors import BadStatus, Truncated, Unreadable
from bot.net.retry import retry_after

MAX_REDIRECTS = 3
_FILE_CHUNK = 256 * 1024
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PAGES = ("text/html", "application/json")  # what a gateway says in place of a file


@dataclass(frozen=True)
class Opened:
    """One pass over a source: its chunks, and its length in bytes if that was announced.

    Iterating raises `bot.net.errors.StreamError`; a pass that ends without one was whole.
    """

    chunks: AsyncIterator[bytes]
    size: int | None


@dataclass(frozen=True)
class Source:
    """Something that can be opened again and again; `size` in bytes if known beforehand."""

    size: int | None
    open: Callable[[], AbstractAsyncContextManager[Opened]]


def http_source(
    client: httpx.AsyncClient,
    url: str,
    *,
    size: int | None = None,
    headers: Mapping[str, str] | None = None,
    vet: Callable[[str], str] | None = None,
) -> Source:
    """The file behind `url`; opening raises `BadStatus` or `Unreadable`, also for a page or JSON.

    With `vet`, up to three redirects are followed; it gets each new address and returns the one
    to use or raises. Without it a redirect is a `BadStatus`.
    """
    wanted = {"Accept-Encoding": "identity", **(headers or {})}

    @asynccontextmanager
    async def opening() -> AsyncGenerator[Opened]:
        response = await _follow(client, url, wanted, vet)
        try:
            yield _pass_over(response, size)
        finally:
            await response.aclose()

    return Source(size, opening)


def path_source(path: Path) -> Source:
    """The content of a file on this machine; a missing file is `Unreadable` when opened."""

    @asynccontextmanager
    async def opening() -> AsyncGenerator[Opened]:
        try:
            file = await asyncio.to_thread(path.open, "rb")
        except OSError as error:
            raise Unreadable(type(error).__name__) from None
        with file:
            size = os.fstat(file.fileno()).st_size
            blocks = _blocks(lambda: file.read(_FILE_CHUNK))
            yield Opened(_exactly(blocks, size), size)

    return Source(_size_of(path), opening)


def bytes_source(data: bytes) -> Source:
    """Bytes that are already in memory."""

    @asynccontextmanager
    async def opening() -> AsyncGenerator[Opened]:
        yield opened_bytes(data)

    return Source(len(data), opening)


def opened_bytes(data: bytes) -> Opened:
    """One pass over bytes that are already in memory."""

    async def once() -> AsyncIterator[bytes]:
        if data:
            yield data

    return Opened(once(), len(data))


async def _follow(
    client: httpx.AsyncClient,
    url: str,
    headers: Mapping[str, str],
    vet: Callable[[str], str] | None,
) -> httpx.Response:
    for _ in range(MAX_REDIRECTS + 1):
        response = await _get(client, url, headers)
        if response.status_code == httpx.codes.OK:
            return await _unless_page(response)
        await response.aclose()
        target = response.headers.get("Location")
        if vet is None or target is None or response.status_code not in _REDIRECTS:
            raise BadStatus(response.status_code, retry_after(response))
        url = vet(_joined(response.url, target))
    raise Unreadable("too many redirects")


async def _unless_page(response: httpx.Response) -> httpx.Response:
    if response.headers.get("Content-Type", "").lower().startswith(_PAGES):
        await response.aclose()
        raise Unreadable("a page in place of the file")
    return response


async def _get(client: httpx.AsyncClient, url: str, headers: Mapping[str, str]) -> httpx.Response:
    try:
        request = client.build_request("GET", url, headers=headers, extensions=WITHOUT_BOUND)
        return await client.send(request, stream=True)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        # The original holds the address, which may hold a token.
        raise Unreadable(type(error).__name__) from None


def _joined(url: httpx.URL, target: str) -> str:
    try:
        return str(url.join(target))
    except httpx.InvalidURL:
        raise Unreadable("a redirect to an invalid address") from None


def _pass_over(response: httpx.Response, expected: int | None) -> Opened:
    if "Content-Encoding" in response.headers:
        return Opened(_exactly(_readable(response.aiter_bytes(), expected), expected), expected)
    announced = response.headers.get("Content-Length", "")
    size = int(announced) if announced.isdecimal() else expected
    return Opened(_exactly(_readable(response.aiter_raw(), size), size), size)


async def _readable(chunks: AsyncIterator[bytes], size: int | None) -> AsyncIterator[bytes]:
    got = 0
    try:
        async for chunk in chunks:
            got += len(chunk)
            yield chunk
    except httpx.TimeoutException as error:
        raise Unreadable(type(error).__name__) from None
    except httpx.HTTPError as error:
        if size is not None and got < size:
            raise Truncated(size, got) from None
        raise Unreadable(type(error).__name__) from None


async def _exactly(chunks: AsyncIterator[bytes], size: int | None) -> AsyncIterator[bytes]:
    got = 0
    async for chunk in chunks:
        got += len(chunk)
        yield chunk
    if size is not None and got < size:
        raise Truncated(size, got)


async def _blocks(read: Callable[[], bytes]) -> AsyncIterator[bytes]:
    try:
        while block := await asyncio.to_thread(read):
            yield block
    except OSError as error:
        raise Unreadable(type(error).__name__) from None


def _size_of(path: Path) -> int | None:
    try:
        return path.stat().st_size
    except OSError:
        return None
