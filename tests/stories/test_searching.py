"""From a song to the right algorithm: search, lists, favourites, what was used, and what has gone."""

import pytest

from bot.sandbox.song import TITLE
from tests.world import Somebody, World

BS_ROFORMER, MEL_BAND = 40, 48
ANOTHER = {"filename": "b.wav", "mime": "audio/wav"}


async def looks_for(somebody: Somebody, query: str) -> None:
    await somebody.presses("search-button")
    await somebody.reads("search-ask")
    sent = await somebody.says(query)
    await somebody.reads("list-title-s", after=sent, query=query)


async def test_a_song_becomes_stems_in_two_taps(world: World) -> None:
    await world.link(world.ada)
    card = await world.ada.sends_song(world.song())
    before = len(world.telegram.calls("answerCallbackQuery"))
    await world.ada.presses("goal-vocals", on=card)
    await world.ada.presses("order-start", on=card)
    await world.ada.receives(2, after=card)
    assert len(world.telegram.calls("answerCallbackQuery")) - before == 2


async def test_the_same_again_takes_two_taps(world: World) -> None:
    await world.link(world.ada)
    card = await world.ada.sends_song(world.song())
    await world.ada.presses("goal-drums", on=card)
    await world.ada.presses("order-format-button", format="", on=card)
    await world.ada.presses_label(world.ada.t.plain("format-flac"), on=card)
    await world.ada.presses("order-start", on=card)
    await world.ada.receives(2, after=card)

    again = await world.ada.sends_song(world.song(".wav"), **ANOTHER)
    label = world.ada.t.plain("card-same", name="MVSep Drums", format="FLAC 16 bit")
    assert again.labels[0] == label
    before = len(world.telegram.calls("answerCallbackQuery"))
    await world.ada.presses_label(label, on=again)
    await world.ada.presses("order-start", on=again)
    await world.ada.receives(2, after=again)
    assert len(world.telegram.calls("answerCallbackQuery")) - before == 2
    first, second = world.mvsep.creates
    assert (first.sep_type, first.options, first.output_format) == (
        second.sep_type,
        second.options,
        second.output_format,
    )


@pytest.mark.parametrize(
    ("language", "query", "name"),
    [
        ("en", "saxophne", "MVSep Saxophone"),
        ("ru", "барабны", "MVSep Drums"),
        ("es", "guitarra acustica", "MVSep Acoustic Guitar"),
        ("uz", "gitara", "MVSep Guitar"),
    ],
)
async def test_typing_finds_it_in_spite_of_a_typo(
    world: World, language: str, query: str, name: str
) -> None:
    mira = world.somebody("Mira", language)
    await world.link(mira)
    await mira.sends_song(world.song())
    await mira.presses("goal-more")
    await looks_for(mira, query)
    await mira.presses_label(name)
    order = await mira.reads("order-for", song=TITLE)
    assert name in order.text
    await mira.presses("button-back", on=order)
    await mira.reads("list-title-s", query=query)


async def test_what_is_not_found_can_be_looked_for_again(world: World) -> None:
    await world.link(world.ada)
    await world.ada.sends_song(world.song())
    await world.ada.presses("goal-more")
    await world.ada.presses("search-button")
    sent = await world.ada.says("qzxwvk")
    nothing = await world.ada.reads("list-empty-s", after=sent, query="qzxwvk")
    await world.ada.presses("search-again", on=nothing)
    sent = await world.ada.says("40")
    await world.ada.reads("list-title-s", after=sent)
    await world.ada.presses_label("BS Roformer")
    await world.ada.reads("order-for", name="BS Roformer (vocals, instrumental)")


