"""How requests go to Neuro-Semantic: reading is repeated, what has an effect is sent once."""

import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from typing import Any

import httpx

from bot.net import json_fields
from bot.net.retry import Sleep, retry_after, retrying
from bot.net.transport import FRESH_CONNECTION, never_left
from bot.neuro_semantic.errors import (
    SERVER_ERROR,
    AnswerLost,
    RateLimited,
    ServiceDown,
    TooLong,
    Unreachable,
    refusal,
)

ORDER_TIMEOUT = httpx.Timeout(connect=10, read=120, write=60, pool=60)
"""Seconds; the service takes in all texts before it answers, so `read` is long."""

LONGEST_ANSWER = 128 * 1024 * 1024
"""Bytes; results repeat all texts, and a letter can take six bytes of JSON."""

_HEADERS = {"Accept": "application/json", "Content-Type": "application/json"}
_OK = 0
_NOT_WORKED_ON = frozenset({408, 425})
_BOUND = {"longest_answer": LONGEST_ANSWER}
_LARGE = 500_000
"""Bytes from which JSON is read and written beside the event loop."""
_PIECE = 64 * 1024

Question = Mapping[str, Any]


class Calls:
    """POSTs JSON below `<origin>/api` and gives the `data` of the one envelope."""

    def __init__(
        self, http: httpx.AsyncClient, base_url: str, *, attempts: int, sleep: Sleep
    ) -> None:
        self._http = http
        self._base = base_url.rstrip("/")
        self._attempts = attempts
        self._sleep = sleep

    async def ask(self, path: str, question: Question) -> object:
        """The answer to a call that changes nothing; failures are repeated a few times."""
        content = await _encoded(question)
        try:
            response = await retrying(
                lambda: self._http.post(
                    self._url(path),
                    content=_Body(content),
                    headers=_headers(content),
                    extensions=_BOUND,
                ),
                attempts=self._attempts,
                sleep=self._sleep,
            )
        except httpx.HTTPError as error:
            # Never chained: the original knows the request, and with it the secret.
            raise _without_answer(error) from None
        return await _data(response)

    async def tell(self, path: str, question: Question) -> object:
        """Change something, once; a lost answer is `ServiceDown`: it may be told again."""
        content = await _encoded(question)
        try:
            response = await self._http.post(
                self._url(path),
                content=_Body(content),
                headers=_headers(content),
                extensions=_BOUND,
            )
        except httpx.HTTPError as error:
            raise _without_answer(error) from None
        return await _data(response)

    async def order(self, path: str, question: Question) -> object:
        """Make something that a second call would make twice: once, on a new connection.

        Raises `AnswerLost` if and only if the service may have acted on it.
        """
        content = await _encoded(question)
        body = _Body(content)
        try:
            response = await self._http.post(
                self._url(path),
                content=body,
                headers=_headers(content),
                timeout=ORDER_TIMEOUT,
                extensions={**FRESH_CONNECTION, **_BOUND},
            )
        except httpx.HTTPError as error:
            lost = body.handed_over and not never_left(error)
            raise (AnswerLost() if lost else Unreachable()) from None
        return await _verdict(response)

    def _url(self, path: str) -> str:
        return f"{self._base}/api/{path}"


class _Body:
    """A body in pieces, so that a large one neither holds up the loop nor outlives its time."""

    def __init__(self, content: bytearray) -> None:
        self._content = content
        self.handed_over = False
        """Whether the last byte was given to the connection: the request may take effect."""

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for start in range(0, len(self._content), _PIECE):
            # Said before the last bytes go: from here on the server may have everything.
            self.handed_over = start + _PIECE >= len(self._content)
            yield bytes(self._content[start : start + _PIECE])


def _headers(content: bytearray) -> dict[str, str]:
    return {**_HEADERS, "Content-Length": str(len(content))}


async def _data(response: httpx.Response) -> object:
    status = response.status_code
    envelope = await _envelope(response)
    code = _code(envelope)
    if code is None or (code == _OK and status >= 400):
        raise ServiceDown(status)
    if code != _OK:
        raise refusal(status, code, json_fields.text(envelope.get("error")))
    return envelope.get("data")


async def _verdict(response: httpx.Response) -> object:
    """What became of an order; code 2 may come after the transaction was made."""
    status = response.status_code
    envelope = await _envelope(response)
    code = _code(envelope)
    if code == _OK and response.is_success:
        return envelope.get("data")
    if code not in {None, _OK, SERVER_ERROR}:
        raise refusal(status, code, json_fields.text(envelope.get("error")))
    if status in _NOT_WORKED_ON or response.is_redirect or response.is_client_error:
        raise ServiceDown(status)
    raise AnswerLost(status, code or None)


async def _envelope(response: httpx.Response) -> json_fields.Record:
    if response.status_code == httpx.codes.TOO_MANY_REQUESTS:
        raise RateLimited(retry_after(response))
    content = response.content
    try:
        if len(content) < _LARGE:
            value = json_fields.parsed(content)
        else:
            value = await asyncio.to_thread(json_fields.parsed, content)
    except ValueError:
        value = None
    if response.status_code == httpx.codes.REQUEST_ENTITY_TOO_LARGE and not value:
        raise TooLong
    return value if isinstance(value, dict) else {}


def _code(envelope: json_fields.Record) -> int | None:
    told = envelope.get("status")
    return None if isinstance(told, bool) else json_fields.whole(told)


async def _encoded(question: Question) -> bytearray:
    if len(question.get("texts", "")) < _LARGE:
        return _json(question)
    return await asyncio.to_thread(_json, question)


def _json(question: Question) -> bytearray:
    """The question as JSON; long texts are written piece by piece, not held three times over."""
    texts = question.get("texts", "")
    if len(texts) < _LARGE:
        return bytearray(_written(question))
    content = bytearray(_written({**_without_texts(question), "texts": ""})[:-2])
    for start in range(0, len(texts), _PIECE):
        content += _written(texts[start : start + _PIECE])[1:-1]
    content += b'"}'
    return content


def _without_texts(question: Question) -> Question:
    return {name: value for name, value in question.items() if name != "texts"}


def _written(value: object) -> bytes:
    # Half of a surrogate pair has no UTF-8 form, and must not stop an order.
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "replace")


def _without_answer(error: httpx.HTTPError) -> Unreachable | ServiceDown:
    return Unreachable() if never_left(error) else ServiceDown()
