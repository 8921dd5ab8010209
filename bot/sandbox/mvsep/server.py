"""The MVSEP stand-in as tests and the demo see it: start it, ask it, turn its switches."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from aiohttp import web

from bot.sandbox.control import Actions, Control, Nothing
from bot.sandbox.faults import Fault, Faults
from bot.sandbox.mvsep.accounts import SandboxAccount
from bot.sandbox.mvsep.api.gate import Gate
from bot.sandbox.mvsep.api.routes_app import AppRoutes
from bot.sandbox.mvsep.api.routes_separation import SeparationRoutes
from bot.sandbox.mvsep.control import Account, Algorithm, Fail, Hours, Place, Token, told
from bot.sandbox.mvsep.jobs import SandboxJob
from bot.sandbox.mvsep.world import Seen, Switches, World
from bot.sandbox.stand_in import StandIn

_THREADS = 2


def _refusal(status: int, fault: Fault) -> web.Response:
    """The bodies of the framework the service is built on."""
    if status == 429:
        headers = {"Retry-After": f"{fault.seconds:g}"}
        return web.json_response({"message": "Too Many Attempts."}, status=429, headers=headers)
    return web.json_response({"message": "Server Error"}, status=status)


class MvsepSandbox(StandIn):
    """A real HTTP server on loopback that behaves like mvsep.com and really separates.

    `speed`: the service's seconds per real second; it drives queue, processing and the minute of
    the rate limit. `rate_limit`: requests per such minute (None: unlimited). `daily_limit`:
    creates in 24 hours for an account without premium (None: unlimited).
    """

    def __init__(
        self,
        speed: float = 20.0,
        *,
        rate_limit: int | None = 120,
        daily_limit: int | None = 50,
        port: int = 0,
    ) -> None:
        super().__init__(port)
        self._temporary = TemporaryDirectory(prefix="mvsep-sandbox-")
        self._pool = ThreadPoolExecutor(_THREADS, thread_name_prefix="mvsep-sandbox")
        self.switches = Switches(speed, rate_limit, daily_limit)
        self.world = World(Path(self._temporary.name), self.switches, self._pool)
        self.faults = Faults(_refusal)

    def _app(self) -> web.Application:
        gate = Gate(self.world)
        app = web.Application(
            middlewares=[
                gate.log,
                self.faults.middleware(),
                gate.outage,
                gate.limit,
                gate.refusals,
            ]
        )
        SeparationRoutes(self.world).mount(app)
        AppRoutes(self.world).mount(app)
        self.faults.mount(app)
        Control(self._actions(), partial(told, self.world)).mount(app)
        return app

    def _actions(self) -> Actions:
        return {
            "hold": (Nothing, self.hold),
            "release": (Nothing, self.release),
            "hold_processing": (Nothing, self.hold_processing),
            "fail": (Fail, self.fail_next),
            "queue_place": (Place, self.queue_place),
            "age": (Hours, self.age),
            "revoke": (Token, self.revoke),
            "remove_algorithm": (Algorithm, self.remove_algorithm),
            "down": (Nothing, self.down),
            "up": (Nothing, self.up),
            "account": (Account, self.account),
        }

    def _work(self) -> Iterable[asyncio.Task[None] | None]:
        return [job.task for job in self.creates]

    async def start(self) -> None:
        for folder in (self.world.incoming, self.world.temp, self.world.processed):
            folder.mkdir()
        await super().start()
        self.world.origin = self.url

    async def stop(self) -> list[Exception]:
        failures = await super().stop()
        await asyncio.to_thread(self._pool.shutdown, cancel_futures=True)
        self._temporary.cleanup()
        return failures

    @property
    def accounts(self) -> list[SandboxAccount]:
        return self.world.accounts.all

    @property
    def jobs(self) -> list[SandboxJob]:
        """All jobs that were not deleted, oldest first."""
        return self.world.jobs

    @property
    def creates(self) -> list[SandboxJob]:
        """Every create that took effect, whatever became of it."""
        return self.world.creates

    @property
    def requests(self) -> list[Seen]:
        return self.world.requests

    @property
    def remote_files(self) -> dict[str, Path]:
        """Links the stand-in can "download", and the files behind them."""
        return self.world.remote_files

    def account(
        self,
        token: str | None = None,
        *,
        email: str | None = None,
        password: str | None = None,
        premium: bool = False,
        credits: int | None = None,
        name: str | None = None,
    ) -> SandboxAccount:
        """A new account; a premium one has 100 credits unless told otherwise."""
        return self.world.accounts.add(
            now=self.world.clock.now(),
            token=token,
            email=email,
            password=password,
            premium=premium,
            credits=credits,
            name=name,
        )

    def hold(self) -> None:
        """Waiting jobs (and links being fetched) stay where they are."""
        self.switches.waiting_gate.clear()

    def hold_processing(self) -> None:
        """Jobs start, and do not finish."""
        self.switches.processing_gate.clear()

    def release(self) -> None:
        """Undoes `hold` and `hold_processing`."""
        self.switches.waiting_gate.set()
        self.switches.processing_gate.set()

    def fail_next(self, message: str = "Processing failed") -> None:
        """The next job that starts to be processed fails with this reason."""
        self.switches.failures.append(message)

    def queue_place(self, place: int) -> None:
        """Waiting jobs, and those to come, stand at this place and move forward one by one."""
        self.switches.start_place = place
        for job in self.jobs:
            if job.unstarted:
                job.place = place

    def age(self, *, hours: float) -> None:
        """Everything becomes older by so many hours."""
        self.world.clock.shift += hours * 3600

    def remove_algorithm(self, id: int) -> None:
        """The algorithm with this `render_id` is no longer offered."""
        self.world.catalogue.remove(id)

    def revoke(self, token: str) -> None:
        """The token is no longer accepted."""
        for account in self.accounts:
            account.revoked = account.revoked or account.token == token

    def down(self) -> None:
        """Every call is answered 503 in plain text."""
        self.switches.down = True

    def up(self) -> None:
        self.switches.down = False
