"""Choices people saved under a name, and can share."""

from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Row, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.engine.clock import db_now
from storage.engine.database import Records, reads, writes
from storage.tables import presets


@dataclass(frozen=True)
class Preset:
    """A saved choice; whoever has its `code` may copy it."""

    id: int
    user_id: int
    name: str = field(repr=False)
    choice: dict[str, Any] = field(repr=False)
    code: str = field(repr=False)


class Presets(Records):
    """A person's own presets; name and choice are sealed."""

    @writes
    async def save(
        self, conn: AsyncConnection, user_id: int, name: str, choice: dict[str, Any], code: str
    ) -> Preset:
        """Keep a choice; `code` must be unguessable."""
        insert = presets.insert().values(
            user_id=user_id,
            name=self._vault.seal(name),
            choice=self._vault.seal_json(choice),
            code=code,
            created_at=db_now(),
        )
        return self._open((await conn.execute(insert.returning(presets))).one())

    @reads
    async def of(self, conn: AsyncConnection, user_id: int) -> list[Preset]:
        """A person's presets, the oldest first."""
        query = select(presets).where(presets.c.user_id == user_id).order_by(presets.c.id)
        return [self._open(row) for row in await conn.execute(query)]

    @reads
    async def count(self, conn: AsyncConnection, user_id: int) -> int:
        """How many a person has."""
        query = select(func.count()).where(presets.c.user_id == user_id)
        return (await conn.execute(query)).scalar_one()

    @reads
    async def get(self, conn: AsyncConnection, preset_id: int) -> Preset | None:
        """Look one up."""
        return self._maybe(await conn.execute(select(presets).where(presets.c.id == preset_id)))

    @reads
    async def by_code(self, conn: AsyncConnection, code: str) -> Preset | None:
        """Look a shared one up."""
        return self._maybe(await conn.execute(select(presets).where(presets.c.code == code)))

    @writes
    async def rename(self, conn: AsyncConnection, preset_id: int, name: str) -> None:
        """Give it another name."""
        named = update(presets).where(presets.c.id == preset_id)
        await conn.execute(named.values(name=self._vault.seal(name)))

    @writes
    async def delete(self, conn: AsyncConnection, preset_id: int) -> None:
        """Forget it; its shared link leads nowhere from now on."""
        await conn.execute(delete(presets).where(presets.c.id == preset_id))

    def _maybe(self, result: Any) -> Preset | None:
        row = result.one_or_none()
        return None if row is None else self._open(row)

    def _open(self, row: Row[Any]) -> Preset:
        return Preset(
            id=row.id,
            user_id=row.user_id,
            name=self._vault.open(row.name),
            choice=self._vault.open_json(row.choice),
            code=row.code,
        )
