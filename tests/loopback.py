"""Servers on loopback for one test: one that answers, and one that speaks by hand, so it can misbehave."""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress

from aiohttp import web
from aiohttp.test_utils import TestServer

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
Conversation = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@asynccontextmanager
async def answering(handler: Handler) -> AsyncGenerator[str]:
    """Hands every request to one handler; gives the server's origin."""
    app = web.Application(client_max_size=2**30)
    app.router.add_route("*", "/{path:.*}", handler)
    async with TestServer(app) as server:
        yield str(server.make_url("")).rstrip("/")


@asynccontextmanager
async def speaking(conversation: Conversation) -> AsyncGenerator[str]:
    """Holds a conversation with whoever connects, then hangs up; gives the server's origin."""
    talks: set[asyncio.Task[None]] = set()

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        # The client may leave at any time, and the end of the test ends every talk.
        with suppress(ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            await conversation(reader, writer)
            await writer.drain()
            writer.close()
            await writer.wait_closed()
        writer.transport.abort()
        with suppress(ConnectionError, asyncio.CancelledError):
            await writer.wait_closed()

    def begin(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        talks.add(asyncio.create_task(talk(reader, writer)))

    server = await asyncio.start_server(begin, "127.0.0.1", 0)
    try:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    finally:
        server.close()
        for each in talks:
            each.cancel()
        await asyncio.gather(*talks)
        await server.wait_closed()
        await asyncio.sleep(0)  # lets the last transports close
