"""Stopping what is being read at every stage, and what never comes to an end by itself."""

import pytest

from tests.stories.texts import forward_reviews, link_texts, order, result_of
from tests.world import World

PARALLEL = 4  # requests of one account at once


async def test_stopped_before_anything_went_out(world: World) -> None:
    account = await link_texts(world, world.ada, balance=50.0)
    world.city.neuro_semantic.hold()
    card = await forward_reviews(world.ada)
    for _ in range(PARALLEL + 1):
        said = await world.ada.says("/analyze")
        card = await world.ada.reads("basket-ask", after=said)
        status = await order(world.ada, "calc-sentiment", on=card)
    await world.ada.reads("reading-queued")
    await world.until(lambda: len(world.city.neuro_semantic.creates) == PARALLEL)
    await world.ada.presses("button-cancel", on=status)
    await world.ada.reads("cancelled-texts-free")
    world.city.neuro_semantic.release()
    await world.ada.reads("reading-done")
    assert len(world.city.neuro_semantic.creates) == PARALLEL
    assert account.balance == 42.0


async def test_stopped_while_the_service_works_on_it(world: World) -> None:
    account = await link_texts(world, world.ada)
    world.city.neuro_semantic.hold_running()
    card = await forward_reviews(world.ada)
    status = await order(world.ada, "calc-sentiment", on=card)
    await world.ada.reads("reading-running")
    await world.ada.presses("button-cancel", on=status)
    told = await world.ada.reads("cancelled-texts-running")
    assert account.balance == 98.0
    world.city.neuro_semantic.release()
    (made,) = world.city.neuro_semantic.creates
    await world.until(lambda: made.done)
    await world.ada.presses("past-open", on=told)
    await world.ada.presses_label("Mood", on=told)
    await result_of(world.ada, after=card)


async def test_stopped_while_a_lost_answer_is_looked_for(world: World) -> None:
    await link_texts(world, world.ada)
    world.city.neuro_semantic.fail_next(2)
    world.city.neuro_semantic.faults.add("500", match="history/get", times=60)
    card = await forward_reviews(world.ada)
    status = await order(world.ada, "calc-sentiment", on=card)
    await world.ada.reads("reading-checking")
    await world.ada.presses("button-cancel", on=status)
    world.city.neuro_semantic.faults.clear()
    told = await world.ada.reads("cancelled-texts-unknown")
    assert world.ada.t.plain("button-retry") not in told.labels
    assert world.city.neuro_semantic.creates == []


async def test_left_alone_when_nobody_knows(world: World) -> None:
    await link_texts(world, world.ada)
    world.city.neuro_semantic.fail_next(2)
    card = await forward_reviews(world.ada)
    status = await order(world.ada, "calc-sentiment", on=card)
    await world.ada.reads("reading-unclear")
    await world.ada.presses("button-forget", on=status)
    await world.ada.reads("cancelled-texts-unknown")


async def test_a_second_press_finds_it_over(world: World) -> None:
    await link_texts(world, world.ada)
    world.city.neuro_semantic.hold()
    card = await forward_reviews(world.ada)
    status = await order(world.ada, "calc-sentiment", on=card)
    await world.ada.reads("reading-waiting")
    _, cancel = await world.ada.finds_button(world.ada.t.plain("button-cancel"), status)
    for _ in range(2):
        await world.ada.room.tap(status, by=world.ada.person, data=cancel.data)
    await world.ada.reads("cancelled-texts-running")
    world.city.neuro_semantic.release()


async def test_the_list_of_jobs_stops_them_too(world: World) -> None:
    await link_texts(world, world.ada)
    world.city.neuro_semantic.hold()
    card = await forward_reviews(world.ada)
    await order(world.ada, "calc-sentiment", on=card)
    await world.ada.reads("reading-waiting")
    said = await world.ada.says("/cancel")
    told = await world.ada.reads("cancel-nothing", after=said)
    assert "/jobs" in told.text
    said = await world.ada.says("/jobs")
    listed = await world.ada.reads("jobs-title", after=said)
    assert "Mood" in listed.text
    await world.ada.presses("jobs-cancel", on=listed, title="Mood")
    await world.ada.reads("cancelled-texts-running")
    world.city.neuro_semantic.release()


async def test_what_nobody_knows_is_listed_as_such(world: World) -> None:
    await link_texts(world, world.ada)
    world.city.neuro_semantic.fail_next(2)
    card = await forward_reviews(world.ada)
    await order(world.ada, "calc-sentiment", on=card)
    await world.ada.reads("reading-unclear")
    said = await world.ada.says("/jobs")
    listed = await world.ada.reads("reading-unclear", after=said)
    await world.ada.presses("jobs-cancel", on=listed, title="Mood")
    await world.ada.reads("cancelled-texts-unknown")


async def test_waiting_ends_kindly(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """The document names no state for a failed request, so a day is the limit."""
    account = await link_texts(world, world.ada)
    world.city.neuro_semantic.hold_running()
    card = await forward_reviews(world.ada)
    await order(world.ada, "calc-sentiment", on=card)
    await world.ada.reads("reading-running")
    monkeypatch.setattr("bot.features.analyze.running.poller.SLOW_AFTER", 0.0)
    await world.ada.reads("reading-slow")
    monkeypatch.setattr("bot.features.analyze.running.poller.TOO_SLOW", 0.0)
    (made,) = world.city.neuro_semantic.creates
    told = await world.ada.reads("reading-failed-slow", id=str(made.id))
    assert world.ada.t.plain("button-retry") not in told.labels, "a press would pay again"
    world.city.neuro_semantic.release()
    await world.until(lambda: made.done)
    await world.ada.presses("past-open", on=told)
    await world.ada.presses_label("Mood", on=told)
    await result_of(world.ada, after=told)
    assert account.balance == 98.0


async def test_a_service_that_is_silent_for_a_day_is_given_up(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    await link_texts(world, world.ada)
    world.city.neuro_semantic.hold()
    card = await forward_reviews(world.ada)
    await order(world.ada, "calc-sentiment", on=card)
    await world.ada.reads("reading-waiting")
    world.city.neuro_semantic.faults.add("500", match="transaction/get", times=10_000)
    await world.ada.reads("reading-retrying")
    monkeypatch.setattr("bot.features.analyze.running.poller.TOO_SLOW", 0.0)
    await world.ada.reads("reading-failed-slow")
    world.city.neuro_semantic.release()


async def test_an_undocumented_end_is_taken_for_one(world: World) -> None:
    await link_texts(world, world.ada)
    world.city.neuro_semantic.hold()
    card = await forward_reviews(world.ada)
    await order(world.ada, "calc-sentiment", on=card)
    await world.ada.reads("reading-waiting")
    (made,) = world.city.neuro_semantic.creates
    made.status, made.completed = 40, world.city.neuro_semantic.world.now()
    told = await world.ada.reads("reading-failed-ended", id=str(made.id), code=40)
    assert world.ada.t.plain("button-retry") not in told.labels
    world.city.neuro_semantic.release()


async def test_a_request_the_service_forgot(world: World) -> None:
    await link_texts(world, world.ada)
    world.city.neuro_semantic.hold()
    card = await forward_reviews(world.ada)
    await order(world.ada, "calc-sentiment", on=card)
    await world.ada.reads("reading-waiting")
    (made,) = world.city.neuro_semantic.creates
    world.city.neuro_semantic.forget(made.id)
    await world.ada.reads("reading-failed-gone", id=str(made.id))
    world.city.neuro_semantic.release()
