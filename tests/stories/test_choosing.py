"""Choosing what to do with a song, and that exactly this reaches MVSEP."""

import pytest

from bot.sandbox.song import ARTIST, TITLE
from tests.world import Somebody, World

BS_ROFORMER = 40
BS_ROFORMER_WITH_FULLNESS = "171"  # the only model with a third option


async def chooses(somebody: Somebody, world: World, render_id: int) -> None:
    """Go to an algorithm as people do: through its group, turning pages where need be."""
    catalogue = world.mvsep.world.catalogue
    entry = catalogue.active(str(render_id))
    assert entry
    await somebody.presses("goal-more")
    await somebody.turns_to(catalogue.groups[str(entry.group)])
    await somebody.turns_to(entry.name[:40])
    await somebody.reads("order-for", name=entry.name, song=TITLE)


def order_of(world: World) -> dict[str, str]:
    """The fields of the only create, without the key."""
    (create,) = [seen for seen in world.mvsep.requests if seen.path.endswith("/create")]
    return {name: value for name, value in create.params.items() if name != "api_token"}


@pytest.mark.parametrize("render_id", [BS_ROFORMER, 20, 48, 63])
async def test_an_algorithm_is_reached_through_groups_and_pages(
    world: World, render_id: int
) -> None:
    await world.link(world.ada)
    card = await world.ada.sends_song(world.song())
    await chooses(world.ada, world, render_id)
    await world.ada.presses("order-start")
    job = await world.job()
    await world.ada.receives(len(job.entry.stems), after=card)
    assert job.sep_type == render_id


async def test_pages_turn_both_ways_and_back_leads_to_the_goals(world: World) -> None:
    await world.link(world.ada)
    card = await world.ada.sends_song(world.song())
    goals = card.labels
    await world.ada.presses("goal-more")
    first = card.labels
    await world.ada.presses("page-next")
    assert card.labels != first
    await world.ada.presses("page-previous")
    assert card.labels == first
    await world.ada.presses("button-back")
    assert card.labels == goals


async def test_mvsep_gets_the_visible_options_by_their_real_keys(world: World) -> None:
    await world.link(world.ada)
    card = await world.ada.sends_song(world.song())
    await chooses(world.ada, world, BS_ROFORMER)
    await world.ada.presses("order-options")
    assert len(card.labels) == 3, "two options and the way back"

    entry = world.mvsep.world.catalogue.active(str(BS_ROFORMER))
    assert entry
    await world.ada.presses_label(entry.fields[0].text)
    await world.ada.turns_to(entry.fields[0].options[BS_ROFORMER_WITH_FULLNESS][:40])
    await world.ada.presses("order-options")
    await world.ada.presses_label(entry.fields[2].text)
    await world.ada.presses_label(entry.fields[2].options["1"])
    await world.ada.presses("order-start")

    await world.job()
    assert order_of(world) == {
        "sep_type": str(BS_ROFORMER),
        "add_opt1": BS_ROFORMER_WITH_FULLNESS,
        "add_opt2": entry.fields[1].default,
        "add_opt3": "1",
        "output_format": "0",
    }


async def test_an_option_that_no_longer_applies_is_not_sent(world: World) -> None:
    await world.link(world.ada)
    await world.ada.sends_song(world.song())
    await chooses(world.ada, world, BS_ROFORMER)
    await world.ada.presses("order-start")
    await world.job()
    assert order_of(world) == {
        "sep_type": str(BS_ROFORMER),
        "add_opt1": "81",
        "add_opt2": "2",
        "output_format": "0",
    }


@pytest.mark.parametrize(
    ("format_name", "number", "kind", "ending"),
    [
        ("mp3", 0, "audio", "mp3"),
        ("wav", 1, "document", "wav"),
        ("flac", 2, "document", "flac"),
        ("m4a", 3, "audio", "m4a"),
    ],
)
async def test_the_format_decides_how_stems_arrive(
    world: World, format_name: str, number: int, kind: str, ending: str
) -> None:
    await world.link(world.ada)
    card = await world.ada.sends_song(world.song())
    await world.ada.presses("goal-vocals")
    await world.ada.presses("order-format-button", format="")
    await world.ada.presses_label(world.ada.t.plain(f"format-{format_name}"))
    await world.ada.presses("order-start")

    vocals, _ = await world.ada.receives(2, after=card)
    assert (await world.job()).output_format == number
    assert vocals.kind == kind
    assert vocals.filename == f"{ARTIST} - {TITLE} (Vocals).{ending}"
    if kind == "audio":
        assert vocals.attributes["title"] == f"{TITLE} (Vocals)"
        assert vocals.attributes["performer"] == ARTIST


async def test_a_song_can_be_put_away(world: World) -> None:
    await world.link(world.ada)
    card = await world.ada.sends_song(world.song())
    await world.ada.presses("button-cancel", on=card)
    await world.ada.reads("card-forgotten")
    assert card.buttons == []
