"""What is too long goes out in parts: one result, whatever becomes of single parts, and nothing paid twice."""

from bot.sandbox.telegram.world import Message
from tests.stories.texts import REVIEWS, link_texts, result_of
from tests.world import PATIENCE, Somebody, World

TEXTS = [f"{REVIEWS[at % 4]} {at:02}" for at in range(40)]


async def refused_as_too_long(world: World) -> Message:
    """Forty texts that the service refuses; returns the message with the offer."""
    await link_texts(world, world.ada)
    world.city.neuro_semantic.switches.longest_total = 1500
    content = "\n\n".join(TEXTS).encode()
    await world.ada.room.send_document(content, filename="all.txt")
    await world.ada.presses("way-paragraphs", n=40, amount="40")
    await world.ada.presses("calc-sentiment")
    await world.ada.presses("order-start")
    told = await world.ada.reads("reading-too-long", n=2)
    world.city.neuro_semantic.switches.longest_total = 10_000
    return told


async def start_parts(somebody: Somebody, offer: Message) -> None:
    await somebody.presses("reading-in-parts", on=offer, n=2)
    await somebody.reads("order-parts", n=2)
    await somebody.presses("order-start", on=offer)


def paid_texts(world: World) -> list[str]:
    return [text for made in world.city.neuro_semantic.creates for text in made.texts]


async def test_a_failed_last_part_does_not_take_the_others_with_it(world: World) -> None:
    offer = await refused_as_too_long(world)
    world.city.neuro_semantic.hold()
    await start_parts(world.ada, offer)
    await world.until(lambda: len(world.city.neuro_semantic.creates) == 2)
    (last,) = [each for each in world.city.neuro_semantic.creates if TEXTS[-1] in each.texts]
    world.city.neuro_semantic.forget(last.id)
    world.city.neuro_semantic.release()
    await world.ada.reads("reading-failed-gone", id=str(last.id))
    result = await result_of(world.ada, after=offer)
    read = len(TEXTS) - len(last.texts)
    assert f"Of {read}:" in result.text


async def test_a_stopped_last_part_leaves_the_rest_to_be_delivered(world: World) -> None:
    offer = await refused_as_too_long(world)
    world.city.neuro_semantic.hold()
    await start_parts(world.ada, offer)
    await world.until(lambda: len(world.city.neuro_semantic.creates) == 2)
    second = world.ada.t.plain("reading-part", part=2, parts=2)
    status = await world.ada.room.wait_text(second, 20.0)
    await world.ada.presses("button-cancel", on=status)
    world.city.neuro_semantic.release()
    await result_of(world.ada, after=offer)
    await world.ada.reads("cancelled-texts-running")
    await world.ada.reads("reading-done")


async def test_a_part_that_is_refused_is_cut_alone(world: World) -> None:
    """The other part was taken and paid: its texts are not ordered again."""
    offer = await refused_as_too_long(world)
    world.city.neuro_semantic.fail_next(2200)
    await start_parts(world.ada, offer)
    again = await world.ada.room.wait(
        lambda one: "of 2" in one.text and "too long" in one.text, PATIENCE
    )
    await world.until(lambda: len(world.city.neuro_semantic.creates) == 1)
    await start_parts(world.ada, again)
    await world.until(lambda: len(paid_texts(world)) == len(TEXTS))
    await result_of(world.ada, after=again)
    assert sorted(paid_texts(world)) == sorted(TEXTS)


async def test_a_part_that_is_tried_again_completes_the_result(world: World) -> None:
    offer = await refused_as_too_long(world)
    world.city.neuro_semantic.fail_next(2100)
    await start_parts(world.ada, offer)
    failed = await world.ada.reads("reading-failed-balance")
    first = await result_of(world.ada, after=offer)
    assert "Of 40:" not in first.text
    await world.ada.presses("button-retry", on=failed)
    whole = await result_of(world.ada, after=first)
    assert "Of 40:" in whole.text
    assert sorted(paid_texts(world)) == sorted(TEXTS)
