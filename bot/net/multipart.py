"""Bodies of `multipart/form-data` that are streamed: known length, constant memory."""

import asyncio
import secrets
from collections.abc import AsyncIterator, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import httpx

from bot.net.errors import Overlong, Truncated
from bot.net.streams import Opened

Progress = Callable[[int], None]
"""Told the number of file bytes handed over so far, over all files of a body."""

_ESCAPES = str.maketrans({'"': "%22", "\r": "%0D", "\n": "%0A"})


@dataclass(frozen=True)
class FilePart:
    """One file of a body; `opened` is used up by sending it."""

    field: str
    filename: str
    content_type: str
    opened: Opened


class Multipart:
    """A body that is made while it is sent (HTML standard, multipart/form-data encoding).

    It never ends well unless every file had exactly its announced length, so a server never sees
    a complete request with an incomplete file.
    """

    def __init__(
        self,
        fields: Iterable[tuple[str, str]],
        files: Sequence[FilePart] = (),
        *,
        on_progress: Progress | None = None,
    ) -> None:
        boundary = secrets.token_hex(16)
        self.content_type = f"multipart/form-data; boundary={boundary}"
        self._pieces = _pieces(boundary, fields, files)
        self.content_length = _length(self._pieces)
        self._on_progress = on_progress
        self._passed_on = 0
        self._reading = asyncio.Lock()
        self.failure: Exception | None = None
        """What a file's source raised, if that is why the body broke off."""
        self.handed_over = False
        """Whether the last byte was given to the connection: the request may take effect."""

    @property
    def headers(self) -> dict[str, str]:
        """The headers that describe this body; without a length it goes out chunked."""
        headers = {"Content-Type": self.content_type}
        if self.content_length is not None:
            headers["Content-Length"] = str(self.content_length)
        return headers

    async def __aiter__(self) -> AsyncIterator[bytes]:
        *pieces, last = self._pieces
        for piece in pieces:
            if isinstance(piece, FilePart):
                async for chunk in self._content(piece.opened):
                    yield chunk
            else:
                yield piece
        # Said before the last bytes go: from here on the server may have everything.
        self.handed_over = True
        assert isinstance(last, bytes)  # noqa: S101 (the closing boundary)
        yield last

    async def settle(self) -> None:
        """Wait until no source is being read, after the request ended before its body did."""
        async with self._reading:
            return

    async def _content(self, opened: Opened) -> AsyncIterator[bytes]:
        got = 0
        while chunk := await self._next(opened):
            got += len(chunk)
            if opened.size is not None and got > opened.size:
                raise self._failed(Overlong(opened.size))
            yield chunk
            self._count(len(chunk))
        if opened.size is not None and got < opened.size:
            raise self._failed(Truncated(opened.size, got))

    async def _next(self, opened: Opened) -> bytes:
        """The next bytes of a source; none at its end."""
        try:
            async with self._reading:
                while not (chunk := await anext(opened.chunks)):
                    pass
                return chunk
        except StopAsyncIteration:
            return b""
        except Exception as error:
            raise self._failed(error) from None

    def _failed(self, error: Exception) -> Exception:
        self.failure = error
        return error

    def _count(self, size: int) -> None:
        self._passed_on += size
        if self._on_progress is not None:
            self._on_progress(self._passed_on)


async def post(
    client: httpx.AsyncClient,
    url: str,
    body: Multipart,
    *,
    headers: Mapping[str, str] | None = None,
    timeouts: httpx.Timeout | None = None,
    extensions: Mapping[str, Any] | None = None,
) -> httpx.Response:
    """Send `body`; raises httpx errors. When it returns or raises, its sources may be closed."""
    try:
        return await client.post(
            url,
            content=body,
            headers={**(headers or {}), **body.headers},
            timeout=timeouts or client.timeout,
            extensions=dict(extensions or {}),
        )
    finally:
        await body.settle()


def _pieces(
    boundary: str, fields: Iterable[tuple[str, str]], files: Sequence[FilePart]
) -> list[bytes | FilePart]:
    text = "".join(_field(boundary, name, value) for name, value in fields)
    pieces: list[bytes | FilePart] = []
    for file in files:
        pieces += [_encoded(text + _file_head(boundary, file)), file]
        text = "\r\n"
    return [*pieces, _encoded(f"{text}--{boundary}--\r\n")]


def _length(pieces: Sequence[bytes | FilePart]) -> int | None:
    total = 0
    for piece in pieces:
        size = piece.opened.size if isinstance(piece, FilePart) else len(piece)
        if size is None:
            return None
        total += size
    return total


def _field(boundary: str, name: str, value: str) -> str:
    return (
        f'--{boundary}\r\nContent-Disposition: form-data; name="{name.translate(_ESCAPES)}"'
        f"\r\n\r\n{value}\r\n"
    )


def _file_head(boundary: str, file: FilePart) -> str:
    if "\r" in file.content_type or "\n" in file.content_type:
        raise ValueError("a content type is one line")
    return (
        f'--{boundary}\r\nContent-Disposition: form-data; name="{file.field.translate(_ESCAPES)}"'
        f'; filename="{file.filename.translate(_ESCAPES)}"'
        f"\r\nContent-Type: {file.content_type}\r\n\r\n"
    )


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "replace")
