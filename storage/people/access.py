"""Who may use the bot: members, bans, and invites that make members."""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.engine.batching import Together
from storage.engine.clock import db_now
from storage.engine.database import Database, Records, announce, reads, writes
from storage.tables import bans, invites, members

REMEMBERED = 10_000


class Standing(StrEnum):
    """What the operator decided about a person."""

    UNKNOWN = "unknown"
    MEMBER = "member"
    BANNED = "banned"


@dataclass(frozen=True)
class Invite:
    """An invite that still works; `expires_in` in seconds."""

    id: int
    uses_left: int
    used: int
    expires_in: float


class Access(Records):
    """Asked with every update, so the recent answers are remembered until a signal says otherwise.

    Bans name people by a keyed fingerprint: they hold after the person's data are deleted.
    """

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self._remembered: OrderedDict[int, Standing] = OrderedDict()
        self._standings = Together[int, Standing](self._look_up)
        database.signals.on("user", self._forget)

    async def standing(self, user_id: int) -> Standing:
        """Whether somebody is a member, banned, or neither."""
        known = self._remembered.get(user_id)
        if known is None:
            known = self._remembered[user_id] = await self._standings.ask(user_id)
            if len(self._remembered) > REMEMBERED:
                self._remembered.popitem(last=False)
        return known

    @reads
    async def members(self, conn: AsyncConnection, limit: int = 50) -> list[int]:
        """The newest members' ids."""
        query = select(members.c.user_id).order_by(members.c.since.desc()).limit(limit)
        return list((await conn.execute(query)).scalars())

    @reads
    async def counts(self, conn: AsyncConnection) -> tuple[int, int]:
        """How many members and bans there are."""
        count = [
            select(func.count()).select_from(table).scalar_subquery() for table in (members, bans)
        ]
        row = (await conn.execute(select(*count))).one()
        return row[0], row[1]

    @writes
    async def allow(self, conn: AsyncConnection, user_id: int) -> None:
        """Make somebody a member; a ban ends by it."""
        await conn.execute(delete(bans).where(bans.c.who == self._who(user_id)))
        insert = self._db.insert(members).values(user_id=user_id, since=db_now())
        await conn.execute(insert.on_conflict_do_nothing())
        announce(conn, "user", user_id)

    @writes
    async def dismiss(self, conn: AsyncConnection, user_id: int) -> None:
        """Neither member nor banned any more."""
        await conn.execute(delete(bans).where(bans.c.who == self._who(user_id)))
        await conn.execute(delete(members).where(members.c.user_id == user_id))
        announce(conn, "user", user_id)

    @writes
    async def ban(self, conn: AsyncConnection, user_id: int) -> None:
        """Shut somebody out, whatever else they are."""
        await conn.execute(delete(members).where(members.c.user_id == user_id))
        insert = self._db.insert(bans).values(who=self._who(user_id), since=db_now())
        await conn.execute(insert.on_conflict_do_nothing())
        announce(conn, "user", user_id)

    @writes
    async def invite(self, conn: AsyncConnection, code: str, uses: int, ttl: float) -> int:
        """Keep an invite's code (as a fingerprint) for `uses` people and `ttl` seconds."""
        insert = invites.insert().values(
            code=self._code(code),
            uses_left=uses,
            used=0,
            created_at=db_now(),
            expires_at=db_now() + ttl,
        )
        made: int = (await conn.execute(insert.returning(invites.c.id))).scalar_one()
        return made

    @writes
    async def redeem(self, conn: AsyncConnection, code: str, user_id: int) -> bool:
        """Make a member by an invite; False when it is unknown, old or used up.

        One use is spent for one new member, however many redeem it at the same moment.
        """
        if (await conn.execute(select(bans).where(bans.c.who == self._who(user_id)))).first():
            return False
        insert = self._db.insert(members).values(user_id=user_id, since=db_now())
        added = await conn.execute(insert.on_conflict_do_nothing().returning(members.c.user_id))
        if added.first() is None:
            return True
        return await self._spend(conn, code, user_id)

    @writes
    async def revoke(self, conn: AsyncConnection, invite_id: int) -> bool:
        """End an invite; False when there is none."""
        gone = await conn.execute(delete(invites).where(invites.c.id == invite_id))
        return bool(gone.rowcount)

    @reads
    async def invites(self, conn: AsyncConnection, limit: int = 10) -> list[Invite]:
        """The invites that still work, newest first."""
        query = select(
            invites.c.id, invites.c.uses_left, invites.c.used, invites.c.expires_at - db_now()
        ).where(invites.c.uses_left > 0, invites.c.expires_at > db_now())
        rows = await conn.execute(query.order_by(invites.c.id.desc()).limit(limit))
        return [Invite(*row) for row in rows]

    @writes
    async def purge(self, conn: AsyncConnection) -> None:
        """Delete the invites that no longer work."""
        await conn.execute(
            delete(invites).where((invites.c.uses_left == 0) | (invites.c.expires_at <= db_now()))
        )

    @reads
    async def _look_up(
        self, conn: AsyncConnection, user_ids: Sequence[int]
    ) -> dict[int, Standing]:
        who = {self._who(user_id): user_id for user_id in user_ids}
        banned = await conn.execute(select(bans.c.who).where(bans.c.who.in_(who)))
        member = select(members.c.user_id).where(members.c.user_id.in_(user_ids))
        found = dict.fromkeys((await conn.execute(member)).scalars(), Standing.MEMBER)
        found |= {who[name]: Standing.BANNED for name in banned.scalars()}
        return {user_id: found.get(user_id, Standing.UNKNOWN) for user_id in user_ids}

    async def _spend(self, conn: AsyncConnection, code: str, user_id: int) -> bool:
        spent = await conn.execute(
            update(invites)
            .where(
                invites.c.code == self._code(code),
                invites.c.uses_left > 0,
                invites.c.expires_at > db_now(),
            )
            .values(uses_left=invites.c.uses_left - 1, used=invites.c.used + 1)
            .returning(invites.c.id)
        )
        invite_id = spent.scalar_one_or_none()
        mine = members.c.user_id == user_id
        if invite_id is None:
            await conn.execute(delete(members).where(mine))
            return False
        await conn.execute(update(members).where(mine).values(invite_id=invite_id))
        announce(conn, "user", user_id)
        return True

    def _who(self, user_id: int) -> str:
        return self._vault.fingerprint(f"person:{user_id}")

    def _code(self, code: str) -> str:
        return self._vault.fingerprint(f"invite:{code}")

    def _forget(self, word: str) -> None:
        if word:
            self._remembered.pop(int(word), None)
        else:
            self._remembered.clear()
