"""Options and their conditions: whatever was chosen, only what is shown and offered is sent."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.features.separate.draft.choice import (
    MOST_COMPARED,
    Choice,
    Pick,
    key_of,
    missing_texts,
    option_id,
    order_options,
    visible,
)
from bot.mvsep import Algorithm, Condition, Field, Option
from tests.features.worlds import served

ACTIVE = [each for each in served() if each.is_active]
WITH_FIELDS = [each for each in ACTIVE if each.fields]
names = st.sampled_from(["add_opt1", "add_opt2", "add_opt3", "add_opt4", "add_opt5", "api_token"])
words = st.text(max_size=30)


@st.composite
def choices(draw: st.DrawFn) -> tuple[Algorithm, Choice]:
    """An algorithm with any settings: offered ones, old ones, and ones nobody ever offered."""
    algorithm = draw(st.sampled_from(WITH_FIELDS))
    offered = {
        each.name: st.sampled_from([option.key for option in each.options])
        if each.options
        else words
        for each in algorithm.fields
    }
    options = draw(st.fixed_dictionaries({}, optional=offered))
    options |= draw(st.dictionaries(names, words, max_size=2))
    return algorithm, Choice(algorithm.render_id, options)


@given(choices())
def test_only_what_is_shown_and_offered_is_sent(chosen: tuple[Algorithm, Choice]) -> None:
    algorithm, choice = chosen
    shown = {each.name: each for each in visible(algorithm, choice)}
    sent = order_options(algorithm, choice)
    assert set(sent) <= set(shown) <= {each.name for each in algorithm.fields}
    for name, value in sent.items():
        keys = [option.key for option in shown[name].options]
        assert not keys or value in keys


@given(choices())
def test_what_was_chosen_is_sent_as_it_is(chosen: tuple[Algorithm, Choice]) -> None:
    """Texts to the letter, keys where the catalogue has them, in the vendor's order."""
    algorithm, choice = chosen
    sent = order_options(algorithm, choice)
    for field in visible(algorithm, choice):
        wish = choice.options.get(field.name)
        offered = [option.key for option in field.options]
        if wish is not None and (not offered or wish in offered):
            assert sent[field.name] == wish
    assert list(sent) == [each.name for each in algorithm.fields if each.name in sent]


@given(choices())
def test_required_choices_are_always_made(chosen: tuple[Algorithm, Choice]) -> None:
    algorithm, choice = chosen
    sent = order_options(algorithm, choice)
    for field in visible(algorithm, choice):
        if field.required and field.options:
            assert field.name in sent
    waiting = {each.name for each in missing_texts(algorithm, choice)}
    assert all(not sent.get(name) for name in waiting)


@given(choices())
def test_what_is_stored_is_read_again(chosen: tuple[Algorithm, Choice]) -> None:
    _, choice = chosen
    full = choice.set_beside().of_algorithm(20, {}, goal="drums", origin="p.3").searching("x")
    assert Choice.read(full.as_dict()) == full


@pytest.mark.parametrize("action", ["show", "hide"])
def test_a_condition_shows_or_hides(action: str) -> None:
    algorithm = _algorithm(
        _field("add_opt1", 1, ("a", "b")),
        _field("add_opt2", 2, ("x",), (Condition(1, "in", ("b",), action),)),
    )
    for key in ("a", "b"):
        sent = order_options(algorithm, Choice(1, {"add_opt1": key}))
        assert ("add_opt2" in sent) is ((key == "b") is (action == "show"))


def test_a_condition_on_a_field_that_left_the_catalogue_holds() -> None:
    lonely = _field("add_opt2", 2, ("x",), (Condition(99, "in", ("b",), "show"),))
    assert order_options(_algorithm(lonely), Choice(1)) == {"add_opt2": "x"}


@pytest.mark.parametrize(
    "key", ["0.3", "auto", "en_0", "~x", "Ж", "a" * 17, "a:b", "", "ключ" * 40]
)
def test_any_key_travels(key: str) -> None:
    field = _field("add_opt1", 1, ("other", key))
    assert key_of(field, option_id(key)) == key
    assert key_of(field, "gone") is None


def test_comparing_keeps_each_algorithm_once_and_not_too_many() -> None:
    choice = Choice(40, {"add_opt1": "81"}).set_beside()
    assert choice.picks() == [Pick(40, {"add_opt1": "81"})]
    again = choice.of_algorithm(40, {"add_opt1": "81"})
    assert again.picks() == [Pick(40, {"add_opt1": "81"})]
    other = choice.of_algorithm(40, {"add_opt1": "5"})
    assert len(other.picks()) == 2
    for number in range(10):
        choice = choice.of_algorithm(number, {}).set_beside()
    assert len(choice.picks()) == MOST_COMPARED
    assert Choice().set_beside() == Choice()


def test_a_preset_forgets_where_it_was_found() -> None:
    choice = Choice(40, origin="s.1", query="roformer", output_format=2)
    assert choice.as_preset() == Choice(40, output_format=2)


def _algorithm(*fields: Field) -> Algorithm:
    about: dict[str, Any] = {"group_id": 1, "group_name": "", "order_id": 1, "orientation": 0}
    about |= {"price_coefficient": 1.0, "is_active": True, "widget": "single_upload", "usage": 0}
    about |= {"rating": None, "votes": 0, "descriptions": {}, "stems": ()}
    return Algorithm(render_id=1, name="A", fields=fields, **about)


def _field(
    name: str, id: int, keys: tuple[str, ...], conditions: tuple[Condition, ...] = ()
) -> Field:
    options = tuple(Option(key, key) for key in keys)
    return Field(id, name, name, options, keys[0], "select", True, frozenset(), (), conditions)


def test_any_of_several_can_be_taken_out_again() -> None:
    a, b, c = Pick(40), Pick(48, {"add_opt1": "1"}), Pick(48)
    several = Choice(48, goal="vocals", origin="p.1", output_format=2, also=(a, b))
    assert several.picks() == [a, b, c]
    assert several.without(a).picks() == [b, c]
    assert several.without(b) == Choice(
        48, goal="vocals", origin="p.1", output_format=2, also=(a,)
    )
    rest = several.without(c)
    assert (rest.picks(), rest.output_format) == ([a, b], 2)
    assert several.without(a).without(c) == Choice(48, b.options, 2, "vocals", "p.1")


def test_the_present_one_gives_way_to_the_one_before() -> None:
    chosen = Choice(40, goal="vocals", origin="p.1", also=(Pick(48),))
    assert chosen.without(Pick(40)) == Choice(48)
