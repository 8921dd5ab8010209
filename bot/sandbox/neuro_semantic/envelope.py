"""The one shape of all answers: `status` (0 or an error code), `error`, `data`."""

from __future__ import annotations

from typing import Any

from aiohttp import web

SERVER_ERROR = 2
UNAUTHORIZED = 1001
INVALID_DATA = 2001
NEGATIVE_BALANCE = 2100
TOO_LONG = 2200

_TEXTS = {
    SERVER_ERROR: "Ошибка сервера",
    UNAUTHORIZED: "Пользователь не авторизован",
    INVALID_DATA: "Невалидные данные",
    NEGATIVE_BALANCE: "Отрицательный баланс",
    TOO_LONG: "Превышен лимит длины текста для анализа",
}


class Failure(Exception):
    """An error code of the document on its way to the client."""

    def __init__(self, code: int) -> None:
        super().__init__(f"{code} {error_text(code)}")
        self.code = code


def error_text(code: int) -> str:
    return _TEXTS.get(code, "Ошибка")


def answered(data: Any) -> web.Response:
    return web.json_response({"status": 0, "error": "", "data": data})


def failed(failure: Failure, status: int = 200) -> web.Response:
    """Errors, too, come with HTTP 200: only `status` tells."""
    body = {"status": failure.code, "error": error_text(failure.code), "data": None}
    return web.json_response(body, status=status)
