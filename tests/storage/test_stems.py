"""Stems are never lost: `sending` before, `sent` after."""

from sqlalchemy import text

from storage import JobState, StemSpec, Storage
from tests.storage.factories import claim_one, link, queue

SPECS = [
    StemSpec(0, "Vocals", "https://mvsep.com/r/1.mp3", "A - B (Vocals).mp3", 1_000),
    StemSpec(1, "Instrumental", "https://mvsep.com/r/2.mp3", "A - B (Instrumental).mp3", None),
]


async def test_stems_are_written_down_once(storage: Storage) -> None:
    job = await queue(storage, await link(storage))
    await storage.stems.put_all(job.id, SPECS)
    [first, second] = await storage.stems.of_job(job.id)
    await storage.stems.mark_sent(first.id, 5, "file")
    await storage.stems.put_all(job.id, SPECS)
    await storage.stems.put_all(job.id, [])
    now = await storage.stems.of_job(job.id)
    assert [(s.position, s.state) for s in now] == [(0, "sent"), (1, "pending")]
    assert (now[0].message_id, now[0].file_id) == (5, "file")
    assert now[1] == second
    assert (second.label, second.url, second.filename, second.size) == (
        "Instrumental",
        "https://mvsep.com/r/2.mp3",
        "A - B (Instrumental).mp3",
        None,
    )


async def test_addresses_are_sealed(storage: Storage) -> None:
    job = await queue(storage, await link(storage))
    await storage.stems.put_all(job.id, SPECS)
    async with storage.database.engine.connect() as conn:
        urls = (await conn.execute(text("SELECT url FROM stems"))).scalars().all()
    assert not any("mvsep.com" in url for url in urls)
    assert "mvsep.com" not in repr(await storage.stems.of_job(job.id))


async def test_only_the_owner_of_the_job_begins_a_send(storage: Storage) -> None:
    await queue(storage, await link(storage))
    lost = await claim_one(storage, "frozen", lease=-1)
    await storage.stems.put_all(lost.id, SPECS)
    [stem, _] = await storage.stems.of_job(lost.id)
    assert await storage.stems.mark_sending(stem.id, lost)
    owned = await claim_one(storage, "other")
    assert not await storage.stems.mark_sending(stem.id, lost)
    assert await storage.stems.mark_sending(stem.id, owned)
    [stem, _] = await storage.stems.of_job(lost.id)
    assert (stem.state, stem.attempts) == ("sending", 2)


async def test_what_arrived_stays_sent(storage: Storage) -> None:
    await queue(storage, await link(storage))
    job = await claim_one(storage)
    await storage.stems.put_all(job.id, SPECS)
    [first, second] = await storage.stems.of_job(job.id)
    await storage.stems.mark_sent(first.id, 5, None)
    await storage.stems.mark_failed(first.id, "late")
    await storage.stems.mark_failed(second.id, "too large")
    assert not await storage.stems.mark_sending(first.id, job)
    [first, second] = await storage.stems.of_job(job.id)
    assert (first.state, first.reason) == ("sent", None)
    assert (second.state, second.reason) == ("failed", "too large")


async def test_stems_go_with_their_job(storage: Storage) -> None:
    await queue(storage, await link(storage))
    job = await claim_one(storage)
    await storage.stems.put_all(job.id, SPECS)
    await storage.jobs.move(job, JobState.DONE)
    assert await storage.jobs.purge(await storage.now() - 60) == 0
    assert await storage.jobs.purge(await storage.now() + 60) == 1
    assert await storage.stems.of_job(job.id) == []
