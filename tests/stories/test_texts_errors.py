"""Each error code of the document: what happened, what was done about it, what to do now."""

import pytest

from tests.stories.texts import forward_reviews, link_texts, order, result_of
from tests.world import World


async def test_1001_and_on_with_a_new_key(world: World) -> None:
    """The old key is revoked between choosing and Start; the texts wait for the new one."""
    account = await link_texts(world, world.ada)
    card = await forward_reviews(world.ada)
    await world.ada.presses("calc-sentiment", on=card)
    world.city.neuro_semantic.fail_next(1001)
    await world.ada.presses("order-start", on=card)
    await world.ada.reads("reading-failed-secret")
    await world.ada.presses("button-retry", on=card)
    await world.ada.reads("neuro-link-first")
    again = await link_texts(world, world.ada)
    await world.ada.presses("button-retry", on=card)
    await result_of(world.ada, after=card)
    assert (account.balance, again.balance) == (100.0, 98.0)


async def test_1001_while_the_result_is_awaited(world: World) -> None:
    account = await link_texts(world, world.ada)
    world.city.neuro_semantic.hold()
    card = await forward_reviews(world.ada)
    await order(world.ada, "calc-sentiment", on=card)
    await world.ada.reads("reading-waiting")
    world.city.neuro_semantic.revoke(account.secret)
    told = await world.ada.reads("reading-failed-secret-later")
    assert world.ada.t.plain("button-retry") not in told.labels, "it was paid for already"
    world.city.neuro_semantic.release()


@pytest.mark.parametrize(
    ("code", "told"),
    [(2001, "reading-failed-invalid"), (2100, "reading-failed-balance")],
)
async def test_a_refusal_costs_nothing_and_may_be_tried_again(
    world: World, code: int, told: str
) -> None:
    account = await link_texts(world, world.ada)
    card = await forward_reviews(world.ada)
    world.city.neuro_semantic.fail_next(code)
    await order(world.ada, "calc-sentiment", on=card)
    await world.ada.reads(told)
    assert account.balance == 100.0
    await world.ada.presses("button-retry", on=card)
    await result_of(world.ada, after=card)
    assert account.balance == 98.0


async def test_a_code_nobody_knows_is_passed_on(world: World) -> None:
    await link_texts(world, world.ada)
    card = await forward_reviews(world.ada)
    world.city.neuro_semantic.fail_next(3007)
    await order(world.ada, "calc-sentiment", on=card)
    await world.ada.reads("neuro-says", message="Ошибка")


@pytest.mark.parametrize(
    ("code", "told"), [(2, "neuro-down"), (1001, "neuro-refused-later"), (2001, "neuro-invalid")]
)
async def test_a_refused_look_is_explained(world: World, code: int, told: str) -> None:
    await link_texts(world, world.ada)
    card = await forward_reviews(world.ada)
    world.city.neuro_semantic.fail_next(code, "history/get")
    await world.ada.presses("past-open", on=card)
    await world.ada.reads(told)


async def test_2_while_the_result_is_awaited_costs_only_time(world: World) -> None:
    account = await link_texts(world, world.ada)
    card = await forward_reviews(world.ada)
    for _ in range(2):
        world.city.neuro_semantic.fail_next(2, "transaction/get")
    await order(world.ada, "calc-sentiment", on=card)
    await result_of(world.ada, after=card)
    assert account.balance == 98.0
