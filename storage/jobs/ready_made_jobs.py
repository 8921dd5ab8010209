"""Jobs whose results exist already: they begin with delivering, and nothing is ordered."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.conversations.places import Place, place_columns
from storage.engine.clock import db_now
from storage.engine.database import Records, announce, writes
from storage.jobs.job import Job, JobState, open_job
from storage.jobs.stems import StemSpec, write_down
from storage.people.credentials import Credential
from storage.tables import jobs


class Ready(Records):
    """They take no slot of their token: the service has nothing to do for them."""

    @writes
    async def create(
        self,
        conn: AsyncConnection,
        kind: str,
        user_id: int,
        place: Place,
        credential: Credential,
        order: dict[str, dict[str, Any]],
        specs: Sequence[StemSpec],
        *,
        name: str,
    ) -> Job | None:
        """Queue a delivery; `order` holds its `request` and `progress`.

        `name` says what is delivered; None when the same person's delivery of it still runs.
        """
        running = select(jobs.c.id).where(
            jobs.c.user_id == user_id,
            jobs.c.upload_name == name,
            jobs.c.state == JobState.DELIVERING,
        )
        if (await conn.execute(running.limit(1))).first() is not None:
            return None
        values = self._values(kind, user_id, place, credential) | {
            "request": self._vault.seal_json(order["request"]),
            "progress": self._vault.seal_json(order["progress"]),
            "upload_name": name,
        }
        row = (await conn.execute(jobs.insert().values(values).returning(jobs))).one()
        await write_down(self._db, conn, row.id, specs)
        announce(conn, "jobs")
        return open_job(row, self._vault)

    def _values(
        self, kind: str, user_id: int, place: Place, credential: Credential
    ) -> dict[str, Any]:
        return dict(
            kind=kind,
            user_id=user_id,
            **place_columns(place),
            credential_id=credential.id,
            credential_key=credential.key,
            state=JobState.DELIVERING,
            attempts=0,
            fence=0,
            slot=False,
            turn=0,
            part=0,
            cancel_requested=False,
            due_at=db_now(),
            created_at=db_now(),
            submitted_at=db_now(),
            updated_at=db_now(),
        )
