"""Files Telegram has already: sent again by their id, nothing is separated or transferred anew."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Row, delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.engine.clock import db_now
from storage.engine.database import Records, reads, writes
from storage.tables import known_files


@dataclass(frozen=True)
class KnownFile:
    """A stem as Telegram keeps it; `size` in bytes, None when it was never known."""

    position: int
    label: str
    filename: str = field(repr=False)
    size: int | None
    file_id: str


class Files(Records):
    """Whole sets of stems by what they were made of and how; the key tells neither."""

    def key(self, user_id: int, made_of: Mapping[str, Any]) -> str:
        """Name an order: the same person, input, algorithm, options and format, the same key."""
        told = json.dumps([user_id, made_of], sort_keys=True, separators=(",", ":"))
        return self._vault.fingerprint(f"files:{told}")

    @writes
    async def keep(
        self, conn: AsyncConnection, user_id: int, key: str, files: Sequence[KnownFile]
    ) -> None:
        """Remember a whole set in the place of the one before."""
        await conn.execute(delete(known_files).where(known_files.c.key == key))
        if files:
            insert = known_files.insert().values(user_id=user_id, created_at=db_now())
            await conn.execute(insert, [self._values(key, each) for each in files])

    @reads
    async def of(self, conn: AsyncConnection, key: str) -> list[KnownFile]:
        """The set of a key, by position; empty when there is none."""
        query = select(known_files).where(known_files.c.key == key)
        return [self._open(row) for row in await conn.execute(query.order_by("position"))]

    @writes
    async def forget(self, conn: AsyncConnection, key: str) -> None:
        """Telegram no longer takes one of them, or the person wants them made anew."""
        await conn.execute(delete(known_files).where(known_files.c.key == key))

    @writes
    async def purge(self, conn: AsyncConnection, kept_before: float) -> int:
        """Delete what was kept before a moment (epoch seconds)."""
        old = delete(known_files).where(known_files.c.created_at < kept_before)
        return (await conn.execute(old)).rowcount

    def _values(self, key: str, file: KnownFile) -> dict[str, Any]:
        return {
            "key": key,
            "position": file.position,
            "label": file.label,
            "filename": self._vault.seal(file.filename),
            "size": file.size,
            "file_id": self._vault.seal(file.file_id),
        }

    def _open(self, row: Row[Any]) -> KnownFile:
        return KnownFile(
            row.position,
            row.label,
            self._vault.open(row.filename),
            row.size,
            self._vault.open(row.file_id),
        )
