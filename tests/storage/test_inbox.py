"""Nothing acknowledged before it is stored; order per conversation; floods delay the flooder."""

import asyncio

import pytest
from sqlalchemy import text

from storage import Arrived, InboxRow, Storage, Vault, open_storage
from storage.conversations.inbox import _next_rows
from tests.storage_fixtures import MakeStorage

ROOM, OTHER = -1001, 2002


def updates(conversation: int, *update_ids: int) -> list[Arrived]:
    """Updates of one conversation."""
    return [Arrived(i, conversation, f'{{"update_id": {i}}}') for i in update_ids]


def ids(rows: list[InboxRow]) -> list[int]:
    """The update ids, in the order given."""
    return [row.update_id for row in rows]


async def test_a_redelivery_is_a_no_op(storage: Storage) -> None:
    assert await storage.inbox.store(updates(ROOM, 1, 2)) == 2
    assert await storage.inbox.store(updates(ROOM, 2, 3)) == 1
    assert await storage.inbox.store([]) == 0
    await storage.inbox.done([1, 2, 3])
    assert await storage.inbox.store(updates(ROOM, 1)) == 0
    assert await storage.inbox.waiting() == 0


async def test_a_batch_is_one_statement(storage: Storage, statements: list[str]) -> None:
    await storage.inbox.store(updates(ROOM, *range(100)))
    assert len([s for s in statements if "INSERT" in s]) == 1
    assert len(statements) <= 2


async def test_updates_come_in_order_and_whole(storage: Storage) -> None:
    await storage.inbox.store(updates(ROOM, 5, 3) + updates(OTHER, 4))
    rows = await storage.inbox.claim("w", 10, 10)
    assert ids(rows) == [3, 4, 5]
    assert rows[0].raw == '{"update_id": 3}'
    assert rows[0].attempts == 1
    assert 0 <= rows[0].age_seconds < 600
    assert 'update_id": 3' not in repr(rows[0])


async def test_the_text_is_sealed_and_wiped_when_done(storage: Storage) -> None:
    async def raw() -> str:
        async with storage.database.engine.connect() as conn:
            return str((await conn.execute(text("SELECT raw FROM inbox"))).scalar_one())

    await storage.inbox.store([Arrived(1, ROOM, "the secret of the message")])
    assert "secret" not in await raw()
    await storage.inbox.claim("w", 1, 1)
    await storage.inbox.done([1])
    assert await raw() == ""


async def test_claimed_rows_are_not_claimed_again(storage: Storage) -> None:
    await storage.inbox.store(updates(ROOM, 1, 2) + updates(OTHER, 3))
    assert ids(await storage.inbox.claim("w", 1, 10)) == [1]
    assert ids(await storage.inbox.claim("w", 10, 10)) == [2, 3]
    assert await storage.inbox.claim("w", 10, 10) == []


async def test_a_conversation_belongs_to_one_owner_at_a_time(storage: Storage) -> None:
    await storage.inbox.store(updates(ROOM, 1, 2) + updates(OTHER, 3))
    assert ids(await storage.inbox.claim("w", 1, 1)) == [1]
    assert ids(await storage.inbox.claim("v", 10, 10)) == [3]
    await storage.inbox.done([1])
    assert ids(await storage.inbox.claim("v", 10, 10)) == [2]


async def test_a_flood_gets_its_share_and_no_more(storage: Storage) -> None:
    await storage.inbox.store(updates(ROOM, *range(1, 201)) + updates(OTHER, 900))
    assert ids(await storage.inbox.claim("w", 10, 3)) == [1, 2, 3, 900]
    assert await storage.inbox.claim("w", 10, 3) == []
    await storage.inbox.done([1, 2])
    assert ids(await storage.inbox.claim("w", 10, 3)) == [4, 5]


async def test_a_flood_is_not_read_to_find_the_others(sqlite_url: str, vault: Vault) -> None:
    storage = await open_storage(sqlite_url, vault)
    query = _next_rows("w", 10, 3)
    dialect = storage.database.engine.dialect
    sql = query.compile(dialect=dialect, compile_kwargs={"literal_binds": True})
    async with storage.database.engine.connect() as conn:
        plan = [row[-1] for row in await conn.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}")]
    await storage.close()
    searches = [step for step in plan if "inbox" in step or "other" in step]
    assert len(searches) == 5
    assert all("USING" in step and "INDEX" in step and "SEARCH" in step for step in searches)
    assert any("conversation=? AND update_id<?" in step for step in searches)


