"""Reading a call off the wire: GET, urlencoded, JSON, multipart streamed to disk."""

import asyncio
import json
import mimetypes
import secrets
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from aiogram import Bot
from aiogram.types import InputFile
from aiohttp import BodyPartReader, web

from bot.sandbox.telegram.names import field_name, sent_filename
from bot.sandbox.telegram.wire.errors import ApiError, Json, bad_request
from bot.sandbox.telegram.wire.limits import too_large

PARAMETERS_BYTES = 1 << 20
MOST_FILES = 50
_BLOCK = 1 << 18


class Upload(InputFile):
    """A file that came with the call, or one of our disk named by a `file://` address."""

    def __init__(self, path: Path, filename: str, content_type: str, *, temporary: bool) -> None:
        super().__init__(filename)
        self.path = path
        self.name = filename
        self.mime = mimetypes.guess_type(filename)[0] or content_type or "application/octet-stream"
        self.size = path.stat().st_size
        self.temporary = temporary

    def read(self, bot: Bot) -> Any:
        """Only an aiogram bot that sends would read; the sandbox takes the file itself."""
        raise TypeError(f"{self.name} was received, it is not for sending ({bot.id})")


@dataclass
class Incoming:
    """A call as it arrived. `typed`: values have JSON types already (a JSON body)."""

    fields: Json = field(default_factory=dict)
    files: dict[str, Upload] = field(default_factory=dict)
    typed: bool = False

    def shown(self) -> Json:
        """For the request log: the fields, and each file by its name."""
        return self.fields | {name: f"<file {file.name}>" for name, file in self.files.items()}

    def discard(self) -> None:
        """Remove what no method took."""
        for file in self.files.values():
            if file.temporary:
                file.path.unlink(missing_ok=True)


async def read_call(request: web.Request, folder: Path, most_bytes: int) -> Incoming:
    """Query and body of a call. An oversized body is read to its end, then refused with 413."""
    incoming = Incoming(fields=dict(request.query))
    if request.content_type == "multipart/form-data":
        await _read_multipart(request, incoming, folder, most_bytes)
    elif request.content_type == "application/json" and request.body_exists:
        incoming.typed = True
        incoming.fields |= _json_object(await request.read())
    elif request.body_exists:
        incoming.fields |= dict(await request.post())
    return incoming


def _json_object(body: bytes) -> Json:
    try:
        found = json.loads(body)
    except ValueError:
        raise bad_request("can't parse JSON object") from None
    if not isinstance(found, dict):
        raise bad_request("JSON object expected")
    return found


async def _read_multipart(
    request: web.Request, incoming: Incoming, folder: Path, most_bytes: int
) -> None:
    left = most_bytes
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader):
            raise bad_request("nested multipart bodies are not supported")
        disposition = part.headers.get("Content-Disposition", "")
        name, filename = field_name(disposition), sent_filename(disposition)
        if filename is None:
            incoming.fields[name] = (await part.read()).decode()
            continue
        path = folder / f"upload-{secrets.token_hex(8)}"
        left -= await _to_disk(part, path, left)
        content_type = part.headers.get("Content-Type", "")
        incoming.files[name] = Upload(path, filename, content_type, temporary=True)
    _check_parameters(incoming)
    if left < 0:
        incoming.discard()
        raise too_large()


async def _to_disk(part: BodyPartReader, path: Path, most_bytes: int) -> int:
    """Write a part; beyond the limit bytes are only counted."""
    size = 0
    file = await asyncio.to_thread(path.open, "wb")
    try:
        while block := await part.read_chunk(_BLOCK):
            size += len(block)
            if size <= most_bytes:
                await asyncio.to_thread(file.write, block)
    except BaseException:
        await asyncio.to_thread(path.unlink)
        raise
    finally:
        await asyncio.to_thread(file.close)
    return size


def _check_parameters(incoming: Incoming) -> None:
    if sum(len(str(value)) for value in incoming.fields.values()) > PARAMETERS_BYTES:
        raise ApiError(413, "Request Entity Too Large")
    if len(incoming.files) > MOST_FILES:
        raise bad_request("too many files")
