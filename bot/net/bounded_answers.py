"""Answers of a bounded size: gzip is unpacked in small pieces, and what goes on too long is cut off.

A few hundred kilobytes of gzip can hold a gigabyte of zeros, and httpx unpacks a chunk at once.
"""

import zlib
from collections.abc import AsyncIterator

import httpx

ACCEPTED_ENCODINGS = "gzip, deflate"
LONGEST_ANSWER = 32 * 1024 * 1024
"""Bytes of an answer after unpacking; MVSEP's catalogue, the longest usual one, has about one million."""

PIECE = 256 * 1024
WITHOUT_BOUND: dict[str, int | None] = {"longest_answer": None}
"""Request extension for files, which are streamed on and never held as a whole."""

_PACKED = frozenset({"gzip", "x-gzip", "deflate"})
_EITHER_HEADER = 32 + zlib.MAX_WBITS  # gzip or zlib, whichever the first bytes say


class AnswerTooLong(httpx.DecodingError):
    """An answer has more bytes than anybody needs; it is not repeated."""


def bounded(response: httpx.Response, request: httpx.Request) -> httpx.Response:
    """The response unpacked and limited to the request's `longest_answer` bytes."""
    stream = response.stream
    assert isinstance(stream, httpx.AsyncByteStream)  # noqa: S101 (an async client's response)
    encoding = response.headers.get("Content-Encoding", "identity").strip().lower()
    longest = request.extensions.get("longest_answer", LONGEST_ANSWER)
    if encoding in _PACKED:
        for name in ("Content-Encoding", "Content-Length"):  # what they say is true no longer
            response.headers.pop(name, None)
        stream = _Unpacked(stream)
    elif encoding not in ("", "identity"):
        stream = _Unknown(stream)
    response.stream = stream if longest is None else _Limited(stream, longest)
    return response


class _Wrapped(httpx.AsyncByteStream):
    def __init__(self, stream: httpx.AsyncByteStream) -> None:
        self._stream = stream

    async def aclose(self) -> None:
        await self._stream.aclose()


class _Unpacked(_Wrapped):
    async def __aiter__(self) -> AsyncIterator[bytes]:
        unpacker = zlib.decompressobj(_EITHER_HEADER)
        async for chunk in self._stream:
            packed = chunk
            while packed and not unpacker.eof:
                try:
                    piece = unpacker.decompress(packed, PIECE)
                except zlib.error:
                    raise httpx.DecodingError("an answer that cannot be unpacked") from None
                packed = unpacker.unconsumed_tail
                if piece:
                    yield piece
            if unpacker.unused_data:
                raise httpx.DecodingError("more after the end of a packed answer")
        # What zlib still holds back is at most a window; a cut stream never reaches its end.
        if rest := unpacker.flush():
            yield rest
        if not unpacker.eof:
            raise httpx.RemoteProtocolError("a packed answer ended early")


class _Unknown(_Wrapped):
    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for chunk in self._stream:
            if chunk:
                raise httpx.DecodingError("an answer packed in a way nobody asked for")
            yield chunk


class _Limited(_Wrapped):
    def __init__(self, stream: httpx.AsyncByteStream, longest: int) -> None:
        super().__init__(stream)
        self._longest = longest

    async def __aiter__(self) -> AsyncIterator[bytes]:
        got = 0
        async for chunk in self._stream:
            got += len(chunk)
            if got > self._longest:
                raise AnswerTooLong("an answer longer than anybody needs")
            yield chunk
