"""The Neuro-Semantic client: one method for each thing the service does."""

import asyncio
from collections.abc import Mapping
from decimal import Decimal

import httpx
from pydantic import SecretStr

from bot.net import loose
from bot.net.retry import Sleep, retry_after, retrying
from bot.net.transport import never_left
from bot.neuro_semantic.errors import (
    BadSecret,
    NeuroSemanticError,
    RateLimited,
    Refused,
    ServiceDown,
    Unreachable,
)
from bot.neuro_semantic.models import CalcType

VENDOR = "https://neuro-semantic.ru"

_OK, _SERVER_ERROR, _NOT_AUTHORIZED = 0, 2, 1001


class NeuroSemanticClient:
    """All calls go to `base_url` (an origin, without `/api`) and may raise `Temporary` errors."""

    def __init__(
        self,
        http: httpx.AsyncClient,
        base_url: str = VENDOR,
        *,
        attempts: int = 3,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        self._http = http
        self._base = base_url.rstrip("/")
        self._attempts = attempts
        self._sleep = sleep

    async def balance(self, secret: SecretStr) -> Decimal:
        """Roubles left on the account (`user/balance`), or `BadSecret`."""
        data = await self._ask("user/balance", {"secret": secret.get_secret_value()})
        left = loose.exact(loose.record(data).get("user_balance"))
        if left is None:
            raise ServiceDown(httpx.codes.OK)
        return left

    async def calc_types(self) -> list[CalcType]:
        """The kinds of analysis and their prices (`calc_types/get`)."""
        return [
            CalcType(
                calc_type=loose.text(entry.get("calc_type")),
                short_name=loose.text(entry.get("short_name")),
                long_name=loose.text(entry.get("long_name")),
                price=loose.exact(entry.get("price")),
            )
            for entry in loose.records(await self._ask("calc_types/get", {}))
            if loose.text(entry.get("calc_type"))
        ]

    async def _ask(self, path: str, question: Mapping[str, str]) -> object:
        """The `data` of an answer to a call that may be repeated."""
        try:
            response = await retrying(
                lambda: self._http.post(f"{self._base}/api/{path}", json=question),
                attempts=self._attempts,
                sleep=self._sleep,
            )
        except httpx.HTTPError as error:
            # Never chained: the original knows the request, and with it the secret.
            raise (Unreachable() if never_left(error) else ServiceDown()) from None
        return _data(response)


def _data(response: httpx.Response) -> object:
    status = response.status_code
    if status == httpx.codes.TOO_MANY_REQUESTS:
        raise RateLimited(retry_after(response))
    envelope = _envelope(response)
    code = loose.whole(envelope.get("status"))
    if code is None or (code == _OK and status >= 400):
        raise ServiceDown(status)
    if code != _OK:
        raise _refusal(status, code, loose.text(envelope.get("error")))
    return envelope.get("data")


def _envelope(response: httpx.Response) -> loose.Record:
    try:
        return loose.record(loose.parsed(response.content))
    except ValueError:
        return {}


def _refusal(status: int, code: int, message: str) -> NeuroSemanticError:
    if code == _SERVER_ERROR:
        return ServiceDown(status)
    return BadSecret(message) if code == _NOT_AUTHORIZED else Refused(code, message)
