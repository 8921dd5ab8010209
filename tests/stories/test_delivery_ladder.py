"""How stems get into the chat: albums, known files, uploads, and what is offered for big ones."""

import io
import random
import time
import zipfile
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from bot.features.separate.choosing.goals import Goal, Way
from bot.sandbox.mvsep.sound import produce
from bot.sandbox.telegram.wire.limits import Limits
from bot.sandbox.telegram.world import Message
from tests.waits import shorten_waits
from tests.world import MakeSong, World, digests, files_of, open_world

SMALL = 100_000  # bytes Telegram takes in these worlds
LINK = "https://songs.example.com/Paper%20Boats.mp3"
UPLOADS = {"sendAudio", "sendMediaGroup"}
COUNTED = UPLOADS | {"sendMessage", "editMessageText"}  # against Telegram's limits
OpenSmall = Callable[..., AbstractAsyncContextManager[World]]


@pytest.fixture
def small(
    tmp_path: Path,
    sqlite_url: str,
    songs: MakeSong,
    log: io.StringIO,
    monkeypatch: pytest.MonkeyPatch,
) -> OpenSmall:
    """Worlds in which Telegram takes little, so that big files need not be big."""
    shorten_waits(monkeypatch)
    for name in ("CLOUD_UPLOAD", "LOCAL_UPLOAD"):
        monkeypatch.setattr(f"bot.features.separate.separation_job.{name}", SMALL)
        monkeypatch.setattr(f"bot.composition.build.{name}", SMALL)
    limits = Limits(upload=SMALL + 20_000)  # the fields of a request count as well
    return partial(open_world, tmp_path, songs, log, database_url=sqlite_url, limits=limits)


def make_stems(monkeypatch: pytest.MonkeyPatch, sizes: Sequence[int], suffix: str) -> None:
    """The service makes these files of any song."""

    def made(work: produce.Work) -> produce.Made:
        noise = random.Random(7)  # noqa: S311
        files = []
        for number, size in enumerate(sizes):
            path = work.place(f"stem-{number}", suffix)
            path.write_bytes(noise.randbytes(size))
            files.append((f"stem-{number}", path))
        return produce.Made(files)

    monkeypatch.setattr(produce, "_stems", made)


async def made_files(world: World, number: int = 1) -> list[Path]:
    return [path for _, path in (await world.job(number)).files]


async def test_six_stems_arrive_as_one_album_in_order(world: World) -> None:
    await world.link(world.ada)
    card = await world.ada.sends_song(world.song())
    await world.ada.orders("goal-stems")
    job = await world.job()
    stems = await world.ada.receives(len(job.entry.stems), after=card)
    assert digests(files_of(stems)) == digests(await made_files(world))
    [album] = world.telegram.calls("sendMediaGroup")
    assert album.status == 200
    assert world.telegram.calls("sendAudio") == []
    assert len({stem.group_id for stem in stems}) == 1
    assert all(stem.title and stem.performer and stem.duration for stem in stems)


async def test_the_same_link_once_more_is_there_at_once_and_costs_nothing(world: World) -> None:
    world.mvsep.remote_files[LINK] = world.song()
    account = await world.link(world.ada, premium=True)
    sent = await world.ada.says(LINK)
    await world.ada.gets_card(after=sent)
    await world.ada.orders()
    first = await world.ada.receives(2, after=sent)
    spent = account.credits
    again = await world.ada.says(LINK)
    await world.ada.gets_card(after=again)
    await world.ada.orders()
    await world.ada.reads("done-known", after=again)
    second = world.ada.stems_after(again)
    assert [one.file for one in second] == [one.file for one in first], "Telegram's own files"
    assert (len(world.mvsep.creates), account.credits) == (1, spent)

    await world.ada.presses("after-again")
    await world.ada.presses("order-start")
    await world.job(2)
    await world.ada.receives(2, after=second[-1])


