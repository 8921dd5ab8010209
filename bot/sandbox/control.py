"""`/__control/…`: the switches of a stand-in for tests that live in another process."""

from collections.abc import Callable, Mapping
from typing import Any

from aiohttp import web
from pydantic import BaseModel, ValidationError

Actions = Mapping[str, tuple[type[BaseModel], Callable[..., object]]]
"""By name: the shape of an action's JSON body, and what is called with its fields."""


class Nothing(BaseModel):
    """An action that needs no body."""


class Control:
    """`POST /__control/<action>` with a JSON body, `GET /__control/state`."""

    def __init__(self, actions: Actions, told: Callable[[], dict[str, Any]]) -> None:
        """`told`: the state, as every answer shows it."""
        self._actions = actions
        self._told = told

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
            action(**order.model_dump(exclude_unset=True))
        except KeyError as error:
            return web.json_response({"error": f"unknown {error}"}, status=400)
        return web.json_response(self._told())

    async def _state(self, _: web.Request) -> web.Response:
        return web.json_response(self._told())
