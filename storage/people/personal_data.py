"""Everything the database holds about one person: to be handed to them, or to be erased."""

import json
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Row, Table, delete, exists, func, select, true
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.engine.clock import db_now
from storage.engine.database import Records, announce, reads, writes
from storage.jobs.admission import admit, lock_token
from storage.jobs.job import Rank
from storage.tables import (
    SEALED,
    credentials,
    erasures,
    inbox,
    jobs,
    metadata,
    stems,
    tokens,
    users,
)

PAGE = 200
# Found by another column than `user_id`; a private chat has the id of its person.
_FOUND_OTHERWISE: dict[Table, Callable[[int], ColumnElement[bool]]] = {
    users: lambda user_id: users.c.id == user_id,
    inbox: lambda user_id: inbox.c.conversation == user_id,
    stems: lambda user_id: stems.c.job_id.in_(select(jobs.c.id).where(jobs.c.user_id == user_id)),
}
PERSONAL: dict[str, Table] = {
    table.name: table
    for table in reversed(metadata.sorted_tables)
    if "user_id" in table.c or table in _FOUND_OTHERWISE
}
"""Tables with rows of a person's own, in an order in which they can be deleted."""

KINDS = frozenset(PERSONAL)
# Keys to an account or to results stay out of a document that may be passed on.
_KEYS = {"credentials": {"secret", "key"}, "stems": {"url"}, "jobs": {"credential_key"}}
_JOB_KEYS = frozenset({"hash", "host"})


@dataclass(frozen=True)
class Erasure:
    """Somebody asked to be forgotten; `waited` in seconds."""

    user_id: int
    language: str | None
    waited: float


class Personal(Records):
    """What belongs to a person is found by their id alone, in every table that has one."""

    async def export(self, user_id: int) -> AsyncIterator[tuple[str, dict[str, Any]]]:
        """Every row of a person, opened, by kind; keys to accounts and results are left out."""
        for kind, table in PERSONAL.items():
            offset = 0
            while rows := await self._page(user_id, kind, offset):
                for row in rows:
                    yield kind, self._readable(kind, table, row)
                offset += len(rows)

    @writes
    async def ask_erasure(
        self, conn: AsyncConnection, user_id: int, language: str | None
    ) -> list[int]:
        """Note the wish and cancel the person's jobs; the ids of those that are still running."""
        insert = self._db.insert(erasures).values(
            user_id=user_id, language=language, asked_at=db_now()
        )
        await conn.execute(insert.on_conflict_do_nothing())
        stopped = await conn.execute(
            jobs.update()
            .where(jobs.c.user_id == user_id, jobs.c.finished_at.is_(None))
            .values(cancel_requested=True, due_at=db_now(), rank=Rank.FREE)
            .returning(jobs.c.id)
        )
        running = list(stopped.scalars())
        announce(conn, "jobs")
        for job_id in running:
            announce(conn, "cancel", job_id)
        return running

    @reads
    async def erasures(self, conn: AsyncConnection, patience: float) -> list[Erasure]:
        """Who can be forgotten now: nothing of theirs runs, or it had `patience` seconds to end."""
        running = exists().where(
            jobs.c.user_id == erasures.c.user_id, jobs.c.finished_at.is_(None)
        )
        waited = db_now() - erasures.c.asked_at
        query = select(erasures.c.user_id, erasures.c.language, waited.label("waited"))
        return [
            Erasure(*row)
            for row in await conn.execute(query.where(~running | (waited > patience)))
        ]

    @reads
    async def pending(self, conn: AsyncConnection) -> int:
        """How many wait to be forgotten."""
        return (await conn.execute(select(func.count()).select_from(erasures))).scalar_one()

    async def erase(self, user_id: int) -> bool:
        """Delete every row of a person; nothing in the database names them afterwards.

        A ban stays, as a fingerprint that cannot be turned back into an id. True when the person
        had asked for it and no other process was faster.
        """
        wished = await self._erase(user_id)
        if self._db.is_sqlite:
            # What was deleted still stands in the log file until that is folded in.
            await self._db.read(_fold)
        return wished

    @writes
    async def _erase(self, conn: AsyncConnection, user_id: int) -> bool:
        freed = await _lock_slots(conn, user_id)
        await self._delete_words_in_groups(conn, user_id)
        wish = await conn.execute(delete(erasures).where(erasures.c.user_id == user_id))
        for table in PERSONAL.values():
            await conn.execute(delete(table).where(_owned(table, user_id)))
        for key, count in freed:
            await admit(conn, await lock_token(conn, key), freed=count)
        await conn.execute(delete(tokens).where(_unused_token()))
        announce(conn, "user", user_id)
        return bool(wish.rowcount)

    async def _delete_words_in_groups(self, conn: AsyncConnection, user_id: int) -> None:
        """Updates of groups are sealed whole: those few that are not wiped yet are looked into."""
        kept = select(inbox.c.update_id, inbox.c.raw).where(inbox.c.raw != "")
        theirs = [
            row.update_id
            for row in await conn.execute(kept)
            if _is_from(json.loads(self._vault.open(row.raw)), user_id)
        ]
        await conn.execute(delete(inbox).where(inbox.c.update_id.in_(theirs)))

    @reads
    async def _page(
        self, conn: AsyncConnection, user_id: int, kind: str, offset: int
    ) -> list[Row[Any]]:
        table = PERSONAL[kind]
        query = select(table).where(_owned(table, user_id)).order_by(*table.primary_key)
        return list((await conn.execute(query.limit(PAGE).offset(offset))).all())

    def _readable(self, kind: str, table: Table, row: Row[Any]) -> dict[str, Any]:
        shown = dict(row._mapping)
        for name in _KEYS.get(kind, ()):
            del shown[name]
        for name in set(SEALED.get(table, ())) & shown.keys():
            shown[name] = self._opened(shown[name])
        if kind == "jobs":
            shown["progress"] = {
                name: value for name, value in shown["progress"].items() if name not in _JOB_KEYS
            }
        return shown

    def _opened(self, sealed: str) -> Any:
        """A sealed text, or the object it spells; nothing once it was wiped."""
        text = self._vault.open(sealed) if sealed else ""
        try:
            return json.loads(text)
        except ValueError:
            return text


def _owned(table: Table, user_id: int) -> ColumnElement[bool]:
    if table in _FOUND_OTHERWISE:
        return _FOUND_OTHERWISE[table](user_id)
    return table.c.user_id == user_id


async def _lock_slots(conn: AsyncConnection, user_id: int) -> list[tuple[str, int]]:
    """The tokens on which the person's jobs hold slots, locked, with how many they hold."""
    query = select(jobs.c.credential_key, func.count()).where(
        jobs.c.user_id == user_id, jobs.c.slot == true()
    )
    held = (await conn.execute(query.group_by(jobs.c.credential_key))).all()
    for row in sorted(held):
        await lock_token(conn, row[0])
    return [(row[0], row[1]) for row in sorted(held)]


def _unused_token() -> ColumnElement[bool]:
    return ~exists().where(credentials.c.key == tokens.c.key) & ~exists().where(
        jobs.c.credential_key == tokens.c.key
    )


def _is_from(update: Any, user_id: int) -> bool:
    bodies = [body for body in update.values() if isinstance(body, dict)]
    return any(
        isinstance(sender := body.get("from"), dict) and sender.get("id") == user_id
        for body in bodies
    )


async def _fold(conn: AsyncConnection) -> None:
    await conn.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