async def test_an_update_set_aside_blocks_nobody(storage: Storage) -> None:
    await storage.inbox.store(updates(ROOM, 1, 2))
    await storage.inbox.claim("w", 1, 1)
    await storage.inbox.set_aside(1, "ValueError: no", "e1")
    assert ids(await storage.inbox.claim("w", 10, 10)) == [2]
    assert await storage.inbox.waiting() == 1
    async with storage.database.engine.connect() as conn:
        query = text("SELECT state, raw, error, error_id FROM inbox WHERE update_id = 1")
        row = (await conn.execute(query)).one()
    assert (row.state, row.error, row.error_id) == ("aside", "ValueError: no", "e1")
    assert storage.database.vault.open(row.raw) == '{"update_id": 1}'


async def test_attempts_count_claims_but_not_orderly_stops(storage: Storage) -> None:
    await storage.inbox.store(updates(ROOM, 1))
    await storage.inbox.claim("w", 1, 1)
    await storage.inbox.release("w")
    [row] = await storage.inbox.claim("w", 1, 1, lease=-1)
    assert row.attempts == 1
    [row] = await storage.inbox.claim("v", 1, 1)
    assert row.attempts == 2


async def test_a_renewed_lease_does_not_run_out(storage: Storage) -> None:
    await storage.inbox.store(updates(ROOM, 1))
    await storage.inbox.claim("w", 1, 1, lease=-1)
    await storage.inbox.renew("w")
    assert await storage.inbox.claim("v", 1, 1) == []


async def test_a_restart_frees_what_was_held(make_storage: MakeStorage) -> None:
    storage = await make_storage()
    await storage.inbox.store(updates(ROOM, 1))
    await storage.inbox.claim("w", 1, 1, lease=0 if not storage.database.is_sqlite else 3600)
    await storage.close()
    [row] = await (await make_storage()).inbox.claim("v", 1, 1)
    assert row.attempts == 2


async def test_only_old_finished_rows_are_purged(storage: Storage) -> None:
    await storage.inbox.store(updates(ROOM, 1, 2))
    await storage.inbox.done([1])
    assert await storage.inbox.purge(await storage.now() - 60) == 0
    assert await storage.inbox.purge(await storage.now() + 60) == 1
    assert await storage.inbox.waiting() == 1


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_two_processes_never_share_a_conversation(make_storage: MakeStorage) -> None:
    first, second = await make_storage(), await make_storage()
    conversations = {i: -(i % 7) for i in range(140)}
    await first.inbox.store([Arrived(i, c, "{}") for i, c in conversations.items()])
    handled: list[int] = []
    holders: dict[int, str] = {}

    async def work(storage: Storage, owner: str) -> None:
        while rows := await storage.inbox.claim(owner, 4, 2):
            for row in rows:
                assert holders.setdefault(row.conversation, owner) == owner
            await asyncio.sleep(0)
            handled.extend(row.update_id for row in rows)
            for row in rows:
                holders.pop(row.conversation, None)
            await storage.inbox.done(ids(rows))

    while await first.inbox.waiting():
        await asyncio.gather(*(work(s, f"{n}") for n, s in enumerate((first, second, first))))
    assert sorted(handled) == sorted(conversations)
    for conversation in set(conversations.values()):
        order = [i for i in handled if conversations[i] == conversation]
        assert order == sorted(order)


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_updates_of_a_dead_process_are_free_at_once(make_storage: MakeStorage) -> None:
    dead, alive = await make_storage(), await make_storage()
    await dead.attend("dead")
    await alive.attend("alive")
    await alive.inbox.store([*updates(ROOM, 1), *updates(OTHER, 2)])
    assert await dead.inbox.claim("dead", 1, 10)
    assert await alive.inbox.release_dead() == 0
    await dead.close()
    assert await alive.inbox.release_dead() == 1
    assert ids(await alive.inbox.claim("alive", 10, 10)) == [1, 2]
