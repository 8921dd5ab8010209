"""Small servers on loopback, one for each test that wants one."""

from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack

import httpx
import pytest

from bot.net.transport import make_client
from tests.loopback import Conversation, Handler, answering, speaking

Serve = Callable[[Handler], Awaitable[str]]
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
            return await stack.enter_async_context(answering(handler))

        yield start


@pytest.fixture
async def serve_raw() -> AsyncGenerator[ServeRaw]:
    """Starts a server that speaks by hand, so it can misbehave; gives its origin."""
    async with AsyncExitStack() as stack:

        async def start(conversation: Conversation) -> str:
            return await stack.enter_async_context(speaking(conversation))

        yield start
