"""Limits hold however jobs are made: many at once, side by side, again after a refusal."""

import asyncio

import pytest

from storage import Credential, Job, JobOrder, JobState, OverLimit, Reservation, Storage
from tests.storage.factories import ALICE, BOB, HERE, claim_one, link, queue
from tests.storage_fixtures import MakeStorage

LONG_AGO = 0.0


def shared(songs: int, most: int = 1) -> Reservation:
    return Reservation([1] * songs, shared=True, since=LONG_AGO, most_jobs=most)


def own(credits: int, most: int) -> Reservation:
    return Reservation([credits], shared=False, since=LONG_AGO, most_credits=most)


async def start(
    storage: Storage, credential: Credential, wanted: Reservation, user_id: int = ALICE
) -> list[Job]:
    """A draft with so many songs, started."""
    draft = await storage.drafts.create(user_id, HERE, {}, {})
    orders = [JobOrder({"sep_type": 40}, f"{draft.id}-{at}") for at in range(len(wanted.credits))]
    return await storage.jobs.create_batch(
        "separation", user_id, HERE, credential, orders, draft_id=draft.id, reservation=wanted
    )


async def test_a_card_of_six_songs_makes_none_where_one_is_left(storage: Storage) -> None:
    credential = await link(storage)
    with pytest.raises(OverLimit):
        await start(storage, credential, shared(6))
    assert await storage.jobs.of_user(ALICE, tuple(JobState)) == []
    assert await storage.spending.shared_jobs(ALICE, LONG_AGO) == 0
    assert len(await start(storage, credential, shared(1))) == 1


async def test_a_draft_over_the_limit_can_be_started_later(storage: Storage) -> None:
    credential = await link(storage)
    draft = await storage.drafts.create(ALICE, HERE, {}, {})
    where = ("separation", ALICE, HERE, credential, [JobOrder({}, "a"), JobOrder({}, "b")])
    with pytest.raises(OverLimit):
        await storage.jobs.create_batch(*where, draft_id=draft.id, reservation=shared(2))
    made = await storage.jobs.create_batch(*where, draft_id=draft.id, reservation=shared(2, 2))
    assert len(made) == 2


@pytest.mark.parametrize("wanted", [shared(1), own(5, 9)])
async def test_presses_side_by_side_make_one(
    make_storage: MakeStorage, database_url: str, wanted: Reservation
) -> None:
    """In eight groups at once; on PostgreSQL over two storages, as two processes have them."""
    several = 2 if database_url.startswith("postgresql") else 1
    storages = [await make_storage() for _ in range(several)]
    credential = await link(storages[0], capacity=20)
    presses = [start(storages[at % several], credential, wanted) for at in range(8)]
    came = await asyncio.gather(*presses, return_exceptions=True)
    assert sum(isinstance(each, list) for each in came) == 1
    assert sum(isinstance(each, OverLimit) for each in came) == 7


async def test_everybody_has_a_share_of_their_own(storage: Storage) -> None:
    credential = await link(storage)
    await start(storage, credential, shared(1))
    assert len(await start(storage, credential, shared(1), BOB)) == 1


async def test_a_second_try_counts(storage: Storage) -> None:
    """The first one was refused, and cost nothing; meanwhile the share went to another song."""
    credential = await link(storage, capacity=2)
    [job] = await start(storage, credential, shared(1))
    failed = await storage.jobs.move(await claim_one(storage), JobState.FAILED)
    assert failed is not None
    await storage.spending.take_back(job.id)
    await start(storage, credential, shared(1))
    with pytest.raises(OverLimit):
        await storage.jobs.revive(failed, credential, upload_name="x", reservation=shared(1))
    now = await storage.jobs.get(job.id)
    assert now is not None
    assert now.state is JobState.FAILED
    again = await storage.jobs.revive(
        failed, credential, upload_name="x", reservation=shared(1, 2)
    )
    assert again is not None
    assert await storage.spending.shared_jobs(ALICE, LONG_AGO) == 2


async def test_a_try_that_may_have_cost_something_counts_beside_the_next(storage: Storage) -> None:
    credential = await link(storage)
    [job] = await start(storage, credential, own(4, 9))
    failed = await storage.jobs.move(await claim_one(storage), JobState.FAILED)
    assert failed is not None
    await storage.jobs.revive(failed, credential, upload_name="x", reservation=own(4, 9))
    assert await storage.spending.spent(ALICE, LONG_AGO) == 8
    await storage.spending.take_back(job.id)
    assert await storage.spending.spent(ALICE, LONG_AGO) == 4


async def test_without_a_limit_jobs_are_only_counted(storage: Storage) -> None:
    credential = await link(storage)
    unlimited = Reservation([7], shared=False, since=LONG_AGO)
    await start(storage, credential, unlimited)
    assert await storage.spending.spent(ALICE, LONG_AGO) == 7
    assert await queue(storage, credential)
