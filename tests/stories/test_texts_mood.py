"""From forwarded messages to a picture of their mood, and what people do with it."""

import csv
import io
import json

import pytest
from openpyxl import load_workbook

from bot.features.analyze.results.chart_drawing import WIDTH
from bot.jobs.engine import MAX_ATTEMPTS
from tests.stories.texts import REVIEWS, content_of, forward_reviews, link_texts, result_of
from tests.world import World

PNG = b"\x89PNG"


async def test_the_mood_of_forwarded_texts(world: World) -> None:
    account = await link_texts(world, world.ada)
    card = await forward_reviews(world.ada)
    await world.ada.presses("calc-sentiment", on=card)
    await world.ada.reads("order-roubles-have", price="2 ₽", have="100 ₽")
    await world.ada.presses("order-start")
    result = await result_of(world.ada, after=card)

    picture = content_of(result)
    assert picture.startswith(PNG)
    assert int.from_bytes(picture[16:20], "big") == WIDTH
    assert "2 positive" in result.text
    assert account.balance == 98.0
    await world.ada.reads("reading-done")
    (made,) = world.city.neuro_semantic.creates
    assert made.texts == list(REVIEWS)


async def test_the_texts_behind_a_class(world: World) -> None:
    await link_texts(world, world.ada)
    card = await forward_reviews(world.ada)
    await world.ada.presses("calc-sentiment", on=card)
    await world.ada.presses("order-start")
    await result_of(world.ada, after=card)
    await world.ada.presses("result-texts")
    await world.ada.reads("classes-title")
    await world.ada.presses_label(world.ada.t.plain("mood-very-bad"))
    await world.ada.reads("class-text", n=1, text=REVIEWS[2])


async def test_a_result_as_files(world: World) -> None:
    await link_texts(world, world.ada)
    card = await forward_reviews(world.ada)
    await world.ada.presses("calc-sentiment", on=card)
    await world.ada.presses("order-start")
    result = await result_of(world.ada, after=card)
    files = {}
    for label, form in (("Excel", "xlsx"), ("CSV", "csv"), ("JSON", "json")):
        await world.ada.presses_label(label, on=result)
        files[form] = content_of(world.ada.last)

    sheet = load_workbook(io.BytesIO(files["xlsx"])).worksheets[-1]
    assert {row[1].value for row in sheet.iter_rows(min_row=2)} == set(REVIEWS)
    rows = list(csv.reader(io.StringIO(files["csv"].decode("utf-8-sig"))))
    assert {row[1]: row[2] for row in rows[1:]}[REVIEWS[1]] == "Anna"
    told = json.loads(files["json"])
    assert told["service"][0]["result_data"]["entities"]
    assert len(told["sources"]) == len(REVIEWS)


async def test_texts_wait_for_the_account(world: World) -> None:
    await forward_reviews(world.ada)
    await world.ada.reads("basket-link-first")
    await link_texts(world, world.ada)
    await world.ada.presses("calc-sentiment")
    await world.ada.presses("order-start")
    await world.ada.reads("reading-done")
    assert len(world.city.neuro_semantic.creates) == 1


async def test_without_enough_money_there_is_no_start(world: World) -> None:
    await link_texts(world, world.ada, balance=1.0)
    card = await forward_reviews(world.ada)
    await world.ada.presses("calc-sentiment", on=card)
    told = await world.ada.reads("order-too-dear", price="2 ₽", have="1 ₽")
    assert world.ada.t.plain("order-start") not in told.labels


async def test_a_lost_answer_is_found_again_and_paid_once(world: World) -> None:
    account = await link_texts(world, world.ada)
    card = await forward_reviews(world.ada)
    world.city.neuro_semantic.fail_next(2, after_effect=True)
    await world.ada.presses("calc-sentiment", on=card)
    await world.ada.presses("order-start")
    await result_of(world.ada, after=card)
    assert len(world.city.neuro_semantic.creates) == 1
    assert account.balance == 98.0


async def test_what_cannot_be_found_is_left_to_the_person(world: World) -> None:
    account = await link_texts(world, world.ada)
    card = await forward_reviews(world.ada)
    world.city.neuro_semantic.fail_next(2)
    await world.ada.presses("calc-sentiment", on=card)
    await world.ada.presses("order-start")
    await world.ada.reads("reading-unclear")
    assert account.balance == 100.0
    await world.ada.presses("button-retry")
    await result_of(world.ada, after=card)
    assert account.balance == 98.0


async def test_a_restart_while_waiting(world: World) -> None:
    await link_texts(world, world.ada)
    card = await forward_reviews(world.ada)
    world.city.neuro_semantic.hold()
    await world.ada.presses("calc-sentiment", on=card)
    await world.ada.presses("order-start")
    await world.ada.reads("reading-waiting")
    await world.restart()
    world.city.neuro_semantic.release()
    await result_of(world.ada, after=card)
    assert len(world.city.neuro_semantic.creates) == 1


async def test_short_words_are_not_taken_for_texts(world: World) -> None:
    said = await world.ada.says("hello there")
    await world.ada.reads("unknown-text", after=said)


async def test_a_result_outlasts_a_telegram_that_is_away(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.chat.outgoing.sender.PATIENCE", 0)
    await link_texts(world, world.ada)
    card = await forward_reviews(world.ada)
    world.telegram.faults.add("502", "sendPhoto", times=3 * MAX_ATTEMPTS)
    await world.ada.presses("calc-sentiment", on=card)
    await world.ada.presses("order-start")
    result = await result_of(world.ada, after=card)
    assert content_of(result).startswith(PNG)
    assert len(world.city.neuro_semantic.creates) == 1
