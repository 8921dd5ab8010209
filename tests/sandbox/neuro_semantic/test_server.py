"""The Neuro-Semantic stand-in: one envelope for answers and errors."""

from __future__ import annotations

from collections.abc import AsyncIterator

import httpx
import pytest

from bot.sandbox.neuro_semantic import NeuroSemanticSandbox


@pytest.fixture
async def sandbox() -> AsyncIterator[NeuroSemanticSandbox]:
    async with NeuroSemanticSandbox() as running:
        yield running


@pytest.fixture
async def http(sandbox: NeuroSemanticSandbox) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=sandbox.url, trust_env=False) as client:
        yield client


async def test_the_balance_of_a_known_secret(
    sandbox: NeuroSemanticSandbox, http: httpx.AsyncClient
) -> None:
    account = sandbox.account(balance=42.5)
    answer = await http.post("/api/user/balance", json={"secret": account.secret})
    assert answer.json() == {"status": 0, "error": "", "data": {"user_balance": 42.5}}
    assert [call.path for call in sandbox.requests] == ["/api/user/balance"]


async def test_a_bad_secret_is_error_1001(http: httpx.AsyncClient) -> None:
    answer = await http.post("/api/user/balance", json={"secret": "wrong"})
    assert answer.status_code == 200
    assert answer.json()["status"] == 1001
    assert answer.json()["error"] == "Пользователь не авторизован"


@pytest.mark.parametrize("body", [b"{", b"[1]"])
async def test_a_body_that_is_no_object_is_error_2001(
    body: bytes, http: httpx.AsyncClient
) -> None:
    answer = await http.post("/api/user/balance", content=body)
    assert answer.json()["status"] == 2001


async def test_the_kinds_of_calculation_and_their_prices(http: httpx.AsyncClient) -> None:
    data = (await http.post("/api/calc_types/get")).json()["data"]
    assert {kind["calc_type"]: kind["price"] for kind in data} == {
        "classify": 1.0,
        "sentiment": 0.5,
        "emcol": 0.5,
    }


async def test_faults_reach_this_service_too(
    sandbox: NeuroSemanticSandbox, http: httpx.AsyncClient
) -> None:
    sandbox.faults.add("500", "balance")
    assert (await http.post("/api/user/balance", json={})).status_code == 500
