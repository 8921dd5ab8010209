"""The `separation/*` endpoints and the stored files they point to."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path

from aiohttp import web

from bot.sandbox.faults import BODY_FILE
from bot.sandbox.mvsep.accounts import SandboxAccount
from bot.sandbox.mvsep.api.errors import BAD_TOKEN, NO_CREDITS, NOT_FOUND, in_data, in_message
from bot.sandbox.mvsep.api.forms import read_fields, received
from bot.sandbox.mvsep.api.gate import note
from bot.sandbox.mvsep.api.orders import place_order
from bot.sandbox.mvsep.api.views import accepted, not_found, remote_report, report
from bot.sandbox.mvsep.jobs import SandboxJob, State
from bot.sandbox.mvsep.worker import start
from bot.sandbox.mvsep.world import World


class SeparationRoutes:
    """MVSEP API document, chapter "Separation", plus `separation/delete`."""

    def __init__(self, world: World) -> None:
        self._world = world

    def mount(self, app: web.Application) -> None:
        app.router.add_post("/api/separation/create", self._create)
        app.router.add_get("/api/separation/get", self._get)
        app.router.add_get("/api/separation/get-remote", self._get_remote)
        app.router.add_post("/api/separation/cancel", self._cancel)
        app.router.add_post("/api/separation/delete", self._delete)
        app.router.add_get("/storage/processed/{name}", self._result)
        app.router.add_get("/storage/temp/{name}", self._input)

    async def _create(self, request: web.Request) -> web.Response:
        world = self._world
        most = max(world.free.max_bytes, world.premium.max_bytes)
        async with received(request, world.incoming, most) as form:
            note(request, form.fields)
            job = await place_order(world, form)
        start(world, job)
        return web.json_response(accepted(world, job))

    async def _get(self, request: web.Request) -> web.Response:
        job = self._known(request.query.get("hash", ""))
        if job is None or job.hash != request.query.get("hash"):
            raise not_found()
        if request.query.get("mirror") == "1":
            self._pay_for_mirror(request.query.get("api_token", ""))
        return web.json_response(report(self._world, job))

    def _pay_for_mirror(self, token: str) -> None:
        """The other window costs one credit per look."""
        account = self._world.accounts.by_token(token, in_data(BAD_TOKEN, status=401))
        if account.credits < 1:
            raise in_data(NO_CREDITS, status=400)
        account.credits -= 1

    async def _get_remote(self, request: web.Request) -> web.Response:
        job = self._known(request.query.get("hash", ""))
        if job is None or job.remote_hash != request.query.get("hash"):
            raise not_found()
        return web.json_response(remote_report(self._world, job))

    async def _cancel(self, request: web.Request) -> web.Response:
        """Credits come back only while nothing has been processed yet."""
        job = await self._own(request)
        if not job.active:
            raise in_message("The separation is already finished")
        if job.unstarted:
            job.refund()
        self._stop(job)
        return web.json_response({"success": True})

    async def _delete(self, request: web.Request) -> web.Response:
        job = await self._own(request)
        if job.active:
            self._stop(job)
        job.deleted = True
        self._world.jobs.remove(job)
        paths = [*job.inputs, *(path for _, path in job.files)]
        await asyncio.to_thread(_remove, paths)
        return web.json_response({"success": True})

    def _stop(self, job: SandboxJob) -> None:
        job.enter(State.CANCELLED)
        if job.task:
            job.task.cancel()

    async def _own(self, request: web.Request) -> SandboxJob:
        fields = await read_fields(request)
        note(request, fields)
        account = self._account(fields.get("api_token", ""))
        job = self._known(fields.get("hash", ""))
        if job is None or job.account is not account:
            raise in_data(NOT_FOUND, status=400)
        return job

    def _account(self, token: str) -> SandboxAccount:
        return self._world.accounts.by_token(token, in_data(BAD_TOKEN, status=401))

    def _known(self, job_hash: str) -> SandboxJob | None:
        return self._world.find(job_hash)

    async def _result(self, request: web.Request) -> web.StreamResponse:
        name = request.match_info["name"]
        for job in self._world.jobs:
            for _, path in job.files:
                if path.name == name and job.exists(self._world.clock.now()):
                    return _file(path)
        raise web.HTTPNotFound

    async def _input(self, request: web.Request) -> web.StreamResponse:
        job = self._known(request.match_info["name"])
        if job is None or not job.inputs:
            raise web.HTTPNotFound
        return _file(job.inputs[0])


def _file(path: Path) -> web.FileResponse:
    answer = web.FileResponse(path)
    answer[BODY_FILE] = path
    return answer


def _remove(paths: Sequence[Path]) -> None:
    for path in paths:
        path.unlink(missing_ok=True)
