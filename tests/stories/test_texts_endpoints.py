"""Every call of the service's document is used by something that people do."""

import inspect
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from bot.neuro_semantic import NeuroSemanticClient
from bot.sandbox.neuro_semantic.routes import Routes
from tests.stories.texts import link_texts, read_reviews, result_of
from tests.world import World

TABLE = "class,description,words,exact words,stop words\nЦена,,дорого,,\n"
CALLS = [name for name, _ in inspect.getmembers(NeuroSemanticClient, inspect.iscoroutinefunction)]
USED: set[str] = set()


def noted(name: str) -> Callable[..., Awaitable[Any]]:
    """The client's method, which leaves its name when a feature calls it."""
    method = getattr(NeuroSemanticClient, name)

    async def call(*given: Any, **named: Any) -> Any:
        USED.add(name)
        return await method(*given, **named)

    return call


@pytest.fixture(autouse=True)
def _noting(monkeypatch: pytest.MonkeyPatch) -> None:
    USED.clear()
    for name in CALLS:
        monkeypatch.setattr(NeuroSemanticClient, name, noted(name))


async def test_no_call_of_the_document_lies_idle(world: World) -> None:
    ada, service = world.ada, world.city.neuro_semantic
    await link_texts(world, ada)
    result = await read_reviews(ada)

    await ada.says("/account")
    await ada.presses("account-neuro-semantic")
    shown = await ada.reads("neuro-history")
    await ada.presses("past-open", on=shown)
    await ada.presses_label("Mood", on=shown)
    await result_of(ada, after=result)

    await ada.says("/themes")
    await ada.presses("folder-new")
    await ada.says("Папка")
    await ada.presses("folder-button", name="Папка")
    await ada.presses("button-rename")
    await ada.says("Архив")
    await ada.presses("theme-import")
    sent = await ada.room.send_document(TABLE.encode(), filename="Магазин.csv")
    shown = await ada.reads("theme-classes", after=sent, n=1)
    await ada.presses("theme-describe", on=shown)
    said = await ada.says("О магазине")
    shown = await ada.reads("theme-descr", after=said, text="О магазине")
    await ada.presses_label("Цена (", on=shown)
    await ada.presses("edit-strict", on=shown)
    said = await ada.says("ценник")
    shown = await ada.reads("listed-strict", after=said, words="ценник")
    await ada.presses("button-back", on=shown)
    await ada.presses("button-delete", on=shown)
    await ada.presses("delete-yes", on=shown)
    await ada.presses("delete-yes", on=shown)
    await ada.reads("theme-deleted", name="Магазин")
    await ada.says("/themes")
    await ada.presses("folder-button", name="Архив")
    await ada.presses("button-delete")
    await ada.presses("delete-yes")
    await ada.presses("delete-yes")
    await world.until(lambda: service.library.directories == [])

    assert set(CALLS) == USED
    addresses = {f"/api/{path}" for path in Routes(service.world).paths}
    assert len(addresses) == len(CALLS) == 15
    assert {call.path for call in service.requests} == addresses
