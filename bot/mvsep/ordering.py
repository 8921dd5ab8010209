"""The outcome of a `create`, the call that costs credits: accepted, refused, or unknown."""

import logging
from collections.abc import AsyncGenerator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager

import httpx
from pydantic import SecretStr

from bot.mvsep.errors import (
    AnswerLost,
    MvsepError,
    RateLimited,
    ServiceDown,
    SourceFailed,
    Unreachable,
)
from bot.mvsep.models import Order, RemoteLink, Upload
from bot.mvsep.refusals import message_of, refusal
from bot.net import json_fields
from bot.net.multipart import FilePart, Multipart
from bot.net.retry import retry_after
from bot.net.streams import Opened

_log = logging.getLogger(__name__)

_NOT_WORKED_ON = frozenset({408, 425})


def order_fields(
    token: SecretStr, order: Order, link: RemoteLink | None, webhook_url: str | None = None
) -> Iterator[tuple[str, str]]:
    """The form of `separation/create` without its file; all values are texts."""
    yield "api_token", token.get_secret_value()
    yield "sep_type", str(order.sep_type)
    yield from order.options.items()
    yield "output_format", str(order.output_format)
    if link is not None:
        yield "url", link.url
        yield "remote_type", link.remote_type
    if webhook_url is not None:
        yield "webhook_url", webhook_url


@asynccontextmanager
async def opened_parts(
    upload: Upload | None, reference: Upload | None = None
) -> AsyncGenerator[tuple[FilePart, ...]]:
    """The file parts of an order, open; a source that does not open is `SourceFailed`.

    With a reference the first file is the target (MVSEP API document, Matchering).
    """
    field = "audiofile" if reference is None else "target_audiofile"
    wanted = [(field, upload), ("reference_audiofile", reference)]
    stack = AsyncExitStack()
    try:
        yield tuple([await _part(stack, name, file) for name, file in wanted if file is not None])
    finally:
        try:
            await stack.aclose()
        except Exception as error:
            # An order that went through must not be lost over a source that closes badly.
            _log.warning("closing the source of an upload failed: %s", type(error).__name__)


def broken_order(body: Multipart) -> MvsepError:
    """The error for an order without an answer: only a complete body can have had an effect."""
    if body.handed_over:
        return AnswerLost()
    return Unreachable() if body.failure is None else SourceFailed(body.failure)


def verdict(response: httpx.Response, *, complete: bool) -> json_fields.Record:
    """The object of a yes; raises what anything else means.

    `complete` says whether the whole body was sent: without it nothing can have happened.
    """
    status, answer = response.status_code, _object(response)
    if status == httpx.codes.TOO_MANY_REQUESTS:
        raise RateLimited(retry_after(response))
    if status in _NOT_WORKED_ON or response.is_redirect:
        raise ServiceDown(status)
    if response.is_client_error:
        raise refusal(status, message_of(answer))
    if response.is_success and _says_yes(answer):
        return answer
    if response.is_success and "success" in answer and not json_fields.flag(answer["success"]):
        raise refusal(status, message_of(answer))
    raise AnswerLost(status) if complete else ServiceDown(status)


async def _part(stack: AsyncExitStack, field: str, upload: Upload) -> FilePart:
    try:
        opened = await stack.enter_async_context(upload.source.open())
    except Exception as error:
        raise SourceFailed(error) from None
    size = upload.source.size if opened.size is None else opened.size
    content = Opened(opened.chunks, size)
    return FilePart(field, upload.filename, "application/octet-stream", content)


def _object(response: httpx.Response) -> json_fields.Record:
    try:
        value = json_fields.parsed(response.content)
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}


def _says_yes(answer: json_fields.Record) -> bool:
    named = json_fields.text(json_fields.record(answer.get("data")).get("hash"))
    return bool(named) and json_fields.flag(answer.get("success", True))
