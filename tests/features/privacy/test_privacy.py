"""Told, handed over, deleted."""

import json
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.chat.display.translator import LANGUAGES, translator
from bot.features.privacy.policy import TOLD, Periods, policy
from storage import KINDS, Storage, Vault, open_storage
from storage.tables import SEALED, metadata
from tests.world import Somebody, World


def test_the_policy_tells_of_everything_that_is_kept() -> None:
    assert set(TOLD) == KINDS


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_policy_fits_into_one_message(language: str) -> None:
    text = policy(translator(language), Periods(2, 14, 30, 30))
    assert len(text) < 4096


async def test_an_export_is_a_document_with_everything_but_keys(world: World) -> None:
    account = await world.link(world.ada)
    await world.link(world.ben)
    await world.ada.sends_song(world.song())
    said = await world.ada.says("/exportmydata")
    sent = await world.ada.reads("export-caption", after=said)
    assert sent.file is not None
    text = read(sent.file.path)
    found = json.loads(text)
    assert found["user_id"] == world.ada.person.id
    assert found["credentials"][0]["last4"] == account.token[-4:]
    assert found["credentials"][0]["label"] == account.email
    assert "Paper Boats" in text
    assert account.token not in text
    assert str(world.ben.person.id) not in text


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


async def erase(somebody: Somebody) -> None:
    said = await somebody.says("/deletemydata")
    await somebody.reads("erase-ask", after=said)
    await somebody.presses("erase-yes")
    await somebody.reads("erase-ask-again")
    await somebody.presses("erase-yes-again")
    await somebody.reads("erase-done", after=said)


async def everything(storage: Storage) -> str:
    found: list[str] = []
    async with storage.database.engine.connect() as conn:
        for table in metadata.sorted_tables:
            for row in await conn.execute(select(table)):
                for name, value in row._mapping.items():
                    hidden = name in SEALED.get(table, ()) and value
                    found.append(str(storage.database.vault.open(value) if hidden else value))
    return "\n".join(found)


async def test_after_two_yeses_nothing_is_left_in_the_database(world: World) -> None:
    account = await world.link(world.ada)
    await world.link(world.ben)
    await world.ada.sends_song(world.song())
    await world.ada.orders()
    await world.ada.reads("done-keep")
    await world.ada.sends_song(world.song())
    await erase(world.ada)
    await world.stop()
    storage = await open_storage(world.settings.database_url, Vault(world.settings.secret_keys))
    left = await everything(storage)
    await storage.close()
    assert str(world.ada.person.id) not in left
    assert account.email not in left
    assert account.token not in left
    assert str(world.ben.person.id) in left
    await world.start()


async def test_what_runs_is_cancelled_first(world: World) -> None:
    await world.link(world.ada)
    world.mvsep.hold()
    await world.ada.sends_song(world.song())
    await world.ada.orders()
    job = await world.job()
    await erase(world.ada)
    assert not job.active
    world.mvsep.release()


async def test_a_no_keeps_everything(world: World) -> None:
    account = await world.link(world.ada)
    await world.ada.says("/deletemydata")
    await world.ada.presses("erase-no")
    said = await world.ada.says("/account")
    await world.ada.reads("account-title", after=said, last4=account.token[-4:])


async def test_who_blocked_the_bot_long_ago_is_forgotten(world: World) -> None:
    await world.link(world.ada)
    await world.stop()
    world.settings = world.settings.model_copy(update={"keep_blocked_days": 1e-9})
    await world.start()
    world.ada.room.block()  # type: ignore[attr-defined]
    await world.until(lambda: not world.telegram.state.updates.entries)
    await world.restart()

    await world.until(lambda: "deleted" in world.log.getvalue())
    await world.stop()
    storage = await open_storage(world.settings.database_url, Vault(world.settings.secret_keys))
    left = await everything(storage)
    await storage.close()
    assert str(world.ada.person.id) not in left
    await world.start()


async def test_in_a_group_it_stays_private(world: World) -> None:
    group = world.telegram.group("Band", [world.ada.person])
    ada = world.ada.in_room(group)
    for command in ("/exportmydata", "/deletemydata"):
        said = await ada.says(command)
        await ada.reads("privacy-in-group", after=said)
