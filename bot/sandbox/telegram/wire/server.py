"""The HTTP side: one address per method, one per file, answers as the Bot API gives them."""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from aiohttp import web

from bot.sandbox.faults import BODY_FILE, Fault, Faults
from bot.sandbox.telegram.methods import handler_of
from bot.sandbox.telegram.methods.registry import RawResult
from bot.sandbox.telegram.state import Request, State
from bot.sandbox.telegram.wire.errors import ApiError, too_many
from bot.sandbox.telegram.wire.schema import AnyMethod, check_answer, known_methods, parse_call
from bot.sandbox.telegram.wire.uploads import Incoming, read_call


def refusal(status: int, fault: Fault) -> web.Response:
    """The body of a 429 or 500 that a fault switch asked for."""
    if status == 429:
        return _error(too_many(int(fault.seconds)))
    return _error(ApiError(status, "Internal Server Error"))


@dataclass
class _Outcome:
    """What became of a call."""

    arrived: float
    result: Any = None
    error: ApiError | None = None
    findings: list[str] = field(default_factory=list)
    incoming: Incoming = field(default_factory=Incoming)


@dataclass
class Server:
    """Routes of one stand-in. `strict`: unknown parameters and wrong answers are findings."""

    state: State
    faults: Faults
    folder: Path
    strict: bool = True

    def app(self) -> web.Application:
        app = web.Application(middlewares=[self.faults.middleware()], client_max_size=4 << 20)
        app.router.add_route("*", "/bot{token:[^/]+}/{method:[^/]+}", self._call)
        app.router.add_get("/file/bot{token:[^/]+}/{path:.+}", self._file)
        self.faults.mount(app)
        app.router.add_route("*", "/{rest:.*}", self._nowhere)
        return app

    async def _call(self, request: web.Request) -> web.StreamResponse:
        outcome = _Outcome(self.state.world.now())
        name = request.match_info["method"]
        try:
            model = self._method(request)
            name = model.__api_method__
            outcome.result = await self._outcome(model, request, outcome)
        except ApiError as error:
            outcome.error = error
        except ConnectionError:
            return self._broken_off()
        finally:
            outcome.incoming.discard()
        self._record(name, outcome)
        return _error(outcome.error) if outcome.error else _success(outcome.result)

    def _method(self, request: web.Request) -> type[AnyMethod]:
        if request.match_info["token"] != self.state.token:
            raise ApiError(401, "Unauthorized")
        model = known_methods().get(request.match_info["method"].lower())
        if model is None:
            raise ApiError(404, "Not Found: method not found")
        if request.method not in {"GET", "POST"}:
            raise ApiError(405, "Method Not Allowed")
        return model

    async def _outcome(
        self, model: type[AnyMethod], request: web.Request, outcome: _Outcome
    ) -> Any:
        outcome.incoming = await read_call(request, self.folder, self.state.limits.upload)
        handler = handler_of(model)
        if handler is None:
            reason = f"Not Implemented: the sandbox does not play {model.__api_method__}"
            raise ApiError(501, reason)
        parsed = parse_call(model, outcome.incoming, local=self.state.local)
        if self.strict:
            outcome.findings = parsed.findings
        result = await handler(self.state, parsed.method)
        if self.strict and not isinstance(result, RawResult):
            check_answer(model, result)
        return result

    def _record(self, name: str, outcome: _Outcome) -> None:
        error = outcome.error
        request = Request(
            method=name,
            params=outcome.incoming.shown(),
            status=error.code if error else 200,
            description=error.description if error else None,
            at=self.state.world.now(),
            arrived=outcome.arrived,
        )
        self.state.record(request, outcome.findings, fault=bool(error and error.fault))

    def _broken_off(self) -> web.Response:
        self.state.broken_uploads += 1
        self.state.world.bell.ring()
        return web.Response(status=400)

    async def _file(self, request: web.Request) -> web.StreamResponse:
        """Download; a server run with `--local` serves no files."""
        if request.match_info["token"] != self.state.token:
            return _error(ApiError(401, "Unauthorized"))
        wanted = request.match_info["path"]
        stored = [file for file in self.state.world.files.values() if file.file_path == wanted]
        if not stored or self.state.local:
            return _error(ApiError(404, "Not Found"))
        answer = web.FileResponse(
            stored[0].path, headers={"Content-Type": "application/octet-stream"}
        )
        answer[BODY_FILE] = stored[0].path
        return answer

    async def _nowhere(self, _: web.Request) -> web.Response:
        return _error(ApiError(404, "Not Found"))


def _success(result: Any) -> web.Response:
    text = result.text if isinstance(result, RawResult) else json.dumps(result, ensure_ascii=False)
    return web.Response(text=f'{{"ok":true,"result":{text}}}', content_type="application/json")


def _error(error: ApiError) -> web.Response:
    headers = {}
    if "retry_after" in error.parameters:
        headers["Retry-After"] = str(error.parameters["retry_after"])
    return web.json_response(error.body(), status=error.code, headers=headers)
