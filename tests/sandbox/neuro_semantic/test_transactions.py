"""Transactions of the stand-in: made, charged, followed, and refused by the document's codes."""

from __future__ import annotations

import re
from typing import Any

import httpx
import pytest

from bot.sandbox.neuro_semantic import NeuroSemanticSandbox
from tests.sandbox.neuro_semantic.conftest import Caller

THEME = {
    "theme_id": 7,
    "title": "Магазин",
    "descr": "",
    "user_uuid": None,
    "entities": [
        {"title": "Доставка", "associations": {"associations": ["доставка", "курьер"]}},
        {"title": "Цена", "associations": {"associations": ["цена", "дорого"]}},
    ],
}


async def test_a_transaction_waits_runs_and_is_done(
    sandbox: NeuroSemanticSandbox, caller: Caller
) -> None:
    sandbox.hold()
    sandbox.hold_running()
    made = await caller.create("sentiment", "Хорошо", "Плохо")
    assert (made["transaction_status"], made["texts_amount"]) == (10, 2)
    assert (made["result_data"], made["date_complete"], made["is_paid"]) == (None, None, True)
    sandbox.switches.queue_gate.set()
    running = await caller.until(made["transaction_id"], 20)
    assert (running["transaction_status"], running["result_data"]) == (20, None)
    sandbox.release()
    done = await caller.until(made["transaction_id"], 30)
    assert (done["texts_processed"], done["request_raw"]) == (2, "Хорошо¦Плохо")
    assert [each["title"] for each in done["result_entities"]] == [
        "Анализ тональности",
        "Не распознано",
    ]


async def test_sentiment_has_five_classes_and_the_rest(caller: Caller) -> None:
    result = await caller.result("sentiment", "Замечательно!", "Ужасно", "Стол", "42")
    told = {each["title"]: each for each in result["entities"]}
    assert len(told) == 6
    assert told["Очень позитивная"]["texts"] == ["Замечательно!"]
    assert told["Не распознано"]["texts"] == ["42"]
    assert {each["texts_percent"] for each in told.values()} == {25.0, 0.0}


async def test_classification_gives_the_theme_back_with_texts(caller: Caller) -> None:
    result = await caller.result(
        "classify", "Курьер опоздал", "Дорого!", "Привет", theme_id=7, request_data=THEME
    )
    assert (result["theme_id"], result["title"]) == (7, "Магазин")
    assert {each["title"]: each["texts"] for each in result["entities"]} == {
        "Доставка": ["Курьер опоздал"],
        "Цена": ["Дорого!"],
        "Не распознано": ["Привет"],
    }
    assert result["entities"][0]["associations"] == {"associations": ["доставка", "курьер"]}


async def test_emotional_colouring_in_both_forms(
    sandbox: NeuroSemanticSandbox, caller: Caller
) -> None:
    result = await caller.result("emcol", "Я боюсь", "Мне грустно")
    amounts = {each["title"]: each["texts_amount"] for each in result["entities"]}
    assert (amounts["Страх"], amounts["Печаль"], amounts["Радость"]) == (1, 1, 0)
    sandbox.switches.emcol_shape = "shares"
    assert (await caller.result("emcol", "Я боюсь", "Мне грустно"))["Страх"] == 50.0


@pytest.mark.parametrize("amount", [1, "1", {"phrases": 1}])
async def test_word_frequency_takes_a_number(caller: Caller, amount: Any) -> None:
    result = await caller.result("wordfreq", "кошка и кошка", "собака", request_data=amount)
    assert result == [{"phrase": "кошка", "count": 2, "texts_amount": 1}]


async def test_word_frequency_in_other_forms(
    sandbox: NeuroSemanticSandbox, caller: Caller
) -> None:
    told = {}
    for shape in ("pairs", "object", "theme"):
        sandbox.switches.wordfreq_shape = shape
        told[shape] = await caller.result("wordfreq", "кошка кошка", request_data=1)
    assert told["pairs"] == [["кошка", 2]]
    assert told["object"] == {"кошка": 2}
    assert told["theme"]["entities"] == [{"title": "кошка", "texts_amount": 2}]


async def test_each_text_is_charged_once_and_shows_in_both_histories(
    sandbox: NeuroSemanticSandbox, caller: Caller
) -> None:
    made = await caller.create("sentiment", "Раз", "Два", " ", "Три")
    assert made["transaction_price"] == 1.5
    assert (await caller.ask("user/balance"))["user_balance"] == 98.5
    out, paid_in = await caller.ask("user/balance/history")
    assert (out["value"], paid_in["value"]) == (-1.5, 100.0)
    await caller.until(made["transaction_id"], 30)
    (row,) = await caller.ask("history/get")
    assert row["transaction_id"] == made["transaction_id"]
    assert (row["texts_amount"], row["transaction_status"]) == (3, 30)
    assert re.fullmatch(r"\d{4}\.\d\d\.\d\d \d\d:\d\d:\d\d", row["date_complete"])
    assert [each.id for each in sandbox.creates] == [made["transaction_id"]]


