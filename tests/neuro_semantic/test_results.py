"""Results of any shape are read into one form, and nothing is dropped silently."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.neuro_semantic import ClassResult, Phrase, Result, read_result


def _read(kind: str, data: object, entities: object = None) -> Result:
    result = read_result(kind, data, entities)
    assert result is not None
    return result


THEME: dict[str, Any] = {
    "theme_id": 7,
    "title": "Магазин",
    "descr": "Отзывы",
    "entities": [
        {
            "title": "Цена",
            "descr": "Сколько",
            "associations": {"associations": ["дорого"]},
            "texts": ["Дорого", "Дёшево"],
            "texts_amount": "2",
            "texts_percent": "66,67 %",
        },
        {"title": "Не распознано", "texts": ["42"], "texts_amount": 1, "texts_percent": 33.33},
    ],
}


@pytest.mark.parametrize("data", [THEME, json.dumps(THEME), [THEME["entities"]][0]])
def test_a_theme_with_texts(data: object) -> None:
    result = _read("classify", data)
    (price,) = result.classes
    assert (price.title, price.amount, price.percent) == ("Цена", 2, 66.67)
    assert (price.texts, price.descr) == (("Дорого", "Дёшево"), "Сколько")
    assert price.other == {"associations": {"associations": ["дорого"]}}
    assert result.unrecognised is not None
    assert result.unrecognised.texts == ("42",)
    if data is THEME:
        assert (result.title, result.descr, result.other) == ("Магазин", "Отзывы", {"theme_id": 7})


@pytest.mark.parametrize(
    ("data", "classes"),
    [
        ({"Радость": 30, "Гнев": 10}, [("Радость", 0, 75.0), ("Гнев", 0, 25.0)]),
        ({"Радость": "0.75", "Гнев": 0.25}, [("Радость", 0, 75.0), ("Гнев", 0, 25.0)]),
        ([["Радость", 3], ["Гнев", 1]], [("Радость", 0, 75.0), ("Гнев", 0, 25.0)]),
        ([{"emotion": "Радость", "value": 1}], [("Радость", 0, 100.0)]),
        ({"Радость": ["а", "б"], "Гнев": ["в"]}, [("Радость", 2, 200 / 3), ("Гнев", 1, 100 / 3)]),
        ({"Радость": {"texts_amount": "1"}}, [("Радость", 1, 100.0)]),
        ({"entities": {"5": {"title": "Гнев", "texts": "одна"}}}, [("Гнев", 1, 100.0)]),
    ],
)
def test_open_shapes_of_classes(data: object, classes: list[tuple[str, int, float]]) -> None:
    found = _read("emcol", data).classes
    assert [(each.title, each.amount) for each in found] == [(t, a) for t, a, _ in classes]
    assert [each.percent for each in found] == pytest.approx([share for *_, share in classes])


@pytest.mark.parametrize(
    "data",
    [
        {"кошка": 3, "рыжая кошка": "2"},
        [["кошка", 3], ["рыжая кошка", 2]],
        [{"phrase": "кошка", "count": "3"}, {"text": "рыжая кошка", "amount": 2}],
        {"1": [["кошка", 3]], "2": {"рыжая кошка": 2}},
        {"words": {"кошка": 3}, "phrases": [{"title": "рыжая кошка", "freq": 2}]},
        {"title": "Т", "entities": [["кошка", 3], {"title": "рыжая кошка", "texts_amount": 2}]},
        '{"кошка": 3, "рыжая кошка": 2}',
    ],
)
def test_open_shapes_of_frequencies(data: object) -> None:
    assert _read("wordfreq", data).phrases == (Phrase("кошка", 3), Phrase("рыжая кошка", 2))


def test_what_is_not_understood_is_kept() -> None:
    odd = {"title": "А", "texts": ["да", {"id": 5}], "новое": [1]}
    (found,) = _read("sentiment", [odd, "лишнее"]).classes
    assert found.other == {"texts": ["да", {"id": 5}], "новое": [1]}
    assert _read("sentiment", [odd, "лишнее"]).other == {"1": "лишнее"}
    assert _read("sentiment", "непонятно").empty
    assert _read("wordfreq", {"кошка": 3, "дата": "вчера"}).other == {"дата": "вчера"}


def test_classes_may_be_in_the_entities_only() -> None:
    assert read_result("sentiment", None, None) is None
    assert _read("sentiment", {}, THEME["entities"]).classes[0].title == "Цена"
    assert _read("sentiment", {"title": "Т", "entities": []}, THEME["entities"]).classes


def test_texts_of_people_stay_out_of_logs() -> None:
    assert "тайна" not in repr(ClassResult("А", texts=("тайна",), other={"б": "тайна"}))


KEYS = st.sampled_from(
    [
        "entities",
        "title",
        "texts",
        "texts_amount",
        "texts_percent",
        "count",
        "phrase",
        "value",
        "1",
    ]
)
LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text()
JSON = st.recursive(
    LEAVES, lambda inner: st.lists(inner) | st.dictionaries(KEYS | st.text(), inner)
)


@given(st.sampled_from(["wordfreq", "emcol", "sentiment", ""]), JSON, JSON)
def test_any_json_is_read(kind: str, data: object, entities: object) -> None:
    result = read_result(kind, data, entities)
    if result is not None:
        repr(result).encode()
        assert all(each.amount >= 0 and each.percent >= 0 for each in result.classes)
