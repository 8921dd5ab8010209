"""Slots of a token: never more than it has, in turn between its users, at a constant price."""

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import insert, select, text

from storage import Credential, Job, JobState, Storage, Vault, open_storage
from storage.engine.clock import db_now
from storage.jobs.admission import waiting_for
from storage.tables import jobs, tokens
from tests.storage.factories import ALICE, BOB, CAROL, HERE, claim_one, link, queue, reload


async def slots(storage: Storage) -> tuple[int, int]:
    """Slots counted for the token, and jobs that hold one."""
    async with storage.database.engine.connect() as conn:
        used = (await conn.execute(select(tokens.c.used))).scalar_one()
        holding = (await conn.execute(text("SELECT count(*) FROM jobs WHERE slot"))).scalar_one()
    return used, holding


async def finish_in_order(storage: Storage) -> list[int]:
    """Do every job to its end; gives the users in the order their jobs were admitted."""
    order: list[int] = []
    while claimed := await storage.jobs.claim_due("w", 100):
        for job in claimed:
            order.append(job.user_id)
            await storage.jobs.move(job, JobState.DONE)
    return order


@pytest.mark.parametrize("capacity", [1, 10])
async def test_as_many_jobs_run_as_the_token_allows(storage: Storage, capacity: int) -> None:
    credential = await link(storage, capacity=capacity)
    queued = [await queue(storage, credential) for _ in range(capacity + 3)]
    assert [job.slot for job in queued] == [True] * capacity + [False] * 3
    assert [job.due_at is not None for job in queued] == [job.slot for job in queued]
    assert len(await storage.jobs.claim_due("w", 100)) == capacity
    assert await slots(storage) == (capacity, capacity)


async def test_first_come_first_served_within_a_user(storage: Storage) -> None:
    credential = await link(storage)
    queued = [await queue(storage, credential) for _ in range(4)]
    for expected in queued:
        job = await claim_one(storage)
        assert job.id == expected.id
        await storage.jobs.move(job, JobState.DONE)


async def test_users_of_one_token_take_turns(storage: Storage) -> None:
    alice, bob, carol = [await link(storage, user) for user in (ALICE, BOB, CAROL)]
    for _ in range(4):
        await queue(storage, alice, ALICE)
    for _ in range(2):
        await queue(storage, bob, BOB)
    await queue(storage, carol, CAROL)
    assert await finish_in_order(storage) == [ALICE, BOB, CAROL, ALICE, BOB, ALICE, ALICE]


async def test_a_late_comer_does_not_wait_for_the_whole_queue(storage: Storage) -> None:
    alice, bob = await link(storage, ALICE), await link(storage, BOB)
    for _ in range(6):
        await queue(storage, alice, ALICE)
    for _ in range(3):
        await storage.jobs.move(await claim_one(storage), JobState.DONE)
    await queue(storage, bob, BOB)
    assert await finish_in_order(storage) == [ALICE, BOB, ALICE, ALICE]


async def test_who_was_quiet_saves_no_turns_up(storage: Storage) -> None:
    alice, bob = await link(storage, ALICE), await link(storage, BOB)
    for _ in range(5):
        await queue(storage, alice, ALICE)
    assert len(await finish_in_order(storage)) == 5
    for _ in range(3):
        await queue(storage, alice, ALICE)
    for _ in range(3):
        await queue(storage, bob, BOB)
    order = await finish_in_order(storage)
    assert order[1:] == [BOB, ALICE, BOB, ALICE, BOB] or order[1:] == [BOB, BOB, ALICE, BOB, ALICE]


async def test_a_final_move_admits_the_next_in_the_same_transaction(storage: Storage) -> None:
    credential = await link(storage)
    await queue(storage, credential)
    second = await queue(storage, credential)
    job = await claim_one(storage)
    await storage.jobs.move(job, JobState.WAITING, hold=True)
    assert not (await reload(storage, second)).slot
    job = await reload(storage, job)
    await storage.jobs.move(job, JobState.DELIVERING, keep_slot=False, hold=True)
    assert (await reload(storage, second)).slot
    await storage.jobs.move(await reload(storage, job), JobState.DONE)
    assert await slots(storage) == (1, 1)


