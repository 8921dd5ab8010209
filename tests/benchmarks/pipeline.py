"""Updates a second through the whole pipeline, against bare echo bots that store nothing."""

import tempfile
from pathlib import Path
from typing import Any

from tests.benchmarks.bench import RUNS, Stub, Table, bot_env, process, say, stub

UPDATES = 2000
PEOPLE = 200


def updates() -> list[dict[str, Any]]:
    """`/help`, from each person in turn."""
    return [_update(number, 1000 + number % PEOPLE) for number in range(UPDATES)]


def _update(number: int, user: int) -> dict[str, Any]:
    person = {"id": user, "is_bot": False, "first_name": f"P{user}", "language_code": "en"}
    chat = {"id": user, "type": "private", "first_name": f"P{user}"}
    command = [{"type": "bot_command", "offset": 0, "length": 5}]
    body = {"message_id": number + 1, "date": 1_700_000_000, "chat": chat, "from": person}
    return {"update_id": number + 1, "message": {**body, "text": "/help", "entities": command}}


def run(which: str) -> float:
    """Updates a second, from the first that could be fetched to the last answer."""
    with stub() as server, tempfile.TemporaryDirectory() as folder:
        env = bot_env(server, Path(folder))
        with process("-m", "tests.benchmarks.bots", which, env=env):
            server.until(lambda stats: stats["counts"].get("getUpdates", 0) > 1)
            return _burst(server)


def _burst(server: Stub) -> float:
    server.tell("release", updates=updates())
    stats = server.until(lambda stats: stats["counts"].get("sendMessage", 0) >= UPDATES)
    return UPDATES / float(stats["seconds"])


def main() -> None:
    table = Table(f"{UPDATES} updates from {PEOPLE} people: /help to ours, echo by the peers")
    for _ in range(RUNS):
        for which in ("ours", "aiogram", "ptb"):
            table.add(which, per_second=run(which))
            say(f"  {which} {table.figures[which]['per_second'][-1]:.0f}/s")
    table.show(
        table.ratio("per_second", "ours", "aiogram", 1.0),
        table.ratio("per_second", "ours", "ptb", 5.0),
    )


if __name__ == "__main__":
    main()
