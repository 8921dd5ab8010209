"""What a living process holds: its worker's lock, the lead, open ears; and what a dead one frees."""

import asyncio

import pytest
from sqlalchemy import text

from storage import Arrived, JobState, Storage
from tests.storage.factories import ALICE, claim_one, link, queue
from tests.storage_fixtures import MakeStorage

on_postgresql = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)


class Ears:
    """Hears a topic and lets a test wait for the word."""

    def __init__(self, storage: Storage, topic: str) -> None:
        self.words: asyncio.Queue[str] = asyncio.Queue()
        self.off = storage.on(topic, self.words.put_nowait)  # type: ignore[arg-type]

    async def hear(self) -> str:
        """The next word."""
        async with asyncio.timeout(60):
            return await self.words.get()


async def test_new_updates_and_due_jobs_wake_at_once(storage: Storage) -> None:
    inbox, due, cancels = (Ears(storage, topic) for topic in ("inbox", "jobs", "cancel"))
    await storage.inbox.store([Arrived(1, 1, "{}")])
    assert await inbox.hear() == ""
    job = await queue(storage, await link(storage))
    assert await due.hear() == ""
    await storage.jobs.request_cancel(job.id, ALICE)
    assert await cancels.hear() == str(job.id)


async def test_who_no_longer_listens_is_not_called(storage: Storage) -> None:
    ears = Ears(storage, "inbox")
    ears.off()
    ears.off()
    await storage.inbox.store([Arrived(1, 1, "{}")])
    assert ears.words.empty()


async def test_a_broken_listener_deafens_nobody(
    storage: Storage, caplog: pytest.LogCaptureFixture
) -> None:
    storage.on("inbox", lambda word: int(word or "no number"))  # type: ignore[arg-type]
    ears = Ears(storage, "inbox")
    await storage.inbox.store([Arrived(1, 1, "{}")])
    await ears.hear()
    assert "A listener of the signal inbox failed" in caplog.text


async def test_the_only_process_leads(sqlite_url: str, storage: Storage) -> None:
    if storage.database.is_sqlite:
        assert await storage.leadership("poll")
        await storage.resign("poll")
        assert await storage.leadership("poll")


@on_postgresql
async def test_a_signal_reaches_the_other_process(make_storage: MakeStorage) -> None:
    first, second = await make_storage(), await make_storage()
    ears = Ears(second, "inbox")
    await first.inbox.store([Arrived(1, 1, "{}")])
    assert await ears.hear() == ""


@on_postgresql
async def test_a_language_changed_elsewhere_is_seen_here(make_storage: MakeStorage) -> None:
    first, second = await make_storage(), await make_storage()
    await second.users.seen(ALICE, "en")
    ears = Ears(second, "user")
    await first.users.set_language(ALICE, "ru")
    await ears.hear()
    assert (await second.users.seen(ALICE, "en")).language == "ru"


@on_postgresql
async def test_one_process_leads_until_it_ends(make_storage: MakeStorage) -> None:
    first, second = await make_storage(), await make_storage()
    assert await first.leadership("poll")
    assert await first.leadership("poll")
    assert not await second.leadership("poll")
    assert await second.leadership("housekeeping")
    await first.resign("poll")
    assert await second.leadership("poll")
    await second.close()
    assert await first.leadership("poll")


@on_postgresql
async def test_a_frozen_submitter_keeps_its_job_until_it_is_gone(
    make_storage: MakeStorage,
) -> None:
    frozen, other = await make_storage(), await make_storage()
    await frozen.attend("frozen")
    await queue(frozen, await link(frozen))
    job = await claim_one(frozen, "frozen", lease=-1)
    job = await frozen.jobs.move(job, JobState.SUBMITTING, hold=True) or job
    assert await other.jobs.claim_due("other", 10) == []
    await frozen.close()
    taken = await claim_one(other, "other")
    assert (taken.id, taken.state) == (job.id, JobState.SUBMITTING)


@on_postgresql
async def test_a_worker_takes_its_own_unclear_work_back(make_storage: MakeStorage) -> None:
    storage = await make_storage()
    await storage.attend("w")
    await queue(storage, await link(storage))
    job = await claim_one(storage, "w", lease=-1)
    await storage.jobs.move(job, JobState.SUBMITTING, hold=True)
    assert (await claim_one(storage, "w")).id == job.id


@on_postgresql
async def test_other_states_move_when_the_lease_ran_out(make_storage: MakeStorage) -> None:
    frozen, other = await make_storage(), await make_storage()
    await frozen.attend("frozen")
    await queue(frozen, await link(frozen))
    job = await claim_one(frozen, "frozen", lease=-1)
    assert (await claim_one(other, "other")).id == job.id


@on_postgresql
async def test_a_lost_session_comes_back_with_its_locks(make_storage: MakeStorage) -> None:
    storage, other = await make_storage(), await make_storage()
    await storage.attend("w")
    assert await storage.leadership("poll")
    ears = Ears(storage, "jobs")
    await _hang_up_on_everyone(other)
    assert await ears.hear() == ""
    async with asyncio.timeout(60):
        while await _locks(other) < 1:  # noqa: ASYNC110  (it is in another process)
            await asyncio.sleep(0.02)
    assert await storage.leadership("poll") or await other.leadership("poll")
    await storage.ping()


async def _hang_up_on_everyone(storage: Storage) -> None:
    query = (
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        " WHERE datname = current_database() AND pid <> pg_backend_pid()"
    )
    async with storage.database.engine.begin() as conn:
        await conn.execute(text(query))


async def _locks(storage: Storage) -> int:
    query = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND granted"
    async with storage.database.engine.connect() as conn:
        return int((await conn.execute(text(query))).scalar_one())
