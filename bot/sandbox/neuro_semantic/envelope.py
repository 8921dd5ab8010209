"""The one shape of all answers: `status` (0 or an error code), `error`, `data`."""

from __future__ import annotations

from typing import Any

from aiohttp import web

SERVER_ERROR = 2
UNAUTHORIZED = 1001
INVALID_DATA = 2001
NEGATIVE_BALANCE = 2100

_TEXTS = {
    SERVER_ERROR: "Ошибка сервера",
    UNAUTHORIZED: "Пользователь не авторизован",
    INVALID_DATA: "Невалидные данные",
    NEGATIVE_BALANCE: "Отрицательный баланс",
}


class Failure(Exception):
    """An error code of the document on its way to the client."""

    def __init__(self, code: int) -> None:
        super().__init__(f"{code} {_TEXTS[code]}")
        self.code = code


def answered(data: Any) -> web.Response:
    return web.json_response({"status": 0, "error": "", "data": data})


def failed(failure: Failure) -> web.Response:
    """Errors, too, come with HTTP 200: only `status` tells."""
    body = {"status": failure.code, "error": _TEXTS[failure.code], "data": None}
    return web.json_response(body)
