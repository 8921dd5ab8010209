"""The tokens people linked: sealed at rest, wiped when unlinked and no longer needed."""

from dataclasses import dataclass, field
from typing import Any

from pydantic import SecretStr
from sqlalchemy import ColumnElement, Row, Select, and_, exists, false, select, true, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.engine.clock import db_now
from storage.engine.database import Records, reads, writes
from storage.jobs.admission import set_capacity
from storage.jobs.token_suspension import adopt, hold, let_go
from storage.tables import credentials, jobs, tokens


@dataclass(frozen=True)
class Credential:
    """A linked token. `key` names it without telling it; `capacity` is its jobs at once."""

    id: int
    user_id: int
    service: str
    secret: SecretStr
    key: str
    last4: str
    label: str = field(repr=False)
    refused: bool
    capacity: int
    active: bool = True


class Credentials(Records):
    """A user may link several tokens of a service; new jobs use the one that is active."""

    @writes
    async def link(
        self,
        conn: AsyncConnection,
        user_id: int,
        service: str,
        secret: SecretStr,
        *,
        label: str,
        capacity: int,
    ) -> Credential:
        """Make a secret the user's active one; the others stay linked.

        Jobs that were held because the service refused the token they had go on with this one.
        """
        key = self._vault.fingerprint(f"{service}:{secret.get_secret_value()}")
        await set_capacity(self._db, conn, key, capacity)
        await _rest(conn, user_id, service)
        credential_id = await self._renew(conn, user_id, service, key, label)
        if credential_id is None:
            credential_id = await self._add(conn, user_id, service, key, secret, label)
        await adopt(conn, user_id, service, credential_id, key)
        return self._open((await conn.execute(_query(credential_id))).one())

    @reads
    async def active(self, conn: AsyncConnection, user_id: int, service: str) -> Credential | None:
        """The credential a new job of this user would use."""
        query = _query().where(*_of(user_id, service), credentials.c.active == true())
        row = (await conn.execute(query)).one_or_none()
        return None if row is None else self._open(row)

    @reads
    async def all_of(self, conn: AsyncConnection, user_id: int, service: str) -> list[Credential]:
        """Everything the user has linked with a service, in the order of linking."""
        query = _query().where(*_of(user_id, service), credentials.c.linked == true())
        return [self._open(row) for row in await conn.execute(query.order_by(credentials.c.id))]

    @reads
    async def get(self, conn: AsyncConnection, credential_id: int) -> Credential | None:
        """Look a credential up, linked or not; None once its secret was wiped."""
        row = (await conn.execute(_query(credential_id))).one_or_none()
        return None if row is None or not row.secret else self._open(row)

    @writes
    async def activate(self, conn: AsyncConnection, user_id: int, credential_id: int) -> bool:
        """Use this one of the user's linked tokens for new jobs; False when it is not theirs."""
        mine = and_(
            credentials.c.id == credential_id,
            credentials.c.user_id == user_id,
            credentials.c.linked == true(),
        )
        service = (
            await conn.execute(select(credentials.c.service).where(mine))
        ).scalar_one_or_none()
        if service is None:
            return False
        await _rest(conn, user_id, service)
        await conn.execute(update(credentials).where(mine).values(active=True))
        return True

    @writes
    async def set_capacity(self, conn: AsyncConnection, credential_id: int, capacity: int) -> None:
        """Note the jobs at once that the service allows this token (learned from a refusal)."""
        query = select(credentials.c.key).where(
            credentials.c.id == credential_id, credentials.c.refused == false()
        )
        key = (await conn.execute(query)).scalar_one_or_none()
        if key is not None:
            await set_capacity(self._db, conn, key, capacity)

    @writes
    async def mark_refused(
        self, conn: AsyncConnection, credential_id: int, *, and_hold: bool = False
    ) -> bool:
        """Note that the service no longer takes this token; True the first time.

        With `and_hold` the jobs that wait for it are held until the user links again.
        """
        news = (
            update(credentials)
            .where(credentials.c.id == credential_id, credentials.c.refused == false())
            .values(refused=True)
            .returning(credentials.c.key)
        )
        key = (await conn.execute(news)).scalar_one_or_none()
        if and_hold:
            await hold(conn, credential_id)
        return key is not None

    @writes
    async def unlink(self, conn: AsyncConnection, user_id: int, credential_id: int) -> bool:
        """Forget a linked credential; False when it is not the user's. Another takes its place.

        The secret is wiped at once, or by `forget_unused` once the jobs that need it ended;
        jobs that were held because it was refused are cancelled.
        """
        mine = (credentials.c.id == credential_id, credentials.c.user_id == user_id)
        row = (
            await conn.execute(
                update(credentials)
                .where(*mine, credentials.c.linked == true())
                .values(linked=False, active=False)
                .returning(credentials.c.service, credentials.c.refused)
            )
        ).one_or_none()
        if row is None:
            return False
        if row.refused:
            await let_go(conn, credential_id)
        await _promote(conn, user_id, row.service)
        await _wipe_unused(conn)
        return True

    @writes
    async def forget_unused(self, conn: AsyncConnection) -> None:
        """Wipe the secrets of unlinked credentials that no unfinished job needs."""
        await _wipe_unused(conn)

    async def _renew(
        self, conn: AsyncConnection, user_id: int, service: str, key: str, label: str
    ) -> int | None:
        same = (
            update(credentials)
            .where(
                *_of(user_id, service),
                credentials.c.key == key,
                credentials.c.linked == true(),
            )
            .values(refused=False, active=True, label=self._vault.seal(label))
        )
        found: int | None = (
            await conn.execute(same.returning(credentials.c.id))
        ).scalar_one_or_none()
        return found

    async def _add(
        self,
        conn: AsyncConnection,
        user_id: int,
        service: str,
        key: str,
        secret: SecretStr,
        label: str,
    ) -> int:
        insert = credentials.insert().values(
            user_id=user_id,
            service=service,
            secret=self._vault.seal(secret.get_secret_value()),
            label=self._vault.seal(label),
            key=key,
            last4=secret.get_secret_value()[-4:],
            refused=False,
            active=True,
            linked=True,
            created_at=db_now(),
        )
        added: int = (await conn.execute(insert.returning(credentials.c.id))).scalar_one()
        return added

    def _open(self, row: Row[Any]) -> Credential:
        return Credential(
            id=row.id,
            user_id=row.user_id,
            service=row.service,
            secret=SecretStr(self._vault.open(row.secret)),
            key=row.key,
            last4=row.last4,
            label=self._vault.open(row.label),
            refused=row.refused,
            capacity=row.capacity,
            active=row.active,
        )


