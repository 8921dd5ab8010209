"""What is remembered of delivered stems: files, stars, durations, quiet hours, moved chats."""

from storage import Hours, JobState, KnownFile, Place, StemSpec, Storage
from tests.storage.factories import claim_one, link, queue

SONG = {"input": "u1", "sep_type": 40, "options": {"add_opt1": "1"}, "output_format": 0}
FILES = [KnownFile(0, "Vocals", "A (Vocals).mp3", 5, "F0"), KnownFile(1, "Bass", "b", None, "F1")]


async def test_known_files_are_found_by_what_they_were_made_of(storage: Storage) -> None:
    key = storage.files.key(7, SONG)
    await storage.files.keep(7, key, FILES[:1])
    await storage.files.keep(7, key, FILES)
    assert await storage.files.of(key) == FILES
    assert await storage.files.of(storage.files.key(8, SONG)) == []
    assert await storage.files.of(storage.files.key(7, SONG | {"output_format": 1})) == []
    assert await storage.files.purge(await storage.now() - 60) == 0
    await storage.files.forget(key)
    assert await storage.files.of(key) == []


async def test_the_last_stars_count(storage: Storage) -> None:
    await storage.ratings.rate(7, 40, {}, 1)
    await storage.ratings.rate(7, 40, {}, 4)
    await storage.ratings.rate(7, 40, {"add_opt1": "2"}, 5)
    await storage.ratings.rate(7, 48, {}, 2)
    await storage.ratings.rate(8, 48, {}, 5)
    assert [(r.sep_type, r.stars, r.count) for r in await storage.ratings.of(7)] == [
        (40, 4.5, 2),
        (48, 2.0, 1),
    ]


async def test_durations_are_learned(storage: Storage) -> None:
    assert await storage.paces.of(40) is None
    await storage.paces.learn(40, 10.0)
    await storage.paces.learn(40, 20.0)
    assert await storage.paces.of(40) == 15.0


async def test_quiet_hours_may_go_past_midnight(storage: Storage) -> None:
    night = Hours(22 * 60, 8 * 60, 120)
    assert night.hold(21 * 3600)
    assert not night.hold(12 * 3600)
    assert Hours(60, 120).hold(90 * 60)
    await storage.quiet.set(7, Hours(0, 24 * 60))
    assert await storage.quiet.now(7)
    assert not await storage.quiet.now(8)
    await storage.quiet.set(7, None)
    assert await storage.quiet.of(7) is None


async def test_a_job_follows_its_group(storage: Storage) -> None:
    job = await queue(storage, await link(storage))
    await storage.jobs.set_status_message(job.id, 5)
    await storage.chats.follow(job.place.chat_id, -100500)
    moved = await storage.jobs.get(job.id)
    assert moved is not None
    assert (moved.place, moved.status_message_id) == (Place(-100500), None)


async def test_results_that_exist_are_delivered_without_a_slot(storage: Storage) -> None:
    credential = await link(storage)
    await queue(storage, credential)
    order: dict[str, dict[str, object]] = {"request": {"a": 1}, "progress": {}}
    specs = [StemSpec(0, "Vocals", "", "v.mp3", None, "F0")]
    about = ("separation", 7, Place(7), credential, order, specs)
    job = await storage.ready.create(*about, name="again abc")
    assert job is not None
    assert await storage.ready.create(*about, name="again abc") is None
    claimed = await storage.jobs.claim_due("w", 5)
    mine = next(each for each in claimed if each.id == job.id)
    [stem] = await storage.stems.of_job(job.id)
    assert (stem.state, stem.file_id) == ("pending", "F0")
    assert await storage.stems.mark_all_sending([stem.id], mine)
    await storage.stems.forget_file(stem.id)
    assert await storage.chats.redirect(job.id, Place(9))
    assert await storage.jobs.move(mine, JobState.DONE)
    assert not await storage.chats.redirect(job.id, Place(9))


async def test_stems_of_an_album_are_marked_together(storage: Storage) -> None:
    await queue(storage, await link(storage))
    job = await claim_one(storage)
    await storage.stems.put_all(job.id, [StemSpec(n, "x", "u", "f", None) for n in range(3)])
    ids = [stem.id for stem in await storage.stems.of_job(job.id)]
    assert await storage.stems.mark_all_sending(ids, job)
    await storage.stems.mark_sent(ids[0], 4, None)
    assert not await storage.stems.mark_all_sending(ids, job)
