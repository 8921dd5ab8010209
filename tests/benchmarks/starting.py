"""From nothing to the first getUpdates, and memory at rest, against bare bots."""

import tempfile
import time
from pathlib import Path

from tests.benchmarks.bench import RUNS, Table, bot_env, process, rss, stub


def run(which: str) -> dict[str, float]:
    with stub() as server, tempfile.TemporaryDirectory() as folder:
        env, began = bot_env(server, Path(folder)), time.time()
        if which == "ours, second start":
            with process("-m", "tests.benchmarks.bots", "ours", env=env):
                server.until(lambda stats: stats["counts"].get("getUpdates", 0) > 1)
            server.tell("release", updates=[])
            began = time.time()
        with process("-m", "tests.benchmarks.bots", which.partition(",")[0], env=env) as bot:
            server.until(lambda stats: stats["counts"].get("getUpdates", 0) > 0, pause=0.02)
            seconds = time.time() - began
            server.until(lambda stats: stats["counts"].get("getUpdates", 0) > 3)
            return {"seconds": seconds, "rss_at_rest": rss(bot.pid)}


def main() -> None:
    table = Table("Cold start (the first one makes the database) and memory at rest in MiB")
    for _ in range(RUNS):
        for which in ("ours", "ours, second start", "aiogram", "ptb"):
            table.add(which, **run(which))
    for which in ("ours", "ours, second start"):
        found = table.median(which, "seconds") / table.median("ptb", "seconds")
        word = "reached" if found <= 1.5 else "NOT reached"
        table.figures[which]["of_ptb"] = [found]
        note = f"seconds: {which} / ptb = {found:.2f} (wanted at most 1.5: {word})"
        table.show(note) if which != "ours" else None


if __name__ == "__main__":
    main()
