"""`/__control/…`: the switches of the stand-in for tests that live in another process."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from aiohttp import web
from pydantic import BaseModel, ValidationError

if TYPE_CHECKING:
    from bot.sandbox.mvsep.server import MvsepSandbox


class _Nothing(BaseModel):
    pass


class _Fail(BaseModel):
    message: str = "Processing failed"


class _Place(BaseModel):
    place: int


class _Hours(BaseModel):
    hours: float


class _Token(BaseModel):
    token: str


class _Algorithm(BaseModel):
    id: int


class _Account(BaseModel):
    token: str | None = None
    email: str | None = None
    password: str | None = None
    premium: bool = False
    credits: int | None = None
    name: str | None = None


class Control:
    """`POST /__control/<action>` with a JSON body, `GET /__control/state`."""

    def __init__(self, sandbox: MvsepSandbox) -> None:
        self._sandbox = sandbox
        self._actions: Mapping[str, tuple[type[BaseModel], Callable[..., object]]] = {
            "hold": (_Nothing, sandbox.hold),
            "release": (_Nothing, sandbox.release),
            "hold_processing": (_Nothing, sandbox.hold_processing),
            "fail": (_Fail, sandbox.fail_next),
            "queue_place": (_Place, sandbox.queue_place),
            "age": (_Hours, sandbox.age),
            "revoke": (_Token, sandbox.revoke),
            "remove_algorithm": (_Algorithm, sandbox.remove_algorithm),
            "down": (_Nothing, sandbox.down),
            "up": (_Nothing, sandbox.up),
            "account": (_Account, sandbox.account),
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
        try:
            action(**order.model_dump())
        except KeyError as error:
            return web.json_response({"error": f"unknown {error}"}, status=400)
        return web.json_response(self._told())

    async def _state(self, _: web.Request) -> web.Response:
        return web.json_response(self._told())

    def _told(self) -> dict[str, Any]:
        sandbox = self._sandbox
        return {
            "accounts": [
                {"token": a.token, "credits": a.credits, "premium": a.premium}
                for a in sandbox.accounts
            ],
            "jobs": [job.told() for job in sandbox.jobs],
            "creates": [job.told() for job in sandbox.creates],
            "requests": len(sandbox.requests),
        }
