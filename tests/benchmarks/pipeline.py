"""Updates a second through the whole pipeline, against bare echo bots that store nothing."""

import tempfile
from pathlib import Path
from typing import Any

from tests.benchmarks.bench import RUNS, Stub, Table, bot_env, cpu, process, say, settle, stub

UPDATES = 2000
PEOPLE = 200


def updates() -> list[dict[str, Any]]:
    """`/help`, from each person in turn."""
    return [_update(2 + number, 1000 + number % PEOPLE) for number in range(UPDATES)]


def _update(number: int, user: int) -> dict[str, Any]:
    person = {"id": user, "is_bot": False, "first_name": f"P{user}", "language_code": "en"}
    chat = {"id": user, "type": "private", "first_name": f"P{user}"}
    command = [{"type": "bot_command", "offset": 0, "length": 5}]
    body = {"message_id": number, "date": 1_700_000_000, "chat": chat, "from": person}
    return {"update_id": number, "message": {**body, "text": "/help", "entities": command}}


def run(which: str) -> dict[str, float]:
    """Updates a second, from the first that could be fetched to the last answer, and their cost.

    Each bot is running: it has answered one person before, and rests.
    """
    with stub() as server, tempfile.TemporaryDirectory() as folder:
        env = bot_env(server, Path(folder))
        with process("-m", "tests.benchmarks.bots", which, env=env) as bot:
            server.until(lambda stats: stats["counts"].get("getUpdates", 0) > 1)
            _burst(server, [_update(1, 999)])
            settle(bot.pid)
            before = cpu(bot.pid)
            seconds = _burst(server, updates())
            cost = (cpu(bot.pid) - before) / UPDATES
            return {"per_second": UPDATES / seconds, "cpu_ms_each": 1000 * cost}


def _burst(server: Stub, sent: list[dict[str, Any]]) -> float:
    """Seconds until all are answered."""
    server.tell("release", updates=sent)
    stats = server.until(lambda stats: stats["counts"].get("sendMessage", 0) >= len(sent))
    return float(stats["seconds"])


def main() -> None:
    table = Table(f"{UPDATES} updates from {PEOPLE} people: /help to ours, echo by the peers")
    for _ in range(RUNS):
        for which in ("ours", "aiogram", "ptb"):
            last = run(which)
            table.add(which, **last)
            say(f"  {which} {last['per_second']:.0f}/s, {last['cpu_ms_each']:.2f} ms each")
    table.show(
        table.ratio("per_second", "ours", "aiogram", 1.0),
        table.ratio("per_second", "ours", "ptb", 5.0),
    )


if __name__ == "__main__":
    main()
