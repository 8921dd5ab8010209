"""Users and the tokens they link."""

from sqlalchemy import text

from storage import JobState, Storage
from tests.storage.factories import ALICE, BOB, claim_one, link, queue
from tests.storage_fixtures import MakeStorage


async def test_a_user_is_known_from_the_first_word(storage: Storage) -> None:
    assert await storage.users.get(ALICE) is None
    user = await storage.users.seen(ALICE, "ru")
    assert (user.language, user.language_code) == (None, "ru")
    assert await storage.users.get(ALICE) == user


async def test_a_known_user_costs_no_statement(storage: Storage, statements: list[str]) -> None:
    await storage.users.seen(ALICE, "ru")
    statements.clear()
    await storage.users.seen(ALICE, "ru")
    assert statements == []


async def test_another_client_language_is_noted(storage: Storage) -> None:
    await storage.users.seen(ALICE, "ru")
    assert (await storage.users.seen(ALICE, "es")).language_code == "es"


async def test_a_chosen_language_stays_over_restarts(make_storage: MakeStorage) -> None:
    storage = await make_storage()
    await storage.users.seen(ALICE, "ru")
    await storage.users.set_language(ALICE, "uz")
    await storage.close()
    again = await make_storage()
    assert (await again.users.seen(ALICE, "ru")).language == "uz"
    await again.users.set_language(ALICE, None)
    assert (await again.users.seen(ALICE, "ru")).language is None


async def test_someone_unseen_may_choose_a_language(storage: Storage) -> None:
    assert (await storage.users.set_language(BOB, "es")).language == "es"


async def test_a_linked_token_can_be_used_and_is_sealed(storage: Storage) -> None:
    credential = await link(storage)
    assert await storage.credentials.active(ALICE, "mvsep") == credential
    assert await storage.credentials.get(credential.id) == credential
    assert credential.secret.get_secret_value() == "token-of-the-tests-1234"
    assert credential.last4 == "1234"
    assert "token-of" not in repr(credential)
    assert "example.org" not in repr(credential)
    async with storage.database.engine.connect() as conn:
        row = (await conn.execute(text("SELECT * FROM credentials"))).one()
    assert not any("token-of" in str(value) or "example.org" in str(value) for value in row)


async def test_linking_again_renews_the_same_credential(storage: Storage) -> None:
    first = await link(storage)
    await storage.credentials.mark_refused(first.id)
    refused = await storage.credentials.active(ALICE, "mvsep")
    assert refused is not None
    assert refused.refused
    second = await link(storage, capacity=10)
    assert (second.id, second.refused, second.capacity) == (first.id, False, 10)


async def test_one_token_of_two_users_has_one_key(storage: Storage) -> None:
    alice, bob = await link(storage, ALICE), await link(storage, BOB)
    assert alice.key == bob.key
    assert alice.id != bob.id


async def test_unlinking_wipes_the_secret(storage: Storage) -> None:
    credential = await link(storage)
    assert await storage.credentials.unlink(ALICE, "mvsep")
    assert await storage.credentials.active(ALICE, "mvsep") is None
    assert await storage.credentials.get(credential.id) is None
    assert not await storage.credentials.unlink(ALICE, "mvsep")


async def test_unlinking_leaves_the_secret_to_jobs_under_way(storage: Storage) -> None:
    credential = await link(storage)
    await queue(storage, credential)
    await storage.credentials.unlink(ALICE, "mvsep")
    assert await storage.credentials.get(credential.id) is not None
    await storage.jobs.move(await claim_one(storage), JobState.FAILED)
    await storage.credentials.forget_unused()
    assert await storage.credentials.get(credential.id) is None


async def test_another_token_takes_the_place_of_the_first(storage: Storage) -> None:
    first = await link(storage)
    second = await storage.credentials.link(
        ALICE, "mvsep", type(first.secret)("another-token-9876"), label="b", capacity=1
    )
    assert await storage.credentials.active(ALICE, "mvsep") == second
    assert await storage.credentials.get(first.id) is None
