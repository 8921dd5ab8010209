"""Unfinished choices: what someone sent, and what they picked so far."""

from dataclasses import dataclass, field
from typing import Any, Literal

from sqlalchemy import Row, Update, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.conversations.places import Place, place_columns
from storage.engine.clock import db_now
from storage.engine.database import Records, reads, writes
from storage.tables import drafts

SEPARATION = "separation"


@dataclass(frozen=True)
class Draft:
    """A choice in the making; `card_id` is the message that shows it, `version` counts changes."""

    id: int
    user_id: int
    place: Place
    source: dict[str, Any] = field(repr=False)
    choice: dict[str, Any] = field(repr=False)
    card_id: int | None
    state: Literal["open", "started"]
    version: int
    kind: str = SEPARATION


class Drafts(Records):
    """Drafts are kept until they are old, so that their buttons can still say so."""

    @writes
    async def create(
        self,
        conn: AsyncConnection,
        user_id: int,
        place: Place,
        source: dict[str, Any],
        choice: dict[str, Any],
        *,
        kind: str = SEPARATION,
    ) -> Draft:
        """Open a draft of a job of this kind."""
        insert = drafts.insert().values(
            user_id=user_id,
            **place_columns(place),
            source=self._vault.seal_json(source),
            choice=self._vault.seal_json(choice),
            state="open",
            version=0,
            updated_at=db_now(),
            kind=kind,
        )
        return self._open((await conn.execute(insert.returning(drafts))).one())

    @reads
    async def get(self, conn: AsyncConnection, draft_id: int) -> Draft | None:
        """Look a draft up."""
        row = (await conn.execute(select(drafts).where(drafts.c.id == draft_id))).one_or_none()
        return None if row is None else self._open(row)

    @reads
    async def newest(self, conn: AsyncConnection, user_id: int, place: Place) -> Draft | None:
        """The separation this person began last in this chat and topic."""
        query = select(drafts).where(
            drafts.c.user_id == user_id,
            drafts.c.chat_id == place.chat_id,
            drafts.c.thread_id.is_not_distinct_from(place.thread_id),
            drafts.c.state == "open",
            drafts.c.kind == SEPARATION,
        )
        row = (await conn.execute(query.order_by(drafts.c.id.desc()).limit(1))).one_or_none()
        return None if row is None else self._open(row)

    @reads
    async def gathering(
        self, conn: AsyncConnection, user_id: int, place: Place, *, within: float
    ) -> Draft | None:
        """The newest open draft here that grew within the last seconds and has no choice yet."""
        query = select(drafts).where(
            drafts.c.user_id == user_id,
            drafts.c.chat_id == place.chat_id,
            drafts.c.thread_id.is_not_distinct_from(place.thread_id),
            drafts.c.state == "open",
            drafts.c.kind == SEPARATION,
            drafts.c.version == 0,
            drafts.c.updated_at > db_now() - within,
        )
        row = (await conn.execute(query.order_by(drafts.c.id.desc()).limit(1))).one_or_none()
        return None if row is None else self._open(row)

    @writes
    async def choose(
        self, conn: AsyncConnection, draft_id: int, choice: dict[str, Any], *, version: int
    ) -> bool:
        """Replace the choice; False when it changed since `version` or the draft is started."""
        change = _open_draft(draft_id).where(drafts.c.version == version)
        return await _changed(
            conn, change.values(choice=self._vault.seal_json(choice), version=version + 1)
        )

    async def begin(self, draft: Draft) -> None:
        """Somebody looks around for a choice: what comes from now on is no part of this draft."""
        if draft.version == 0:
            await self._begin(draft.id)

    @writes
    async def _begin(self, conn: AsyncConnection, draft_id: int) -> None:
        fresh = _open_draft(draft_id).where(drafts.c.version == 0)
        await conn.execute(fresh.values(version=1))

    @writes
    async def resource(self, conn: AsyncConnection, draft_id: int, source: dict[str, Any]) -> bool:
        """Replace what is to be worked on; False when the draft was started already."""
        change = _open_draft(draft_id).values(source=self._vault.seal_json(source))
        return await _changed(conn, change)

    @writes
    async def set_card(self, conn: AsyncConnection, draft_id: int, message_id: int) -> None:
        """Remember the message that shows the draft."""
        await conn.execute(
            update(drafts).where(drafts.c.id == draft_id).values(card_id=message_id)
        )

    @writes
    async def finish(self, conn: AsyncConnection, draft_id: int) -> bool:
        """Close an open draft without a job; False when it was closed already."""
        return await start_draft(conn, draft_id)

    @writes
    async def purge(self, conn: AsyncConnection, older_than: float) -> int:
        """Delete drafts last touched before a moment (epoch seconds); says how many."""
        old = delete(drafts).where(drafts.c.updated_at < older_than)
        return (await conn.execute(old)).rowcount

    def _open(self, row: Row[Any]) -> Draft:
        return Draft(
            id=row.id,
            user_id=row.user_id,
            place=Place(row.chat_id, row.thread_id, row.reply_to),
            source=self._vault.open_json(row.source),
            choice=self._vault.open_json(row.choice),
            card_id=row.card_id,
            state=row.state,
            version=row.version,
            kind=row.kind,
        )


async def start_draft(conn: AsyncConnection, draft_id: int) -> bool:
    """Turn an open draft into a started one, once; the row lock makes the second one wait."""
    return await _changed(conn, _open_draft(draft_id).values(state="started"))


def _open_draft(draft_id: int) -> Update:
    mine = update(drafts).where(drafts.c.id == draft_id, drafts.c.state == "open")
    return mine.values(updated_at=db_now())


async def _changed(conn: AsyncConnection, change: Update) -> bool:
    return bool((await conn.execute(change)).rowcount)
