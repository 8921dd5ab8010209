"""The Neuro-Semantic stand-in as tests and the demo see it: start it, ask it, turn its switches."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from functools import partial
from typing import Any

from aiohttp import web

from bot.sandbox.control import Actions, Control, Nothing
from bot.sandbox.faults import Fault, Faults
from bot.sandbox.neuro_semantic.accounts import NeuroAccount
from bot.sandbox.neuro_semantic.bodies import body_of
from bot.sandbox.neuro_semantic.control import Account, Fail, Id, Secret, Switching, told
from bot.sandbox.neuro_semantic.envelope import SERVER_ERROR, Failure, answered, failed
from bot.sandbox.neuro_semantic.library import Library
from bot.sandbox.neuro_semantic.routes import Routes
from bot.sandbox.neuro_semantic.world import (
    NeuroCall,
    PlannedFailure,
    SandboxTransaction,
    Switches,
    World,
)
from bot.sandbox.stand_in import StandIn

_LARGEST_BODY = 256 * 2**20
_PREFIX = "/api/"


def _refusal(status: int, fault: Fault) -> web.Response:
    if status == 429:
        headers = {"Retry-After": f"{fault.seconds:g}"}
        return web.Response(status=429, text="Too Many Requests", headers=headers)
    return failed(Failure(SERVER_ERROR), status)


class NeuroSemanticSandbox(StandIn):
    """A real HTTP server on loopback with all calls of the document and a small real analysis.

    `speed`: the service's seconds per real second; a transaction waits two and runs three.
    """

    def __init__(self, speed: float = 20.0, *, port: int = 0) -> None:
        super().__init__(port)
        self.switches = Switches(speed)
        self.world = World(self.switches)
        self.faults = Faults(_refusal)
        self._routes = Routes(self.world)

    def _app(self) -> web.Application:
        app = web.Application(
            middlewares=[self.faults.middleware()], client_max_size=_LARGEST_BODY
        )
        for path in self._routes.paths:
            app.router.add_post(_PREFIX + path, self._answer)
        self.faults.mount(app)
        Control(self._actions(), partial(told, self.world)).mount(app)
        return app

    def _actions(self) -> Actions:
        return {
            "hold": (Nothing, self.hold),
            "hold_running": (Nothing, self.hold_running),
            "release": (Nothing, self.release),
            "fail": (Fail, self.fail_next),
            "account": (Account, self.account),
            "revoke": (Secret, self.revoke),
            "forget": (Id, self.forget),
            "switches": (Switching, self._switch),
        }

    def _switch(self, **values: Any) -> None:
        for name, value in values.items():
            setattr(self.switches, name, value)

    def _work(self) -> Iterable[asyncio.Task[None] | None]:
        return [made.task for made in self.creates]

    async def _answer(self, request: web.Request) -> web.Response:
        path = request.path.removeprefix(_PREFIX)
        planned = self.switches.failure_for(path)
        try:
            body = await body_of(request)
            self.requests.append(NeuroCall(request.path, body))
            if planned is None or planned.after_effect:
                data = self._routes.play(path, body)
        except Failure as failure:
            return failed(failure)
        return answered(data) if planned is None else failed(Failure(planned.code))

    @property
    def accounts(self) -> list[NeuroAccount]:
        return self.world.accounts.all

    @property
    def requests(self) -> list[NeuroCall]:
        return self.world.requests

    @property
    def transactions(self) -> list[SandboxTransaction]:
        """All that were not forgotten, oldest first."""
        return self.world.transactions

    @property
    def creates(self) -> list[SandboxTransaction]:
        """Every create that took effect and was charged, whatever became of it."""
        return self.world.creates

    @property
    def library(self) -> Library:
        """Themes and directories."""
        return self.world.library

    def account(self, secret: str | None = None, *, balance: float = 100.0) -> NeuroAccount:
        """A new account with so many roubles."""
        return self.world.accounts.add(self.world.now(), secret, balance)

    def hold(self) -> None:
        """Transactions stay in the queue."""
        self.switches.queue_gate.clear()

    def hold_running(self) -> None:
        """Transactions start, and do not finish."""
        self.switches.running_gate.clear()

    def release(self) -> None:
        """Undoes `hold` and `hold_running`."""
        self.switches.queue_gate.set()
        self.switches.running_gate.set()

    def fail_next(
        self, code: int, match: str = "transaction/create", *, after_effect: bool = False
    ) -> None:
        """The next call to a path with `match` in it is answered with this error code.

        `after_effect`: only after its work was done (and charged).
        """
        self.switches.failures.append(PlannedFailure(code, match, after_effect))

    def forget(self, id: int) -> None:
        """The transaction is no longer known."""
        self.world.transactions[:] = [each for each in self.transactions if each.id != id]

    def revoke(self, secret: str) -> None:
        """The secret is no longer accepted."""
        self.accounts[:] = [each for each in self.accounts if each.secret != secret]
