"""People, and the language they read."""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.engine.batching import Together
from storage.engine.clock import db_now
from storage.engine.database import Database, Records, announce, reads, writes
from storage.tables import users

REMEMBERED = 10_000

_Sight = tuple[int, str | None]  # a user's id and language_code


@dataclass(frozen=True)
class User:
    """A Telegram user: `language` is what they chose, `language_code` what their client says."""

    id: int
    language: str | None
    language_code: str | None


class Users(Records):
    """Everyone who ever wrote; the recent ones are remembered, as every update asks for one.

    Another process that changes a user says so by a signal, and the memory lets go of them.
    """

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self._remembered: OrderedDict[int, User] = OrderedDict()
        self._sights = Together[_Sight, User](self._note)
        database.signals.on("user", self._forget)

    async def seen(self, user_id: int, language_code: str | None) -> User:
        """Know the user behind an update; writes only when they are new or changed client."""
        known = self._remembered.get(user_id)
        if known is None or known.language_code != language_code:
            known = await self._sights.ask((user_id, language_code))
            self._remember(known)
        return known

    async def get(self, user_id: int) -> User | None:
        """Look a user up."""
        known = self._remembered.get(user_id) or await self._load(user_id)
        if known is not None:
            self._remember(known)
        return known

    async def set_language(self, user_id: int, language: str | None) -> User:
        """Keep the language a user chose (None: follow their client again)."""
        user = await self._note_language(user_id, language)
        self._remember(user)
        return user

    @writes
    async def set_blocked(self, conn: AsyncConnection, user_id: int, *, blocked: bool) -> None:
        """Note that somebody blocked the bot just now, or came back; a stranger is not noted."""
        values = {"blocked_at": db_now() if blocked else None}
        await conn.execute(update(users).where(users.c.id == user_id).values(values))

    @reads
    async def blocked_for(self, conn: AsyncConnection, seconds: float) -> list[int]:
        """Who has blocked the bot for that long."""
        query = select(users.c.id).where(users.c.blocked_at < db_now() - seconds)
        return list((await conn.execute(query)).scalars())

    @writes
    async def _note(self, conn: AsyncConnection, sights: Sequence[_Sight]) -> dict[_Sight, User]:
        # In the order of their ids, so that two processes do not wait for each other crosswise.
        rows = [{"id": who, "language_code": code} for who, code in sorted(dict(sights).items())]
        insert = self._db.insert(users).values(created_at=db_now())
        noted = await conn.execute(
            insert.on_conflict_do_update(
                index_elements=[users.c.id],
                set_={"language_code": insert.excluded.language_code},
            ).returning(users.c.id, users.c.language, users.c.language_code),
            rows,
        )
        found = {row.id: User(*row) for row in noted}
        return {sight: found[sight[0]] for sight in sights}

    @reads
    async def _load(self, conn: AsyncConnection, user_id: int) -> User | None:
        query = select(users.c.id, users.c.language, users.c.language_code)
        row = (await conn.execute(query.where(users.c.id == user_id))).one_or_none()
        return None if row is None else User(*row)

    @writes
    async def _note_language(
        self, conn: AsyncConnection, user_id: int, language: str | None
    ) -> User:
        insert = self._db.insert(users).values(id=user_id, language=language, created_at=db_now())
        row = await conn.execute(
            insert.on_conflict_do_update(
                index_elements=[users.c.id], set_={"language": language}
            ).returning(users.c.id, users.c.language, users.c.language_code)
        )
        announce(conn, "user", user_id)
        return User(*row.one())

    def _remember(self, user: User) -> None:
        self._remembered[user.id] = user
        self._remembered.move_to_end(user.id)
        if len(self._remembered) > REMEMBERED:
            self._remembered.popitem(last=False)

    def _forget(self, word: str) -> None:
        if word:
            self._remembered.pop(int(word), None)
        else:
            self._remembered.clear()
