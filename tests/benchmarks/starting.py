"""From nothing to the first getUpdates, and memory at rest, against bare bots.

What is compared is the everyday start, with a database that is there already. The very first one
also makes the database. An answer needs more than the first question: its time is told as well.
"""

import tempfile
import time
from pathlib import Path

from tests.benchmarks.bench import RUNS, Stub, Table, bot, bot_env, cpu, rss, settle, stub
from tests.benchmarks.pipeline import updates

OURS, FIRST = "ours", "ours, without a database"
BOTS = {OURS: "run", FIRST: "run", "aiogram": "aiogram", "python-telegram-bot": "ptb"}


def run(who: str) -> dict[str, float]:
    with stub() as server, tempfile.TemporaryDirectory() as folder:
        env = bot_env(server, Path(folder))
        if who == OURS:
            with bot(BOTS[who], env, folder) as first:
                _asked(server)
                settle(first.pid)
            server.tell("release", updates=[])
        return _start(server, who, env, folder)


def _start(server: Stub, who: str, env: dict[str, str], folder: str) -> dict[str, float]:
    server.tell("release", updates=updates()[:1])
    began = time.time()
    with bot(BOTS[who], env, folder) as running:
        _asked(server)
        found = {"seconds": time.time() - began, "cpu_seconds": cpu(running.pid)}
        server.until(lambda stats: stats["counts"].get("sendMessage", 0) > 0, pause=0.01)
        found["seconds_to_an_answer"] = time.time() - began
        settle(running.pid)
        return found | {"mib_at_rest": rss(running.pid)}


def _asked(server: Stub) -> None:
    server.until(lambda stats: stats["counts"].get("getUpdates", 0) > 0, pause=0.01)


def main() -> None:
    table = Table("Start to the first getUpdates")
    for _ in range(RUNS):
        for who in BOTS:
            table.add(who, **run(who))
    peer = "python-telegram-bot"
    table.show(
        table.ratio("seconds", OURS, peer, 1.5, at_most=True),
        table.ratio("cpu_seconds", OURS, peer, 1.5, at_most=True),
        table.ratio("seconds", OURS, "aiogram", 1.0, at_most=True),
    )


if __name__ == "__main__":
    main()
