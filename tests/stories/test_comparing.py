"""Several algorithms on one song: one too many goes again, and none runs without its text."""

from tests.world import Somebody, World

ROFORMER, MELBAND = "BS Roformer (vocals, instrumental)", "MelBand Roformer"


async def beside(ada: Somebody, label: str) -> None:
    await ada.presses("order-compare")
    await ada.presses("sort-p")
    await ada.turns_to(label)


async def test_one_of_several_is_taken_out_again(world: World) -> None:
    ada = world.ada
    await world.link(ada)
    card = await ada.sends_song(world.song())
    await ada.presses("goal-vocals", on=card)
    assert ada.t.plain("order-compared") not in card.labels, "there is nothing to take out"
    await beside(ada, MELBAND)
    await ada.reads("order-beside", name=ROFORMER)

    await ada.presses("order-compared", on=card)
    await ada.reads("compare-list")
    first = next(label for label in card.labels if ROFORMER in label)
    await ada.presses_label(first, on=card)
    order = await ada.reads("order-for")
    assert ROFORMER not in order.text
    await ada.presses("order-start", on=card)
    await ada.receives(2, after=card)
    assert [job.sep_type for job in world.mvsep.creates] == [48]


async def test_the_one_chosen_last_can_go_too(world: World) -> None:
    ada = world.ada
    await world.link(ada)
    card = await ada.sends_song(world.song())
    await ada.presses("goal-vocals", on=card)
    await beside(ada, MELBAND)
    await ada.presses("order-compared", on=card)
    last = next(label for label in card.labels if MELBAND in label)
    await ada.presses_label(last, on=card)
    await ada.reads("order-for", name=ROFORMER)
    assert ada.t.plain("order-compared") not in card.labels


async def test_who_needs_a_text_stands_beside_nobody_without_it(world: World) -> None:
    ada = world.ada
    await world.link(ada)
    asked = await ada.says("/create")
    await ada.reads("create-ask", after=asked)
    await ada.presses_label("Bark")
    order = await ada.reads("gate-text", name="Bark (Speech Gen)", field="Text prompt")
    await ada.presses("order-compare", on=order)
    await ada.reads("gate-text", after=order)
    assert ada.t.plain("search-button") not in order.labels, "nothing else is chosen yet"
