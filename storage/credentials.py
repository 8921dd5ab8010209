"""The tokens people linked: sealed at rest, wiped when unlinked and no longer needed."""

from dataclasses import dataclass, field
from typing import Any

from pydantic import SecretStr
from sqlalchemy import Row, Select, exists, false, select, true, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.admission import set_capacity
from storage.clock import db_now
from storage.database import Records, reads, writes
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


class Credentials(Records):
    """At most one active credential per user and service."""

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
        """Make a secret the user's active one; the one before is forgotten as by `unlink`."""
        key = self._vault.fingerprint(f"{service}:{secret.get_secret_value()}")
        await set_capacity(self._db, conn, key, capacity)
        credential_id = await self._renew(conn, user_id, service, key, label)
        if credential_id is None:
            await self._deactivate(conn, user_id, service)
            credential_id = await self._add(conn, user_id, service, key, secret, label)
        return self._open((await conn.execute(_query(credential_id))).one())

    @reads
    async def active(self, conn: AsyncConnection, user_id: int, service: str) -> Credential | None:
        """The credential a new job of this user would use."""
        query = _query().where(
            credentials.c.user_id == user_id,
            credentials.c.service == service,
            credentials.c.active == true(),
        )
        row = (await conn.execute(query)).one_or_none()
        return None if row is None else self._open(row)

    @reads
    async def get(self, conn: AsyncConnection, credential_id: int) -> Credential | None:
        """Look a credential up, active or not; None once its secret was wiped."""
        row = (await conn.execute(_query(credential_id))).one_or_none()
        return None if row is None or not row.secret else self._open(row)

    @writes
    async def set_capacity(self, conn: AsyncConnection, credential_id: int, capacity: int) -> None:
        """Note the jobs at once that the service allows this token (learned from a refusal)."""
        query = select(credentials.c.key).where(credentials.c.id == credential_id)
        key = (await conn.execute(query)).scalar_one()
        await set_capacity(self._db, conn, key, capacity)

    @writes
    async def mark_refused(self, conn: AsyncConnection, credential_id: int) -> None:
        """Note that the service no longer takes this token."""
        await conn.execute(
            update(credentials).where(credentials.c.id == credential_id).values(refused=True)
        )

    @writes
    async def unlink(self, conn: AsyncConnection, user_id: int, service: str) -> bool:
        """Forget the active credential; False when there is none.

        The secret is wiped at once, or by `forget_unused` once the jobs that need it ended.
        """
        return await self._deactivate(conn, user_id, service)

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
                credentials.c.user_id == user_id,
                credentials.c.service == service,
                credentials.c.key == key,
                credentials.c.active == true(),
            )
            .values(refused=False, label=self._vault.seal(label))
        )
        found: int | None = (
            await conn.execute(same.returning(credentials.c.id))
        ).scalar_one_or_none()
        return found

    async def _deactivate(self, conn: AsyncConnection, user_id: int, service: str) -> bool:
        unlinked = await conn.execute(
            update(credentials)
            .where(
                credentials.c.user_id == user_id,
                credentials.c.service == service,
                credentials.c.active == true(),
            )
            .values(active=False)
        )
        await _wipe_unused(conn)
        return bool(unlinked.rowcount)

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
        )


def _query(credential_id: int | None = None) -> Select[Any]:
    query = select(credentials, tokens.c.capacity).join(tokens, tokens.c.key == credentials.c.key)
    return query if credential_id is None else query.where(credentials.c.id == credential_id)


async def _wipe_unused(conn: AsyncConnection) -> None:
    needed = exists().where(jobs.c.credential_id == credentials.c.id, jobs.c.finished_at.is_(None))
    await conn.execute(
        update(credentials)
        .where(credentials.c.active == false(), credentials.c.secret != "", ~needed)
        .values(secret="", label="")
    )