async def test_a_song_sent_while_words_are_awaited_is_a_new_song(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.features.separate.ordering.incoming_songs.GATHERING", 0.0)
    await world.link(world.ada)
    first = await world.ada.sends_song(world.song())
    await world.ada.presses("goal-more")
    await world.ada.presses("search-button")
    await world.ada.reads("search-ask")
    second = await world.ada.sends_song(world.song(".wav"), **ANOTHER)
    assert second is not first


async def test_favourites_and_what_was_used_lately(world: World) -> None:
    await world.link(world.ada)
    card = await world.ada.sends_song(world.song())
    await world.ada.presses("goal-more", on=card)
    await world.ada.presses("sort-f", on=card)
    await world.ada.reads("list-empty-f")
    await world.ada.presses("button-back", on=card)
    await world.ada.presses("sort-h", on=card)
    await world.ada.reads("list-empty-h")
    await world.ada.presses("button-back", on=card)
    await world.ada.presses("sort-p", on=card)
    await world.ada.presses_label("MelBand Roformer", on=card)
    await world.ada.presses("order-star", on=card)
    await world.ada.finds_button(world.ada.t.plain("order-unstar"), card)
    await world.ada.presses("order-start", on=card)
    await world.ada.receives(2, after=card)

    again = await world.ada.sends_song(world.song())
    for kind in ("sort-f", "sort-h"):
        await world.ada.presses("goal-more", on=again)
        await world.ada.presses(kind, on=again)
        assert again.labels[0].startswith("MelBand Roformer")
        await world.ada.presses("button-back", on=again)
        await world.ada.presses("button-back", on=again)


async def test_an_algorithm_leaves_the_catalogue_under_an_open_list(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    await world.link(world.ada)
    card = await world.ada.sends_song(world.song())
    await world.ada.presses("goal-more", on=card)
    await world.ada.presses("sort-p", on=card)
    _, button = await world.ada.finds_button("MelBand Roformer", card)
    await forgets_the_catalogue(world, monkeypatch, MEL_BAND)
    await world.ada.presses_label(button.label, on=card)
    await world.ada.reads("order-gone")
    await world.ada.presses("button-back", on=card)
    await world.ada.presses("button-back", on=card)
    await world.ada.presses("goal-vocals", on=card)
    await world.ada.reads("order-goal")


async def test_a_goal_takes_the_next_way_when_the_first_is_gone(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    await world.link(world.ada)
    card = await world.ada.sends_song(world.song())
    await forgets_the_catalogue(world, monkeypatch, BS_ROFORMER)
    await world.ada.presses("goal-vocals", on=card)
    await world.ada.presses("order-start", on=card)
    await world.ada.receives(2, after=card)
    assert (await world.job()).sep_type == MEL_BAND


async def test_choosing_goes_on_while_the_service_is_down(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.features.separate.ordering.incoming_songs.GATHERING", 0.0)
    await world.link(world.ada)
    await world.ada.sends_song(world.song())
    world.mvsep.down()
    card = await world.ada.sends_song(world.song(".wav"), **ANOTHER)
    await world.ada.presses("goal-more", on=card)
    await world.ada.presses("sort-p", on=card)
    await world.ada.presses_label("MelBand Roformer", on=card)
    await world.ada.reads("order-for", name="MelBand Roformer (vocals, instrumental)")
    world.mvsep.up()
    await world.ada.presses("order-start", on=card)
    await world.ada.receives(2, after=card)


async def forgets_the_catalogue(
    world: World, monkeypatch: pytest.MonkeyPatch, sep_type: int
) -> None:
    """The algorithm vanishes, and the bot knows it from its next look at the catalogue on."""
    world.mvsep.remove_algorithm(sep_type)
    monkeypatch.setattr("bot.features.catalogue.catalogue.FRESH_FOR", -1.0)
    await world.restart()


async def test_in_a_group_a_reply_answers_what_was_asked(world: World) -> None:
    await world.link(world.ada)
    band = world.telegram.group("Band", [world.ada.person, world.ben.person])
    ada, ben = world.ada.in_room(band), world.ben.in_room(band)
    song = await ada.sends("audio", world.song(), filename="a.mp3", duration=2)
    await ada.says("/separate", reply_to=song)
    menu = await ada.gets_card(after=song)
    await ada.presses("goal-more", on=menu)
    await ada.presses("search-button", on=menu)
    asked = await ada.reads("answer-by-reply")
    await ben.says("drums", reply_to=asked)
    await ada.says("guitar", reply_to=asked)
    found = await ada.reads("list-title-s", query="guitar")
    assert "MVSep Guitar (guitar, other)" in found.labels
    assert not [each for each in band.answers if "drums" in each.text]
