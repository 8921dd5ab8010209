"""Fault switches for the stand-ins: what a network and a busy service do to a client."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from aiohttp import web
from aiohttp.typedefs import Middleware
from pydantic import BaseModel, ValidationError

CONTROL_PATH = "/__control/faults"
BODY_FILE = web.ResponseKey("body_file", Path)
"""Key under which a handler that answers with a file leaves its `Path` on the response."""

_CHUNK = 64 * 1024
_HTML_502 = (
    "<html><head><title>502 Bad Gateway</title></head>"
    "<body><center><h1>502 Bad Gateway</h1></center><hr><center>nginx</center></body></html>"
)


class FaultKind(StrEnum):
    """The ways a call can go wrong."""

    TOO_MANY = "429"
    SERVER_ERROR = "500"
    BAD_GATEWAY = "502"
    BAD_JSON = "bad_json"
    RESET = "reset"
    SLOW = "slow"
    TRUNCATED = "truncated"


@dataclass
class Fault:
    """One rule: the next `times` requests that match go wrong in this way.

    `match` is a regular expression searched, without regard to case, in `"METHOD /path"`.
    `after_effect`: the call does its work first and only its answer is lost or spoiled.
    `seconds`: the delay of `slow`, the `Retry-After` of `429`. `truncated` always works first.
    """

    kind: FaultKind
    match: str = ""
    times: int = 1
    after_effect: bool = False
    seconds: float = 1.0

    def wants(self, target: str) -> bool:
        return self.times > 0 and re.search(self.match, target, re.IGNORECASE) is not None


@dataclass(frozen=True)
class Hit:
    """A request that met a fault; `target` is `"METHOD /path"`."""

    kind: FaultKind
    target: str


class FaultOrder(BaseModel):
    """A fault as the control address takes it (JSON body or query)."""

    kind: FaultKind
    match: str = ""
    times: int = 1
    after_effect: bool = False
    seconds: float = 1.0


Refusal = Callable[[int, Fault], web.Response]
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
Around = Callable[[web.Request, Handler], Awaitable[web.StreamResponse]]
"""Serves a request in the place of its handler, which it may call, before or after what it does."""


def plain_refusal(status: int, fault: Fault) -> web.Response:
    """The error body for services without a shape of their own."""
    headers = {"Retry-After": f"{fault.seconds:g}"} if status == 429 else {}
    return web.json_response({"success": False}, status=status, headers=headers)


@dataclass
class Faults:
    """The rules of one stand-in. `refusal(status, fault)` builds its own 429 and 500 bodies."""

    refusal: Refusal = plain_refusal
    rules: list[Fault] = field(default_factory=list)
    hits: list[Hit] = field(default_factory=list)
    arounds: list[tuple[str, Around]] = field(default_factory=list)

    def add(
        self,
        kind: FaultKind | str,
        match: str = "",
        *,
        times: int = 1,
        after_effect: bool = False,
        seconds: float = 1.0,
    ) -> Fault:
        """Let the next `times` matching requests go wrong; rules are asked in the order added."""
        re.compile(match)
        fault = Fault(FaultKind(kind), match, times, after_effect, seconds)
        self.rules.append(fault)
        return fault

    def surround(self, match: str, around: Around) -> None:
        """Let `around` serve all requests that match, until `clear`; it comes before the rules."""
        self.arounds.append((match, around))

    def clear(self) -> None:
        """Everything works again; `hits` stay readable."""
        self.rules.clear()
        self.arounds.clear()

    def take(self, target: str) -> Fault | None:
        """The rule that spoils this request, used up by one."""
        fault = next((rule for rule in self.rules if rule.wants(target)), None)
        if fault is not None:
            fault.times -= 1
            self.hits.append(Hit(fault.kind, target))
        return fault

    def middleware(self) -> Middleware:
        """The aiohttp middleware that plays the rules; put it first."""

        @web.middleware
        async def spoil(request: web.Request, handler: Handler) -> web.StreamResponse:
            if request.path.startswith("/__control/"):
                return await handler(request)
            target = f"{request.method} {request.path}"
            for match, around in self.arounds:
                if re.search(match, target, re.IGNORECASE):
                    return await around(request, handler)
            fault = self.take(target)
            if fault is None:
                return await handler(request)
            return await self._play(fault, request, handler)

        return spoil

    def mount(self, app: web.Application) -> None:
        """Add the control address: GET lists, POST adds (JSON or query), DELETE clears."""
        app.router.add_get(CONTROL_PATH, self._list)
        app.router.add_post(CONTROL_PATH, self._add)
        app.router.add_delete(CONTROL_PATH, self._clear)

    async def _play(
        self, fault: Fault, request: web.Request, handler: Handler
    ) -> web.StreamResponse:
        if fault.kind is FaultKind.SLOW and not fault.after_effect:
            await asyncio.sleep(fault.seconds)
            return await handler(request)
        answer: web.StreamResponse | None = None
        if fault.after_effect or fault.kind in {FaultKind.TRUNCATED, FaultKind.SLOW}:
            answer = await handler(request)
        elif fault.kind is not FaultKind.RESET:
            await _drain(request)
        return await self._spoiled(fault, request, answer)

    async def _spoiled(
        self, fault: Fault, request: web.Request, answer: web.StreamResponse | None
    ) -> web.StreamResponse:
        match fault.kind:
            case FaultKind.RESET:
                return _cut(request)
            case FaultKind.TRUNCATED if answer is not None:
                return await _half(request, answer)
            case FaultKind.SLOW if answer is not None:
                await asyncio.sleep(fault.seconds)
                return answer
            case FaultKind.BAD_GATEWAY:
                return web.Response(status=502, text=_HTML_502, content_type="text/html")
            case FaultKind.BAD_JSON:
                return web.Response(text='{"ok": tru', content_type="application/json")
            case _:
                return self.refusal(int(fault.kind), fault)

    async def _list(self, _: web.Request) -> web.Response:
        return web.json_response(
            {
                "rules": [asdict(rule) for rule in self.rules],
                "hits": [asdict(hit) for hit in self.hits],
            }
        )

    async def _add(self, request: web.Request) -> web.Response:
        try:
            order = FaultOrder.model_validate(await _order_fields(request))
            fault = self.add(**order.model_dump())
        except (ValidationError, ValueError, re.error) as error:
            return web.json_response({"error": str(error)}, status=400)
        return web.json_response(asdict(fault))

    async def _clear(self, _: web.Request) -> web.Response:
        self.clear()
        return web.json_response({"rules": []})


async def _order_fields(request: web.Request) -> dict[str, Any]:
    fields: dict[str, Any] = dict(request.query)
    if request.can_read_body:
        fields |= await request.json()
    return fields


async def _drain(request: web.Request) -> None:
    async for _ in request.content.iter_chunked(_CHUNK):
        pass


def _cut(request: web.Request) -> web.Response:
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


async def _half(request: web.Request, answer: web.StreamResponse) -> web.StreamResponse:
    """Announce the whole body, send half of it, cut the connection."""
    path = answer.get(BODY_FILE)
    body = b"" if path else _body_of(answer)
    size = await asyncio.to_thread(_size_of, path) if path else len(body)
    cut = web.StreamResponse(status=answer.status, headers={"Content-Length": str(size)})
    cut.content_type = answer.content_type
    await cut.prepare(request)
    await cut.write(
        await asyncio.to_thread(_head_of, path, size // 2) if path else body[: size // 2]
    )
    _cut(request)
    return cut


def _body_of(answer: web.StreamResponse) -> bytes:
    if isinstance(answer, web.Response) and isinstance(answer.body, bytes):
        return answer.body
    raise TypeError("Only an answer with a body in memory or in a file can be truncated.")


def _size_of(path: Path) -> int:
    return path.stat().st_size


def _head_of(path: Path, size: int) -> bytes:
    with path.open("rb") as file:
        return file.read(size)
