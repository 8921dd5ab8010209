"""The `app/*` endpoints: catalogue, people, history, queue, news, demo page."""

from __future__ import annotations

import json
from typing import Any

import pytest

from bot.sandbox.mvsep import MvsepSandbox, SandboxAccount

SCOPES = "single_upload,no_upload,matchering_upload"


async def _all(caller: Any) -> dict[int, Any]:
    listed = await caller.get("/api/app/algorithms", scopes=SCOPES)
    return {entry["render_id"]: entry for entry in listed}


async def test_the_catalogue_has_every_algorithm_in_the_vendors_shape(caller: Any) -> None:
    entries = await _all(caller)
    assert len(entries) == 121
    roformer = entries[40]
    assert roformer["algorithm_group"] == {"id": 21, "name": "Vocals / Instrumental"}
    assert json.loads(roformer["output_stems"]) == ["vocals", "instrumental"]
    assert isinstance(roformer["rating"]["average"], str)
    model, overlap, stems = roformer["algorithm_fields"]
    assert list(json.loads(model["options"]))[:3] == ["3", "4", "5"]
    assert model["default_key"] == "81"
    assert overlap["price_rules"] == [{"option_key": "8", "mode": "multiplier", "value": "2.0000"}]
    assert stems["conditions"] == [
        {
            "depends_on_field_id": model["id"],
            "operator": "in",
            "value_json": ["171"],
            "action": "show",
        }
    ]


async def test_the_odd_entries_are_as_odd_as_in_the_facts(caller: Any) -> None:
    entries = await _all(caller)
    assert [field["name"] for field in entries[26]["algorithm_fields"]] == ["add_opt2", "add_opt1"]
    assert [field["name"] for field in entries[66]["algorithm_fields"]] == ["add_opt2"]
    assert len(entries[120]["algorithm_fields"]) == 4
    assert json.loads(entries[120]["algorithm_fields"][0]["options"]) == {}
    assert entries[35]["is_active"] == 0
    assert {i for i, e in entries.items() if e["orientation"] == 2} == {26, 28, 30}
    assert {
        i: e["price_coefficient"] for i, e in entries.items() if e["price_coefficient"] > 1
    } == {
        26: 2,
        28: 4,
        30: 6,
    }


async def test_every_entry_is_described_in_four_languages(caller: Any) -> None:
    for entry in (await _all(caller)).values():
        told = {d["lang"]: d["short_description"] for d in entry["algorithm_descriptions"]}
        assert set(told) == {"en", "ru", "es", "uz"}
        assert all("<" not in text and "{" not in text for text in told.values())


async def test_scopes_divide_the_catalogue(caller: Any) -> None:
    default = await caller.get("/api/app/algorithms")
    generating = await caller.get("/api/app/algorithms", scopes="no_upload")
    matching = await caller.get("/api/app/algorithms", scopes="matchering_upload")
    assert len(default) == 117
    assert {entry["render_id"] for entry in generating} == {62, 104, 115}
    assert {entry["audio_upload_disabled"] for entry in generating} == {1}
    assert [entry["render_id"] for entry in matching] == [68]


async def test_a_user_is_told_credits_and_running_jobs(
    caller: Any, sandbox: MvsepSandbox, premium: SandboxAccount
) -> None:
    sandbox.hold()
    job_hash = await caller.start(premium)
    user = await caller.user(premium)
    assert user["premium_minutes"] == 99
    assert (user["premium_enabled"], user["long_filenames_enabled"]) == (1, 0)
    assert user["api_token"] == premium.token
    (running,) = user["current_queue"]
    assert running["hash"] == job_hash
    assert running["algorithm"]["render_id"] == 40


@pytest.mark.parametrize("path", ["user", "separation_history", "queue/summary"])
async def test_bad_tokens_are_answered_400_with_a_plain_message(path: str, caller: Any) -> None:
    answer = await caller.http.get(f"/api/app/{path}", params={"api_token": "wrong"})
    assert answer.status_code == 400
    assert isinstance(answer.json()["message"], str)


@pytest.mark.parametrize("what", ["premium", "long_filenames"])
async def test_switches_are_turned_on_and_off(
    what: str, caller: Any, free: SandboxAccount
) -> None:
    for action, value in (("enable", 1), ("disable", 0)):
        data = {"api_token": free.token}
        answer = await caller.http.post(f"/api/app/{action}_{what}", data=data)
        assert answer.json() == {"success": True, "message": f"successfully {action}d"}
        assert (await caller.user(free))[f"{what}_enabled"] == value


async def test_login_and_register(caller: Any, sandbox: MvsepSandbox) -> None:
    known = sandbox.account(email="ann@example.com", password="pw")
    form = {"email": "ann@example.com", "password": "pw"}
    answer = await caller.http.post("/api/app/login", data=form)
    assert answer.json()["data"]["api_token"] == known.token
    new = {
        "name": "Ben",
        "email": "ben@example.com",
        "password": "pw2",
        "password_confirmation": "pw2",
    }
    answer = await caller.http.post("/api/app/register", data=new)
    assert answer.json() == {
        "success": True,
        "message": "Account verification email sent to ben@example.com",
    }
    answer = await caller.http.post("/api/app/login", data=new)
    assert answer.json()["data"]["api_token"] is None


async def test_refused_forms_name_their_fields(caller: Any) -> None:
    empty = await caller.http.post("/api/app/login", data={})
    assert empty.status_code == 400
    assert set(empty.json()["message"]) == {"email", "password"}
    form = {"name": "x", "email": "x", "password": "a", "password_confirmation": "b"}
    answer = await caller.http.post("/api/app/register", data=form)
    assert set(answer.json()["message"]) == {"email", "password"}
    wrong = await caller.http.post("/api/app/login", data={"email": "x@y", "password": "z"})
    assert wrong.status_code == 400


async def test_history_is_paged_newest_first(caller: Any, premium: SandboxAccount) -> None:
    hashes = [await caller.start(premium) for _ in range(3)]
    path = "/api/app/separation_history"
    rows = (await caller.get(path, api_token=premium.token, limit="2"))["data"]
    assert [row["hash"] for row in rows] == hashes[:0:-1]
    assert rows[0]["job_exists"] is True
    assert rows[0]["credits"] == 1
    assert rows[0]["time_left"] in {71, 72}
    (last,) = (await caller.get(path, api_token=premium.token, start="2", limit="99"))["data"]
    assert last["hash"] == hashes[0]


async def test_the_queue_counts_by_plan(
    caller: Any, sandbox: MvsepSandbox, free: SandboxAccount, premium: SandboxAccount
) -> None:
    sandbox.hold()
    sandbox.queue_place(4)
    await caller.start(free)
    await caller.start(premium)
    queue = await caller.get("/api/app/queue", api_token=premium.token)
    assert queue["queue"] == {"in_process": 0, "premium": 1, "registered": 1, "unregistered": 0}
    assert queue["plan"] == {"plan": "premium", "queue": 1}
    summary = await caller.get("/api/app/queue/summary", api_token=free.token)
    assert summary["data"]["ahead"] == 3
    assert summary["data"]["estimated_wait_seconds"] > 0


async def test_news_and_demo_page(caller: Any, free: SandboxAccount) -> None:
    news = await caller.get("/api/app/news", lang="es", limit="1")
    assert [item["lang"] for item in news] == ["es"]
    assert news[0]["text"].startswith("<p>")
    job_hash = await caller.start(free, is_demo="1")
    await caller.until(job_hash, "done")
    (shown,) = await caller.get("/api/app/demo")
    assert shown["hash"] == job_hash
    assert (await caller.http.get(shown["input_audio"])).status_code == 200
