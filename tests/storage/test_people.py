"""Users and the tokens they link."""

from pydantic import SecretStr
from sqlalchemy import text

from storage import Credential, JobState, Storage
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
    assert not await storage.credentials.unlink(BOB, credential.id)
    assert await storage.credentials.unlink(ALICE, credential.id)
    assert await storage.credentials.active(ALICE, "mvsep") is None
    assert await storage.credentials.get(credential.id) is None
    assert not await storage.credentials.unlink(ALICE, credential.id)


async def test_unlinking_leaves_the_secret_to_jobs_under_way(storage: Storage) -> None:
    credential = await link(storage)
    await queue(storage, credential)
    await storage.credentials.unlink(ALICE, credential.id)
    assert await storage.credentials.get(credential.id) is not None
    await storage.jobs.move(await claim_one(storage), JobState.FAILED)
    await storage.credentials.forget_unused()
    assert await storage.credentials.get(credential.id) is None


async def another(storage: Storage) -> Credential:
    secret = SecretStr("another-token-9876")
    return await storage.credentials.link(ALICE, "mvsep", secret, label="b", capacity=1)


async def test_another_token_becomes_the_active_one_beside_the_first(storage: Storage) -> None:
    first, second = await link(storage), await another(storage)
    assert await storage.credentials.active(ALICE, "mvsep") == second
    linked = await storage.credentials.all_of(ALICE, "mvsep")
    assert [(one.id, one.active) for one in linked] == [(first.id, False), (second.id, True)]


async def test_the_active_one_can_be_chosen_by_its_owner_alone(storage: Storage) -> None:
    first, second = await link(storage), await another(storage)
    assert not await storage.credentials.activate(BOB, first.id)
    assert await storage.credentials.activate(ALICE, first.id)
    active = await storage.credentials.active(ALICE, "mvsep")
    assert active is not None
    assert active.id == first.id
    await storage.credentials.unlink(ALICE, first.id)
    assert not await storage.credentials.activate(ALICE, first.id)
    active = await storage.credentials.active(ALICE, "mvsep")
    assert active is not None
    assert active.id == second.id


async def test_jobs_of_a_refused_token_are_held_and_go_on_with_the_next(storage: Storage) -> None:
    refused = await link(storage)
    running, waiting = await queue(storage, refused), await queue(storage, refused)
    assert await storage.credentials.mark_refused(refused.id, and_hold=True)
    assert not await storage.credentials.mark_refused(refused.id, and_hold=True)
    claimed = await claim_one(storage)
    assert claimed.id == running.id
    await storage.jobs.move(claimed, JobState.FAILED)
    assert await storage.jobs.claim_due("worker", 10) == []

    fresh = await another(storage)
    [goes_on] = await storage.jobs.claim_due("worker", 10)
    assert (goes_on.id, goes_on.credential_id) == (waiting.id, fresh.id)


async def test_a_token_the_service_takes_again_lets_its_held_jobs_go_on(storage: Storage) -> None:
    credential = await link(storage)
    first, second = await queue(storage, credential), await queue(storage, credential)
    await storage.credentials.mark_refused(credential.id, and_hold=True)
    back = await storage.jobs.move(await claim_one(storage), JobState.QUEUED, keep_slot=False)
    assert back is not None
    assert await storage.jobs.claim_due("worker", 10) == []
    await link(storage, capacity=2)
    assert {job.id for job in await storage.jobs.claim_due("worker", 10)} == {first.id, second.id}


async def test_unlinking_a_refused_token_cancels_what_was_held(storage: Storage) -> None:
    credential = await link(storage)
    await queue(storage, credential)
    held = await queue(storage, credential)
    await storage.credentials.mark_refused(credential.id, and_hold=True)
    await storage.jobs.move(await claim_one(storage), JobState.FAILED)
    await storage.credentials.unlink(ALICE, credential.id)
    [due] = await storage.jobs.claim_due("worker", 10)
    assert (due.id, due.cancel_requested) == (held.id, True)


async def test_who_blocked_the_bot_is_found_until_they_come_back(storage: Storage) -> None:
    await storage.users.seen(ALICE, "en")
    await storage.users.set_blocked(ALICE, blocked=True)
    await storage.users.set_blocked(BOB, blocked=True)
    assert await storage.users.blocked_for(-1.0) == [ALICE]
    assert await storage.users.blocked_for(60.0) == []
    await storage.users.set_blocked(ALICE, blocked=False)
    assert await storage.users.blocked_for(-1.0) == []
