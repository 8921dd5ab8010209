"""Jobs: a waiting job is a row, not a coroutine.

How jobs come to be is told in storage.queueing, claims and fences in storage.leases, moves in
storage.moves, slots and turns in storage.admission. Invariants: a job holds a slot exactly when it
is counted in its token's `used`; a queued job without a slot and without a cancel request has no
due time.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import Row, case, delete, func, select, true, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.conversations.places import Place
from storage.engine.clock import db_now
from storage.engine.database import Records, announce, reads, writes
from storage.jobs import due, leases, moves
from storage.jobs.enqueue import JobOrder, every_job, queue
from storage.jobs.job import Job, JobState, Rank, open_job
from storage.people.credentials import Credential
from storage.people.spending import Reservation, reserve
from storage.service.request_budget import PER_MINUTE, Turns, Waits
from storage.tables import jobs


class Jobs(Records):
    """The one job table."""

    @writes
    async def create(
        self,
        conn: AsyncConnection,
        kind: str,
        user_id: int,
        place: Place,
        credential: Credential,
        request: dict[str, Any],
        *,
        draft_id: int | None = None,
        upload_name: str | None = None,
    ) -> Job | None:
        """Queue one job; None: its draft was started before. See `create_batch`."""
        order = [JobOrder(request, upload_name)]
        common = every_job(kind, user_id, place, credential)
        made = await self._queue(conn, order, common, draft_id)
        return made[0] if made else None

    @writes
    async def create_batch(
        self,
        conn: AsyncConnection,
        kind: str,
        user_id: int,
        place: Place,
        credential: Credential,
        orders: Sequence[JobOrder],
        *,
        draft_id: int,
        reservation: Reservation | None = None,
    ) -> list[Job]:
        """Queue all jobs of one draft, in order; none of them when it was started before.

        With a reservation they are counted in the same transaction; `OverLimit` leaves all as it was.
        """
        common = every_job(kind, user_id, place, credential)
        made = await self._queue(conn, orders, common, draft_id)
        if made and reservation:
            await reserve(conn, user_id, [job.id for job in made], reservation)
        return made

    async def _queue(
        self,
        conn: AsyncConnection,
        orders: Sequence[JobOrder],
        common: Mapping[str, Any],
        draft_id: int | None,
    ) -> list[Job]:
        made = await queue(conn, self._vault, orders, common, draft_id)
        return [await self._load(conn, job_id) for job_id in made]

    @reads
    async def get(self, conn: AsyncConnection, job_id: int) -> Job | None:
        """Look a job up."""
        row = (await conn.execute(select(jobs).where(jobs.c.id == job_id))).one_or_none()
        return None if row is None else self._open(row)

    @reads
    async def of_user(
        self,
        conn: AsyncConnection,
        user_id: int,
        states: Collection[JobState],
        *,
        limit: int = 50,
    ) -> list[Job]:
        """A user's jobs in these states, newest first."""
        query = select(jobs).where(jobs.c.user_id == user_id, jobs.c.state.in_(states))
        rows = await conn.execute(query.order_by(jobs.c.id.desc()).limit(limit))
        return [self._open(row) for row in rows]

    @reads
    async def submitted_since(self, conn: AsyncConnection, key: str, seconds: float) -> int:
        """How many jobs of a token began to be submitted within the last `seconds`."""
        query = select(func.count()).where(
            jobs.c.credential_key == key, jobs.c.submitted_at > db_now() - seconds
        )
        return (await conn.execute(query)).scalar_one()

    @reads
    async def of_draft(self, conn: AsyncConnection, draft_id: int) -> list[Job]:
        """The jobs one draft became, in their order."""
        query = select(jobs).where(jobs.c.draft_id == draft_id).order_by(jobs.c.part)
        return [self._open(row) for row in await conn.execute(query)]

    @writes
    async def claim_due(
        self,
        conn: AsyncConnection,
        owner: str,
        limit: int,
        *,
        lease: float = 30.0,
        besides: Collection[int] = (),
        turns: Turns | None = None,
    ) -> list[Job]:
        """Take up to `limit` due jobs for `lease` seconds, none of `besides` (still worked on).

        Those whose step asks the service count apart: of them there are as many as `turns` allows.
        """
        limits = (limit, turns or Turns(limit, limit))
        locks = not self._db.is_sqlite
        taken = await conn.execute(
            leases.claim(owner, limits, lease, besides=besides, ask_locks=locks)
        )
        return sorted((self._open(row) for row in taken), key=lambda job: job.due_at or 0.0)

    async def renew(self, job: Job, lease: float) -> bool:
        """Hold on to a job for `lease` seconds from now; False when it was lost."""
        return job.id in await self.renew_all([job], lease)

    @writes
    async def renew_all(
        self, conn: AsyncConnection, held: Collection[Job], lease: float
    ) -> dict[int, bool]:
        """Hold on to jobs of one owner: which are still held, and is each to be cancelled."""
        if not held:
            return {}
        fences = {job.id: job.fence for job in held}
        kept = await conn.execute(
            update(jobs)
            .where(jobs.c.id.in_(fences), jobs.c.owner.in_({job.owner for job in held}))
            .where(jobs.c.fence == case(fences, value=jobs.c.id))
            .values(lease_until=db_now() + lease)
            .returning(jobs.c.id, jobs.c.cancel_requested)
        )
        return {row.id: row.cancel_requested for row in kept}

    @writes
    async def move(  # noqa: PLR0913  (the connection comes from @writes)
        self,
        conn: AsyncConnection,
        job: Job,
        to_state: JobState,
        *,
        progress: dict[str, Any] | None = None,
        due_in: float | None = None,
        hold: bool = False,
        keep_slot: bool = True,
        attempts: int | None = None,
        upload_name: str | None = None,
        asks: bool = False,
    ) -> Job | None:
        """Move a claimed job on; None when it is no longer ours in `job.state`.

        `due_in`: seconds until its next step (None: now; in `unclear`: when its user has decided).
        `hold`: stay its owner. A final state gives the slot back, as does `keep_slot=False`; a
        job queued without a slot waits for its turn again, which comes before the turns given
        out since. When a cancel is asked for, the next step is due at once, except for a job
        that stays in its state and knew of the request when `job` was read. `asks`: its next step
        takes from the budget of questions; a hint that came meanwhile makes it due at once.
        """
        changes = {
            "progress": None if progress is None else self._vault.seal_json(progress),
            "attempts": attempts,
            "upload_name": upload_name,
        }
        given = {name: value for name, value in changes.items() if value is not None}
        values = given | moves.dated(job, to_state, due_in, hold=hold, asks=asks)
        row = await moves.move(conn, job, values, keep_slot=keep_slot)
        return None if row is None else self._open(row)

    @writes
    async def request_cancel(self, conn: AsyncConnection, job_id: int, user_id: int) -> Job | None:
        """Ask for the end of a user's unfinished job and make it due; None when there is none."""
        asked = await conn.execute(
            update(jobs)
            .where(jobs.c.id == job_id, jobs.c.user_id == user_id, jobs.c.finished_at.is_(None))
            .values(cancel_requested=True, due_at=db_now(), rank=Rank.FREE)
            .returning(jobs)
        )
        row = asked.one_or_none()
        if row is None:
            return None
        announce(conn, "jobs")
        announce(conn, "cancel", job_id)
        return self._open(row)

    @writes
    async def revive(
        self,
        conn: AsyncConnection,
        job: Job,
        credential: Credential,
        *,
        upload_name: str,
        reservation: Reservation | None = None,
    ) -> Job | None:
        """Queue a failed or unclear job once more, as if new; None when it is neither any more.

        With a reservation it is counted in the same transaction; `OverLimit` leaves it as it was.

        This is the user's decision, not a step's: no table of moves is asked. Whoever still
        works on the job loses it, and a slot it held goes to the next in turn first.
        """
        values = {
            "credential_id": credential.id,
            "credential_key": credential.key,
            "progress": self._vault.seal_json({}),
            "upload_name": upload_name,
        }
        if not await moves.revive(conn, job, values):
            return None
        if reservation:
            await reserve(conn, job.user_id, [job.id], reservation)
        return await self._load(conn, job.id)

    @writes
    async def hurry(self, conn: AsyncConnection, job_id: int) -> bool:
        """Make a queued job that waits for its next try due now; False when it does not."""
        waits = (jobs.c.state == JobState.QUEUED, jobs.c.slot == true(), jobs.c.owner.is_(None))
        now = update(jobs).where(jobs.c.id == job_id, *waits).values(due_at=db_now())
        announce(conn, "jobs")
        return bool((await conn.execute(now)).rowcount)

    @writes
    async def set_status_message(
        self, conn: AsyncConnection, job_id: int, message_id: int | None
    ) -> None:
        """Remember the message that shows the job's status."""
        await conn.execute(
            update(jobs).where(jobs.c.id == job_id).values(status_message_id=message_id)
        )

    @reads
    async def next_due_in(
        self, conn: AsyncConnection, waits: Waits | None = None, *, room: bool = True
    ) -> float | None:
        """Seconds until a free job is due or a lease runs out (0.0: now); None: nothing ahead.

        `waits`: when jobs that ask may do so (None: now). Without `room`, only those count.
        """
        return await due.next_in(conn, waits or Waits(0.0, 0.0), room=room)

    @reads
    async def late_by(self, conn: AsyncConnection, per_minute: float = PER_MINUTE) -> float:
        """Seconds the oldest due job waits for no good reason; 0.0 when none is late.

        A good reason is the turn of others, where only so many may ask `per_minute`.
        """
        return await due.late_by(conn, per_minute)

    @writes
    async def release(
        self, conn: AsyncConnection, owner: str, *, besides: Collection[int] = ()
    ) -> None:
        """Give back what `owner` holds, as if never claimed (an orderly stop is no attempt)."""
        await conn.execute(
            update(jobs)
            .where(jobs.c.owner == owner, jobs.c.id.not_in(besides))
            .values(
                owner=None,
                lease_until=None,
                attempts=case((jobs.c.attempts > 0, jobs.c.attempts - 1), else_=0),
            )
        )
        announce(conn, "jobs")

    @writes
    async def release_all(self, conn: AsyncConnection) -> None:
        """End every lease: on SQLite, whoever opens the file knows that nobody else works."""
        await conn.execute(
            update(jobs)
            .where(jobs.c.lease_until.is_not(None))
            .values(owner=None, lease_until=None)
        )

    @writes
    async def purge(self, conn: AsyncConnection, finished_before: float) -> int:
        """Delete jobs, with their stems, that ended before a moment (epoch seconds)."""
        return (
            await conn.execute(delete(jobs).where(jobs.c.finished_at < finished_before))
        ).rowcount

    async def _load(self, conn: AsyncConnection, job_id: int) -> Job:
        return self._open((await conn.execute(select(jobs).where(jobs.c.id == job_id))).one())

    def _open(self, row: Row[Any]) -> Job:
        return open_job(row, self._vault)
