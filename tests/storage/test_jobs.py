"""A waiting job is a row: made once, claimed by one, moved only by its owner."""

import asyncio
from collections.abc import Awaitable

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from storage import FINAL, Job, JobState, StemSpec, Storage
from tests.storage.factories import ALICE, BOB, HERE, claim_one, link, queue, reload
from tests.storage_fixtures import MakeStorage


async def test_a_job_keeps_what_it_was_made_of(storage: Storage) -> None:
    credential = await link(storage)
    job = await storage.jobs.create(
        "separation", ALICE, HERE, credential, {"song": "Secret Song"}, upload_name="u-1.mp3"
    )
    assert job is not None
    assert await storage.jobs.get(job.id) == job
    assert (job.kind, job.user_id, job.place, job.upload_name) == (
        "separation",
        ALICE,
        HERE,
        "u-1.mp3",
    )
    assert (job.credential_id, job.credential_key) == (credential.id, credential.key)
    assert (job.state, job.request, job.progress) == (
        JobState.QUEUED,
        {"song": "Secret Song"},
        {},
    )
    assert (job.attempts, job.owner, job.cancel_requested) == (0, None, False)
    assert "Secret" not in repr(job)
    async with storage.database.engine.connect() as conn:
        row = (await conn.execute(text("SELECT * FROM jobs"))).one()
    assert not any("Secret" in str(value) for value in row)


async def test_a_due_job_is_claimed_by_one(storage: Storage) -> None:
    await queue(storage, await link(storage))
    job = await claim_one(storage, "w")
    assert (job.owner, job.fence, job.attempts) == ("w", 1, 1)
    assert await storage.jobs.claim_due("v", 10) == []


async def test_a_move_commits_state_progress_and_date(storage: Storage) -> None:
    await queue(storage, await link(storage))
    job = await claim_one(storage)
    job = await _moved(storage.jobs.move(job, JobState.SUBMITTING, hold=True))
    assert job.owner == "worker"
    assert job.submitted_at is not None
    before = await storage.now()
    job = await _moved(
        storage.jobs.move(job, JobState.WAITING, progress={"hash": "h"}, due_in=600, attempts=0)
    )
    assert (job.state, job.progress, job.owner, job.attempts) == (
        JobState.WAITING,
        {"hash": "h"},
        None,
        0,
    )
    assert job.due_at is not None
    assert before <= job.due_at - 600 <= await storage.now()
    assert await storage.jobs.claim_due("w", 10) == []
    assert job.finished_at is None


async def test_a_final_job_is_never_due_again(storage: Storage) -> None:
    await queue(storage, await link(storage))
    job = await _moved(storage.jobs.move(await claim_one(storage), JobState.FAILED))
    assert (job.due_at, job.owner, job.slot) == (None, None, False)
    assert job.finished_at is not None
    assert await storage.jobs.next_due_in() is None


async def test_who_lost_the_lease_can_change_nothing(storage: Storage) -> None:
    await queue(storage, await link(storage))
    lost = await claim_one(storage, "frozen", lease=-1)
    owned = await claim_one(storage, "other")
    assert await storage.jobs.move(lost, JobState.SUBMITTING) is None
    assert await storage.jobs.move(lost, JobState.FAILED) is None
    assert not await storage.jobs.renew(lost, 30)
    assert await storage.jobs.renew(owned, 30)
    assert await reload(storage, owned) == owned


async def test_the_same_owner_is_fenced_from_its_own_past(storage: Storage) -> None:
    await queue(storage, await link(storage))
    before = await claim_one(storage, "w", lease=-1)
    after = await claim_one(storage, "w")
    assert await storage.jobs.move(before, JobState.FAILED) is None
    assert await storage.jobs.renew_all([before], 30) == {}
    assert await storage.jobs.renew_all([after], 30) == {after.id: False}


async def test_a_move_from_another_state_is_refused(storage: Storage) -> None:
    await queue(storage, await link(storage))
    job = await claim_one(storage)
    await storage.jobs.move(job, JobState.SUBMITTING, hold=True)
    assert await storage.jobs.move(job, JobState.SUBMITTING, hold=True) is None


