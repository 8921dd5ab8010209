"""What stands before every route: rate limit, outage, faults, log, control address."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from bot.sandbox.mvsep import MvsepSandbox, SandboxAccount


async def test_the_rate_limit_counts_down_and_then_refuses(
    caller: Any, sandbox: MvsepSandbox
) -> None:
    sandbox.switches.rate_limit = 2
    sandbox.switches.speed = 1
    first = await caller.http.get("/api/app/queue")
    assert (first.headers["X-RateLimit-Limit"], first.headers["X-RateLimit-Remaining"]) == (
        "2",
        "1",
    )
    await caller.http.get("/api/app/queue")
    refused = await caller.http.get("/api/app/queue")
    assert refused.status_code == 429
    assert 0 < int(refused.headers["Retry-After"]) <= 60
    other = await caller.http.get("/api/app/queue", params={"api_token": "another"})
    assert other.status_code == 200


async def test_an_outage_is_answered_in_plain_text(caller: Any, sandbox: MvsepSandbox) -> None:
    sandbox.down()
    answer = await caller.http.get("/api/app/news")
    assert answer.status_code == 503
    with pytest.raises(ValueError, match="Expecting value"):
        answer.json()
    sandbox.up()
    assert (await caller.http.get("/api/app/news")).status_code == 200


async def test_a_fault_before_the_effect_charges_nothing_and_after_it_does(
    caller: Any, sandbox: MvsepSandbox, premium: SandboxAccount
) -> None:
    sandbox.faults.add("reset", "separation/create")
    with pytest.raises(httpx.TransportError):
        await caller.create(premium)
    assert sandbox.creates == []
    sandbox.faults.add("502", "separation/create", after_effect=True)
    assert (await caller.create(premium)).status_code == 502
    assert len(sandbox.creates) == 1


async def test_a_truncated_result_breaks_off(
    caller: Any, sandbox: MvsepSandbox, free: SandboxAccount
) -> None:
    done = await caller.until(await caller.start(free), "done")
    sandbox.faults.add("truncated", "/storage/processed")
    with pytest.raises(httpx.TransportError):
        await caller.http.get(done["data"]["files"][0]["url"])


async def test_requests_are_logged_with_their_fields_and_without_files(
    caller: Any, sandbox: MvsepSandbox, free: SandboxAccount
) -> None:
    await caller.start(free)
    await caller.get("/api/separation/get", hash="x")
    create, read = sandbox.requests
    assert (create.method, create.path) == ("POST", "/api/separation/create")
    assert create.params == {"api_token": free.token, "sep_type": "40"}
    assert read.params == {"hash": "x"}


async def test_the_switches_can_be_turned_from_another_process(
    caller: Any, sandbox: MvsepSandbox
) -> None:
    async def turn(action: str, **order: Any) -> Any:
        answer = await caller.http.post(f"/__control/{action}", json=order)
        assert answer.status_code == 200, answer.text
        return answer.json()

    state = await turn("account", token="t" * 30, premium=True)
    assert state["accounts"] == [{"token": "t" * 30, "credits": 100, "premium": True}]
    await turn("hold")
    await turn("fail", message="No luck")
    await turn("queue_place", place=2)
    job_hash = await caller.start(sandbox.accounts[0])
    state = (await caller.http.get("/__control/state")).json()
    assert [job["state"] for job in state["jobs"]] == ["waiting"]
    await turn("release")
    failed = await caller.until(job_hash, "failed", "done")
    assert failed["data"]["message"] == "No luck"
    await turn("age", hours=80)
    assert (await caller.report(job_hash))["status"] == "not_found"
    await turn("remove_algorithm", id=40)
    await turn("revoke", token="t" * 30)
    await turn("down")
    assert (await caller.http.get("/api/app/news")).status_code == 503
    await turn("up")


@pytest.mark.parametrize(
    ("action", "order", "status"),
    [
        ("nonsense", {}, 404),
        ("queue_place", {}, 400),
        ("remove_algorithm", {"id": 9999}, 400),
    ],
)
async def test_wrong_control_orders_are_refused(
    action: str, order: dict[str, int], status: int, caller: Any
) -> None:
    answer = await caller.http.post(f"/__control/{action}", json=order)
    assert answer.status_code == status
