"""The `app/*` endpoints: catalogue, account, history, queue, news, demo page, switches."""

from __future__ import annotations

from typing import Any

from aiohttp import web

from bot.sandbox.mvsep.accounts import SandboxAccount
from bot.sandbox.mvsep.api.errors import BAD_TOKEN, in_fields, in_message
from bot.sandbox.mvsep.api.forms import read_fields
from bot.sandbox.mvsep.api.gate import note
from bot.sandbox.mvsep.api.views import demo_row, history_row
from bot.sandbox.mvsep.jobs import State
from bot.sandbox.mvsep.world import World

_MOST_ROWS = 20
_SECONDS_PER_JOB = 30
_NEWS = (
    {"en": ("A stand-in", "This is a stand-in for testing."), "es": ("Un sustituto", "Pruebas.")},
    {"en": ("More stems", "All algorithms are here."), "es": ("Más pistas", "Todos están aquí.")},
)


class AppRoutes:
    """MVSEP API document, chapter "App"."""

    def __init__(self, world: World) -> None:
        self._world = world

    def mount(self, app: web.Application) -> None:
        add = app.router
        add.add_get("/api/app/algorithms", self._algorithms)
        add.add_get("/api/app/user", self._user)
        add.add_post("/api/app/login", self._login)
        add.add_post("/api/app/register", self._register)
        add.add_get("/api/app/separation_history", self._history)
        add.add_get("/api/app/queue", self._queue)
        add.add_get("/api/app/queue/summary", self._queue_summary)
        add.add_get("/api/app/news", self._news)
        add.add_get("/api/app/demo", self._demo)
        for action in ("enable", "disable"):
            add.add_post(f"/api/app/{action}_premium", self._switch_premium)
            add.add_post(f"/api/app/{action}_long_filenames", self._switch_long_filenames)

    async def _algorithms(self, request: web.Request) -> web.Response:
        scopes = request.query.get("scopes", "single_upload").split(",")
        return web.json_response(self._world.catalogue.served(scopes))

    async def _user(self, request: web.Request) -> web.Response:
        account = self._account(request.query.get("api_token", ""))
        running = [history_row(self._world, job) for job in self._world.running_of(account)]
        return web.json_response({"success": True, "data": account.as_user(running)})

    async def _login(self, request: web.Request) -> web.Response:
        form = await read_fields(request)
        note(request, form)
        user = self._world.accounts.login(form).as_user([])
        del user["current_queue"]
        return web.json_response({"success": True, "data": user})

    async def _register(self, request: web.Request) -> web.Response:
        form = await read_fields(request)
        note(request, form)
        account = self._world.accounts.register(form, now=self._world.clock.now())
        message = f"Account verification email sent to {account.email}"
        return web.json_response({"success": True, "message": message})

    async def _history(self, request: web.Request) -> web.Response:
        account = self._account(request.query.get("api_token", ""))
        jobs = _page(request, self._world.created_by(account))
        rows = [history_row(self._world, job) for job in jobs]
        return web.json_response({"success": True, "data": rows})

    async def _queue(self, request: web.Request) -> web.Response:
        """Counts by plan, and the place of the asker's plan."""
        active = [job for job in self._world.jobs if job.active]
        queue = {
            "in_process": sum(job.running for job in active),
            "premium": sum(job.unstarted and job.account.premium for job in active),
            "registered": sum(job.unstarted and not job.account.premium for job in active),
            "unregistered": 0,
        }
        account = self._world.accounts.known(request.query.get("api_token", ""))
        plan = self._world.plan_of(account).name if account else "unregistered"
        return web.json_response({"queue": queue, "plan": {"plan": plan, "queue": queue[plan]}})

    async def _queue_summary(self, request: web.Request) -> web.Response:
        account = self._account(request.query.get("api_token", ""))
        waiting = [job for job in self._world.running_of(account) if job.unstarted]
        ahead = max((job.place for job in waiting), default=1) - 1
        data = {"ahead": ahead, "estimated_wait_seconds": ahead * _SECONDS_PER_JOB}
        return web.json_response({"success": True, "data": data})

    async def _news(self, request: web.Request) -> web.Response:
        language = request.query.get("lang", "en")
        items = [_news_item(number, item, language) for number, item in enumerate(_NEWS, 1)]
        return web.json_response(_page(request, items[::-1]))

    async def _demo(self, request: web.Request) -> web.Response:
        shown = [j for j in reversed(self._world.jobs) if j.is_demo and j.state is State.DONE]
        return web.json_response([demo_row(self._world, job) for job in _page(request, shown)])

    async def _switch_premium(self, request: web.Request) -> web.Response:
        account, enabled = await self._switching(request)
        account.premium_enabled = enabled
        return _switched(enabled)

    async def _switch_long_filenames(self, request: web.Request) -> web.Response:
        account, enabled = await self._switching(request)
        account.long_filenames = enabled
        return _switched(enabled)

    async def _switching(self, request: web.Request) -> tuple[SandboxAccount, bool]:
        form = await read_fields(request)
        note(request, form)
        return self._account(form.get("api_token", "")), "/enable_" in request.path

    def _account(self, token: str) -> SandboxAccount:
        return self._world.accounts.by_token(token, in_message(BAD_TOKEN))


def _switched(enabled: bool) -> web.Response:
    word = "enabled" if enabled else "disabled"
    return web.json_response({"success": True, "message": f"successfully {word}"})


def _page(request: web.Request, rows: list[Any]) -> list[Any]:
    """`start` and `limit` (10 unless told, at most 20) of the document."""
    start, limit = request.query.get("start", "0"), request.query.get("limit", "10")
    if not (start.isdecimal() and limit.isdecimal()):
        raise in_fields({"limit": ["The limit must be an integer."]})
    return rows[int(start) : int(start) + min(int(limit), _MOST_ROWS)]


def _news_item(number: int, item: dict[str, tuple[str, str]], language: str) -> dict[str, Any]:
    title, text = item.get(language, item["en"])
    return {
        "id": number,
        "title": title,
        "lang": language if language in item else "en",
        "text": f"<p>{text}</p>",
        "status": 1,
        "created_at": f"2026-01-0{number} 10:00:00",
        "updated_at": f"2026-01-0{number} 10:00:00",
    }
