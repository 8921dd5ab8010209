"""The two other ways to run the bot: by webhook, and with a Bot API server of one's own."""

import io
import struct
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.sandbox.mvsep.world import WebhookStyle
from tests.waits import shorten_waits
from tests.world import MakeSong, World, digests, files_of, open_world

MIB = 1024 * 1024


@pytest.fixture
async def local_world(
    tmp_path: Path,
    sqlite_url: str,
    songs: MakeSong,
    log: io.StringIO,
    monkeypatch: pytest.MonkeyPatch,
) -> AsyncIterator[World]:
    """With a Bot API server that was started with `--local`."""
    shorten_waits(monkeypatch)
    about = {"database_url": sqlite_url, "local": True}
    async with open_world(tmp_path, songs, log, **about) as world:
        yield world


async def test_by_webhook_from_start_to_stems(world: World, port: int) -> None:
    await world.stop()
    address = f"127.0.0.1:{port}"
    changed = {"public_url": f"http://{address}", "listen": address}
    world.settings = world.settings.model_copy(update=changed)
    await world.start()
    await world.telegram.until(lambda: bool(world.telegram.calls("setWebhook")))
    told = world.telegram.calls("setWebhook")[-1].at

    await world.ada.says("/start")
    await world.ada.reads("start-hello")
    await world.link(world.ada)
    card = await world.ada.sends_song(world.song())
    await world.ada.orders()
    await world.ada.receives(2, after=card)
    polls = world.telegram.calls("getUpdates")  # the last one of the stopped bot may end late
    assert [poll for poll in polls if poll.arrived > told] == []
    assert world.telegram.pending == []


@pytest.mark.parametrize("style", ["json", "empty", "get"])
async def test_the_service_tells_of_the_end(
    world: World, port: int, monkeypatch: pytest.MonkeyPatch, style: WebhookStyle
) -> None:
    """Nobody would ask for a long time, and yet the stems come."""
    await world.stop()
    monkeypatch.setattr("bot.features.separate.running.poll_schedule.SOONEST", 3000.0)
    monkeypatch.setattr("storage.jobs.polls.CALM", 0.0)
    world.mvsep.world.switches.webhook_style = style
    address = f"127.0.0.1:{port}"
    changed = {"public_url": f"http://{address}", "listen": address}
    world.settings = world.settings.model_copy(update=changed)
    await world.start()
    await world.link(world.ada)
    card = await world.ada.sends_song(world.song())
    await world.ada.orders()
    await world.ada.receives(2, after=card)
    assert world.mvsep.world.lost_webhooks == []


async def test_with_an_own_server_a_big_file_is_read_from_its_disk(
    local_world: World, tmp_path: Path
) -> None:
    world, ada = local_world, local_world.ada
    song = swollen(world.song(".wav"), tmp_path / "big.wav", 25 * MIB)
    await world.link(ada)
    sent = await ada.sends("document", song, filename="Long take.wav", mime="audio/x-wav")
    await ada.gets_card(after=sent)
    await ada.orders()

    stems = await ada.receives(2, after=sent)
    job = await world.job()
    assert digests(job.inputs) == digests([song])
    assert digests(files_of(stems)) == digests([path for _, path in job.files])
    assert len(world.telegram.calls("getFile")) == 1


def swollen(wav: Path, into: Path, size: int) -> Path:
    """The same sound in a file of `size` bytes: a RIFF file may hold chunks to be skipped."""
    content = wav.read_bytes()
    filler = size - len(content) - 8
    body = content[8:] + b"JUNK" + struct.pack("<I", filler) + bytes(filler)
    into.write_bytes(b"RIFF" + struct.pack("<I", len(body)) + body)
    return into
