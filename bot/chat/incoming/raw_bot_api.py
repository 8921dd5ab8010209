"""The few Bot API calls the intake makes itself, because it needs the updates raw."""

import asyncio
from typing import Any

import httpx
from pydantic import SecretStr


class BotApiError(Exception):
    """The Bot API said no, or said something unreadable.

    `code` is its error_code, else the HTTP status; `retry_after` is in seconds.
    """

    def __init__(self, code: int, description: str, retry_after: float | None = None) -> None:
        super().__init__(f"{code} {description}")
        self.code = code
        self.description = description
        self.retry_after = retry_after


class BotApi:
    """`POST {url}/bot{token}/{method}` with a JSON body (Bot API, "Making requests")."""

    def __init__(self, http: httpx.AsyncClient, url: str, token: SecretStr) -> None:
        self._http = http
        self._base = SecretStr(f"{url}/bot{token.get_secret_value()}")

    async def call(self, method: str, params: dict[str, Any], *, seconds: float = 20) -> Any:
        """The `result` of the answer.

        Raises BotApiError, httpx.HTTPError, or TimeoutError when it takes longer than `seconds`.
        """
        address = f"{self._base.get_secret_value()}/{method}"
        async with asyncio.timeout(seconds):
            response = await self._http.post(address, json=params, timeout=seconds)
        return _result(response)


def _result(response: httpx.Response) -> Any:
    try:
        answer = response.json()
    except ValueError:
        answer = None
    if not isinstance(answer, dict):
        raise BotApiError(response.status_code, "the answer is not readable")
    if answer.get("ok") is not True:
        raise _refusal(response.status_code, answer)
    return answer.get("result")


def _refusal(status: int, answer: dict[str, Any]) -> BotApiError:
    code, parameters = answer.get("error_code"), answer.get("parameters")
    wait = parameters.get("retry_after") if isinstance(parameters, dict) else None
    return BotApiError(
        code if isinstance(code, int) else status,
        str(answer.get("description", "no reason given")),
        float(wait) if isinstance(wait, int | float) else None,
    )
