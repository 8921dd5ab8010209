"""The copiers that are measured, each a process: `python -m tests.benchmarks.copying <which> <url> <MiB>`.

Prints MB/s and by how many MiB the process grew while copying, as JSON.
"""

import asyncio
import contextlib
import io
import json
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import psutil

MIB = 1024 * 1024
STEMS = 6
TOKEN = "1:AAbench"


def peak() -> float:
    """MiB this process has held at most."""
    # Not ru_maxrss: that begins with what the process had that started this one.
    status = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in status if line.startswith("VmHWM:")) / 1024


def tell(size: int, seconds: float, before: float, after: float) -> None:
    figures = {"mb_per_second": size / 1e6 / seconds, "growth": after - before}
    print(json.dumps(figures))  # noqa: T201


async def pass_through(url: str, size: int) -> None:
    """A file from an HTTP server into the form of `separation/create`, as a song goes to MVSEP."""
    from pydantic import SecretStr  # noqa: PLC0415

    from bot.mvsep import MvsepClient, Order, Upload  # noqa: PLC0415
    from bot.net.streams import http_source  # noqa: PLC0415
    from bot.net.transport import make_client  # noqa: PLC0415

    async with make_client() as http:
        client, order = MvsepClient(http, url), Order(20, {}, 0)
        token = SecretStr("t")
        await client.create(
            token, order, upload=Upload("s.wav", http_source(http, f"{url}/file/1000"))
        )
        before, began = psutil.Process().memory_info().rss / MIB, time.perf_counter()
        await client.create(
            token, order, upload=Upload("s.wav", http_source(http, f"{url}/file/{size}"))
        )
        tell(size, time.perf_counter() - began, before, peak())


def by_mvsep_cli(url: str, size: int) -> None:
    """The package mvsep-cli; it needs the file on disk, which costs it no time here."""
    from mvsep_cli import api  # type: ignore[import-untyped]  # noqa: PLC0415

    client_class = next(
        value
        for value in vars(api).values()
        if isinstance(value, type) and hasattr(value, "create_task")
    )
    client = client_class("t", base_url=url)
    with tempfile.NamedTemporaryFile(suffix=".wav") as file:
        file.truncate(size)
        before, began = psutil.Process().memory_info().rss / MIB, time.perf_counter()
        with contextlib.redirect_stdout(io.StringIO()):
            client.create_task(file.name)
        tell(size, time.perf_counter() - began, before, peak())


async def deliver(url: str, size: int) -> None:
    """Stems from the service to a chat, as documents."""
    from telegram.ext import ApplicationBuilder  # noqa: PLC0415

    from bot.chat.outgoing.outgoing_file import OutgoingFile  # noqa: PLC0415
    from bot.chat.outgoing.rate_limiter import ChatRateLimiter  # noqa: PLC0415
    from bot.chat.outgoing.sender import Sender  # noqa: PLC0415
    from bot.chat.outgoing.telegram_request import StreamingRequest, stream_input  # noqa: PLC0415
    from bot.mvsep import MvsepClient  # noqa: PLC0415
    from bot.net.transport import make_client  # noqa: PLC0415
    from storage import Place  # noqa: PLC0415

    async def at_once(_seconds: float) -> None:
        return None

    builder = ApplicationBuilder().token(TOKEN).base_url(f"{url}/bot")
    bot = builder.request(StreamingRequest()).updater(None).build().bot
    # A clock that runs away: the courtesy of pauses between messages is not what is measured.
    ticks = iter(range(0, 10**9, 1000))
    sender = Sender(
        bot, ChatRateLimiter(clock=lambda: next(ticks), sleep=at_once), per_second=None
    )
    async with make_client() as http:
        client = MvsepClient(http, url)

        async def send(bytes_: int) -> None:
            async with client.result(f"{url}/file/{bytes_}").open() as opened:
                file = stream_input(opened, "stem.wav", "audio/wav")
                await sender.send_track(Place(5), OutgoingFile(file, "wav", "t"))

        await send(1000)
        before, began = psutil.Process().memory_info().rss / MIB, time.perf_counter()
        for _ in range(STEMS):
            await send(size)
        tell(size * STEMS, time.perf_counter() - began, before, peak())


async def deliver_by_ptb(url: str, size: int) -> None:
    """PTB as its manual has it: `send_document(Path)`, files downloaded before, at no cost here."""
    from telegram.ext import ApplicationBuilder  # noqa: PLC0415

    bot = ApplicationBuilder().token(TOKEN).base_url(f"{url}/bot").build().bot
    with tempfile.TemporaryDirectory() as folder:
        small, stem = Path(folder) / "small.wav", Path(folder) / "stem.wav"
        small.write_bytes(b"x")
        with stem.open("wb") as file:
            file.truncate(size)
        async with bot:
            await bot.send_document(5, small)
            before, began = psutil.Process().memory_info().rss / MIB, time.perf_counter()
            for _ in range(STEMS):
                await bot.send_document(5, stem, read_timeout=60, write_timeout=60)
            tell(size * STEMS, time.perf_counter() - began, before, peak())


WAYS: dict[str, Callable[[str, int], object]] = {
    "pass-through": lambda url, size: asyncio.run(pass_through(url, size)),
    "mvsep-cli": by_mvsep_cli,
    "deliver": lambda url, size: asyncio.run(deliver(url, size)),
    "ptb": lambda url, size: asyncio.run(deliver_by_ptb(url, size)),
}

if __name__ == "__main__":
    WAYS[sys.argv[1]](sys.argv[2], int(sys.argv[3]) * MIB)
