"""Request bodies: fields into memory, files straight to disk."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from aiohttp import BodyPartReader, web

from bot.sandbox.mvsep.api.errors import in_errors

_CHUNK = 256 * 1024


@dataclass(frozen=True)
class Upload:
    """A received file: where it lies, how the sender called it, its bytes."""

    path: Path
    name: str
    size: int


@dataclass
class Form:
    """All of a request's fields, query included, and its files by field name."""

    fields: dict[str, str]
    uploads: dict[str, Upload] = field(default_factory=dict)


async def read_fields(request: web.Request) -> dict[str, str]:
    """A small form: multipart or urlencoded, files ignored."""
    form = await request.post()
    return dict(request.query) | {k: v for k, v in form.items() if isinstance(v, str)}


@asynccontextmanager
async def received(request: web.Request, into: Path, max_bytes: int) -> AsyncIterator[Form]:
    """The form of a create; files that nobody has taken away are removed at the end."""
    form = Form(dict(request.query))
    try:
        if request.content_type == "multipart/form-data":
            await _read_whole(request, form, into, max_bytes)
        else:
            form.fields |= await read_fields(request)
        yield form
    finally:
        for upload in form.uploads.values():
            upload.path.unlink(missing_ok=True)


async def _read_whole(request: web.Request, form: Form, into: Path, max_bytes: int) -> None:
    """A torn or malformed body is refused like any other bad form, if anybody still listens."""
    try:
        await _read_parts(request, form, into, max_bytes)
    except (ConnectionError, web.RequestPayloadError, ValueError) as error:
        raise in_errors("The audiofile failed to upload.") from error


async def _read_parts(request: web.Request, form: Form, into: Path, max_bytes: int) -> None:
    reader = await request.multipart()
    while (part := await reader.next()) is not None:
        if not isinstance(part, BodyPartReader) or part.name is None:
            continue
        if part.filename is None:
            form.fields[part.name] = await part.text()
        else:
            path = into / secrets.token_hex(8)
            form.uploads[part.name] = Upload(path, part.filename, 0)
            size = await _save(part, path, max_bytes)
            form.uploads[part.name] = Upload(path, part.filename, size)


async def _save(part: BodyPartReader, path: Path, max_bytes: int) -> int:
    """Raises the 413 as soon as even the largest plan is exceeded."""
    size = 0
    file = await asyncio.to_thread(path.open, "wb")
    with file:
        while chunk := await part.read_chunk(_CHUNK):
            size += len(chunk)
            if size > max_bytes:
                raise in_errors("The audiofile is too large.", status=413)
            await asyncio.to_thread(file.write, chunk)
    return size
