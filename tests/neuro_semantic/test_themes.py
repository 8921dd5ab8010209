"""Themes, entities and directories: read in any form, sent back without loss."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.neuro_semantic import Associations, Entity, Theme, read_associations, read_theme
from bot.neuro_semantic.themes import read_folder, sent_id

WORDS = Associations(("цена", "дорого"), ("ВТБ",), ("банка",))


@pytest.mark.parametrize(
    "told",
    [
        {"associations": ["цена", "дорого"], "strict_words": ["ВТБ"], "stop_words": ["банка"]},
        {"words": "цена, дорого", "strict": [{"word": "ВТБ"}], "stop": "банка"},
        '{"assoc": ["цена", " дорого ", "цена"], "exact": ["ВТБ"], "minus": ["банка", ""]}',
    ],
)
def test_associations_in_several_forms(told: object) -> None:
    assert read_associations(told) == WORDS


def test_associations_go_back_under_the_names_they_came_with() -> None:
    told = read_associations({"words": ["а"], "strict": [], "weight": 3})
    assert replace(told, stop=("б",)).as_json() == {
        "words": ["а"],
        "strict": [],
        "stop_words": ["б"],
        "weight": 3,
    }
    assert read_associations("цена\nдорого; скидка").words == ("цена", "дорого", "скидка")
    assert read_associations(["цена"]).words == ("цена",)
    assert read_associations(None) == Associations()


RAW: dict[str, Any] = {
    "theme_id": 7,
    "title": "Магазин",
    "descr": None,
    "entities": [{"title": "Цена", "descr": "", "associations": ["дорого"], "id": 1}],
    "user_uuid": None,
    "colour": "red",
}


def test_an_unchanged_entity_goes_back_as_it_came() -> None:
    theme = read_theme(RAW)
    assert (theme.id, theme.system, theme.other) == ("7", True, {"colour": "red"})
    sent = theme.as_json()
    assert (sent["theme_id"], sent["colour"]) == (7, "red")
    assert sent["entities"] == RAW["entities"]
    changed = replace(theme.entities[0], title="Стоимость").as_json()
    assert changed == {
        "id": 1,
        "title": "Стоимость",
        "descr": "",
        "associations": {"associations": ["дорого"], "strict_words": [], "stop_words": []},
    }


def test_a_new_entity_is_written_out() -> None:
    assert Entity("Цена", associations=WORDS).as_json() == {
        "title": "Цена",
        "descr": "",
        "associations": WORDS.as_json(),
    }


THEME = {"theme_id": 7, "title": "Т"}
DIRECTORY = {"directory_id": 5, "title": "К", "root_id": 0, "user_uuid": "u"}


@pytest.mark.parametrize(
    "data",
    [
        [DIRECTORY, THEME],
        {"0": DIRECTORY, "1": THEME},
        {"directories": [DIRECTORY], "themes": [THEME]},
        [{**DIRECTORY, "themes": [THEME]}],
        [{**DIRECTORY, "content": {"a": THEME}}],
    ],
)
def test_a_folder_in_several_forms(data: object) -> None:
    folder = read_folder(data)
    (directory,) = folder.directories
    assert (directory.id, directory.title, directory.parent_id) == ("5", "К", "0")
    assert [(theme.id, theme.title) for theme in folder.themes] == [("7", "Т")]
    assert (directory.other, folder.other) == ({}, ())


def test_what_is_no_theme_and_no_directory_is_kept() -> None:
    assert read_folder([{"новое": 1}, 5, None]).other == ({"новое": 1}, 5)


@pytest.mark.parametrize(
    ("known", "sent"), [("7", 7), ("007", "007"), ("a-b", "a-b"), ("", ""), ("٣", "٣"), ("0", 0)]
)
def test_ids_go_back_in_the_type_they_came_in(known: str, sent: object) -> None:
    assert sent_id(known) == sent


KEYS = st.sampled_from(
    ["theme_id", "directory_id", "root_id", "entities", "title", "themes", "associations", "words"]
)
LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text()
JSON = st.recursive(LEAVES, lambda inner: st.lists(inner) | st.dictionaries(KEYS, inner))


@given(JSON)
def test_any_json_is_read_and_can_be_sent_again(data: object) -> None:
    folder = read_folder(data)
    repr(folder).encode()
    for theme in folder.themes:
        assert isinstance(theme, Theme)
        theme.as_json()
