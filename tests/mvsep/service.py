"""A service that says what it is told to, and the people and jobs it is asked about."""

from collections.abc import Callable
from typing import Any

import httpx
from aiohttp import web
from pydantic import SecretStr

from bot.mvsep import MvsepClient

TOKEN = SecretStr("Tok3nTok3nTok3nTok3nTok3nTok3n")
HASH = SecretStr("20240119124024-413c481b80-10-luke-s theme&a=b.mp3")
USER = {
    "name": "Ann",
    "email": "ann@example.org",
    "api_token": TOKEN.get_secret_value(),
    "premium_minutes": "12",
    "premium_enabled": 1,
    "long_filenames_enabled": 0,
    "current_queue": [{"hash": "h1"}, {"id": 2}],
}


class Service:
    """Gives the scripted answers in turn (the last one for ever) and keeps what was asked."""

    def __init__(self, *answers: Callable[[], web.StreamResponse]) -> None:
        self._answers = list(answers)
        self.asked: list[tuple[str, str, dict[str, str]]] = []

    async def handle(self, request: web.Request) -> web.StreamResponse:
        form = {key: str(value) for key, value in (await request.post()).items()}
        self.asked.append((request.method, request.path, {**request.query, **form}))
        answer = self._answers.pop(0) if len(self._answers) > 1 else self._answers[0]
        return answer()


def json_answer(
    value: object, status: int = 200, headers: dict[str, str] | None = None
) -> Callable[[], web.Response]:
    return lambda: web.json_response(value, status=status, headers=headers)


def text_answer(text: str, status: int = 200, **headers: str) -> Callable[[], web.Response]:
    return lambda: web.Response(text=text, status=status, headers=headers)


async def no_wait(seconds: float) -> None:
    return None


async def client_with(
    http: httpx.AsyncClient, serve: Any, *answers: Callable[[], web.StreamResponse]
) -> tuple[MvsepClient, Service]:
    service = Service(*answers)
    return MvsepClient(http, await serve(service.handle), sleep=no_wait), service