async def test_a_job_still_worked_on_is_not_claimed(storage: Storage) -> None:
    await queue(storage, await link(storage))
    job = await claim_one(storage, "w", lease=-1)
    assert await storage.jobs.claim_due("w", 10, besides=[job.id]) == []
    assert [j.id for j in await storage.jobs.claim_due("w", 10)] == [job.id]


async def test_renewing_tells_who_is_to_be_cancelled(storage: Storage) -> None:
    await queue(storage, await link(storage))
    job = await claim_one(storage, lease=-1)
    await storage.jobs.request_cancel(job.id, ALICE)
    assert await storage.jobs.renew_all([job], 30) == {job.id: True}
    assert await storage.jobs.claim_due("v", 10) == []


async def test_only_the_owner_of_a_job_may_cancel_it(storage: Storage) -> None:
    job = await queue(storage, await link(storage))
    assert await storage.jobs.request_cancel(job.id, BOB) is None
    asked = await storage.jobs.request_cancel(job.id, ALICE)
    assert asked is not None
    assert asked.cancel_requested
    await storage.jobs.move(await claim_one(storage), JobState.CANCELLED)
    assert await storage.jobs.request_cancel(job.id, ALICE) is None


async def test_a_cancel_during_a_step_makes_the_next_one_due_at_once(storage: Storage) -> None:
    job = await queue(storage, await link(storage))
    claimed = await claim_one(storage)
    await storage.jobs.request_cancel(job.id, ALICE)
    await storage.jobs.move(claimed, JobState.QUEUED, due_in=600)
    told = await claim_one(storage)
    assert told.cancel_requested
    await storage.jobs.move(told, JobState.QUEUED, due_in=600)
    assert await storage.jobs.claim_due("w", 10) == []


async def test_a_cancel_that_had_to_wait_is_due_in_the_next_state(storage: Storage) -> None:
    job = await queue(storage, await link(storage))
    await storage.jobs.request_cancel(job.id, ALICE)
    claimed = await claim_one(storage)
    await storage.jobs.move(claimed, JobState.WAITING, due_in=600)
    assert (await claim_one(storage)).state is JobState.WAITING


async def test_an_unclear_job_rests_until_its_user_decides(storage: Storage) -> None:
    await queue(storage, await link(storage))
    job = await _moved(storage.jobs.move(await claim_one(storage), JobState.UNCLEAR))
    assert job.due_at is None
    await storage.jobs.request_cancel(job.id, ALICE)
    claimed = await claim_one(storage)
    job = await _moved(storage.jobs.move(claimed, JobState.UNCLEAR, due_in=600))
    assert job.due_at is not None
    assert await storage.jobs.claim_due("w", 10) == []


async def test_a_job_that_waits_for_its_turn_can_be_cancelled(storage: Storage) -> None:
    credential = await link(storage)
    await queue(storage, credential)
    second = await queue(storage, credential)
    first = await claim_one(storage)
    await storage.jobs.request_cancel(second.id, ALICE)
    claimed = await claim_one(storage)
    assert (claimed.id, claimed.slot) == (second.id, False)
    again = await _moved(storage.jobs.move(claimed, JobState.QUEUED, due_in=5))
    assert again.due_at is not None
    await storage.jobs.move(first, JobState.DONE)
    assert not (await reload(storage, second)).slot


async def test_the_next_moment_is_known(storage: Storage) -> None:
    assert await storage.jobs.next_due_in() is None
    assert await storage.jobs.late_by() == 0.0
    await queue(storage, await link(storage))
    assert await storage.jobs.next_due_in() == 0.0
    job = await claim_one(storage, lease=3600)
    ahead = await storage.jobs.next_due_in()
    assert ahead is not None
    assert 3000 < ahead <= 3600
    assert await storage.jobs.late_by() == 0.0
    await storage.jobs.move(job, JobState.QUEUED, due_in=-3600)
    assert 3600 <= await storage.jobs.late_by() < 4200


