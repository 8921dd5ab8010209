"""The Neuro-Semantic stand-in: one envelope for answers and errors."""

from __future__ import annotations

import httpx
import pytest

from bot.sandbox.neuro_semantic import NeuroSemanticSandbox


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


async def test_switches_can_be_turned_from_another_process(
    sandbox: NeuroSemanticSandbox, http: httpx.AsyncClient
) -> None:
    account = {"secret": "abc", "balance": 7}
    assert (await http.post("/__control/account", json=account)).status_code == 200
    await http.post("/__control/switches", json={"stringly": True, "longest_text": 5})
    told = (await http.get("/__control/state")).json()
    assert told["accounts"] == [{"secret": "abc", "balance": 7.0}]
    assert (sandbox.switches.stringly, sandbox.switches.longest_text) == (True, 5)
    assert sandbox.switches.longest_total == 10_000_000


@pytest.mark.parametrize(
    ("action", "body", "status"),
    [("hold", {}, 200), ("fly", {}, 404), ("fail", {}, 400), ("switches", {"speed": 0}, 400)],
)
async def test_control_says_what_it_does_not_understand(
    http: httpx.AsyncClient, action: str, body: dict[str, int], status: int
) -> None:
    assert (await http.post(f"/__control/{action}", json=body)).status_code == status
