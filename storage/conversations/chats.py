"""Changes of whole chats: a group becomes a supergroup, a person unblocks the bot."""

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.conversations.places import Place, place_columns
from storage.engine.clock import db_now
from storage.engine.database import Records, announce, writes
from storage.jobs.job import JobState
from storage.tables import drafts, expectations, jobs


class Chats(Records):
    """Every row that names a chat, changed at once."""

    @writes
    async def follow(self, conn: AsyncConnection, old: int, new: int) -> None:
        """A group has a new id; messages of the old one cannot be answered or edited there."""
        moved = {"chat_id": new, "thread_id": None, "reply_to": None}
        await conn.execute(
            update(jobs).where(jobs.c.chat_id == old).values(**moved, status_message_id=None)
        )
        await conn.execute(
            update(drafts).where(drafts.c.chat_id == old).values(**moved, card_id=None)
        )
        taken = select(expectations.c.user_id).where(expectations.c.chat_id == new)
        await conn.execute(
            delete(expectations).where(
                expectations.c.chat_id == old, expectations.c.user_id.in_(taken)
            )
        )
        await conn.execute(
            update(expectations)
            .where(expectations.c.chat_id == old)
            .values(chat_id=new, thread_id=0)
        )
        await self._wake(conn, new)

    @writes
    async def reopened(self, conn: AsyncConnection, chat_id: int) -> None:
        """The bot may write there again: what was held for this chat is due now."""
        await self._wake(conn, chat_id)

    @writes
    async def redirect(self, conn: AsyncConnection, job_id: int, place: Place) -> bool:
        """Deliver a job elsewhere from now on; False when it has ended."""
        change = (
            update(jobs)
            .where(jobs.c.id == job_id, jobs.c.state == JobState.DELIVERING)
            .values(**place_columns(place), status_message_id=None, due_at=db_now())
        )
        announce(conn, "jobs")
        return bool((await conn.execute(change)).rowcount)

    async def _wake(self, conn: AsyncConnection, chat_id: int) -> None:
        held = (jobs.c.state == JobState.DELIVERING, jobs.c.owner.is_(None))
        await conn.execute(
            update(jobs).where(jobs.c.chat_id == chat_id, *held).values(due_at=db_now())
        )
        announce(conn, "jobs")
