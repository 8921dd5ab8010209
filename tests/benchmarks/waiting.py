"""Many waiting jobs: memory, CPU, questions a minute, and how soon a finished one is noticed.

With webhooks it is measured on the running bot and the real budget. Without them an answer takes
minutes by the nature of the budget, so that is played through in virtual time, with the bot's own
rules (pace and bucket), beside the best that anybody could do who knows how jobs behave.
"""

import asyncio
import os
import random
import tempfile
import time
from pathlib import Path
from typing import Any

import psutil
from cryptography.fernet import Fernet
from pydantic import SecretStr

from bot.features.separate import SEPARATION
from bot.features.separate.hints import Hints
from bot.features.separate.progress import Progress, Stage
from storage import JobState, Place, Storage, Turns, Vault, open_storage
from tests.benchmarks.bench import TOKEN, Stub, Table, bot_env, percentile, process, rss, say, stub
from tests.benchmarks.virtual import delays

SECONDS = float(os.environ.get("BENCH_WAIT_SECONDS", "60"))
FINISHED = 30  # jobs that end within these seconds
FIRST_PERSON = 10_000


async def fill(settings: dict[str, str], count: int, public: str) -> list[tuple[str, str, str]]:
    """Put `count` waiting jobs into the database; hash, webhook address and chat of each."""
    vault = Vault([SecretStr(settings["STEMGRAM_SECRET_KEY"])])
    storage = await open_storage(settings["STEMGRAM_DATABASE_URL"], vault)
    hints = Hints(storage, public, SecretStr(TOKEN))
    try:
        credential = await storage.credentials.link(
            1, "mvsep", SecretStr("token"), label="", capacity=count
        )
        made = []
        for number in range(count):
            job = await _one(storage, credential, FIRST_PERSON + number)
            made.append((f"h{job}", hints.address(job) or "", str(FIRST_PERSON + number)))
        await _set_waiting(storage)
    finally:
        await storage.close()
    return made


async def _one(storage: Storage, credential: Any, person: int) -> int:
    song = {"kind": "file", "title": "Song", "duration": 240, "file_id": "f"}
    request = {"sep_type": 40, "options": {}, "output_format": 1, "algorithm": "A", "song": song}
    job = await storage.jobs.create(SEPARATION, person, Place(person), credential, request)
    assert job is not None
    await storage.jobs.set_status_message(job.id, 1)
    return job.id


async def _set_waiting(storage: Storage) -> None:
    while claimed := await storage.jobs.claim_due("fill", 200, turns=Turns(0, 0)):
        for job in claimed:
            progress = Progress(Stage.PROCESSING, hash=f"h{job.id}", webhook=True)
            sent = await storage.jobs.move(job, JobState.SUBMITTING, hold=True)
            assert sent is not None
            await storage.jobs.move(
                sent,
                JobState.WAITING,
                progress=progress.as_dict(),
                due_in=random.uniform(0, job.id % 600),  # noqa: S311
                asks=True,
            )


def run(count: int) -> dict[str, float]:
    """The real bot with `count` waiting jobs, of which some end while we look."""
    with stub() as server, tempfile.TemporaryDirectory() as folder:
        port = _free_port()
        public = f"http://127.0.0.1:{port}"
        env = bot_env(server, Path(folder), key=Fernet.generate_key().decode())
        env |= {"STEMGRAM_PUBLIC_URL": public, "STEMGRAM_LISTEN": f"127.0.0.1:{port}"}
        jobs = asyncio.run(fill(env, count, public)) if count else []
        with process("-m", "tests.benchmarks.bots", "ours", env=env) as bot:
            server.until(lambda stats: stats["counts"].get("setWebhook", 0) > 0)
            time.sleep(5)  # noqa: TID251 (let it come to rest)
            found = _watch(server, bot.pid, jobs)
            bot.terminate()
            if jobs:
                bot.wait()
                found["restart_seconds"] = _restart(server, env)
        return found


def _watch(server: Stub, pid: int, jobs: list[tuple[str, str, str]]) -> dict[str, float]:
    began, cpu = time.time(), sum(psutil.Process(pid).cpu_times()[:2])
    ending = random.sample(jobs, min(FINISHED, len(jobs)))
    for each in ending:
        server.tell("finish", job=each[0], hook=each[1])
        time.sleep(SECONDS / FINISHED * random.uniform(0.5, 1.5))  # noqa: S311, TID251
    if not jobs:
        time.sleep(SECONDS / 4)  # noqa: TID251
    elapsed = time.time() - began
    used = sum(psutil.Process(pid).cpu_times()[:2]) - cpu
    figures = {"rss": rss(pid), "cpu_percent": 100 * used / elapsed}
    if not ending:
        return figures
    chats = {each[2] for each in ending}
    stats = server.until(lambda stats: chats <= stats["arrived"].keys())
    late = [stats["arrived"][chat] - stats["done"][job] for job, _, chat in ending]
    asked = [moment for moment in stats["asked"] if moment > began]
    return figures | {
        "asked_per_minute": _busiest(asked),
        "p50": percentile(late, 0.5),
        "p95": percentile(late, 0.95),
    }


def _busiest(moments: list[float]) -> float:
    """Questions in the busiest sixty seconds."""
    return max((sum(a <= b < a + 60 for b in moments) for a in moments), default=0)


def _restart(server: Stub, env: dict[str, str]) -> float:
    """Seconds from a start until a question was asked again: from then on all are watched."""
    asked, began = len(server.tell("stats")["asked"]), time.time()
    with process("-m", "tests.benchmarks.bots", "ours", env=env):
        server.until(lambda stats: len(stats["asked"]) > asked, pause=0.02)
        return time.time() - began


def _free_port() -> int:
    import socket  # noqa: PLC0415

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    return port


def main() -> None:
    table = Table(f"Waiting jobs, {SECONDS:.0f} s each, real budget, webhooks (delays in seconds)")
    table.add("idle", **run(0))
    for count in (1000, 10_000):
        table.add(f"{count} jobs", **run(count))
        say(f"  {count} jobs measured")
    idle = table.median("idle", "rss")
    table.show(
        *(
            f"{count} jobs: {table.median(f'{count} jobs', 'rss') - idle:.1f} MiB above idle;"
            f" a look every 5 s or 20 s would be {count * 12} or {count * 3} questions a minute"
            for count in (1000, 10_000)
        )
    )
    virtual = Table("The same without webhooks, in virtual time: delay from the end to the answer")
    for count in (1000, 10_000):
        for who, late in delays(count).items():
            virtual.add(
                f"{count} jobs, {who}", p50=percentile(late, 0.5), p95=percentile(late, 0.95)
            )
    virtual.show(
        *(
            f"{count} jobs: p50 of ours / best = "
            f"{virtual.median(f'{count} jobs, ours', 'p50') / virtual.median(f'{count} jobs, best', 'p50'):.2f}"
            " (wanted at most 1.5)"
            for count in (1000, 10_000)
        )
    )


if __name__ == "__main__":
    main()
