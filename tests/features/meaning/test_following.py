"""Where a song's words go on: as one job, however often the step before it is taken."""

from types import SimpleNamespace
from typing import Any, cast

from pydantic import SecretStr

from bot.chat.display.translator import translator
from bot.features.analyze import ANALYSIS
from bot.features.link import NEURO_SEMANTIC
from bot.features.meaning import Meaning
from bot.features.meaning.song_plan import MOST_VERSES
from bot.features.separate import SEPARATION
from bot.files.reader import FileReader
from bot.sandbox.song import LYRICS
from storage import Job, JobState, Place, Storage

ADA = 7
EN = translator("en")
WORDS = "\n".join(LYRICS)


def meaning_of(storage: Storage) -> Meaning:
    around = SimpleNamespace(reader=FileReader())
    menu = cast(Any, SimpleNamespace(storage=storage, around=around))
    nobody = cast(Any, None)
    return Meaning(menu, nobody, nobody, nobody)


async def song_of(storage: Storage) -> Job:
    await storage.users.seen(ADA, "en")
    mvsep = await storage.credentials.link(ADA, "mvsep", SecretStr("a"), label="", capacity=1)
    request = {"song": {"kind": "file", "title": "Paper Boats"}, "then": {"theme": None}}
    job = await storage.jobs.create(SEPARATION, ADA, Place(ADA), mvsep, request)
    assert job is not None
    return job


async def analyses(storage: Storage) -> list[Job]:
    jobs = await storage.jobs.of_user(ADA, list(JobState))
    return [job for job in jobs if job.kind == ANALYSIS]


async def link(storage: Storage) -> None:
    await storage.credentials.link(ADA, NEURO_SEMANTIC, SecretStr("b"), label="", capacity=4)


async def test_a_step_taken_twice_begins_one_job(storage: Storage) -> None:
    meaning, job = meaning_of(storage), await song_of(storage)
    await link(storage)
    draft = await meaning.open(job, 42)
    for _ in range(2):
        assert await meaning.follow(job, draft, WORDS, EN) is None
    (made,) = await analyses(storage)
    assert made.draft_id == draft
    kept = await storage.drafts.get(draft)
    assert kept is not None
    assert kept.card_id == 42


async def test_no_more_verses_than_were_paid_for(storage: Storage) -> None:
    meaning, job = meaning_of(storage), await song_of(storage)
    await link(storage)
    draft = await meaning.open(job, None)
    await meaning.follow(job, draft, "\n".join(LYRICS * 9), EN)
    (made,) = await analyses(storage)
    wish = made.request["wish"]
    assert wish["count"] == MOST_VERSES
    texts = [each.text async for each in storage.baskets.texts(wish["basket"])]
    assert "\n".join(texts).split("\n") == list(LYRICS * 9)


async def test_without_an_account_it_waits_and_goes_on(storage: Storage) -> None:
    meaning, job = meaning_of(storage), await song_of(storage)
    draft = await meaning.open(job, None)
    said = await meaning.follow(job, draft, WORDS, EN)
    assert said is not None
    assert EN.html("meaning-words-wait") in said.text
    assert await analyses(storage) == []
    await link(storage)
    assert await meaning.follow(job, draft, WORDS, EN) is None
    assert len(await analyses(storage)) == 1