async def test_a_learned_limit_sends_a_job_back_to_its_turn(storage: Storage) -> None:
    credential = await link(storage, capacity=2)
    first, second, third = [await queue(storage, credential) for _ in range(3)]
    claimed = {job.id: job for job in await storage.jobs.claim_due("w", 10)}
    await storage.credentials.set_capacity(credential.id, 1)
    back = await storage.jobs.move(claimed[second.id], JobState.QUEUED, keep_slot=False)
    assert back is not None
    assert (back.slot, back.due_at, back.owner) == (False, None, None)
    await storage.jobs.move(claimed[first.id], JobState.DONE)
    assert (await reload(storage, second)).slot
    assert not (await reload(storage, third)).slot
    await storage.credentials.set_capacity(credential.id, 10)
    assert (await reload(storage, third)).slot


async def test_a_job_given_back_alone_is_admitted_again(storage: Storage) -> None:
    await queue(storage, await link(storage))
    back = await storage.jobs.move(await claim_one(storage), JobState.QUEUED, keep_slot=False)
    assert back is not None
    assert back.slot
    assert await slots(storage) == (1, 1)


async def test_an_unclear_job_that_is_revived_gives_its_slot_back(storage: Storage) -> None:
    credential = await link(storage)
    await queue(storage, credential)
    waiting = await queue(storage, credential)
    unclear = await storage.jobs.move(await claim_one(storage), JobState.UNCLEAR, due_in=600)
    assert unclear is not None
    again = await storage.jobs.revive(unclear, credential, upload_name="again")
    assert again is not None
    assert not again.slot
    assert (await reload(storage, waiting)).slot
    assert await slots(storage) == (1, 1)


async def fill(storage: Storage, credential: Credential, count: int) -> None:
    """Queue many jobs of many users, without their transactions."""
    sealed = storage.database.vault.seal_json({})
    rows = [{"user_id": 5000 + i % 50, "turn": i // 50, "state": "queued"} for i in range(count)]
    one = insert(jobs).values(
        kind="separation",
        chat_id=HERE.chat_id,
        credential_id=credential.id,
        credential_key=credential.key,
        request=sealed,
        progress=sealed,
        attempts=0,
        fence=0,
        slot=False,
        cancel_requested=False,
        created_at=db_now(),
        updated_at=db_now(),
    )
    async with storage.database.engine.begin() as conn:
        await conn.execute(one, rows)
        await conn.execute(text("ANALYZE"))


async def test_admission_costs_the_same_however_many_wait(
    storage: Storage, statements: list[str]
) -> None:
    credential = await link(storage)
    await queue(storage, credential)
    await queue(storage, credential)
    statements.clear()
    await storage.jobs.move(await claim_one(storage), JobState.DONE)
    few = len(statements)
    await fill(storage, credential, 2000)
    statements.clear()
    await storage.jobs.move(await claim_one(storage), JobState.DONE)
    assert len(statements) == few


async def test_admission_reads_only_what_it_admits(storage: Storage) -> None:
    credential = await link(storage, capacity=1)
    await fill(storage, credential, 2000)
    query = waiting_for(credential.key, 3)
    async with storage.database.engine.connect() as conn:
        if storage.database.is_sqlite:
            plan = await explain(storage, query, "EXPLAIN QUERY PLAN")
            assert "USING COVERING INDEX ix_jobs_admission" in plan
            assert "SCAN" not in plan
            assert "TEMP B-TREE" not in plan
        else:
            plan = await explain(storage, query, "EXPLAIN (ANALYZE, TIMING OFF)")
            assert "ix_jobs_admission" in plan
            assert "Sort" not in plan
            assert "Removed by Filter" not in plan
        assert len((await conn.execute(query)).all()) == 3


async def explain(storage: Storage, query: object, how: str) -> str:
    """What the engine would do."""
    dialect = storage.database.engine.dialect
    compiled = query.compile(dialect=dialect, compile_kwargs={"literal_binds": True})  # type: ignore[attr-defined]
    async with storage.database.engine.connect() as conn:
        rows = (await conn.exec_driver_sql(f"{how} {compiled}")).all()
    return "\n".join(str(row[-1]) for row in rows)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32), capacity=st.integers(0, 3))
