"""The child process that reads one file: `python -m bot.files.child`.

In: a line of JSON (`task`, `name`), then the file. Out: JSON with `found`, or with `key` and
`arguments` of an `UnreadableFile`. Limits are set before anything is read.
"""

import json
import resource
import sys
from collections.abc import Callable
from typing import Any

from bot.files.errors import UnreadableFile

MEMORY = 512 * 1024 * 1024  # bytes of address space
PROCESSOR = 10  # seconds


def _texts(name: str, data: bytes) -> Any:
    from bot.files.texts import ways_of  # noqa: PLC0415 - under the limits, and only where needed

    return [(way.kind, way.name, way.texts) for way in ways_of(name, data)]


def _rows(name: str, data: bytes) -> Any:
    from bot.files.tables import rows_of  # noqa: PLC0415 - as above

    return rows_of(name, data)


def _text(name: str, data: bytes) -> Any:
    from bot.files.tables import decoded  # noqa: PLC0415 - as above

    return decoded(name, data)


def _verses(name: str, data: bytes) -> Any:
    from bot.files.transcript_text import verses  # noqa: PLC0415 - as above

    return verses(data.decode("utf-8", "replace"), int(name))


TASKS: dict[str, Callable[[str, bytes], Any]] = {
    "texts": _texts,
    "rows": _rows,
    "text": _text,
    "verses": _verses,
}


def main() -> None:
    """Read what stands on standard input, and answer on standard output."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (PROCESSOR, PROCESSOR))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    asked = json.loads(sys.stdin.buffer.readline())
    try:
        answer = {"found": TASKS[asked["task"]](asked["name"], sys.stdin.buffer.read())}
    except UnreadableFile as told:
        answer = {"key": told.key, "arguments": told.arguments}
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    main()
