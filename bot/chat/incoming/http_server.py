"""The bot's small HTTP server: the webhook, and the question whether the bot is well."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from aiohttp import web

log = logging.getLogger(__name__)

LARGEST_BODY = 1024 * 1024  # bytes; updates are a few KiB
TOO_LATE = 60.0  # seconds the oldest due job may be late before the bot is called unwell
PATIENCE = 5.0  # seconds for the database to answer


def make_app() -> web.Application:
    """An application that accepts bodies up to LARGEST_BODY and answers larger ones with 413."""
    return web.Application(client_max_size=LARGEST_BODY)


def add_health(
    app: web.Application,
    *,
    ping: Callable[[], Awaitable[object]],
    late_by: Callable[[], Awaitable[float]],
) -> None:
    """GET /healthz: 200 with `{"well": true, "jobs_late_by": seconds}`, else 503."""

    async def healthz(_: web.Request) -> web.Response:
        try:
            async with asyncio.timeout(PATIENCE):
                await ping()
                late = await late_by()
        except Exception as error:
            log.warning("unwell: the database does not answer (%s)", type(error).__name__)
            return web.json_response({"well": False, "database": "unreachable"}, status=503)
        well = late < TOO_LATE
        report = {"well": well, "jobs_late_by": round(late, 1)}
        return web.json_response(report, status=200 if well else 503)

    app.router.add_get("/healthz", healthz)


@asynccontextmanager
async def serve(app: web.Application, host: str, port: int) -> AsyncIterator[int]:
    """Listen while the block runs; the port is given, which matters when 0 was asked for."""
    runner = web.AppRunner(app, access_log=None, handle_signals=False, shutdown_timeout=2)
    await runner.setup()
    try:
        site = web.TCPSite(runner, host, port)
        await site.start()
        yield runner.addresses[0][1]
    finally:
        await runner.cleanup()
