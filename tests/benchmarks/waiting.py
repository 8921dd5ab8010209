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

from cryptography.fernet import Fernet
from pydantic import SecretStr
from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.features.separate import SEPARATION
from bot.features.separate.reporting.progress import Progress, Stage
from bot.features.separate.running.service_webhooks import ServiceWebhooks
from storage import Credential, JobState, Storage, Vault, open_storage
from storage.jobs.job import Rank
from storage.service.request_budget import PER_MINUTE
from storage.tables import jobs, tokens
from tests.benchmarks.bench import (
    RUNS,
    TOKEN,
    Stub,
    Table,
    Verdict,
    bot,
    bot_env,
    cpu,
    percentile,
    rss,
    say,
    settle,
    stub,
)
from tests.benchmarks.virtual import delays

SECONDS = float(os.environ.get("BENCH_WAIT_SECONDS", "60"))
FINISHED = 20  # jobs that end within these seconds
COUNTS = (1000, 10_000)
FIRST_PERSON = 10_000


async def fill(settings: dict[str, str], count: int, public: str) -> list[tuple[str, str, str]]:
    """Put `count` waiting jobs into the database; hash, webhook address and chat of each."""
    vault = Vault([SecretStr(settings["STEMGRAM_SECRET_KEY"])])
    storage = await open_storage(settings["STEMGRAM_DATABASE_URL"], vault)
    webhooks = ServiceWebhooks(storage, public, SecretStr(TOKEN))
    try:
        credential = await storage.credentials.link(
            1, "mvsep", SecretStr("token"), label="", capacity=count
        )
        now = await storage.now()
        rows = [_row(storage, credential, number, now) for number in range(1, count + 1)]
        await storage.database.write(lambda conn: _insert(conn, rows))
    finally:
        await storage.close()
    people = [(n, str(FIRST_PERSON + n)) for n in range(1, count + 1)]
    return [(f"h{n}", webhooks.address(n) or "", person) for n, person in people]


def _row(storage: Storage, credential: Credential, number: int, now: float) -> dict[str, Any]:
    """A job that was accepted a while ago and is worked on."""
    song = {"kind": "file", "title": "Song", "duration": 240, "file_id": "f"}
    request = {"sep_type": 40, "options": {}, "output_format": 1, "algorithm": "A", "song": song}
    progress = Progress(Stage.PROCESSING, hash=f"h{number}", webhook=True)
    seal = storage.database.vault.seal_json
    times = dict.fromkeys(("created_at", "submitted_at", "updated_at"), now - 60)
    zeros = dict.fromkeys(("attempts", "fence", "turn", "part"), 0)
    return {
        **times,
        **zeros,
        "id": number,
        "kind": SEPARATION,
        "user_id": FIRST_PERSON + number,
        "chat_id": FIRST_PERSON + number,
        "credential_id": credential.id,
        "credential_key": credential.key,
        "state": JobState.WAITING,
        "request": seal(request),
        "progress": seal(progress.as_dict()),
        "due_at": now + random.uniform(0, 600),  # noqa: S311
        "slot": True,
        "rank": int(Rank.ORDINARY),
        "cancel_requested": False,
        "status_message_id": 1,
    }


async def _insert(conn: AsyncConnection, rows: list[dict[str, Any]]) -> None:
    await conn.execute(jobs.insert(), rows)
    await conn.execute(update(tokens).values(used=len(rows)))


def run(count: int) -> dict[str, float]:
    """The real bot with `count` waiting jobs, of which some end while we look."""
    with stub() as server, tempfile.TemporaryDirectory() as folder:
        port = _free_port()
        public = f"http://127.0.0.1:{port}"
        env = bot_env(server, Path(folder), key=Fernet.generate_key().decode())
        env |= {"STEMGRAM_PUBLIC_URL": public, "STEMGRAM_LISTEN": f"127.0.0.1:{port}"}
        made = asyncio.run(fill(env, count, public)) if count else []
        with bot("ours", env, folder) as running:
            server.until(lambda stats: stats["counts"].get("setWebhook", 0) > 0)
            settle(running.pid)
            found = _watch(server, running.pid, made)
        if made:
            found["restart_seconds"] = _restart(server, env, folder)
        return found


def _watch(server: Stub, pid: int, waiting: list[tuple[str, str, str]]) -> dict[str, float]:
    began, before = time.time(), cpu(pid)
    ending = random.sample(waiting, min(FINISHED, len(waiting)))
    for each in ending:
        server.tell("finish", job=each[0], hook=each[1])
        time.sleep(SECONDS / FINISHED * random.uniform(0.5, 1.5))  # noqa: S311, TID251
    if not waiting:
        time.sleep(SECONDS / 4)  # noqa: TID251
    elapsed = time.time() - began
    used = cpu(pid) - before
    figures = {"mib": rss(pid), "cpu_percent": 100 * used / elapsed}
    if not ending:
        return figures
    chats = {each[2] for each in ending}
    stats = server.until(lambda stats: chats <= stats["arrived"].keys())
    late = [stats["arrived"][chat] - stats["done"][job] for job, _, chat in ending]
    asked = sum(began < moment < began + elapsed for moment in stats["asked"])
    return figures | {
        "asked_per_minute": asked * 60 / elapsed,
        "p50": percentile(late, 0.5),
        "p95": percentile(late, 0.95),
    }


def _restart(server: Stub, env: dict[str, str], folder: str) -> float:
    """Seconds from a start after a kill until a question is asked: from then on all are watched."""
    asked, began = len(server.tell("stats")["asked"]), time.time()
    with bot("ours", env, folder):
        server.until(lambda stats: len(stats["asked"]) > asked, pause=0.02)
        return time.time() - began


def _free_port() -> int:
    import socket  # noqa: PLC0415

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    return port


def main() -> None:
    _real()
    _virtual()


def _real() -> None:
    table = Table(f"Waiting jobs, {SECONDS:.0f} s each, webhooks (delays in seconds)")
    for _ in range(RUNS):
        table.add("idle", **run(0))
        for count in COUNTS:
            table.add(f"{count} jobs", **run(count))
            say(f"  {count} jobs measured")
    idle = table.median("idle", "mib")
    for count in COUNTS:
        name = f"{count} jobs"
        table.figures[name]["mib_above_idle"] = [
            each - idle for each in table.figures[name]["mib"]
        ]
        for seconds in (5, 20):
            table.add(
                f"{count} jobs, a look every {seconds} s", asked_per_minute=count * 60 / seconds
            )
    most = f"{COUNTS[-1]} jobs"
    table.show(
        *(_asked_little(table, count) for count in COUNTS),
        *(table.under("p50", f"{count} jobs", 2) for count in COUNTS),
        table.under("mib_above_idle", most, 60),
        table.under("restart_seconds", most, 6),
    )


def _asked_little(table: Table, count: int) -> Verdict:
    beside = f"a look every 5 s {count * 12}, every 20 s {count * 3}"
    return table.under("asked_per_minute", f"{count} jobs", PER_MINUTE + 1, beside)


def _virtual() -> None:
    table = Table("Without webhooks, in virtual time: seconds from the end to its being noticed")
    for count in COUNTS:
        for who, late in delays(count).items():
            table.add(
                f"{count} jobs, {who}", p50=percentile(late, 0.5), p95=percentile(late, 0.95)
            )
    table.show(
        *(
            table.ratio("p50", f"{count} jobs, ours", f"{count} jobs, best", 1.5, at_most=True)
            for count in COUNTS
        )
    )


if __name__ == "__main__":
    main()
