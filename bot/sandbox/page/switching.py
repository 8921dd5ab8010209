"""The switches of the side panel: how the stand-ins behave from now on."""

import re
from collections.abc import Callable
from typing import Any, Literal

from aiohttp import web
from pydantic import BaseModel, Field

from bot.sandbox.faults import FaultKind
from bot.sandbox.page.actions import body_of
from bot.sandbox.page.people import LANGUAGES, Cast
from bot.sandbox.services import City

OLD_RESULTS = 73  # hours, one more than results are kept


class _Switch(BaseModel):
    on: bool = True
    number: float = Field(default=0, ge=0, le=10_000)


class _Fault(BaseModel):
    service: Literal["telegram", "mvsep"]
    kind: FaultKind
    match: str = Field(default="", max_length=100)
    times: int = Field(default=1, ge=1, le=1000)
    after_effect: bool = False
    seconds: float = Field(default=1.0, ge=0, le=60)


class _Clear(BaseModel):
    service: Literal["telegram", "mvsep", "both"] = "both"


class _Account(BaseModel):
    person: int
    credits: int | None = Field(default=None, ge=0, le=100_000)
    premium: bool | None = None
    revoked: bool | None = None


class _Language(BaseModel):
    person: int
    language: str


class Switching:
    """Routes under `/api/`; `changed` is called after each that did something."""

    def __init__(self, stage: City, cast: Cast, changed: Callable[[], None]) -> None:
        self._stage = stage
        self._cast = cast
        self._changed = changed
        self._switches: dict[str, Callable[[_Switch], Any]] = {
            "hold": self._hold,
            "hold_processing": self._hold_processing,
            "fail": lambda _: stage.mvsep.fail_next("The song could not be read"),
            "down": lambda order: stage.mvsep.down() if order.on else stage.mvsep.up(),
            "speed": self._speed,
            "rate_limit": self._rate_limit,
            "place": lambda order: stage.mvsep.queue_place(max(1, int(order.number))),
            "age": lambda _: stage.mvsep.age(hours=OLD_RESULTS),
            "flood": self._flood,
            "silent": self._silent,
            "privacy": self._privacy,
        }

    def mount(self, app: web.Application) -> None:
        app.router.add_post("/api/switch/{name}", self._turn)
        app.router.add_post("/api/faults", self._add_fault)
        app.router.add_post("/api/faults/clear", self._clear_faults)
        app.router.add_post("/api/accounts", self._account)
        app.router.add_post("/api/language", self._language)

    async def _turn(self, request: web.Request) -> web.Response:
        switch = self._switches.get(request.match_info["name"])
        if switch is None:
            raise web.HTTPNotFound(text="There is no such switch.")
        switch(await body_of(request, _Switch))
        return self._done()

    async def _add_fault(self, request: web.Request) -> web.Response:
        order = await body_of(request, _Fault)
        try:
            self._faults(order.service)[0].add(**order.model_dump(exclude={"service"}))
        except re.error as error:
            raise web.HTTPBadRequest(text=f"This pattern cannot be read: {error}") from None
        return self._done()

    async def _clear_faults(self, request: web.Request) -> web.Response:
        for faults in self._faults((await body_of(request, _Clear)).service):
            faults.clear()
        return self._done()

    async def _account(self, request: web.Request) -> web.Response:
        order = await body_of(request, _Account)
        account = self._cast.accounts.get(order.person)
        if account is None:
            raise web.HTTPNotFound(text="There is no such person.")
        if order.credits is not None:
            account.credits = order.credits
        if order.premium is not None:
            account.premium_enabled = order.premium
        if order.revoked is not None:
            account.revoked = order.revoked
        return self._done()

    async def _language(self, request: web.Request) -> web.Response:
        order = await body_of(request, _Language)
        person = self._cast.people.get(order.person)
        if person is None or order.language not in LANGUAGES:
            raise web.HTTPNotFound(text="There is no such person or language.")
        person.user.language_code = order.language
        return self._done()

    def _done(self) -> web.Response:
        self._changed()
        return web.json_response({})

    def _faults(self, service: str) -> list[Any]:
        both = {"telegram": self._stage.telegram.faults, "mvsep": self._stage.mvsep.faults}
        return list(both.values()) if service == "both" else [both[service]]

    def _hold(self, order: _Switch) -> None:
        _gate(self._stage.mvsep.switches.waiting_gate, held=order.on)

    def _hold_processing(self, order: _Switch) -> None:
        _gate(self._stage.mvsep.switches.processing_gate, held=order.on)

    def _speed(self, order: _Switch) -> None:
        self._stage.mvsep.switches.speed = max(0.1, order.number)

    def _rate_limit(self, order: _Switch) -> None:
        """0 means no limit."""
        self._stage.mvsep.switches.rate_limit = int(order.number) or None

    def _flood(self, order: _Switch) -> None:
        self._stage.telegram.flood.enabled = order.on

    def _silent(self, order: _Switch) -> None:
        telegram = self._stage.telegram
        if order.on:
            telegram.hold_updates()
        else:
            telegram.release_updates()

    def _privacy(self, order: _Switch) -> None:
        self._stage.telegram.privacy = order.on


def _gate(gate: Any, *, held: bool) -> None:
    if held:
        gate.clear()
    else:
        gate.set()
