"""Fetching a link, which the stand-in does only from loopback and from a table of its own."""

from __future__ import annotations

import asyncio
import ipaddress
import shutil
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

import aiohttp

REMOTE_TYPES = ("direct", "mega", "drive", "dropbox")
_CHUNK = 256 * 1024


class FetchFailed(Exception):
    """The link led nowhere or to something that is no file; the text is for the user."""


def is_loopback(url: str) -> bool:
    host = urlsplit(url).hostname or ""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def name_in(url: str) -> str:
    """The last part of the path, as the name of what is there."""
    return PurePosixPath(unquote(urlsplit(url).path)).name or "remote"


async def fetch(url: str, into: Path, table: Mapping[str, Path], max_bytes: int) -> None:
    """Raises FetchFailed with the reason."""
    if url in table:
        await asyncio.to_thread(shutil.copyfile, table[url], into)
    elif is_loopback(url):
        await _download(url, into, max_bytes)
    else:
        raise FetchFailed("The file could not be downloaded: the host did not answer")


async def _download(url: str, into: Path, max_bytes: int) -> None:
    try:
        async with (
            aiohttp.ClientSession() as session,
            session.get(url, allow_redirects=False) as answer,
        ):
            _check(answer)
            await _save(answer, into, max_bytes)
    except aiohttp.ClientError as error:
        raise FetchFailed("The file could not be downloaded: the connection broke") from error


def _check(answer: aiohttp.ClientResponse) -> None:
    if answer.status != 200:
        raise FetchFailed(f"The file could not be downloaded: HTTP {answer.status}")
    if answer.content_type == "text/html":
        raise FetchFailed("The link leads to a web page, not to an audio file")


async def _save(answer: aiohttp.ClientResponse, into: Path, max_bytes: int) -> None:
    size = 0
    file = await asyncio.to_thread(into.open, "wb")
    with file:
        async for chunk in answer.content.iter_chunked(_CHUNK):
            size += len(chunk)
            if size > max_bytes:
                raise FetchFailed("The file is too large")
            await asyncio.to_thread(file.write, chunk)