async def test_a_users_jobs_come_newest_first(storage: Storage) -> None:
    credential = await link(storage, capacity=10)
    jobs = [await queue(storage, credential) for _ in range(3)]
    await queue(storage, await link(storage, BOB, capacity=10), BOB)
    mine = await storage.jobs.of_user(ALICE, set(JobState) - FINAL)
    assert [job.id for job in mine] == [job.id for job in reversed(jobs)]
    assert await storage.jobs.of_user(ALICE, FINAL) == []


async def test_a_release_is_no_attempt(storage: Storage) -> None:
    await queue(storage, await link(storage))
    job = await claim_one(storage, "w")
    await storage.jobs.release("w", besides=[job.id])
    assert (await reload(storage, job)).owner == "w"
    await storage.jobs.release("w")
    assert (await claim_one(storage, "v")).attempts == 1


async def test_a_restart_frees_claimed_jobs(make_storage: MakeStorage) -> None:
    storage = await make_storage()
    await queue(storage, await link(storage))
    await claim_one(storage, "w", lease=3600 if storage.database.is_sqlite else 0)
    await storage.close()
    assert (await claim_one(await make_storage(), "v")).attempts == 2


async def test_the_status_message_is_remembered(storage: Storage) -> None:
    job = await queue(storage, await link(storage))
    await storage.jobs.set_status_message(job.id, 99)
    assert (await reload(storage, job)).status_message_id == 99


async def test_the_database_refuses_unknown_states(storage: Storage) -> None:
    await queue(storage, await link(storage))
    with pytest.raises(IntegrityError):
        async with storage.database.engine.begin() as conn:
            await conn.execute(text("UPDATE jobs SET state = 'sleeping'"))


async def test_a_failed_job_is_revived_as_new(storage: Storage) -> None:
    credential = await link(storage)
    await queue(storage, credential)
    job = await claim_one(storage)
    await storage.stems.put_all(job.id, [StemSpec(0, "Vocals", "u", "f", None)])
    assert await storage.jobs.revive(job, credential, upload_name="n") is None
    failed = await _moved(storage.jobs.move(job, JobState.FAILED, progress={"hash": "h"}))
    again = await storage.jobs.revive(failed, credential, upload_name="new.mp3")
    assert again is not None
    assert (again.state, again.slot, again.progress, again.attempts) == (
        JobState.QUEUED,
        True,
        {},
        0,
    )
    assert (again.upload_name, again.finished_at) == ("new.mp3", None)
    assert await storage.stems.of_job(job.id) == []
    assert await storage.jobs.revive(failed, credential, upload_name="twice") is None


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_two_processes_never_claim_the_same_job(make_storage: MakeStorage) -> None:
    first, second = await make_storage(), await make_storage()
    credential = await link(first, capacity=60)
    for _ in range(60):
        await queue(first, credential)
    rounds = [s.jobs.claim_due(f"w{n}", 7) for n, s in enumerate((first, second) * 6)]
    taken = [job.id for claimed in await asyncio.gather(*rounds) for job in claimed]
    assert len(taken) == len(set(taken))
    while rest := await first.jobs.claim_due("last", 20):
        taken += [job.id for job in rest]
    assert len(set(taken)) == 60


async def test_many_at_once_make_one_job_of_a_draft(storage: Storage) -> None:
    credential = await link(storage)
    draft = await storage.drafts.create(ALICE, HERE, {}, {})
    made = await asyncio.gather(
        *(
            storage.jobs.create("s", ALICE, HERE, credential, {}, draft_id=draft.id)
            for _ in range(6)
        )
    )
    assert len([job for job in made if job is not None]) == 1


async def test_a_cancelled_caller_leaves_no_half_transaction(storage: Storage) -> None:
    credential = await link(storage)
    caller = asyncio.create_task(queue(storage, credential))
    await asyncio.sleep(0)
    caller.cancel()
    with pytest.raises(asyncio.CancelledError):
        await caller
    [job] = await storage.jobs.of_user(ALICE, set(JobState))
    assert (await claim_one(storage, "w")).id == job.id


async def _moved(move: Awaitable[Job | None]) -> Job:
    job = await move
    assert job is not None
    return job
