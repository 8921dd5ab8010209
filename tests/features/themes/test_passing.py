"""A theme that goes out as a file comes back the same, in all three forms."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.chat.incoming.event import Told
from bot.features.themes.theme_files import (
    COLUMNS,
    FORMS,
    exported,
    own_rows,
    theme_of_json,
    theme_of_rows,
)
from bot.files.tables import decoded, rows_of
from bot.neuro_semantic import Associations, Entity, Theme

# What Excel's XML cannot hold is left out of a file; blanks at the ends say nothing.
texts = (
    st.text(
        st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from(',;"\n='), max_size=12
    )
    .map(str.strip)
    .filter(lambda text: "\ufffe" not in text and "\uffff" not in text)
)
titles = texts.filter(bool)
words = st.lists(titles, max_size=4, unique=True).map(tuple)
associations = st.builds(Associations, words, words, words)
classes = st.lists(st.builds(Entity, titles, texts, associations), min_size=1, max_size=4)
themes = st.builds(
    Theme,
    st.just(""),
    titles,
    texts,
    classes.map(lambda found: tuple({each.title: each for each in found}.values())),
)


def came_back(theme: Theme, form: str) -> Theme:
    name, data = f"theme.{form}", exported(theme, form)
    if form == "json":
        return theme_of_json(decoded(name, data), name)
    own = own_rows(decoded(name, data)) if form == "csv" else None
    return theme_of_rows(own or rows_of(name, data), name)


def told(theme: Theme) -> object:
    return (
        theme.title,
        theme.descr,
        [
            (each.title, each.descr, found.words, found.strict, found.stop)
            for each in theme.entities
            for found in [each.associations]
        ],
    )


@pytest.mark.parametrize("form", FORMS)
@given(theme=themes)
@settings(max_examples=60, deadline=None)
def test_nothing_is_lost_on_the_way(form: str, theme: Theme) -> None:
    assert told(came_back(theme, form)) == told(theme)


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_more_words_than_a_cell_holds(form: str) -> None:
    many = tuple(f"{'слово' * 10}{at}" for at in range(1500))
    theme = Theme("", "T", entities=(Entity("Цена", "Дорого ли", Associations(many)),))
    assert told(came_back(theme, form)) == told(theme)


def test_a_word_is_never_a_formula() -> None:
    theme = Theme("", "=1+1", entities=(Entity("@a", "", Associations(("-price", "'tis"))),))
    rows = list(csv.reader(io.StringIO(exported(theme, "csv").decode("utf-8-sig"))))
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row)
    assert told(came_back(theme, "csv")) == told(theme)


@pytest.mark.parametrize(
    "table",
    [
        "class;description;words\nЦена;;дорого, дёшево\nДоставка;;курьер\n",
        "Класс;Описание;Слова\nЦена;;дорого, дёшево\nДоставка;;курьер\n",
        "Цена;;дорого, дёшево\nДоставка;;курьер\n",
    ],
    ids=["our heading", "heading in Russian", "no heading"],
)
def test_a_table_that_somebody_wrote(table: str) -> None:
    found = theme_of_rows(rows_of("Магазин.csv", table.encode()), "Магазин.csv")
    assert found.title == "Магазин"
    assert [each.title for each in found.entities] == ["Цена", "Доставка"]
    assert found.entities[0].associations.words == ("дорого", "дёшево")


@pytest.mark.parametrize("rows", [[], [list(COLUMNS)], [["", "x"]]])
def test_a_table_without_classes_is_told(rows: list[list[str]]) -> None:
    with pytest.raises(Told) as told:
        theme_of_rows(rows, "a.csv")
    assert told.value.key == "theme-file-wrong"
