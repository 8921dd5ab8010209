"""Points in the bot's work, seen from outside: a request of it arrives, acts, or is answered."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from aiohttp import web

from bot.sandbox.faults import Faults, Handler

Fits = Callable[[dict[str, Any]], bool]
FIRST_BYTES = 64 * 1024


class Moment(StrEnum):
    """Where in the life of a request the bot is struck."""

    ARRIVES = "arrives"
    HALFWAY = "halfway"  # a part of its body has arrived
    DONE = "done"  # it took effect, and no answer was sent
    ANSWERED = "answered"  # the answer is on its way, and the bot has not read it


@dataclass
class Trap:
    """Calls `strike` at the `nth` request that matches and fits.

    `question` looks at the JSON or form the bot sent, `answer` at the JSON it would get. What
    has not taken effect by then never does. `freeze` stops the bot before an answer leaves.
    """

    match: str
    moment: Moment
    strike: Callable[[], Awaitable[None]]
    freeze: Callable[[], None]
    nth: int = 1
    times: int = 1
    question: Fits | None = None
    answer: Fits | None = None
    sprung: asyncio.Event = field(default_factory=asyncio.Event)
    _seen: int = 0
    _left: int = 0

    def set(self, faults: Faults) -> "Trap":
        self._left = self.times
        faults.surround(self.match, self._around)
        return self

    async def _around(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        if not self._left or not await _fits(self.question, request):
            return await handler(request)
        answer = await handler(request) if self._answers else None
        if not self._left or not _answer_fits(self.answer, answer) or not self._counts():
            return answer if answer is not None else await handler(request)
        self._left -= 1
        if self.moment is Moment.HALFWAY:
            await _first_bytes(request)
        if answer is not None and self.moment is Moment.ANSWERED:
            self.freeze()
            await answer.prepare(request)
            await answer.write_eof()
        await self.strike()
        self.sprung.set()
        return _cut(request)

    @property
    def _answers(self) -> bool:
        return self.moment in {Moment.DONE, Moment.ANSWERED}

    def _counts(self) -> bool:
        self._seen += 1
        return self._seen >= self.nth


@dataclass
class Barrier:
    """Holds back the requests that match until it is opened; then they are served."""

    match: str
    arrived: asyncio.Event = field(default_factory=asyncio.Event)
    opened: asyncio.Event = field(default_factory=asyncio.Event)

    def set(self, faults: Faults) -> "Barrier":
        faults.surround(self.match, self._around)
        return self

    async def _around(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        self.arrived.set()
        await self.opened.wait()
        if request.transport is None or request.transport.is_closing():
            return web.Response()  # whoever asked is gone, and its request was never read
        return await handler(request)


@dataclass
class Pause:
    """Freezes the bot at the first request that matches; served, or answered, when it is over."""

    match: str
    moment: Moment
    freeze: Callable[[], None]
    begun: asyncio.Event = field(default_factory=asyncio.Event)
    over: asyncio.Event = field(default_factory=asyncio.Event)

    def set(self, faults: Faults) -> "Pause":
        faults.surround(self.match, self._around)
        return self

    async def _around(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        if self.begun.is_set():
            return await handler(request)
        answer = await handler(request) if self.moment is Moment.DONE else None
        self.freeze()
        self.begun.set()
        await self.over.wait()
        return answer if answer is not None else await handler(request)


async def _fits(fits: Fits | None, request: web.Request) -> bool:
    if fits is None:
        return True
    if request.content_type == "application/json":
        return fits(await request.json())
    return fits(dict(await request.post()))


def _answer_fits(fits: Fits | None, answer: web.StreamResponse | None) -> bool:
    if fits is None:
        return True
    body = answer.body if isinstance(answer, web.Response) else None
    return isinstance(body, bytes) and fits(json.loads(body))


async def _first_bytes(request: web.Request) -> None:
    wanted = min(FIRST_BYTES, (request.content_length or 0) // 2)
    while request.content.total_bytes < wanted:  # noqa: ASYNC110  (nobody is told of bytes)
        await asyncio.sleep(0.005)


def _cut(request: web.Request) -> web.Response:
    if request.transport is not None:
        request.transport.abort()
    return web.Response()
