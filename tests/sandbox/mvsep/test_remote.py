"""Jobs by link: a short hash first, the long one when the file has been fetched."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web

from bot.sandbox.mvsep import MvsepSandbox, SandboxAccount

DRIVE = "https://drive.google.com/file/d/abc/song.mp3"


@pytest.fixture
async def host(song: Path) -> AsyncIterator[str]:
    """A web server with a song, and with a page that is none."""

    async def page(_: web.Request) -> web.Response:
        return web.Response(text="<html>Buy now</html>", content_type="text/html")

    async def noise(_: web.Request) -> web.Response:
        return web.Response(body=b"\x01\x02" * 500, content_type="application/octet-stream")

    async def sound(_: web.Request) -> web.FileResponse:
        return web.FileResponse(song)

    app = web.Application()
    app.router.add_get("/a/tune.mp3", sound)
    app.router.add_get("/page", page)
    app.router.add_get("/noise.mp3", noise)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    await runner.cleanup()


async def _settled(caller: Any, short: str) -> Any:
    return await caller.wait_for(
        lambda: caller.get("/api/separation/get-remote", hash=short),
        lambda told: told.get("status") in {"done", "failed"},
    )


async def test_a_link_goes_through_three_steps(
    caller: Any, sandbox: MvsepSandbox, premium: SandboxAccount, host: str
) -> None:
    sandbox.hold()
    short = await caller.start(premium, url=f"{host}/a/tune.mp3", remote_type="direct")
    assert re.fullmatch(r"[A-Za-z0-9]{16}", short)
    fetching = await caller.get("/api/separation/get-remote", hash=short)
    assert fetching["success"] is False
    assert "being downloaded" in fetching["data"]["message"]
    assert (await caller.report(short))["status"] == "not_found"
    assert premium.credits == 100
    sandbox.release()
    told = await _settled(caller, short)
    long = told["data"]["hash"]
    assert long.endswith("-tune.mp3")
    assert told["data"]["link"].endswith(long)
    done = await caller.until(long, "done", "failed")
    assert done["data"]["input_file"]["download"] == "tune.mp3"
    assert premium.credits == 99
    assert len(sandbox.creates) == 1


async def test_a_link_of_the_table_is_known_without_any_network(
    caller: Any, sandbox: MvsepSandbox, free: SandboxAccount, song: Path
) -> None:
    sandbox.remote_files[DRIVE] = song
    told = await _settled(caller, await caller.start(free, url=DRIVE, remote_type="drive"))
    assert told["status"] == "done"
    await caller.until(told["data"]["hash"], "done")


@pytest.mark.parametrize(
    ("path", "words"),
    [("/page", "web page"), ("/missing", "404"), ("/noise.mp3", "audio")],
)
async def test_links_to_no_audio_fail_with_a_reason(
    path: str, words: str, caller: Any, free: SandboxAccount, host: str
) -> None:
    told = await _settled(caller, await caller.start(free, url=host + path))
    assert told["status"] == "failed"
    assert words in told["data"]["message"]


async def test_foreign_hosts_are_never_asked(caller: Any, free: SandboxAccount) -> None:
    told = await _settled(caller, await caller.start(free, url="https://example.com/x.mp3"))
    assert told["status"] == "failed"


async def test_a_link_being_fetched_can_be_cancelled(
    caller: Any, sandbox: MvsepSandbox, free: SandboxAccount, host: str
) -> None:
    sandbox.hold()
    short = await caller.start(free, url=f"{host}/a/tune.mp3")
    form = {"api_token": free.token, "hash": short}
    answer = await caller.http.post("/api/separation/cancel", data=form)
    assert answer.json() == {"success": True}
    gone = await caller.get("/api/separation/get-remote", hash=short)
    assert gone["status"] == "not_found"
