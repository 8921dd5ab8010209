"""What every request passes first: log, outage, rate limit, refusals turned into JSON."""

from __future__ import annotations

import math
import time
from collections import defaultdict, deque
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field

from aiohttp import web

from bot.sandbox.mvsep.api.errors import Refused
from bot.sandbox.mvsep.world import Seen, World

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

_CONTROL = "/__control/"
_WINDOW = 60.0
_SEEN: web.RequestKey[Seen] = web.RequestKey("seen", Seen)


def note(request: web.Request, fields: Mapping[str, str]) -> None:
    """Adds the form's fields to the logged request."""
    request[_SEEN].params.update(fields)


@dataclass
class Gate:
    """The middlewares in the order in which they are met (faults come between the first two)."""

    world: World
    _recent: defaultdict[str, deque[float]] = field(default_factory=lambda: defaultdict(deque))

    @web.middleware
    async def log(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        request[_SEEN] = Seen(request.method, request.path, dict(request.query))
        if not request.path.startswith(_CONTROL):
            self.world.requests.append(request[_SEEN])
        return await handler(request)

    @web.middleware
    async def outage(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        if self.world.switches.down and not request.path.startswith(_CONTROL):
            return web.Response(status=503, text="Service Unavailable")
        return await handler(request)

    @web.middleware
    async def limit(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Counts requests to the API per token, or per address where there is no token."""
        most = self.world.switches.rate_limit
        if most is None or not request.path.startswith("/api/"):
            return await handler(request)
        wait, left = self._count(request, most)
        headers = {"X-RateLimit-Limit": str(most), "X-RateLimit-Remaining": str(left)}
        if wait > 0:
            headers["Retry-After"] = str(math.ceil(wait))
            body = {"message": "Too Many Attempts."}
            return web.json_response(body, status=429, headers=headers)
        answer = await handler(request)
        answer.headers.update(headers)
        return answer

    def _count(self, request: web.Request, most: int) -> tuple[float, int]:
        """Seconds to wait (0: go on) and how many more are allowed now."""
        key = request.query.get("api_token") or request.remote or ""
        window, now = _WINDOW / self.world.switches.speed, time.monotonic()
        recent = self._recent[key]
        while recent and recent[0] <= now - window:
            recent.popleft()
        if len(recent) >= most:
            return recent[0] + window - now, 0
        recent.append(now)
        return 0.0, most - len(recent)

    @web.middleware
    async def refusals(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        try:
            return await handler(request)
        except Refused as refusal:
            return web.json_response(refusal.body, status=refusal.status)
