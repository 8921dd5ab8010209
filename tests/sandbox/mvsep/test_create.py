"""`separation/create`: what it takes, what it refuses, and in which words."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.sandbox.mvsep import MvsepSandbox, SandboxAccount

BUSY = "You already have unprocessed file in queue. Please wait before adding new file!"


def _refused(answer: httpx.Response) -> str:
    """The single text of a refusal in the shape that creates are refused in."""
    assert answer.status_code == 400
    body = answer.json()
    assert body["success"] is False
    assert "data" not in body
    (text,) = body["errors"]
    return str(text)


async def test_the_reply_names_hash_and_link(
    caller: Any, sandbox: MvsepSandbox, free: SandboxAccount
) -> None:
    body = (await caller.create(free, name="My Song (Live).mp3")).json()
    job_hash = body["data"]["hash"]
    assert body["success"] is True
    assert re.fullmatch(r"\d{14}-[0-9a-f]{10}-my-song-live\.mp3", job_hash)
    assert body["data"]["link"] == f"{sandbox.url}/api/separation/get?hash={job_hash}"
    (job,) = sandbox.creates
    assert (job.hash, job.account, job.upload_name) == (job_hash, free, "My Song (Live).mp3")
    assert job.options == {"add_opt1": "81", "add_opt2": "2", "add_opt3": "0"}


async def test_one_name_twice_in_a_second_gets_two_hashes(
    caller: Any, premium: SandboxAccount
) -> None:
    one, two = [await caller.start(premium) for _ in range(2)]
    assert one != two
    assert one.split("-")[1] == two.split("-")[1]


async def test_a_bad_token_is_answered_401(caller: Any, sandbox: MvsepSandbox) -> None:
    account = sandbox.account()
    sandbox.revoke(account.token)
    answer = await caller.create(account)
    assert answer.status_code == 401
    assert answer.json()["data"]["message"]
    assert sandbox.creates == []


@pytest.mark.parametrize("sep_type", ["11", "35", "", "abc", "-1"])
async def test_unknown_and_inactive_types_are_refused(
    sep_type: str, caller: Any, free: SandboxAccount
) -> None:
    assert _refused(await caller.create(free, sep_type)) == "Seperation type is not set"


async def test_a_removed_algorithm_is_unknown(
    caller: Any, sandbox: MvsepSandbox, free: SandboxAccount
) -> None:
    sandbox.remove_algorithm(40)
    assert _refused(await caller.create(free, 40)) == "Seperation type is not set"
    listed = await caller.get("/api/app/algorithms")
    assert 40 not in {entry["render_id"] for entry in listed}


async def test_premium_models_and_formats_need_credits_and_the_will_to_spend(
    caller: Any, sandbox: MvsepSandbox, free: SandboxAccount
) -> None:
    unwilling = sandbox.account(credits=50)
    for account in (free, unwilling):
        assert "premium membership" in _refused(await caller.create(account, 26))
        assert "premium membership" in _refused(await caller.create(account, output_format="5"))
    assert sandbox.creates == []


@pytest.mark.parametrize(
    ("sep_type", "fields", "words"),
    [
        (40, {"add_opt1": "999"}, "The selected add_opt1 is invalid."),
        (40, {"output_format": "6"}, "The selected output format is invalid."),
        (103, {}, "The add_opt2 field is required."),
        (40, {"url": "http://127.0.0.1/x", "remote_type": "ftp"}, "The selected remote type"),
    ],
)
async def test_bad_fields_are_named(
    sep_type: int, fields: dict[str, str], words: str, caller: Any, free: SandboxAccount
) -> None:
    assert words in _refused(await caller.create(free, sep_type, **fields))


async def test_a_create_without_anything_to_separate_is_refused(
    caller: Any, free: SandboxAccount
) -> None:
    data = {"api_token": free.token, "sep_type": "40"}
    assert "audiofile" in _refused(await caller.http.post("/api/separation/create", data=data))


async def test_the_free_plan_has_one_place(
    caller: Any, sandbox: MvsepSandbox, free: SandboxAccount
) -> None:
    sandbox.hold()
    first = await caller.start(free)
    assert _refused(await caller.create(free)) == BUSY
    sandbox.release()
    await caller.until(first, "done")
    await caller.start(free)


async def test_the_premium_plan_has_ten_places(
    caller: Any, sandbox: MvsepSandbox, premium: SandboxAccount
) -> None:
    sandbox.hold()
    answers = await asyncio.gather(*(caller.create(premium) for _ in range(11)))
    assert sorted(answer.status_code for answer in answers) == [200] * 10 + [400]
    assert len(sandbox.creates) == 10


async def test_the_daily_limit_opens_again_after_a_day(
    caller: Any, sandbox: MvsepSandbox, free: SandboxAccount
) -> None:
    sandbox.switches.daily_limit = 1
    await caller.until(await caller.start(free), "done")
    assert "limit of separations for today" in _refused(await caller.create(free))
    sandbox.age(hours=24.1)
    await caller.start(free)


async def test_size_and_length_limits_of_the_plans(
    caller: Any, sandbox: MvsepSandbox, free: SandboxAccount
) -> None:
    sandbox.world.free.max_bytes = 1_000
    assert "kilobytes" in _refused(await caller.create(free))
    sandbox.world.free.max_bytes = 10**8
    sandbox.world.free.max_seconds = 2
    assert "minutes" in _refused(await caller.create(free))
    sandbox.world.free.max_bytes = sandbox.world.premium.max_bytes = 1_000
    assert (await caller.create(free)).status_code == 413
    assert list(sandbox.world.incoming.iterdir()) == []


@pytest.mark.parametrize(
    ("sep_type", "options", "seconds", "price"),
    [
        (40, {}, 149, 2),
        (40, {"add_opt2": "8"}, 149, 4),
        (48, {"add_opt2": "8"}, 149, 3),
        (28, {}, 380, 25),
        (30, {}, 5, 1),
        (40, {}, 0, 1),
    ],
)
async def test_the_price_is_multiplied_first_and_then_rounded_down(
    sep_type: int, options: dict[str, str], seconds: int, price: int, sandbox: MvsepSandbox
) -> None:
    entry = sandbox.world.catalogue.active(str(sep_type))
    assert entry is not None
    assert entry.cost(seconds, options) == price


async def test_premium_pays_and_free_does_not(
    caller: Any, sandbox: MvsepSandbox, free: SandboxAccount, premium: SandboxAccount
) -> None:
    await caller.start(free)
    await caller.start(premium)
    assert [job.charged for job in sandbox.creates] == [0, 1]
    assert premium.credits == 99
    poor = sandbox.account(premium=True, credits=1)
    sandbox.world.catalogue.active("40").price = 60  # type: ignore[union-attr]
    assert "credits" in _refused(await caller.create(poor))
    assert poor.credits == 1


async def test_two_files_for_matchering(
    caller: Any, free: SandboxAccount, song_bytes: bytes
) -> None:
    data = {"api_token": free.token, "sep_type": "68"}
    files = {
        "target_audiofile": ("target.mp3", song_bytes),
        "reference_audiofile": ("reference.mp3", song_bytes),
    }
    answer = await caller.http.post("/api/separation/create", data=data, files=files)
    done = await caller.until(answer.json()["data"]["hash"], "done", "failed")
    assert [file["type"] for file in done["data"]["files"]] == ["Mastered"]
    half = {"target_audiofile": files["target_audiofile"]}
    answer = await caller.http.post("/api/separation/create", data=data, files=half)
    assert "reference_audiofile" in _refused(answer)


async def test_a_torn_upload_leaves_nothing_behind(
    caller: Any, sandbox: MvsepSandbox, free: SandboxAccount
) -> None:
    async def half() -> AsyncIterator[bytes]:
        yield b'--x\r\nContent-Disposition: form-data; name="audiofile"; filename="a.mp3"\r\n\r\n'
        yield b"z" * 100_000
        raise RuntimeError("torn")

    headers = {"Content-Type": "multipart/form-data; boundary=x"}
    with pytest.raises(RuntimeError, match="torn"):
        await caller.http.post("/api/separation/create", content=half(), headers=headers)
    await caller.user(free)
    assert sandbox.creates == []
    assert await _emptied(sandbox.world.incoming)


async def _emptied(folder: Path) -> bool:
    async with asyncio.timeout(60):
        while await asyncio.to_thread(lambda: any(folder.iterdir())):  # noqa: ASYNC110
            await asyncio.sleep(0.01)
    return True


@pytest.mark.parametrize("body", [b"", b"--x\r\n", b"nonsense", b"--x\r\nA: b\r\n\r\nc"])
async def test_a_malformed_form_is_refused(body: bytes, caller: Any) -> None:
    headers = {"Content-Type": "multipart/form-data; boundary=x"}
    answer = await caller.http.post("/api/separation/create", content=body, headers=headers)
    assert answer.status_code in {400, 401}


async def test_success_can_come_as_a_string(
    caller: Any, sandbox: MvsepSandbox, free: SandboxAccount
) -> None:
    sandbox.switches.stringly = True
    sandbox.hold()
    body = (await caller.create(free)).json()
    assert body["success"] == "true"
    waiting = await caller.report(body["data"]["hash"])
    assert waiting["data"]["current_order"] == "1"
