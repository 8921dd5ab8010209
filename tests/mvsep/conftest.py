"""Small servers on loopback, one for each test that wants one."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack

import httpx
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.net.transport import make_client

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
Serve = Callable[[Handler], Awaitable[str]]
Conversation = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]
ServeRaw = Callable[[Conversation], Awaitable[str]]


@pytest.fixture
async def http() -> AsyncIterator[httpx.AsyncClient]:
    async with make_client() as client:
        yield client


@pytest.fixture
async def serve() -> AsyncGenerator[Serve]:
    """Starts a server that hands every request to one handler; gives its origin."""
    async with AsyncExitStack() as stack:

        async def start(handler: Handler) -> str:
            app = web.Application(client_max_size=2**30)
            app.router.add_route("*", "/{path:.*}", handler)
            server = await stack.enter_async_context(TestServer(app))
            return str(server.make_url("")).rstrip("/")

        yield start


@pytest.fixture
async def serve_raw() -> AsyncGenerator[ServeRaw]:
    """Starts a server that speaks by hand, so it can misbehave; gives its origin."""
    servers: list[asyncio.Server] = []

    async def start(conversation: Conversation) -> str:
        async def hold(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            try:
                await conversation(reader, writer)
            except ConnectionError:
                pass  # the client may leave at any time
            finally:
                writer.close()

        server = await asyncio.start_server(hold, "127.0.0.1", 0)
        servers.append(server)
        return f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"

    yield start
    for server in servers:
        server.close()
        await server.wait_closed()
