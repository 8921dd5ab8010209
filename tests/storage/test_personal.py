"""Everything about one person: exported whole, erased without a trace."""

import json
import re
from pathlib import Path

from sqlalchemy import select

from storage import KINDS, Arrived, JobState, Limits, Place, StemSpec, Storage
from storage import tables as tables_module
from storage.people.personal_data import PERSONAL
from storage.tables import SEALED, metadata, tokens
from tests.storage.factories import HERE, claim_one, link

ADA, BEN = 7_301_550_001, 7_301_550_002
NOT_PERSONAL = {"meta", "catalogue", "tokens", "invites", "bans", "paces", "budgets"}
SONG, FILE_ID = "Zebra Crossing Blues", "BQACzebraFILEid"


async def live(storage: Storage, user_id: int) -> None:
    """Leave a row in every table a person can leave one in."""
    await storage.users.seen(user_id, "en")
    await storage.access.allow(user_id)
    await storage.spending.set_limits(user_id, Limits(monthly=5))
    credential = await link(storage, user_id)
    await storage.expectations.put(user_id, Place(user_id), "email", {"email": SONG}, 60)
    await storage.drafts.create(user_id, HERE, {"title": SONG}, {})
    job = await storage.jobs.create("separation", user_id, HERE, credential, {"song": SONG})
    assert job is not None
    await storage.spending.note(user_id, job.id, 3, shared=False)
    await storage.stems.put_all(job.id, [StemSpec(0, "Vocals", "https://x/y", SONG, 5)])
    [stem] = await storage.stems.of_job(job.id)
    await storage.stems.mark_sent(stem.id, 9, FILE_ID)
    base = user_id * 10
    group = {"update_id": base, "message": {"from": {"id": user_id}, "text": SONG}}
    private = {"update_id": base + 1, "message": {"from": {"id": user_id}, "text": SONG}}
    await storage.inbox.store(
        [
            Arrived(base, HERE.chat_id, json.dumps(group)),
            Arrived(base + 1, user_id, json.dumps(private)),
        ]
    )


async def everything(storage: Storage) -> str:
    """The whole database as text, with everything that is sealed opened."""
    found: list[str] = []
    async with storage.database.engine.connect() as conn:
        for table in metadata.sorted_tables:
            for row in await conn.execute(select(table)):
                for name, value in row._mapping.items():
                    hidden = name in SEALED.get(table, ()) and value
                    shown = storage.database.vault.open(value) if hidden else value
                    found.append(f"{table.name}.{name}={shown!r}")
    return "\n".join(found)


def on_disk(folder: Path) -> bytes:
    """The bytes of a SQLite database, its log included."""
    return b"".join(path.read_bytes() for path in folder.glob("stemgram.sqlite3*"))


def test_every_table_with_personal_rows_is_known() -> None:
    assert set(metadata.tables) == KINDS | NOT_PERSONAL


def test_every_sealed_column_is_known_to_whoever_changes_keys() -> None:
    folder = Path(tables_module.__path__[0])
    source = "\n".join(path.read_text() for path in folder.glob("*.py"))
    told = re.findall(r'^(\w+) = Table\(|Column\("(\w+)".*# sealed', source, re.MULTILINE)
    table, found = "", set()
    for name, column in told:
        table = name or table
        found |= {(table, column)} if column else set()
    known = {(table.name, name) for table, names in SEALED.items() for name in names}
    assert known - found == {("meta", "value")}
    assert found <= known


async def test_erasing_leaves_no_trace_and_nobody_else_is_touched(storage: Storage) -> None:
    await live(storage, ADA)
    await live(storage, BEN)
    before = await everything(storage)
    assert str(ADA) in before
    await storage.access.ban(ADA)

    await storage.personal.erase(ADA)
    left = await everything(storage)
    assert str(ADA) not in left
    assert len(re.findall(str(BEN), left)) == len(re.findall(str(BEN), before))
    await storage.personal.erase(BEN)
    left = await everything(storage)
    assert str(BEN) not in left
    assert SONG not in left
    assert FILE_ID not in left
    assert "tokens." not in left
    assert await storage.access.standing(ADA) == "banned"


async def test_erasing_somebody_gives_their_slot_to_the_next(storage: Storage) -> None:
    await live(storage, ADA)
    await live(storage, BEN)
    holder = await claim_one(storage)
    assert holder.user_id == ADA
    await storage.personal.erase(ADA)
    assert await storage.jobs.move(holder, JobState.FAILED) is None
    assert (await claim_one(storage)).user_id == BEN
    async with storage.database.engine.connect() as conn:
        assert (await conn.execute(select(tokens.c.used))).scalar_one() == 1


async def test_the_file_itself_forgets(storage: Storage, tmp_path: Path) -> None:
    await live(storage, ADA)
    await storage.personal.erase(ADA)
    stored = on_disk(tmp_path)
    assert FILE_ID.encode() not in stored
    assert bool(stored) == storage.database.is_sqlite


async def test_an_export_has_every_row_opened_but_no_key(storage: Storage) -> None:
    await live(storage, ADA)
    await live(storage, BEN)
    rows = [(kind, row) async for kind, row in storage.personal.export(ADA)]
    told = {kind for kind, _ in rows}
    unused = {"erasures", "favourites", "presets", "ratings", "quiet_hours", "known_files"}
    unused |= {"baskets", "basket_texts", "analyses", "picture_looks"}
    assert told == KINDS - unused
    text = json.dumps(rows)
    assert SONG in text
    assert "token-of-the-tests" not in text
    assert "https://x/y" not in text
    assert str(BEN) not in text
    assert "gAAAA" not in text, "something is still sealed"
    [credential] = [row for kind, row in rows if kind == "credentials"]
    assert credential["last4"] == "1234"


async def test_an_export_pages_through_many_rows(storage: Storage) -> None:
    await storage.users.seen(ADA, "en")
    for number in range(205):
        await storage.drafts.create(ADA, HERE, {"n": number}, {})
    rows = [row async for kind, row in storage.personal.export(ADA) if kind == "drafts"]
    assert [row["source"]["n"] for row in rows] == list(range(205))


async def test_an_erasure_waits_for_running_jobs_but_not_for_ever(storage: Storage) -> None:
    await live(storage, ADA)
    [job_id] = await storage.personal.ask_erasure(ADA, "en")
    assert await storage.personal.erasures(60.0) == []
    [impatient] = await storage.personal.erasures(-1.0)
    assert (impatient.user_id, impatient.language) == (ADA, "en")
    claimed = await claim_one(storage)
    assert (claimed.id, claimed.cancel_requested) == (job_id, True)
    await storage.jobs.move(claimed, JobState.CANCELLED)
    [ready] = await storage.personal.erasures(60.0)
    assert ready.user_id == ADA
    await storage.personal.erase(ADA)
    assert await storage.personal.erasures(-1.0) == []


def test_children_go_before_their_parents() -> None:
    order = list(PERSONAL)
    assert order.index("stems") < order.index("jobs") < order.index("credentials")
