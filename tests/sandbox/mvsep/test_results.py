"""`separation/get`, `cancel`, `delete`: a job from its place in the queue to its end."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web

from bot.sandbox.mvsep import MvsepSandbox, SandboxAccount, State
from bot.sandbox.mvsep.sound.codec import decoded
from bot.sandbox.song import LYRICS

NOT_FOUND = {
    "success": False,
    "status": "not_found",
    "data": {"message": "File or File Hash not found"},
}


async def test_a_done_job_tells_all_about_itself(caller: Any, free: SandboxAccount) -> None:
    job_hash = await caller.start(free, output_format="2")
    done = await caller.until(job_hash, "done", "failed")
    data = done["data"]
    assert done["success"] is True
    assert data["hash"] == job_hash
    assert data["algorithm"] == "BS Roformer (vocals, instrumental)"
    assert "Overlap: 50%" in data["algorithm_description"]
    assert data["output_format"] == "flac (lossless, 16 bit)"
    assert data["tags"]["tags"]["id3v2"]["title"] == ["Paper Boats"]
    assert data["input_file"]["download"] == "song.mp3"
    assert [file["type"] for file in data["files"]] == ["Vocals", "Instrumental"]


async def test_results_can_be_fetched_and_decoded(
    caller: Any, sandbox: MvsepSandbox, free: SandboxAccount, tmp_path: Path
) -> None:
    done = await caller.until(await caller.start(free), "done", "failed")
    for file in done["data"]["files"]:
        answer = await caller.http.get(file["url"])
        assert file["url"].startswith(f"{sandbox.url}/storage/processed/")
        assert len(answer.content) == int(file["bytes"])
        saved = tmp_path / file["download"]
        saved.write_bytes(answer.content)
        assert sum(chunk.shape[1] for chunk in decoded(saved)) > 2 * 44_100
    source = await caller.http.get(done["data"]["input_file"]["url"])
    assert source.content == caller.song.read_bytes()


async def test_long_file_names_say_more(caller: Any, free: SandboxAccount) -> None:
    short = await caller.until(await caller.start(free), "done")
    await caller.http.post("/api/app/enable_long_filenames", data={"api_token": free.token})
    long = await caller.until(await caller.start(free), "done")
    assert short["data"]["files"][0]["download"] == "song_bsroformer_mt_81_vocals.mp3"
    assert "overlap" in long["data"]["files"][0]["download"]


async def test_places_in_the_queue_count_down(
    caller: Any, sandbox: MvsepSandbox, free: SandboxAccount
) -> None:
    sandbox.hold()
    sandbox.queue_place(3)
    job_hash = await caller.start(free)
    waiting = await caller.report(job_hash)
    assert waiting["status"] == "waiting"
    assert waiting["data"]["current_order"] == 3
    assert waiting["data"]["queue_count"] >= 3
    sandbox.release()
    await caller.until(job_hash, "done")


async def test_a_spread_job_counts_its_parts_and_merges_them(
    caller: Any, sandbox: MvsepSandbox, free: SandboxAccount
) -> None:
    sandbox.switches.chunks = 3
    sandbox.hold_processing()
    job_hash = await caller.start(free)
    spread = await caller.until(job_hash, "distributing")
    assert (spread["data"]["finished_chunks"], spread["data"]["all_chunks"]) == (0, 3)
    assert "current_order" in spread["data"]
    sandbox.release()
    await caller.until(job_hash, "done")
    (job,) = sandbox.jobs
    assert job.passed == [State.DISTRIBUTING, State.MERGING, State.DONE]
    job.enter(State.MERGING)
    merging = await caller.report(job_hash)
    assert merging["status"] == "merging"
    assert (merging["data"]["finished_chunks"], merging["data"]["all_chunks"]) == (3, 3)


async def test_held_jobs_stay_processing(
    caller: Any, sandbox: MvsepSandbox, free: SandboxAccount
) -> None:
    sandbox.hold_processing()
    job_hash = await caller.start(free)
    await caller.until(job_hash, "processing")
    assert [row["hash"] for row in (await caller.user(free))["current_queue"]] == [job_hash]
    sandbox.release()
    await caller.until(job_hash, "done")


async def test_a_job_fails_when_told_to(
    caller: Any, sandbox: MvsepSandbox, free: SandboxAccount
) -> None:
    sandbox.fail_next("Out of memory on GPU 3")
    failed = await caller.until(await caller.start(free), "failed", "done")
    assert failed["success"] is True
    assert failed["data"]["message"] == "Out of memory on GPU 3"
    await caller.until(await caller.start(free), "done")


async def test_a_file_without_sound_fails_with_a_reason(caller: Any, free: SandboxAccount) -> None:
    job_hash = await caller.start(free, file=b"this is no song" * 100, name="notes.txt")
    failed = await caller.until(job_hash, "failed", "done")
    assert failed["status"] == "failed"
    assert "audio" in failed["data"]["message"]


@pytest.mark.parametrize(
    ("sep_type", "fields", "labels"),
    [
        (63, {}, ["Vocals", "Bass", "Drums", "Guitar", "Piano", "Other", "Instrum"]),
        (48, {}, ["Vocals", "Other"]),
        (56, {}, ["speech", "music", "effects"]),
        (0, {"add_opt1": "1"}, ["Vocals", "Drums", "Bass", "Other"]),
        (22, {}, ["noreverb"]),
        (47, {}, ["denoised"]),
        (60, {}, ["super-resolution"]),
        (39, {}, ["txt", "srt"]),
        (114, {}, ["midi"]),
        (127, {}, ["midi"]),
        (120, {"add_opt1": "good evening everybody"}, ["speech"]),
        (62, {"add_opt1": "slow rain", "add_opt2": "5"}, ["generated"]),
    ],
)
async def test_each_kind_of_algorithm_gives_its_files(
    sep_type: int, fields: dict[str, str], labels: list[str], caller: Any, free: SandboxAccount
) -> None:
    done = await caller.until(await caller.start(free, sep_type, **fields), "done", "failed")
    assert [file["type"] for file in done["data"]["files"]] == labels
    contents = [(await caller.http.get(file["url"])).content for file in done["data"]["files"]]
    assert all(len(content) > 20 for content in contents)
    if labels == ["midi"]:
        assert contents[0].startswith(b"MThd")
    if labels == ["txt", "srt"]:
        assert contents[0].decode().splitlines() == list(LYRICS)
        assert b" --> " in contents[1]
        assert done["data"]["transcription"][0]["start"] == 0


async def test_cancel_refunds_while_waiting_and_not_later(
    caller: Any, sandbox: MvsepSandbox, premium: SandboxAccount
) -> None:
    sandbox.hold()
    job_hash = await caller.start(premium)
    assert premium.credits == 99
    form = {"api_token": premium.token, "hash": job_hash}
    answer = await caller.http.post("/api/separation/cancel", data=form)
    assert answer.json() == {"success": True}
    assert premium.credits == 100
    assert await caller.report(job_hash) == NOT_FOUND
    assert (await caller.user(premium))["current_queue"] == []
    sandbox.release()
    sandbox.hold_processing()
    started = await caller.start(premium)
    await caller.until(started, "processing")
    form["hash"] = started
    assert (await caller.http.post("/api/separation/cancel", data=form)).status_code == 200
    assert premium.credits == 99
    assert [job.state for job in sandbox.jobs] == [State.CANCELLED] * 2


async def test_nobody_touches_the_jobs_of_others(
    caller: Any, sandbox: MvsepSandbox, free: SandboxAccount, premium: SandboxAccount
) -> None:
    job_hash = await caller.start(free)
    form = {"api_token": premium.token, "hash": job_hash}
    for action in ("cancel", "delete"):
        answer = await caller.http.post(f"/api/separation/{action}", data=form)
        assert answer.status_code == 400
        assert answer.json()["data"]["message"] == NOT_FOUND["data"]["message"]  # type: ignore[index]
    await caller.until(job_hash, "done")
    form["api_token"] = free.token
    answer = await caller.http.post("/api/separation/cancel", data=form)
    assert answer.status_code == 400
    assert "finished" in answer.json()["message"]


async def test_a_deleted_job_and_its_files_are_gone(
    caller: Any, sandbox: MvsepSandbox, free: SandboxAccount
) -> None:
    job_hash = await caller.start(free)
    done = await caller.until(job_hash, "done")
    form = {"api_token": free.token, "hash": job_hash}
    answer = await caller.http.post("/api/separation/delete", data=form)
    assert answer.json() == {"success": True}
    assert await caller.report(job_hash) == NOT_FOUND
    for file in (*done["data"]["files"], done["data"]["input_file"]):
        assert (await caller.http.get(file["url"])).status_code == 404
    assert list(sandbox.world.processed.iterdir()) == []
    assert sandbox.jobs == []
    assert len(sandbox.creates) == 1


async def test_results_live_72_hours(
    caller: Any, sandbox: MvsepSandbox, free: SandboxAccount
) -> None:
    job_hash = await caller.start(free)
    done = await caller.until(job_hash, "done")
    sandbox.age(hours=71)
    assert (await caller.report(job_hash))["status"] == "done"
    sandbox.age(hours=2)
    assert await caller.report(job_hash) == NOT_FOUND
    assert (await caller.http.get(done["data"]["files"][0]["url"])).status_code == 404
    (row,) = (await caller.get("/api/app/separation_history", api_token=free.token))["data"]
    assert (row["job_exists"], row["credits"]) == (False, None)
    assert row["time_left"] <= 0


async def test_the_mirror_costs_a_credit(
    caller: Any, premium: SandboxAccount, free: SandboxAccount
) -> None:
    job_hash = await caller.start(free)
    path = "/api/separation/get"
    await caller.get(path, hash=job_hash, mirror="1", api_token=premium.token)
    assert premium.credits == 99
    refused = await caller.get(path, hash=job_hash, mirror="1", api_token=free.token)
    assert refused["success"] is False


@pytest.mark.parametrize("style", ["json", "empty", "get"])
async def test_the_webhook_is_called_when_a_job_is_done(
    style: Any, caller: Any, sandbox: MvsepSandbox, free: SandboxAccount
) -> None:
    calls: asyncio.Queue[tuple[str, bytes]] = asyncio.Queue()

    async def receive(request: web.Request) -> web.Response:
        await calls.put((request.method, await request.read()))
        return web.Response()

    app = web.Application()
    app.router.add_route("*", "/hook", receive)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        sandbox.switches.webhook_style = style
        port = runner.addresses[0][1]
        job_hash = await caller.start(free, webhook_url=f"http://127.0.0.1:{port}/hook")
        method, body = await calls.get()
    finally:
        await runner.cleanup()
    assert method == ("GET" if style == "get" else "POST")
    assert (job_hash.encode() in body) == (style == "json")
