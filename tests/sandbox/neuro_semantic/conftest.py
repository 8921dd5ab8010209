"""A running stand-in and a caller that speaks to it as any client would."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from bot.sandbox.neuro_semantic import NeuroAccount, NeuroSemanticSandbox

PATIENCE = 60


class Caller:
    """Calls by plain HTTP; knows the addresses and nothing of the stand-in's inside."""

    def __init__(self, http: httpx.AsyncClient, account: NeuroAccount) -> None:
        self.http = http
        self.account = account

    async def tell(self, path: str, **body: Any) -> Any:
        """The whole envelope."""
        body = {"secret": self.account.secret, **body}
        return (await self.http.post(f"/api/{path}", json=body)).json()

    async def ask(self, path: str, **body: Any) -> Any:
        """The data of a call that works."""
        envelope = await self.tell(path, **body)
        assert envelope["status"] == 0, envelope
        assert envelope["error"] == ""
        return envelope["data"]

    async def code(self, path: str, **body: Any) -> int:
        """The error code of a call."""
        envelope = await self.tell(path, **body)
        assert envelope["data"] is None
        assert envelope["status"] == 0 or envelope["error"]
        return int(envelope["status"])

    async def create(self, calc_type: str, *texts: str, **body: Any) -> Any:
        joined = {"texts": "¦".join(texts), "texts_splitter": "¦"}
        return await self.ask("transaction/create", calc_type=calc_type, **joined, **body)

    async def until(self, transaction_id: int, status: int) -> Any:
        async with asyncio.timeout(PATIENCE):
            while True:
                told = await self.ask("transaction/get", transaction_id=transaction_id)
                if int(told["transaction_status"]) >= status:
                    return told
                await asyncio.sleep(0.01)

    async def result(self, calc_type: str, *texts: str, **body: Any) -> Any:
        made = await self.create(calc_type, *texts, **body)
        return (await self.until(made["transaction_id"], 30))["result_data"]


@pytest.fixture
async def sandbox() -> AsyncIterator[NeuroSemanticSandbox]:
    async with NeuroSemanticSandbox(speed=500) as running:
        yield running


@pytest.fixture
async def http(sandbox: NeuroSemanticSandbox) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(
        base_url=sandbox.url, timeout=PATIENCE, trust_env=False
    ) as client:
        yield client


@pytest.fixture
def caller(sandbox: NeuroSemanticSandbox, http: httpx.AsyncClient) -> Caller:
    return Caller(http, sandbox.account(balance=100.0))