async def test_slots_are_the_jobs_that_hold_them(vault: Vault, seed: int, capacity: int) -> None:
    storage = await open_storage("sqlite+aiosqlite:///:memory:", vault)
    try:
        await live_randomly(storage, random.Random(seed), capacity)  # noqa: S311  (a story)
    finally:
        await storage.close()


async def test_slots_are_the_jobs_that_hold_them_on_both_engines(storage: Storage) -> None:
    await live_randomly(storage, random.Random(7), 2)  # noqa: S311  (a story)


async def live_randomly(storage: Storage, chance: random.Random, capacity: int) -> None:
    """Do things in any order; after each the slots add up, and none is given above capacity."""
    life = Life(storage, chance, capacity)
    await life.begin()
    before = 0
    for _ in range(30):
        await chance.choice(life.actions)()
        used, holding = await slots(storage)
        assert used == holding
        assert used <= max(life.capacity, before)
        assert await nobody_waits_for_a_free_slot(storage, used, life.capacity)
        before = used


class Life:
    """What three users of one token, its workers and the service may do, at random."""

    def __init__(self, storage: Storage, chance: random.Random, capacity: int) -> None:
        self.storage = storage
        self.chance = chance
        self.capacity = capacity
        self.people: dict[int, Credential] = {}
        self.held: list[Job] = []
        self.actions = [
            self.queue,
            self.claim,
            self.move,
            self.move,
            self.cancel,
            self.learn_limit,
            self.revive,
        ]

    async def begin(self) -> None:
        """Everybody links the same token."""
        for user in (ALICE, BOB, CAROL):
            self.people[user] = await link(self.storage, user, capacity=self.capacity)

    async def queue(self) -> None:
        """Somebody starts a job."""
        user = self.anyone()
        await queue(self.storage, self.people[user], user)

    async def claim(self) -> None:
        """A worker claims, and is too slow from the start."""
        worker = f"w{self.chance.random()}"
        self.held += await self.storage.jobs.claim_due(worker, 2, lease=-1)

    async def move(self) -> None:
        """A worker, who may have lost the job, moves it anywhere."""
        if self.held:
            job = self.held.pop(self.chance.randrange(len(self.held)))
            moved = await self.storage.jobs.move(
                job,
                self.chance.choice(list(JobState)),
                keep_slot=self.chance.random() < 0.7,
                hold=self.chance.random() < 0.5,
            )
            self.held += [moved] if moved is not None and moved.owner else []

    async def cancel(self) -> None:
        """Somebody cancels their newest job."""
        user = self.anyone()
        for job in await self.storage.jobs.of_user(user, list(JobState), limit=1):
            await self.storage.jobs.request_cancel(job.id, user)

    async def learn_limit(self) -> None:
        """The service tells another limit."""
        self.capacity = self.chance.randrange(4)
        await self.storage.credentials.set_capacity(self.people[ALICE].id, self.capacity)

    async def revive(self) -> None:
        """Somebody tries everything again that did not work out."""
        user = self.anyone()
        for job in await self.storage.jobs.of_user(user, [JobState.FAILED, JobState.UNCLEAR]):
            await self.storage.jobs.revive(job, self.people[user], upload_name="again")

    def anyone(self) -> int:
        """One of the three."""
        return self.chance.choice(list(self.people))


async def nobody_waits_for_a_free_slot(storage: Storage, used: int, capacity: int) -> bool:
    """Work is conserved: with a slot free, no job that may have one is without."""
    query = (
        "SELECT count(*) FROM jobs WHERE state = 'queued' AND NOT slot AND NOT cancel_requested"
    )
    async with storage.database.engine.connect() as conn:
        return used >= capacity or (await conn.execute(text(query))).scalar_one() == 0
