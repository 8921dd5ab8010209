"""Several songs or several algorithms at once, the written-out command, and what is said before Start."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.sandbox.song import ARTIST, TITLE
from tests.waits import shorten_waits
from tests.world import MakeSong, Somebody, World, kept_log, open_world

MIB = 1024 * 1024


async def forwards(somebody: Somebody, song: Path, titles: list[str]) -> Any:
    """Several songs within a moment, each as a message of its own."""
    about = {"mime": "audio/mpeg", "duration": 2}
    sent = [
        await somebody.sends("audio", song, title=title, filename=f"{title}.mp3", **about)
        for title in titles
    ]
    return sent[0]


async def test_three_songs_of_which_one_does_not_work(world: World) -> None:
    await world.link(world.ada)
    first = await forwards(world.ada, world.song(), ["one", "two", "three"])
    card = await world.ada.reads("songs-title", after=first, n=3)
    world.mvsep.fail_next("The sound is broken")
    await world.ada.presses("goal-vocals", on=card)
    order = await world.ada.reads("gate-one-by-one")
    assert order is card
    await world.ada.presses("order-start", on=card)
    await world.ada.reads("batch-title", done=2, all=3)
    failed = await world.ada.reads("service-says", message="The sound is broken")
    assert failed is not card
    assert len(world.ada.stems_after(first)) == 4

    await world.ada.presses("button-retry", on=failed)
    await world.ada.reads("batch-title", done=3, all=3)
    assert len(world.ada.stems_after(first)) == 6
    assert len(world.mvsep.creates) == 4


async def test_a_song_that_comes_while_a_menu_is_open_gets_a_card_of_its_own(world: World) -> None:
    await world.link(world.ada)
    menu = await world.ada.sends_song(world.song())
    await world.ada.presses("goal-more", on=menu)
    second = await world.ada.sends("audio", world.song(), title="two", filename="two.mp3")
    card = await world.ada.gets_card(after=second)
    assert card is not menu
    assert world.ada.t.plain("search-button") in menu.labels, "the open menu stays"
    await world.ada.presses("sort-p", on=menu)
    await world.ada.presses_label("BS Roformer (", on=menu)
    await world.ada.reads("order-for", song=TITLE)


async def test_a_batch_can_be_stopped_as_a_whole(world: World) -> None:
    await world.link(world.ada)
    first = await forwards(world.ada, world.song(), ["one", "two"])
    card = await world.ada.reads("songs-title", after=first, n=2)
    world.mvsep.hold()
    await world.ada.presses("goal-vocals", on=card)
    await world.ada.presses("order-start", on=card)
    await world.job()
    await world.ada.presses("batch-cancel", on=card)
    await world.ada.reads("batch-title", done=0, all=2)
    await world.ada.room.wait(
        lambda one: one is card and one.text.count(world.ada.t.plain("batch-cancelled")) == 2
    )
    assert len(world.mvsep.creates) == 1
    world.mvsep.release()


async def test_more_songs_than_a_batch_holds_make_a_second_one(world: World) -> None:
    await world.link(world.ada)
    addresses = " ".join(f"https://a.example.com/s{number}.mp3" for number in range(23))
    sent = await world.ada.says(addresses)
    await world.ada.reads("songs-title", after=sent, n=20)
    await world.ada.reads("songs-title", after=sent, n=3)


async def test_links_and_files_make_one_batch(world: World) -> None:
    await world.link(world.ada)
    url = "https://a.example.com/link.mp3"
    world.mvsep.remote_files[url] = world.song()
    sent = await world.ada.says(f"please: {url} and")
    await world.ada.gets_card(after=sent)
    await forwards(world.ada, world.song(), ["file"])
    card = await world.ada.reads("songs-title", after=sent, n=2)
    await world.ada.presses("goal-vocals", on=card)
    await world.ada.presses("order-start", on=card)
    await world.ada.reads("batch-title", done=2, all=2)
    assert len(world.ada.stems_after(sent)) == 4


async def test_two_algorithms_on_one_song(world: World) -> None:
    await world.link(world.ada)
    card = await world.ada.sends_song(world.song())
    await world.ada.presses("goal-vocals", on=card)
    await world.ada.presses("order-compare", on=card)
    await world.ada.presses("sort-p", on=card)
    await world.ada.presses_label("MelBand Roformer", on=card)
    await world.ada.reads("order-beside", name="BS Roformer (vocals, instrumental)")
    await world.ada.presses("order-start", on=card)
    await world.ada.reads("batch-title", done=2, all=2)
    titles = {stem.attributes["title"] for stem in world.ada.stems_after(card)}
    assert f"{TITLE} - MelBand Roformer (Vocals)" in titles
    names = sorted(stem.filename or "" for stem in world.ada.stems_after(card))
    assert names == [
        f"{ARTIST} - {TITLE} - BS Roformer (Instrumental).mp3",
        f"{ARTIST} - {TITLE} - BS Roformer (Vocals).mp3",
        f"{ARTIST} - {TITLE} - MelBand Roformer (Other).mp3",
        f"{ARTIST} - {TITLE} - MelBand Roformer (Vocals).mp3",
    ]
    assert sorted(job.sep_type for job in world.mvsep.creates) == [40, 48]


async def test_the_written_out_command(world: World) -> None:
    await world.link(world.ada)
    song = await world.ada.sends("audio", world.song(), title=TITLE, filename="a.mp3", duration=2)
    asked = await world.ada.says("/separate 40 format=flac add_opt1=85", reply_to=song)
    order = await world.ada.reads("order-for", after=asked)
    await world.ada.presses("order-start", on=order)
    await world.ada.receives(2, after=asked)
    job = await world.job()
    assert (job.sep_type, job.output_format, job.options["add_opt1"]) == (40, 2, "85")


@pytest.mark.parametrize(
    ("words", "answer", "known"),
    [
        ("4000", "command-algorithm", {"number": "4000"}),
        ("40 format=ogg", "command-format", {"given": "ogg"}),
        ("40 ogg", "command-word", {"given": "ogg"}),
        ("40 add_opt9=1", "command-option", {"given": "add_opt9"}),
        ("40 add_opt2=3", "command-value", {"given": "3", "allowed": "2, 8"}),
    ],
)
async def test_a_command_with_a_mistake_says_which(
    world: World, words: str, answer: str, known: dict[str, str]
) -> None:
    await world.link(world.ada)
    group = world.telegram.group("Band", [world.ada.person])
    asked = await world.ada.says(f"/separate {words} https://a.example.com/x.mp3")
    await world.ada.reads(answer, after=asked, **known)
    ada = world.ada.in_room(group)
    asked = await ada.says(f"/separate {words} https://a.example.com/x.mp3")
    await ada.reads(answer, after=asked, **known)


async def test_the_written_out_command_in_a_group(world: World) -> None:
    await world.link(world.ada)
    ada = world.ada.in_room(world.telegram.group("Band", [world.ada.person]))
    song = await ada.sends("audio", world.song(), title=TITLE, filename="a.mp3", duration=2)
    asked = await ada.says("/separate 48 format=m4a", reply_to=song)
    order = await ada.reads("order-for", after=asked)
    await ada.presses("order-start", on=order)
    await ada.receives(2, after=asked)
    assert (await world.job()).output_format == 3


async def test_a_premium_algorithm_has_no_start_on_the_free_plan(world: World) -> None:
    await world.link(world.ada)
    card = await world.ada.sends_song(world.song())
    await world.ada.presses("goal-more", on=card)
    await world.ada.presses("search-button", on=card)
    sent = await world.ada.says("28")
    found = await world.ada.reads("list-title-s", after=sent)
    await world.ada.presses_label("Ensemble", on=found)
    await world.ada.reads("gate-premium")
    assert world.ada.t.plain("order-start") not in found.labels

    await world.ada.presses("order-compare", on=found)
    await world.ada.presses("sort-p", on=found)
    await world.ada.presses_label("BS Roformer (", on=found)
    await world.ada.reads("gate-premium")
    assert world.ada.t.plain("order-start") not in found.labels


async def test_a_premium_format_has_no_start_on_the_free_plan(world: World) -> None:
    await world.link(world.ada)
    card = await world.ada.sends_song(world.song())
    await world.ada.presses("goal-vocals", on=card)
    await world.ada.presses("order-format-button", format="", on=card)
    await world.ada.presses_label(world.ada.t.plain("format-flac24"), on=card)
    await world.ada.reads("gate-format")
    assert world.ada.t.plain("order-start") not in card.labels
    await world.ada.presses("order-format-button", format="", on=card)
    await world.ada.presses_label(world.ada.t.plain("format-flac"), on=card)
    assert card.labels[0] == world.ada.t.plain("order-start")


async def test_too_few_credits_are_told_before_the_upload(world: World) -> None:
    account = await world.link(world.ada, premium=True)
    account.credits = 3
    card = await world.ada.sends_song(world.song(), duration=400)
    await world.ada.presses("goal-vocals", on=card)
    await world.ada.reads("gate-credits", price=6, have=3)
    assert world.ada.t.plain("order-start") not in card.labels
    assert world.mvsep.creates == []


@pytest.fixture
async def local_world(
    tmp_path: Path, sqlite_url: str, songs: MakeSong, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[World]:
    """With a Bot API server of one's own, which gives bots files of any size."""
    shorten_waits(monkeypatch)
    with kept_log() as log:
        async with open_world(tmp_path, songs, log, database_url=sqlite_url, local=True) as world:
            yield world


async def test_a_file_too_big_for_the_plan_is_told_before_the_upload(local_world: World) -> None:
    world = local_world
    await world.link(world.ada)
    card = await world.ada.sends_song(world.song(), size=101 * MIB)
    await world.ada.presses("goal-vocals", on=card)
    await world.ada.reads("gate-size", limit=100)
    assert world.ada.t.plain("order-start") not in card.labels
    assert world.mvsep.creates == []
