"""Members, bans and invites."""

import asyncio

from sqlalchemy import text

from storage import Standing, Storage
from tests.storage.factories import ALICE, BOB, CAROL
from tests.storage_fixtures import MakeStorage

HOUR = 3600.0


async def test_nobody_is_anything_at_first(storage: Storage) -> None:
    assert await storage.access.standing(ALICE) is Standing.UNKNOWN


async def test_asking_twice_costs_one_question(storage: Storage, statements: list[str]) -> None:
    await storage.access.standing(ALICE)
    statements.clear()
    await storage.access.standing(ALICE)
    assert statements == []


async def test_a_ban_shuts_a_member_out_at_once_and_ends_by_allowing(storage: Storage) -> None:
    await storage.access.allow(ALICE)
    assert await storage.access.standing(ALICE) is Standing.MEMBER
    await storage.access.ban(ALICE)
    assert await storage.access.standing(ALICE) is Standing.BANNED
    assert await storage.access.members() == []
    assert await storage.access.counts() == (0, 1)
    await storage.access.allow(ALICE)
    assert await storage.access.standing(ALICE) is Standing.MEMBER
    await storage.access.dismiss(ALICE)
    assert await storage.access.standing(ALICE) is Standing.UNKNOWN


async def test_a_ban_names_nobody(storage: Storage) -> None:
    await storage.access.ban(ALICE)
    async with storage.database.engine.connect() as conn:
        row = (await conn.execute(text("SELECT * FROM bans"))).one()
    assert str(ALICE) not in row[0]


async def test_an_invite_makes_as_many_members_as_it_says(storage: Storage) -> None:
    await storage.access.invite("code", 2, HOUR)
    assert await storage.access.redeem("code", ALICE)
    assert await storage.access.redeem("code", ALICE), "again by the same person spends nothing"
    [invite] = await storage.access.invites()
    assert (invite.uses_left, invite.used) == (1, 1)
    assert await storage.access.redeem("code", BOB)
    assert not await storage.access.redeem("code", CAROL)
    assert await storage.access.standing(CAROL) is Standing.UNKNOWN
    assert await storage.access.invites() == []


async def test_an_invite_redeemed_by_many_at_once_lets_in_no_more(storage: Storage) -> None:
    await storage.access.invite("code", 3, HOUR)
    people = range(5000, 5012)
    came_in = await asyncio.gather(*(storage.access.redeem("code", one) for one in people))
    assert sum(came_in) == 3
    assert (await storage.access.counts())[0] == 3


async def test_one_person_in_a_hurry_spends_one_use(storage: Storage) -> None:
    await storage.access.invite("code", 5, HOUR)
    assert all(await asyncio.gather(*(storage.access.redeem("code", ALICE) for _ in range(6))))
    [invite] = await storage.access.invites()
    assert invite.used == 1


async def test_old_revoked_and_unknown_invites_do_nothing(storage: Storage) -> None:
    await storage.access.invite("old", 1, -1.0)
    revoked = await storage.access.invite("revoked", 1, HOUR)
    assert await storage.access.revoke(revoked)
    for code in ("old", "revoked", "never made"):
        assert not await storage.access.redeem(code, ALICE)
    await storage.access.purge()


async def test_a_banned_person_is_not_let_in_by_an_invite(storage: Storage) -> None:
    await storage.access.invite("code", 1, HOUR)
    await storage.access.ban(ALICE)
    assert not await storage.access.redeem("code", ALICE)
    assert await storage.access.standing(ALICE) is Standing.BANNED


async def test_decisions_outlive_the_process(make_storage: MakeStorage) -> None:
    storage = await make_storage()
    await storage.access.ban(ALICE)
    await storage.access.allow(BOB)
    await storage.close()
    again = await make_storage()
    assert await again.access.standing(ALICE) is Standing.BANNED
    assert await again.access.standing(BOB) is Standing.MEMBER
