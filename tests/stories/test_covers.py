"""The picture of a song comes back on its stems."""

import pytest

from bot.sandbox.telegram.world import Message
from tests.world import World

COVER = b"\xff\xd8\xff\xe0" + b"a small picture" * 300
MANY = "goal-stems"


def pictures(stems: list[Message]) -> list[bytes | None]:
    return [
        one.media.thumbnail.path.read_bytes() if one.media and one.media.thumbnail else None
        for one in stems
    ]


@pytest.mark.parametrize(("goal", "count"), [("goal-vocals", 2), (MANY, 7)])
async def test_stems_wear_the_cover_of_their_song(world: World, goal: str, count: int) -> None:
    await world.link(world.ada)
    card = await world.ada.sends_song(world.song(), cover=COVER)
    await world.ada.orders(goal)
    stems = await world.ada.receives(count, after=card)
    assert pictures(stems) == [COVER] * count


async def test_a_song_without_a_cover_gives_stems_without(world: World) -> None:
    await world.link(world.ada)
    card = await world.ada.sends_song(world.song())
    await world.ada.orders()
    assert pictures(await world.ada.receives(2, after=card)) == [None, None]
    assert len([one for one in world.telegram.requests if one.method == "getFile"]) == 1


@pytest.mark.parametrize(
    "cover", [b"no picture at all", COVER + bytes(200_000), b""], ids=["other", "huge", "empty"]
)
async def test_a_cover_telegram_would_refuse_is_left_out(world: World, cover: bytes) -> None:
    await world.link(world.ada)
    card = await world.ada.sends_song(world.song(), cover=cover)
    await world.ada.orders()
    assert pictures(await world.ada.receives(2, after=card)) == [None, None]


@pytest.mark.parametrize("kind", ["500", "reset", "truncated"])
async def test_a_cover_that_cannot_be_read_does_not_hold_up_the_stems(
    world: World, kind: str
) -> None:
    await world.link(world.ada)
    card = await world.ada.sends_song(world.song(), cover=COVER)
    world.telegram.faults.add(kind, "GET /file/.*thumbnails/", times=100)
    await world.ada.orders()
    assert pictures(await world.ada.receives(2, after=card)) == [None, None]
    assert world.telegram.faults.hits
