"""The server of the Neuro-Semantic stand-in: every call is a POST with a JSON body."""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Self

from aiohttp import web

from bot.sandbox.faults import Faults
from bot.sandbox.neuro_semantic.envelope import (
    INVALID_DATA,
    UNAUTHORIZED,
    Failure,
    answered,
    failed,
)

_CALC_TYPES = (
    ("classify", "ММК", "Классификация по теме", 1.0),
    ("sentiment", "ТО", "Анализ тональности", 0.5),
    ("emcol", "ЭО", "Анализ эмоционального окраса", 0.5),
)

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
Body = dict[str, Any]


@dataclass
class NeuroAccount:
    """One user; `balance` is in roubles."""

    secret: str = field(repr=False)
    balance: float


@dataclass(frozen=True)
class NeuroCall:
    """A call that arrived."""

    path: str
    body: Body


class NeuroSemanticSandbox:
    """A real HTTP server on loopback with the calls that linking an account needs."""

    def __init__(self, *, port: int = 0) -> None:
        self._port = port
        self.url = ""
        self.accounts: list[NeuroAccount] = []
        self.requests: list[NeuroCall] = []
        self.faults = Faults()
        self._calls: dict[str, Callable[[Body], Any]] = {
            "/api/user/balance": self._balance,
            "/api/calc_types/get": self._calc_types,
        }
        self._runner = web.AppRunner(self._app(), access_log=None, shutdown_timeout=1.0)

    def _app(self) -> web.Application:
        app = web.Application(middlewares=[self.faults.middleware()])
        for path in self._calls:
            app.router.add_post(path, self._answer)
        self.faults.mount(app)
        return app

    async def __aenter__(self) -> Self:
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self._port).start()
        host, port = self._runner.addresses[0][:2]
        self.url = f"http://{host}:{port}"
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._runner.cleanup()

    def account(self, secret: str | None = None, *, balance: float = 100.0) -> NeuroAccount:
        account = NeuroAccount(secret or secrets.token_hex(16), balance)
        self.accounts.append(account)
        return account

    async def _answer(self, request: web.Request) -> web.Response:
        try:
            body = await _body_of(request)
            self.requests.append(NeuroCall(request.path, body))
            return answered(self._calls[request.path](body))
        except Failure as failure:
            return failed(failure)

    def _balance(self, body: Body) -> Any:
        """Neuro-Semantic document, `/api/user/balance`."""
        return {"user_balance": self._user(body).balance}

    def _calc_types(self, _: Body) -> Any:
        """Neuro-Semantic document, `/api/calc_types/get`: needs no secret."""
        names = ("calc_type", "short_name", "long_name", "price")
        return [dict(zip(names, row, strict=True)) for row in _CALC_TYPES]

    def _user(self, body: Body) -> NeuroAccount:
        for account in self.accounts:
            if account.secret == body.get("secret"):
                return account
        raise Failure(UNAUTHORIZED)


async def _body_of(request: web.Request) -> Body:
    try:
        body = await request.json() if request.can_read_body else {}
    except ValueError as error:
        raise Failure(INVALID_DATA) from error
    if not isinstance(body, dict):
        raise Failure(INVALID_DATA)
    return body
