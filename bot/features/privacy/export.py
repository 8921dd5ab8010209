"""A person's data as one JSON document, written while it is read from the database."""

import json
from collections.abc import AsyncIterator
from contextlib import aclosing
from typing import Any

from storage import Storage

LEFT_OUT = "Keys to your accounts and to results are left out: this file may be passed on."


async def document(storage: Storage, user_id: int) -> AsyncIterator[bytes]:
    """`{"user_id": …, "users": [{…}], "jobs": [{…}, …], …}`; times are epoch seconds (UTC)."""
    yield _encoded({"user_id": user_id, "made_at": await storage.now(), "note": LEFT_OUT})[:-1]
    current: str | None = None
    async with aclosing(storage.personal.export(user_id)) as rows:  # type: ignore[type-var]
        async for kind, row in rows:
            if kind == current:
                yield b",\n  "
            else:
                yield (b"\n]" if current else b"") + b",\n" + _encoded(kind) + b": [\n  "
                current = kind
            yield _encoded(row)
    yield b"\n]}\n" if current else b"}\n"


def _encoded(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, default=str).encode()