def _query(credential_id: int | None = None) -> Select[Any]:
    query = select(credentials, tokens.c.capacity).join(tokens, tokens.c.key == credentials.c.key)
    return query if credential_id is None else query.where(credentials.c.id == credential_id)


def _of(user_id: int, service: str) -> tuple[ColumnElement[bool], ...]:
    return (credentials.c.user_id == user_id, credentials.c.service == service)


async def _rest(conn: AsyncConnection, user_id: int, service: str) -> None:
    """Nothing is active for a moment: there is never more than one (a unique index says so)."""
    await conn.execute(
        update(credentials)
        .where(*_of(user_id, service), credentials.c.active == true())
        .values(active=False)
    )


async def _promote(conn: AsyncConnection, user_id: int, service: str) -> None:
    """Where nothing is active any more, the credential linked last becomes so."""
    linked = (
        await conn.execute(
            select(credentials.c.id, credentials.c.active)
            .where(*_of(user_id, service), credentials.c.linked == true())
            .order_by(credentials.c.refused, credentials.c.id.desc())
        )
    ).all()
    if linked and not any(row.active for row in linked):
        newest = credentials.c.id == linked[0].id
        await conn.execute(update(credentials).where(newest).values(active=True))


async def _wipe_unused(conn: AsyncConnection) -> None:
    needed = exists().where(jobs.c.credential_id == credentials.c.id, jobs.c.finished_at.is_(None))
    await conn.execute(
        update(credentials)
        .where(credentials.c.linked == false(), credentials.c.secret != "", ~needed)
        .values(secret="", label="")
    )
