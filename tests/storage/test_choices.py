"""Drafts, expectations and the catalogue."""

from dataclasses import replace

from storage import Place, Storage
from tests.storage.factories import ALICE, BOB, HERE, link


async def test_a_draft_keeps_source_choice_and_place(storage: Storage) -> None:
    draft = await storage.drafts.create(ALICE, HERE, {"file_id": "abc"}, {"sep_type": 40})
    assert await storage.drafts.get(draft.id) == draft
    assert draft.place == HERE
    assert (draft.source, draft.choice) == ({"file_id": "abc"}, {"sep_type": 40})
    assert (draft.state, draft.version, draft.card_id) == ("open", 0, None)
    assert "abc" not in repr(draft)


async def test_of_two_taps_on_one_card_the_first_counts(storage: Storage) -> None:
    draft = await storage.drafts.create(ALICE, HERE, {}, {})
    assert await storage.drafts.choose(draft.id, {"sep_type": 1}, version=0)
    assert not await storage.drafts.choose(draft.id, {"sep_type": 2}, version=0)
    now = await storage.drafts.get(draft.id)
    assert now is not None
    assert (now.choice, now.version) == ({"sep_type": 1}, 1)


async def test_a_started_draft_no_longer_changes(storage: Storage) -> None:
    draft = await storage.drafts.create(ALICE, HERE, {}, {})
    assert await storage.drafts.finish(draft.id)
    assert not await storage.drafts.finish(draft.id)
    assert not await storage.drafts.choose(draft.id, {"late": 1}, version=0)


async def test_the_newest_draft_is_the_open_one_of_this_place(storage: Storage) -> None:
    older = await storage.drafts.create(ALICE, HERE, {}, {})
    newer = await storage.drafts.create(ALICE, replace(HERE, reply_to=None), {}, {})
    await storage.drafts.create(BOB, HERE, {}, {})
    await storage.drafts.create(ALICE, Place(HERE.chat_id), {}, {})
    assert await storage.drafts.newest(ALICE, HERE) == newer
    await storage.drafts.finish(newer.id)
    assert await storage.drafts.newest(ALICE, HERE) == older
    assert await storage.drafts.newest(BOB, Place(HERE.chat_id)) is None


async def test_a_card_is_remembered_and_old_drafts_go(storage: Storage) -> None:
    draft = await storage.drafts.create(ALICE, HERE, {}, {})
    await storage.drafts.set_card(draft.id, 77)
    now = await storage.drafts.get(draft.id)
    assert now is not None
    assert now.card_id == 77
    assert await storage.drafts.purge(await storage.now() - 60) == 0
    assert await storage.drafts.purge(await storage.now() + 60) == 1
    assert await storage.drafts.get(draft.id) is None


async def test_a_drafts_number_is_never_given_twice(storage: Storage) -> None:
    gone = await storage.drafts.create(ALICE, HERE, {}, {})
    await storage.drafts.purge(await storage.now() + 60)
    assert (await storage.drafts.create(BOB, HERE, {}, {})).id != gone.id


async def test_a_draft_becomes_one_job(storage: Storage) -> None:
    credential = await link(storage)
    draft = await storage.drafts.create(ALICE, HERE, {}, {})
    first = await storage.jobs.create("s", ALICE, HERE, credential, {}, draft_id=draft.id)
    second = await storage.jobs.create("s", ALICE, HERE, credential, {}, draft_id=draft.id)
    assert first is not None
    assert first.draft_id == draft.id
    assert second is None
    now = await storage.drafts.get(draft.id)
    assert now is not None
    assert now.state == "started"


async def test_an_expectation_is_taken_once(storage: Storage) -> None:
    await storage.expectations.put(ALICE, HERE, "token", {"service": "mvsep"}, 60)
    assert await storage.expectations.take(BOB, HERE) is None
    assert await storage.expectations.take(ALICE, Place(HERE.chat_id)) is None
    taken = await storage.expectations.take(ALICE, replace(HERE, reply_to=1))
    assert taken is not None
    assert (taken.kind, taken.data) == ("token", {"service": "mvsep"})
    assert await storage.expectations.take(ALICE, HERE) is None


async def test_a_newer_expectation_replaces_the_older(storage: Storage) -> None:
    place = Place(ALICE)
    await storage.expectations.put(ALICE, place, "token", {}, 60)
    await storage.expectations.put(ALICE, place, "search", {"page": 2}, 60)
    taken = await storage.expectations.take(ALICE, place)
    assert taken is not None
    assert (taken.kind, taken.data) == ("search", {"page": 2})


async def test_an_expectation_runs_out_or_is_dropped(storage: Storage) -> None:
    await storage.expectations.put(ALICE, HERE, "token", {}, -1)
    assert await storage.expectations.take(ALICE, HERE) is None
    await storage.expectations.put(ALICE, HERE, "token", {}, 60)
    await storage.expectations.drop(ALICE, HERE)
    assert await storage.expectations.take(ALICE, HERE) is None


async def test_expectations_that_ran_out_are_purged(storage: Storage) -> None:
    await storage.expectations.put(ALICE, HERE, "token", {}, -1)
    await storage.expectations.put(BOB, HERE, "token", {}, 60)
    assert await storage.expectations.purge() == 1
    assert await storage.expectations.take(BOB, HERE) is not None


async def test_the_catalogue_is_the_one_saved_last(storage: Storage) -> None:
    assert await storage.catalogue.load() is None
    before = await storage.now()
    await storage.catalogue.save("[1]")
    await storage.catalogue.save("[2]")
    cached = await storage.catalogue.load()
    assert cached is not None
    assert cached.payload == "[2]"
    assert before <= cached.fetched_at <= await storage.now()
