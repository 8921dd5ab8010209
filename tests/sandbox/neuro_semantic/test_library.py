"""Themes and directories of the stand-in."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from bot.sandbox.neuro_semantic import NeuroSemanticSandbox
from bot.sandbox.neuro_semantic.routes import Routes
from tests.sandbox.neuro_semantic.conftest import Caller

ENTITIES = [{"title": "Цена", "associations": {"associations": ["дорого"]}}]


async def _theme(caller: Caller, **more: Any) -> int:
    body = {"title": "Моя", "directory_id": 0, "entities": ENTITIES, **more}
    return int((await caller.ask("themes/create", **body))["theme_id"])


async def test_a_theme_is_made_changed_and_deleted(caller: Caller) -> None:
    theme = await _theme(caller)
    change = {"theme_id": theme, "title": "Новая", "descr": "О ней"}
    assert await caller.ask("themes/update", **change) is None
    (told,) = await caller.ask("themes/get")
    assert told == {
        "theme_id": theme,
        "title": "Новая",
        "descr": "О ней",
        "entities": ENTITIES,
        "user_uuid": caller.account.uuid,
    }
    assert await caller.ask("entities/update", theme_id=str(theme), entities=[]) is None
    assert (await caller.ask("themes/get"))[0]["entities"] == []
    assert await caller.ask("themes/delete", theme_id=theme) is None
    assert await caller.ask("themes/get") == []


async def test_the_services_own_themes(caller: Caller) -> None:
    await _theme(caller)
    system = await caller.ask("themes/get", secret=-1)
    assert system
    assert {theme["user_uuid"] for theme in system} == {None}
    both = await caller.ask("themes/get", with_system=True)
    assert len(both) == len(system) + 1
    own = {"theme_id": system[0]["theme_id"], "title": "Чужая"}
    assert await caller.code("themes/update", **own) == 2001
    assert await caller.code("themes/delete", **own) == 2001


async def test_directories_hold_themes_and_directories(caller: Caller) -> None:
    assert await caller.ask("directory/create", root_id=0, title="Работа") is None
    (work,) = await caller.ask("directory/get")
    assert (work["title"], work["root_id"]) == ("Работа", 0)
    number = work["directory_id"]
    await caller.ask("directory/create", root_id=number, title="Отзывы")
    theme = await _theme(caller, directory_id=number)
    inside = await caller.ask("directory/get", id=number, recursive=True)
    assert [entry.get("title") for entry in inside] == ["Отзывы", "Моя"]
    assert inside[1]["theme_id"] == theme
    # To the letter of the document: without the flag the root is told.
    assert await caller.ask("directory/get", id=number) == [work]
    with_system = await caller.ask("directory/get", with_system=True)
    assert len(with_system) > 1


async def test_a_directory_is_renamed_and_deleted_with_all_in_it(caller: Caller) -> None:
    await caller.ask("directory/create", root_id=0, title="Работа")
    number = (await caller.ask("directory/get"))[0]["directory_id"]
    await caller.ask("directory/create", root_id=number, title="Отзывы")
    await _theme(caller, directory_id=number)
    assert await caller.ask("directory/update", dir_id=number, new_title="Дело") is None
    assert (await caller.ask("directory/get"))[0]["title"] == "Дело"
    assert await caller.ask("directory/delete", dir_id=number) is None
    assert await caller.ask("directory/get") == []
    assert await caller.ask("themes/get") == []


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("themes/create", {"title": "Т"}),
        ("themes/create", {"title": " ", "directory_id": 0}),
        ("themes/create", {"title": "Т", "directory_id": 999}),
        ("themes/create", {"title": "Т", "directory_id": 0, "entities": "x"}),
        ("themes/create", {"title": "Т", "directory_id": 0, "entities": [{"descr": "x"}]}),
        ("themes/update", {"theme_id": 999, "title": "Т"}),
        ("themes/delete", {}),
        ("themes/delete", {"theme_id": True}),
        ("entities/update", {"theme_id": "x"}),
        ("directory/create", {"title": "Т"}),
        ("directory/create", {"root_id": 999, "title": "Т"}),
        ("directory/update", {"dir_id": 0, "new_title": "Т"}),
        ("directory/get", {"id": 999, "recursive": 1}),
        ("directory/delete", {"dir_id": 0}),
    ],
)
async def test_wrong_data_is_error_2001(caller: Caller, path: str, body: dict[str, Any]) -> None:
    assert await caller.code(path, **body) == 2001


async def test_every_call_but_the_price_list_wants_a_secret(
    sandbox: NeuroSemanticSandbox, http: httpx.AsyncClient
) -> None:
    for path in Routes(sandbox.world).paths:
        status = (await http.post(f"/api/{path}", json={})).json()["status"]
        assert status == (0 if path == "calc_types/get" else 1001), path
