"""Changing the encryption key: sealed anew while the bot works, and no way to lose the old key early."""

import asyncio

import pytest
from sqlalchemy import select

from storage import Arrived, Place, StemSpec, Storage, Vault, WrongKey, open_storage
from storage.tables import SEALED
from tests.storage.factories import ALICE, HERE, link, queue
from tests.storage_fixtures import KEY, MakeStorage


async def fill(storage: Storage, drafts: int = 3) -> None:
    job = await queue(storage, await link(storage))
    await storage.stems.put_all(job.id, [StemSpec(0, "Vocals", "https://x/y", "a.mp3", 5)])
    await storage.inbox.store([Arrived(1, ALICE, "{}"), Arrived(2, ALICE, "{}")])
    await storage.inbox.done([2])
    for number in range(drafts):
        await storage.drafts.create(ALICE, HERE, {"n": number}, {})
        place = Place(ALICE, number or None)
        await storage.expectations.put(ALICE, place, "kind", {"n": number}, 600)


async def sealed(storage: Storage) -> list[str]:
    found: list[str] = []
    async with storage.database.engine.connect() as conn:
        for table, names in SEALED.items():
            for row in await conn.execute(select(*(table.c[name] for name in names))):
                found += [value for value in row if value]
    return found


async def test_everything_is_sealed_anew_and_the_old_key_can_go(
    make_storage: MakeStorage, database_url: str
) -> None:
    old = await make_storage()
    await fill(old, drafts=120)
    credential = await link(old)
    await old.close()
    fresh = Vault.new_key()

    both = await open_storage(database_url, Vault([fresh, KEY]))
    assert both.resealing.is_needed
    assert await both.resealing.run() > 240
    assert await both.resealing.run() == 0
    await both.close()

    alone = await open_storage(database_url, Vault([fresh]))
    assert not alone.resealing.is_needed
    for text in await sealed(alone):
        Vault([fresh]).open(text)
    same = await alone.credentials.active(ALICE, "mvsep")
    assert same is not None
    assert same.secret == credential.secret
    assert (await link(alone)).id == credential.id, "fingerprints did not change"
    await alone.close()
    with pytest.raises(WrongKey):
        await open_storage(database_url, Vault([KEY]))


async def test_the_old_key_cannot_go_before_its_time(
    make_storage: MakeStorage, database_url: str
) -> None:
    old = await make_storage()
    await fill(old)
    await old.close()
    fresh = Vault.new_key()
    half = await open_storage(database_url, Vault([fresh, KEY]))
    await half.drafts.create(ALICE, HERE, {}, {})
    await half.close()
    with pytest.raises(WrongKey, match="Put that key back"):
        await open_storage(database_url, Vault([fresh]))


async def test_the_bot_works_on_while_it_is_sealed_anew(
    make_storage: MakeStorage, database_url: str
) -> None:
    old = await make_storage()
    await fill(old, drafts=150)
    await old.close()
    both = await open_storage(database_url, Vault([Vault.new_key(), KEY]))
    resealing = asyncio.create_task(both.resealing.run())
    for number in range(1, 60):
        draft = await both.drafts.get(number)
        assert draft is not None
        assert await both.drafts.choose(number, {"chosen": number}, version=0)
    await resealing
    for number in range(1, 60):
        draft = await both.drafts.get(number)
        assert draft is not None
        assert draft.choice == {"chosen": number}
    await both.close()
