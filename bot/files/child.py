"""The child process that reads one file: `python -m bot.files.child`.

In: a line of JSON (`task`, `name`, `option`), then the file. Out: JSON with `found`, or with `key` and
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


def _texts(name: str, data: bytes, chosen: int | None) -> Any:
    """The ways, and the texts of the chosen one or of the only one: the bot holds no more than it needs."""
    from bot.files.texts import ways_of  # noqa: PLC0415 - under the limits, and only where needed

    found = ways_of(name, data)
    at = 0 if len(found) == 1 else chosen
    texts = found[at].texts if at is not None and at < len(found) else ()
    return {"ways": [each.way for each in found], "texts": texts}


def _rows(name: str, data: bytes, _option: int | None) -> Any:
    from bot.files.tables import rows_of  # noqa: PLC0415 - as above

    return rows_of(name, data)


def _text(name: str, data: bytes, _option: int | None) -> Any:
    from bot.files.tables import decoded  # noqa: PLC0415 - as above

    return decoded(name, data)


def _verses(_name: str, data: bytes, most: int | None) -> Any:
    from bot.files.transcript_text import verses  # noqa: PLC0415 - as above

    return verses(data.decode("utf-8", "replace"), most or 0)


TASKS: dict[str, Callable[[str, bytes, int | None], Any]] = {
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
        task = TASKS[asked["task"]]
        answer = {"found": task(asked["name"], sys.stdin.buffer.read(), asked["option"])}
    except UnreadableFile as told:
        answer = {"key": told.key, "arguments": told.arguments}
    # Letters as they are: escapes would make Cyrillic three times as long. Halves of pairs pass, too.
    sys.stdout.buffer.write(
        json.dumps(answer, ensure_ascii=False).encode("utf-8", "surrogatepass")
    )


if __name__ == "__main__":
    main()
