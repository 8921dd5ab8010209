"""Unique secrets go in wherever one can; afterwards they are nowhere to be found."""

import json
import tempfile
from pathlib import Path

import pytest

from tests.world import World

PASSWORD = "zebra-password-9f81c2"
NEW_PASSWORD = "zebra-new-password-77ab"
OTHER_BOT = "987654321:AAFzebra_other_zebra_zebra_zebra_zeb"
LOGIN = "zebra-login-31c7"
FERNET = "zebraFERNETzebraFERNETzebraFERNETzebraFERNE="
GROUP_KEY = "zebra4zebra5zebra6zebra7zebra8"
PLANTED = (PASSWORD, NEW_PASSWORD, OTHER_BOT, LOGIN, FERNET, GROUP_KEY)


async def sign_in(world: World, password: str) -> None:
    await world.ada.says("/link")
    await world.ada.presses("link-sign-in")
    await world.ada.says(world.mvsep.accounts[0].email)
    await world.ada.reads("login-password")
    await world.ada.says(password)


async def plant(world: World) -> None:
    """Every way in: asked for and unasked, in private and in a group, right, wrong and while things fail."""
    account = world.mvsep.account(name="Ada", premium=True)
    account.password = PASSWORD
    world.mvsep.down()
    said = await world.ada.says(account.token)
    await world.ada.reads("link-service-down", after=said)
    world.mvsep.up()
    await sign_in(world, NEW_PASSWORD)
    await world.ada.reads("login-refused")
    await sign_in(world, PASSWORD)
    await world.ada.reads("link-done")
    for text in (OTHER_BOT, FERNET, f"https://ada:{LOGIN}@songs.example.com/a.mp3"):
        said = await world.ada.says(text)
        await world.ada.reads("secret-deleted", after=said)


async def register(world: World) -> None:
    await world.ben.says("/link")
    await world.ben.presses("link-register")
    await world.ben.says("Ben")
    await world.ben.reads("register-email")
    await world.ben.says("ben@example.org")
    await world.ben.reads("register-password")
    await world.ben.says(NEW_PASSWORD)
    await world.ben.reads("register-done")


async def link_the_other_service(world: World) -> str:
    neuro = world.city.neuro_semantic.account()
    await world.ben.says("/link")
    await world.ben.presses("link-neuro-semantic")
    await world.ben.reads("neuro-ask")
    await world.ben.says(neuro.secret)
    await world.ben.reads("neuro-done")
    return neuro.secret


async def in_a_group(world: World) -> None:
    group = world.telegram.group("Band", [world.ben.person])
    group.add_bot(admin=True)
    ben = world.ben.in_room(group)
    for text in (f"/separate {GROUP_KEY}", f"look: {GROUP_KEY}", f"/jobs {OTHER_BOT}"):
        said = await ben.says(text)
        await ben.reads("secret-deleted", after=said)


async def separate(world: World) -> None:
    """A song with a fault at every corner, then deleting everything."""
    for match in ("separation/create", "separation/get", "app/user"):
        world.mvsep.faults.add(kind="502", match=match, times=1)
    await world.ada.sends_song(world.song())
    await world.ada.orders()
    await world.ada.reads("done-keep")
    said = await world.ada.says("/exportmydata")
    await world.ada.reads("export-caption", after=said)
    said = await world.ada.says("/account")
    await world.ada.reads("account-title", after=said)


async def test_nothing_planted_is_found_anywhere(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    await plant(world)
    await register(world)
    neuro = await link_the_other_service(world)
    await in_a_group(world)
    await separate(world)
    secrets = [
        *PLANTED,
        neuro,
        world.telegram.token,
        world.settings.secret_key.get_secret_value(),
        *(one.token for one in world.mvsep.accounts),
        *(job.any_hash for job in world.mvsep.creates),
    ]
    places = {
        "the log": world.log.getvalue().encode(),
        "the database": on_disk(tmp_path),
        "what the bot said": said_by_bot(world),
        "temporary files": b"".join(map(read, files_in(temporary))),
    }
    assert len(places["the database"]) > 10_000
    assert len(secrets) > 10
    found = [
        (where, number)
        for where, content in places.items()
        for number, secret in enumerate(secrets)
        if secret.encode() in content
    ]
    assert found == []


def on_disk(folder: Path) -> bytes:
    """The database as it lies there, its log and all."""
    return b"".join(read(path) for path in folder.rglob("stemgram.sqlite3*"))


def said_by_bot(world: World) -> bytes:
    """Texts, captions, buttons and popups, also those that were edited or refused."""
    texts = json.dumps([call.params for call in world.telegram.requests], default=str)
    files = [
        read(one.file.path)
        for somebody in (world.ada, world.ben)
        for one in somebody.room.answers
        if one.file and one.filename and one.filename.endswith(".json")
    ]
    return texts.encode() + b"".join(files)


def files_in(folder: Path) -> list[Path]:
    """What the bot left there; the stand-ins keep theirs in folders."""
    return [path for path in folder.iterdir() if path.is_file()]


def read(path: Path) -> bytes:
    return path.read_bytes()
