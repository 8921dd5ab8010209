"""`/__control/…`: the switches of the stand-in for tests that live in another process."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from aiohttp import web
from pydantic import BaseModel, Field, ValidationError

from bot.sandbox.neuro_semantic.calculate import Shape

if TYPE_CHECKING:
    from bot.sandbox.neuro_semantic.server import NeuroSemanticSandbox


class _Nothing(BaseModel):
    pass


class _Fail(BaseModel):
    code: int
    match: str = "transaction/create"
    after_effect: bool = False


class _Account(BaseModel):
    secret: str | None = None
    balance: float = 100.0


class _Secret(BaseModel):
    secret: str


class _Id(BaseModel):
    id: int


class _Switches(BaseModel):
    speed: float = Field(default=20.0, gt=0)
    longest_text: int = 0
    longest_total: int = 0
    stringly: bool = False
    emcol_shape: Shape = "theme"
    wordfreq_shape: Shape = "list"


class Control:
    """`POST /__control/<action>` with a JSON body, `GET /__control/state`."""

    def __init__(self, sandbox: NeuroSemanticSandbox) -> None:
        self._sandbox = sandbox
        self._actions: Mapping[str, tuple[type[BaseModel], Callable[..., object]]] = {
            "hold": (_Nothing, sandbox.hold),
            "hold_running": (_Nothing, sandbox.hold_running),
            "release": (_Nothing, sandbox.release),
            "fail": (_Fail, sandbox.fail_next),
            "account": (_Account, sandbox.account),
            "revoke": (_Secret, sandbox.revoke),
            "forget": (_Id, sandbox.forget),
            "switches": (_Switches, self._switch),
        }

    def mount(self, app: web.Application) -> None:
        app.router.add_get("/__control/state", self._state)
        app.router.add_post("/__control/{action}", self._act)

    async def _act(self, request: web.Request) -> web.Response:
        shape, action = self._actions.get(request.match_info["action"], (None, None))
        if shape is None or action is None:
            raise web.HTTPNotFound
        try:
            order = shape.model_validate(await request.json() if request.can_read_body else {})
        except (ValidationError, ValueError) as error:
            return web.json_response({"error": str(error)}, status=400)
        action(**order.model_dump(exclude_unset=True))
        return web.json_response(self._told())

    def _switch(self, **values: Any) -> None:
        for name, value in values.items():
            setattr(self._sandbox.switches, name, value)

    async def _state(self, _: web.Request) -> web.Response:
        return web.json_response(self._told())

    def _told(self) -> dict[str, Any]:
        sandbox = self._sandbox
        return {
            "accounts": [{"secret": a.secret, "balance": a.balance} for a in sandbox.accounts],
            "transactions": [
                {"id": t.id, "calc_type": t.calc_type, "status": t.status, "price": t.price}
                for t in sandbox.transactions
            ],
            "creates": len(sandbox.creates),
            "requests": len(sandbox.requests),
        }