async def test_a_known_file_that_telegram_lost_is_told_and_made_anew(world: World) -> None:
    world.mvsep.remote_files[LINK] = world.song()
    await world.link(world.ada)
    sent = await world.ada.says(LINK)
    await world.ada.gets_card(after=sent)
    await world.ada.orders()
    await world.ada.receives(2, after=sent)
    world.telegram.state.world.media.clear()
    again = await world.ada.says(LINK)
    await world.ada.gets_card(after=again)
    await world.ada.orders()
    await world.ada.reads("failed-known", after=again)
    world.telegram.violations.clear()  # nobody can know beforehand that Telegram forgot
    await world.ada.presses("button-retry")
    await world.job(2)
    await world.ada.receives(2, after=again)


async def test_what_is_too_big_is_offered_smaller_in_parts_and_by_link(
    small: OpenSmall, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_stems(monkeypatch, [250_000, 40_000], "wav")
    async with small() as world:
        await world.link(world.ada)
        card = await world.ada.sends_song(world.song())
        await world.ada.presses("goal-vocals")
        await world.ada.presses("order-format-button", format="")
        await world.ada.presses_label(world.ada.t.plain("format-wav"))
        await world.ada.presses("order-start")
        offer = await world.ada.reads("big-title", after=card)
        [sent] = await world.ada.receives(1, after=card)
        big, fits = await made_files(world)
        assert digests(files_of([sent])) == digests([fits])
        links = [button.url for row in offer.buttons for button in row if button.url]
        assert links == [f"{world.mvsep.url}/storage/processed/{big.name}"]

        await world.ada.presses("big-in-parts", on=offer, stem="Stem 0", n=3)
        parts = await world.ada.receives(3, after=offer)
        assert [str(one.filename)[-8:] for one in parts] == [".zip.001", ".zip.002", ".zip.003"]
        whole = b"".join(path.read_bytes() for path in files_of(parts))
        with zipfile.ZipFile(BytesIO(whole)) as archive:
            [name] = archive.namelist()
            assert archive.read(name) == big.read_bytes()

        await world.ada.presses("big-in-format", on=offer, format="MP3")
        await world.ada.reads("order-format", after=offer)
        assert len(world.mvsep.creates) == 1, "nothing is ordered before Start"


async def test_a_local_server_takes_what_the_cloud_does_not(
    small: OpenSmall, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_stems(monkeypatch, [250_000, 40_000], "flac")
    monkeypatch.setattr("bot.features.separate.separation_job.LOCAL_UPLOAD", 20 * SMALL)
    async with small(local=True, limits=Limits(download=None, upload=20 * SMALL)) as world:
        await world.link(world.ada)
        card = await world.ada.sends_song(world.song())
        await world.ada.orders()
        stems = await world.ada.receives(2, after=card)
        assert digests(files_of(stems)) == digests(await made_files(world))


@pytest.fixture
def flooded(small: OpenSmall, monkeypatch: pytest.MonkeyPatch) -> OpenSmall:
    """Such worlds under flood control, in which people are as fast as machines."""
    haste = 6.0  # every second of the real figures is a sixth of one here
    monkeypatch.setattr("bot.chat.outgoing.rate_limiter.BURST", (3, 3.0 / haste))
    for module in (
        "bot.chat.outgoing.status_messages",
        "bot.features.separate.running.submission",
    ):
        monkeypatch.setattr(f"{module}.PRIVATE_PAUSE", 3.0 / haste)

    @asynccontextmanager
    async def opened() -> AsyncIterator[World]:
        async with small(flood=True) as world:
            world.telegram.flood.clock = lambda: time.monotonic() * haste
            yield world

    return opened


async def test_ten_big_stems_arrive_under_flood_control_without_a_storm(
    flooded: OpenSmall, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_stems(monkeypatch, [90_000] * 10, "mp3")
    async with flooded() as world:
        await world.link(world.ada)
        card = await world.ada.sends_song(world.song())
        await world.ada.orders()
        stems = await world.ada.receives(10, after=card)
        assert digests(files_of(stems)) == digests(await made_files(world))
        assert len(world.telegram.calls("sendAudio")) == 10, "no upload was for nothing"
        _refusals_were_obeyed(world)


async def test_albums_under_flood_control_are_uploaded_once(
    flooded: OpenSmall, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_stems(monkeypatch, [30_000] * 9, "mp3")
    async with flooded() as world:
        await world.link(world.ada)
        card = await world.ada.sends_song(world.song())
        await world.ada.orders()
        stems = await world.ada.receives(9, after=card)
        assert digests(files_of(stems)) == digests(await made_files(world))
        assert [one.status for one in world.telegram.calls("sendMediaGroup")] == [200] * 3
        _refusals_were_obeyed(world)


def _refusals_were_obeyed(world: World) -> None:
    """After a refusal nothing more sets out before its time; an upload may have been on its way."""
    counted = [one for one in world.telegram.requests if one.method in COUNTED]
    refused = [one for one in counted if one.status == 429]
    assert {one.method for one in refused} <= {"sendMessage", "editMessageText"}
    for refusal in refused:
        wait = int(str(refusal.description).rpartition(" ")[2])
        hasty = [one for one in counted if refusal.at < one.at < refusal.at + wait]
        assert len(hasty) <= 1, hasty
        assert all(one.method in UPLOADS for one in hasty), hasty
    assert len(refused) * 2 <= len(counted), "each was answered by waiting"


@pytest.mark.parametrize(("kind", "kinds"), [("text", ("txt", "srt")), ("midi", ("mid",))])
async def test_results_that_are_no_sound_come_as_files(
    world: World, kind: str, kinds: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    await world.link(world.ada, premium=True)
    entry = _entry_of(world, kind)
    monkeypatch.setattr("bot.features.separate.choosing.goals.GOALS", _only(entry.render_id))
    card = await world.ada.sends_song(world.song())
    await world.ada.presses("goal-vocals")
    await world.ada.presses("order-start")
    files = await world.ada.receives(len(kinds), after=card)
    assert [str(one.filename).rpartition(".")[2] for one in files] == list(kinds)
    assert [one.kind for one in files] == ["document"] * len(kinds)
    assert digests(files_of(files)) == digests(await made_files(world))
    for one in files:
        _shows_its_beginning(one)


def _entry_of(world: World, kind: str) -> Any:
    catalogue = world.mvsep.world.catalogue
    return next(entry for entry in catalogue if entry.kind == kind)


def _only(render_id: int) -> Any:
    return (Goal("vocals", (Way(render_id),), "the story wants it"),)


def _shows_its_beginning(message: Message) -> None:
    assert message.file
    if message.file.name.endswith(("txt", "srt")):
        words = message.file.path.read_text(encoding="utf-8").split("\n")[0]
        assert message.text.startswith(words)


@pytest.mark.parametrize(
    ("kind", "match", "about"),
    [
        ("429", "sendMediaGroup", {"seconds": 1}),
        ("502", "sendMediaGroup", {}),
        ("reset", "sendMediaGroup", {}),
        ("truncated", "/storage/processed/", {}),
        ("500", "/storage/processed/", {"times": 2}),
    ],
)
async def test_an_album_gets_through_whatever_goes_wrong(
    world: World, kind: str, match: str, about: dict[str, Any]
) -> None:
    service = world.telegram if match.startswith("send") else world.mvsep
    service.faults.add(kind, match, **about)
    await world.link(world.ada)
    card = await world.ada.sends_song(world.song())
    await world.ada.orders("goal-stems")
    job = await world.job()
    stems = await world.ada.receives(len(job.entry.stems), after=card)
    assert service.faults.hits
    assert digests(files_of(stems)) == digests(await made_files(world))


async def test_an_album_whose_answer_was_lost_is_sent_once_more(world: World) -> None:
    world.telegram.faults.add("reset", "sendMediaGroup", after_effect=True)
    await world.link(world.ada)
    card = await world.ada.sends_song(world.song())
    await world.ada.orders("goal-stems")
    count = len((await world.job()).entry.stems)
    await world.ada.reads("done-title", n=count)
    stems = world.ada.stems_after(card)
    assert digests(files_of(stems)) == digests(await made_files(world)) * 2


async def test_a_nasty_title_becomes_a_decent_name(world: World) -> None:
    await world.link(world.ada)
    title = '../../He said "no; \u202e🎵 Лодки' + "x" * 300
    card = await world.ada.sends_song(world.song(), title=title, performer="")
    await world.ada.orders()
    vocals, _ = await world.ada.receives(2, after=card)
    assert str(vocals.filename).startswith("He said no Лодки")
    assert str(vocals.filename).endswith(" (Vocals).mp3")
