"""`python -m bot demo` as people start and end it."""

import asyncio
import re
import signal
import sys
from asyncio.subprocess import PIPE, Process

import aiohttp
import pytest

DEMO = (sys.executable, "-m", "bot", "demo", "--no-browser")


async def start(*arguments: str) -> Process:
    return await asyncio.create_subprocess_exec(*DEMO, *arguments, stdout=PIPE, stderr=PIPE)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such signals")
@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGINT])
async def test_it_prints_its_address_serves_and_ends_cleanly(end: signal.Signals) -> None:
    process = await start("--port", "0")
    assert process.stdout is not None
    line = (await process.stdout.readline()).decode()
    address = re.search(r"http://127\.0\.0\.1:\d+/", line)
    assert address, line
    async with aiohttp.ClientSession() as session, session.get(address.group()) as answer:
        assert answer.status == 200
        process.send_signal(end)
        _, complaints = await process.communicate()
    assert process.returncode == 0
    assert b"Traceback" not in complaints


async def test_an_open_address_is_refused_in_plain_words() -> None:
    process = await start("--listen", "0.0.0.0")  # noqa: S104
    _, complaints = await process.communicate()
    assert process.returncode == 2
    assert complaints.decode().splitlines() == [
        "0.0.0.0 can be reached by others, and the page asks nobody for a password. "
        "Add --anyone-may-use-it if you mean it."
    ]
