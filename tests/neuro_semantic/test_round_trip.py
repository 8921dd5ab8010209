"""Every call of the client against the stand-in's real server, healthy and faulty."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from decimal import Decimal

import httpx
import pytest
from pydantic import SecretStr

from bot.neuro_semantic import (
    ROOT,
    AnswerLost,
    Associations,
    BadSecret,
    Entity,
    InvalidData,
    Kind,
    NegativeBalance,
    NeuroSemanticClient,
    NeuroSemanticError,
    Order,
    RateLimited,
    Result,
    ServerError,
    ServiceDown,
    Status,
    TooLong,
    Transaction,
    join,
)
from bot.sandbox.neuro_semantic import NeuroSemanticSandbox

Call = Callable[[NeuroSemanticClient, SecretStr], Awaitable[object]]

TEXTS = join(["Замечательно, спасибо!", "Ужасно дорого", "Курьер опоздал", "42"])
PRICE = Entity("Цена", associations=Associations(("дорого",)))
DELIVERY = Entity("Доставка", associations=Associations(("курьер",), stop=("собака",)))

EVERY: dict[str, Call] = {
    "balance": lambda client, secret: client.balance(secret),
    "balance_history": lambda client, secret: client.balance_history(secret),
    "history": lambda client, secret: client.history(secret),
    "transaction": lambda client, secret: client.transaction(secret, "1"),
    "create": lambda client, secret: client.create(secret, Order(Kind.EMCOL, TEXTS)),
    "entities_update": lambda client, secret: client.entities_update(secret, "1", [PRICE]),
    "theme_create": lambda client, secret: client.theme_create(secret, "Т"),
    "theme_update": lambda client, secret: client.theme_update(secret, "1", title="Т"),
    "themes": lambda client, secret: client.themes(secret),
    "theme_delete": lambda client, secret: client.theme_delete(secret, "1"),
    "directory": lambda client, secret: client.directory(secret),
    "directory_create": lambda client, secret: client.directory_create(secret, "К"),
    "directory_update": lambda client, secret: client.directory_update(secret, "1", "К"),
    "directory_delete": lambda client, secret: client.directory_delete(secret, "1"),
}
READING = {"balance", "balance_history", "history", "transaction", "themes", "directory"}
MAKING = {"create", "theme_create", "directory_create"}


@pytest.fixture
async def sandbox() -> AsyncIterator[NeuroSemanticSandbox]:
    async with NeuroSemanticSandbox(speed=500) as running:
        yield running


@pytest.fixture
def client(http: httpx.AsyncClient, sandbox: NeuroSemanticSandbox) -> NeuroSemanticClient:
    async def no_wait(seconds: float) -> None:
        return None

    return NeuroSemanticClient(http, sandbox.url, sleep=no_wait)


@pytest.fixture
def secret(sandbox: NeuroSemanticSandbox) -> SecretStr:
    return SecretStr(sandbox.account(balance=100.0).secret)


async def _until_done(
    client: NeuroSemanticClient, secret: SecretStr, made: Transaction
) -> Transaction:
    async with asyncio.timeout(60):
        while True:
            told = await client.transaction(secret, made.id)
            if told.done:
                return told
            await asyncio.sleep(0.01)


async def _result(client: NeuroSemanticClient, secret: SecretStr, order: Order) -> Result:
    told = await _until_done(client, secret, await client.create(secret, order))
    assert told.result is not None
    return told.result


@pytest.mark.parametrize("stringly", [False, True])
async def test_an_analysis_from_order_to_history(
    sandbox: NeuroSemanticSandbox, client: NeuroSemanticClient, secret: SecretStr, stringly: bool
) -> None:
    sandbox.switches.stringly = stringly
    order = Order(Kind.SENTIMENT, TEXTS)
    made = await client.create(secret, order)
    assert (made.status, made.result, made.price) == (Status.QUEUED, None, Decimal("2"))
    done = await _until_done(client, secret, made)
    assert done.came_from(order)
    assert (done.texts_amount, done.texts_processed, done.paid) == (4, 4, True)
    assert done.result is not None
    shares = {each.title: (each.amount, each.percent) for each in done.result.classes}
    assert shares["Очень позитивная"] == (1, 25.0)
    assert done.result.unrecognised is not None
    assert done.result.unrecognised.texts == ("42",)
    assert await client.balance(secret) == 98
    (row,) = await client.history(secret)
    assert (row.id, row.status, row.price) == (made.id, Status.DONE, Decimal("2"))
    assert (row.created, row.completed) == (done.created, done.completed)
    out, paid_in = await client.balance_history(secret)
    assert (out.value, paid_in.value) == (Decimal("-2"), Decimal("100"))
    assert len(sandbox.creates) == 1


async def test_word_frequency_and_colouring_in_every_form(
    sandbox: NeuroSemanticSandbox, client: NeuroSemanticClient, secret: SecretStr
) -> None:
    order = Order(Kind.WORDFREQ, join(["кошка и кошка", "собака"]), phrases=2)
    for form in ("list", "pairs", "object", "theme"):
        sandbox.switches.wordfreq_shape = form
        phrases = (await _result(client, secret, order)).phrases
        assert [(each.text, each.count) for each in phrases] == [("кошка", 2), ("собака", 1)]
    sandbox.switches.emcol_shape = "shares"
    result = await _result(client, secret, Order(Kind.EMCOL, join(["Я боюсь", "Мне грустно"])))
    assert {each.title: each.percent for each in result.classes if each.percent} == {
        "Печаль": 50.0,
        "Страх": 50.0,
    }


async def test_a_theme_from_making_it_to_sorting_by_it(
    client: NeuroSemanticClient, secret: SecretStr
) -> None:
    made = await client.theme_create(secret, "Магазин", descr="О нём", entities=[PRICE])
    assert (made.title, made.system, made.entities) == ("Магазин", False, (PRICE,))
    await client.entities_update(secret, made.id, [PRICE, DELIVERY])
    (theme,) = await client.themes(secret)
    assert theme.entities == (PRICE, DELIVERY)
    result = await _result(client, secret, Order(Kind.CLASSIFY, TEXTS, theme=theme))
    assert {each.title: each.texts for each in result.classes} == {
        "Цена": ("Ужасно дорого",),
        "Доставка": ("Курьер опоздал",),
    }
    shorter = [replace(DELIVERY, title="Привоз")]
    await client.theme_update(secret, made.id, title="Лавка", descr="", entities=shorter)
    (theme,) = await client.themes(secret)
    assert (theme.title, theme.descr, theme.entities) == ("Лавка", "", tuple(shorter))
    await client.theme_delete(secret, made.id)
    assert await client.themes(secret) == []


async def test_the_services_own_themes(client: NeuroSemanticClient, secret: SecretStr) -> None:
    system = await client.themes(None)
    assert system
    assert all(theme.system and theme.entities for theme in system)
    assert await client.themes(secret) == []
    assert await client.themes(secret, with_system=True) == system
    assert (await client.directory(secret, with_system=True)).themes == tuple(system)


async def test_directories(client: NeuroSemanticClient, secret: SecretStr) -> None:
    await client.directory_create(secret, "Работа")
    (work,) = (await client.directory(secret)).directories
    assert (work.title, work.parent_id) == ("Работа", ROOT)
    await client.directory_create(secret, "Отзывы", parent_id=work.id)
    theme = await client.theme_create(secret, "Т", directory_id=work.id)
    inside = await client.directory(secret, work.id)
    assert [directory.title for directory in inside.directories] == ["Отзывы"]
    assert [found.id for found in inside.themes] == [theme.id]
    await client.directory_update(secret, work.id, "Дело")
    assert (await client.directory(secret)).directories[0].title == "Дело"
    await client.directory_delete(secret, work.id)
    assert (await client.directory(secret)).directories == ()


@pytest.mark.parametrize("name", EVERY)
async def test_a_bad_secret_is_told_by_every_call(
    client: NeuroSemanticClient, name: str, sandbox: NeuroSemanticSandbox
) -> None:
    with pytest.raises(BadSecret):
        await EVERY[name](client, SecretStr("wrong"))
    assert len(sandbox.requests) == 1


@pytest.mark.parametrize("name", EVERY)
@pytest.mark.parametrize(
    ("code", "error"), [(2001, InvalidData), (2100, NegativeBalance), (2200, TooLong)]
)
async def test_refusals_are_told_by_every_call(
    client: NeuroSemanticClient,
    sandbox: NeuroSemanticSandbox,
    secret: SecretStr,
    name: str,
    code: int,
    error: type[NeuroSemanticError],
) -> None:
    sandbox.fail_next(code, "")
    with pytest.raises(error):
        await EVERY[name](client, secret)


@pytest.mark.parametrize("name", EVERY)
async def test_only_reading_is_repeated(
    client: NeuroSemanticClient, sandbox: NeuroSemanticSandbox, secret: SecretStr, name: str
) -> None:
    sandbox.faults.add("502", times=10)
    with pytest.raises(AnswerLost if name in MAKING else ServiceDown):
        await EVERY[name](client, secret)
    assert len(sandbox.faults.hits) == (3 if name in READING else 1)


@pytest.mark.parametrize("kind", ["502", "bad_json", "reset", "truncated", "500"])
@pytest.mark.parametrize("after_effect", [False, True])
async def test_a_spoiled_order_is_charged_at_most_once(
    client: NeuroSemanticClient,
    sandbox: NeuroSemanticSandbox,
    secret: SecretStr,
    kind: str,
    after_effect: bool,
) -> None:
    order = Order(Kind.SENTIMENT, TEXTS)
    sandbox.faults.add(kind, "transaction/create", times=5, after_effect=after_effect)
    with pytest.raises(AnswerLost):
        await client.create(secret, order)
    assert len(sandbox.faults.hits) == 1
    charged = after_effect or kind == "truncated"
    assert len(sandbox.creates) == len(await client.history(secret)) == int(charged)


async def test_code_2_after_an_order_leaves_it_unknown(
    client: NeuroSemanticClient, sandbox: NeuroSemanticSandbox, secret: SecretStr
) -> None:
    sandbox.fail_next(2, after_effect=True)
    with pytest.raises(AnswerLost) as caught:
        await client.create(secret, Order(Kind.SENTIMENT, TEXTS))
    assert caught.value.code == 2
    sandbox.fail_next(2, "user/balance")
    with pytest.raises(ServerError):
        await client.balance(secret)


async def test_a_long_wait_is_left_to_the_caller(
    client: NeuroSemanticClient, sandbox: NeuroSemanticSandbox, secret: SecretStr
) -> None:
    sandbox.faults.add("429", seconds=120, times=2)
    for name in ("balance", "create"):
        with pytest.raises(RateLimited) as caught:
            await EVERY[name](client, secret)
        assert caught.value.retry_after == 120