async def test_word_frequency_costs_nothing(caller: Caller) -> None:
    made = await caller.create("wordfreq", "Раз")
    assert made["transaction_price"] == 0
    assert len(await caller.ask("user/balance/history")) == 1


GOOD = {"calc_type": "sentiment", "texts": "Раз"}


@pytest.mark.parametrize(
    "wrong",
    [
        {"calc_type": "poetry"},
        {"calc_type": ["sentiment"]},
        {"texts": None},
        {"texts": " \n "},
        {"texts": [1]},
        {"texts_splitter": 5},
        {"calc_type": "classify", "theme_id": 7},
        {"calc_type": "classify", "request_data": THEME},
        {"calc_type": "classify", "theme_id": 7, "request_data": {"entities": [{}]}},
        {"calc_type": "wordfreq", "request_data": "many"},
        {"calc_type": "wordfreq", "request_data": 0},
    ],
)
async def test_wrong_orders_are_error_2001_and_free(
    sandbox: NeuroSemanticSandbox, caller: Caller, wrong: dict[str, Any]
) -> None:
    assert await caller.code("transaction/create", **{**GOOD, **wrong}) == 2001
    assert (sandbox.creates, caller.account.balance) == ([], 100.0)


async def test_limits_and_an_empty_purse(sandbox: NeuroSemanticSandbox, caller: Caller) -> None:
    sandbox.switches.longest_text = 5
    assert await caller.code("transaction/create", **GOOD | {"texts": "Длинный"}) == 2200
    sandbox.switches.longest_total = 7
    assert await caller.code("transaction/create", **GOOD | {"texts": ["Пять5"] * 2}) == 2200
    caller.account.balance = 0.4
    assert await caller.code("transaction/create", **GOOD) == 2100
    assert sandbox.creates == []


async def test_unknown_and_foreign_transactions_are_error_2001(
    sandbox: NeuroSemanticSandbox, caller: Caller, http: httpx.AsyncClient
) -> None:
    made = (await caller.create("sentiment", "Раз"))["transaction_id"]
    stranger = Caller(http, sandbox.account())
    assert await stranger.code("transaction/get", transaction_id=made) == 2001
    assert await stranger.ask("history/get") == []
    sandbox.forget(made)
    assert await caller.code("transaction/get", transaction_id=made) == 2001
    assert await caller.code("transaction/get") == 2001


@pytest.mark.parametrize(("after_effect", "made"), [(False, 0), (True, 1)])
async def test_a_planned_failure_comes_before_or_after_the_effect(
    sandbox: NeuroSemanticSandbox, caller: Caller, after_effect: bool, made: int
) -> None:
    sandbox.fail_next(2, after_effect=after_effect)
    assert await caller.ask("user/balance")
    assert await caller.code("transaction/create", **GOOD) == 2
    assert len(sandbox.creates) == made
    assert await caller.ask("transaction/create", **GOOD)


async def test_a_lost_answer_is_charged_once(
    sandbox: NeuroSemanticSandbox, caller: Caller
) -> None:
    sandbox.faults.add("reset", "transaction/create", after_effect=True)
    with pytest.raises(httpx.TransportError):
        await caller.create("sentiment", "Раз")
    assert caller.account.balance == 99.5
    assert len(await caller.ask("history/get")) == 1


async def test_numbers_may_come_as_texts(sandbox: NeuroSemanticSandbox, caller: Caller) -> None:
    sandbox.switches.stringly = True
    made = await caller.create("sentiment", "Хорошо", "Стол", "Плохо")
    assert (made["transaction_status"], made["transaction_price"]) == ("10", "1.50")
    result = (await caller.until(made["transaction_id"], 30))["result_data"]
    told = {each["title"]: each for each in result["entities"]}["Позитивная"]
    assert (told["texts_amount"], told["texts_percent"]) == ("1", "33.33")
    assert (await caller.ask("user/balance"))["user_balance"] == "98.50"


async def test_a_revoked_secret_is_error_1001(
    sandbox: NeuroSemanticSandbox, caller: Caller
) -> None:
    sandbox.revoke(caller.account.secret)
    assert await caller.code("history/get") == 1001
