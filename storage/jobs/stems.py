"""Stems are never lost: each is a row that says `sending` before it is sent and `sent` after.

A stem found in `sending` by a later run is one whose outcome is unknown: it is sent again.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from sqlalchemy import Row, exists, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.engine.clock import db_now
from storage.engine.database import Database, Records, reads, writes
from storage.engine.vault import Vault
from storage.jobs import leases
from storage.jobs.job import Job
from storage.tables import jobs, stems

StemState = Literal["pending", "sending", "sent", "failed"]


@dataclass(frozen=True)
class StemSpec:
    """A stem as the service offers it; `size` in bytes, None when the service does not say.

    `file_id`: Telegram has the file already, and the service is not asked for it.
    """

    position: int
    label: str
    url: str = field(repr=False)
    filename: str
    size: int | None
    file_id: str | None = None


@dataclass(frozen=True)
class Arrived:
    """What Telegram said about a stem it took."""

    stem_id: int
    message_id: int
    file_id: str | None


@dataclass(frozen=True)
class Stem:
    """A stem of a job; `attempts` counts the sends begun, `reason` says why it failed.

    A `file_id` on a stem that is not sent yet is that of a file Telegram has already.
    """

    id: int
    job_id: int
    position: int
    label: str
    url: str = field(repr=False)
    filename: str
    size: int | None
    state: StemState
    attempts: int
    message_id: int | None
    file_id: str | None
    reason: str | None


class Stems(Records):
    """The files of all jobs; addresses (whoever has one has the file) and names are sealed."""

    async def put_all(self, job_id: int, specs: Sequence[StemSpec]) -> None:
        """Write a job's stems down; those already there stay as they are."""
        await self._put(job_id, specs)

    @reads
    async def of_job(self, conn: AsyncConnection, job_id: int) -> list[Stem]:
        """A job's stems by position."""
        query = select(stems).where(stems.c.job_id == job_id).order_by(stems.c.position)
        return [self._open(row) for row in await conn.execute(query)]

    @writes
    async def mark_sending(self, conn: AsyncConnection, stem_id: int, job: Job) -> bool:
        """Say that a stem is about to be sent; False when the job is no longer ours."""
        return await self._sending(conn, [stem_id], job) == 1

    @writes
    async def mark_all_sending(
        self, conn: AsyncConnection, stem_ids: Sequence[int], job: Job
    ) -> bool:
        """The same for stems that go out together; False when the job is no longer ours."""
        return await self._sending(conn, stem_ids, job) == len(stem_ids)

    async def _sending(self, conn: AsyncConnection, stem_ids: Sequence[int], job: Job) -> int:
        ours = exists().where(
            *leases.fenced(job.id, job.owner, job.fence), jobs.c.id == stems.c.job_id
        )
        sending = update(stems).where(stems.c.id.in_(stem_ids), stems.c.state != "sent", ours)
        marked = await conn.execute(
            sending.values(state="sending", attempts=stems.c.attempts + 1, updated_at=db_now())
        )
        return marked.rowcount

    @writes
    async def mark_sent(
        self, conn: AsyncConnection, stem_id: int, message_id: int, file_id: str | None
    ) -> None:
        """Say that a stem arrived; true whoever owns the job by now, so nothing is asked."""
        await self._sent(conn, Arrived(stem_id, message_id, file_id))

    @writes
    async def mark_all_sent(self, conn: AsyncConnection, arrived: Sequence[Arrived]) -> None:
        """Say that stems arrived together."""
        for each in arrived:
            await self._sent(conn, each)

    async def _sent(self, conn: AsyncConnection, arrived: Arrived) -> None:
        values = {"message_id": arrived.message_id, "file_id": arrived.file_id}
        await conn.execute(
            update(stems)
            .where(stems.c.id == arrived.stem_id)
            .values(state="sent", **values, updated_at=db_now())
        )

    @writes
    async def forget_file(self, conn: AsyncConnection, stem_id: int) -> None:
        """Telegram does not take the known file any more: the stem has to be sent anew."""
        known = update(stems).where(stems.c.id == stem_id, stems.c.state != "sent")
        await conn.execute(known.values(file_id=None))

    @writes
    async def mark_failed(self, conn: AsyncConnection, stem_id: int, reason: str) -> None:
        """Say that a stem cannot be sent, and why; one that arrived stays `sent`."""
        await conn.execute(
            update(stems)
            .where(stems.c.id == stem_id, stems.c.state != "sent")
            .values(state="failed", reason=reason, updated_at=db_now())
        )

    @writes
    async def _put(self, conn: AsyncConnection, job_id: int, specs: Sequence[StemSpec]) -> None:
        await write_down(self._db, conn, job_id, specs)

    def _open(self, row: Row[Any]) -> Stem:
        return Stem(
            id=row.id,
            job_id=row.job_id,
            position=row.position,
            label=row.label,
            url=self._vault.open(row.url),
            filename=self._vault.open(row.filename),
            size=row.size,
            state=row.state,
            attempts=row.attempts,
            message_id=row.message_id,
            file_id=row.file_id,
            reason=row.reason,
        )


async def write_down(
    database: Database, conn: AsyncConnection, job_id: int, specs: Sequence[StemSpec]
) -> None:
    """Add a job's stems within a transaction; those already there stay as they are."""
    if specs:
        insert = database.insert(stems).values(updated_at=db_now())
        rows = [_values(database.vault, job_id, spec) for spec in specs]
        await conn.execute(insert.on_conflict_do_nothing(), rows)


def _values(vault: Vault, job_id: int, spec: StemSpec) -> dict[str, Any]:
    return {
        "job_id": job_id,
        "position": spec.position,
        "label": spec.label,
        "url": vault.seal(spec.url),
        "filename": vault.seal(spec.filename),
        "size": spec.size,
        "state": "pending",
        "attempts": 0,
        "file_id": spec.file_id,
    }
