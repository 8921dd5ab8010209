"""What the three stand-ins share: a server on loopback around `async with`, and what it began ends with it."""

import asyncio
from abc import ABC, abstractmethod
from collections.abc import Iterable
from types import TracebackType
from typing import Self

from aiohttp import web


class StandIn(ABC):
    """`url` is the origin once it has started. `port` 0: any free one."""

    def __init__(self, port: int) -> None:
        self.url = ""
        self._port = port
        self._runner: web.AppRunner | None = None

    @abstractmethod
    def _app(self) -> web.Application:
        """Everything it answers."""

    def _work(self) -> Iterable[asyncio.Task[None] | None]:
        """The tasks it began, to be ended with it."""
        return ()

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        failures = await self.stop()
        if failures and error is None:
            raise failures[0]

    async def start(self) -> None:
        self._runner = web.AppRunner(self._app(), access_log=None, shutdown_timeout=1.0)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self._port).start()
        host, port = self._runner.addresses[0][:2]
        self.url = f"http://{host}:{port}"

    async def stop(self) -> list[Exception]:
        """Close the server and end its work; gives back what went wrong inside the stand-in itself."""
        if self._runner is not None:
            await self._runner.cleanup()
        tasks = [task for task in self._work() if task]
        for task in tasks:
            task.cancel()
        ends = await asyncio.gather(*tasks, return_exceptions=True)
        return [end for end in ends if isinstance(end, Exception)]
