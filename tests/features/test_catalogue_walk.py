"""The whole catalogue by its buttons: every group, algorithm, field and option can be reached and pressed."""

from typing import TypeVar

import pytest

from bot.chat.callbacks import (
    Callback,
    ChooseAlgorithm,
    ChooseOption,
    ShowField,
    ShowGoals,
    ShowGroup,
    ShowGroups,
    ShowList,
)
from bot.chat.display.screen import Screen
from bot.chat.display.translator import LANGUAGES, Translator, translator
from bot.features.separate.choosing import (
    algorithm_screens,
    card_screens,
    option_screens,
    order_screens,
)
from bot.features.separate.choosing.algorithm_screens import GROUPS_PER_PAGE
from bot.features.separate.choosing.goals import GOALS, reachable, way_to
from bot.features.separate.choosing.list_position import back_to
from bot.features.separate.choosing.order_summary import Order
from bot.features.separate.choosing.paging import PER_PAGE
from bot.features.separate.draft.choice import Choice, key_of, option_id, order_options, visible
from bot.features.separate.draft.contents import DraftContents
from bot.features.separate.draft.song import Song
from bot.mvsep import Algorithm, Field
from tests.features.limits import check
from tests.features.worlds import ROW, served, whole_book

SONG = Song("file", "Feeling Good", "Nina S.", duration=174, size=7_235_174)
MATERIAL = DraftContents((SONG,))
BOOK = whole_book()
C = TypeVar("C", bound=Callback)
ACTIVE = [each for each in served() if each.is_active]
OFFERED = [each for each in ACTIVE if each.widget == "single_upload"]
languages = pytest.mark.parametrize("language", LANGUAGES)


def pressed(screen: Screen, kind: type[C]) -> list[C]:
    """What the buttons of one type on a checked screen mean."""
    check(screen)
    return [b.press for row in screen.rows for b in row if isinstance(b.press, kind)]


def groups_on_all_pages(t: Translator) -> list[ShowGroup]:
    pages = range(-(-len(BOOK.groups()) // GROUPS_PER_PAGE))
    shown = [algorithm_screens.menu(t, ROW, "Feeling Good", BOOK, page) for page in pages]
    return [tap for each in shown for tap in pressed(each, ShowGroup)]


@languages
def test_every_algorithm_is_found_once_through_the_groups(language: str) -> None:
    t = translator(language)
    found: list[int] = []
    for tap in groups_on_all_pages(t):
        group = BOOK.group(tap.group)
        assert group is not None
        for page in range(-(-len(group.algorithms) // PER_PAGE)):
            taps = pressed(algorithm_screens.group(t, ROW, group, page), ChooseAlgorithm)
            found += [tap.sep_type for tap in taps]
    assert sorted(found) == sorted(each.render_id for each in OFFERED)


@languages
def test_every_algorithm_can_be_ordered(language: str) -> None:
    t = translator(language)
    for algorithm in ACTIVE:
        choice = Choice(algorithm.render_id)
        check(order_screens.order(t, ROW, Order(MATERIAL, algorithm, choice)))
        check(order_screens.about(t, ROW, algorithm))
    for algorithm in OFFERED:
        group = BOOK.group(algorithm.group_id)
        assert group is not None
        assert algorithm in group.algorithms


@languages
def test_every_field_has_a_button_and_every_option_too(language: str) -> None:
    t = translator(language)
    for algorithm in ACTIVE:
        choice = Choice(algorithm.render_id)
        taps = pressed(option_screens.options(t, ROW, algorithm, choice), ShowField)
        assert taps == [ShowField(ROW, each.name) for each in visible(algorithm, choice)]
        for field in algorithm.fields:
            assert options_on_all_pages(t, field, choice) == [each.key for each in field.options]


def options_on_all_pages(t: Translator, field: Field, choice: Choice) -> list[str | None]:
    pages = range(-(-len(field.options) // PER_PAGE) or 1)
    shown = [option_screens.field_values(t, ROW, field, choice, page) for page in pages]
    taps = [tap for each in shown for tap in pressed(each, ChooseOption)]
    return [key_of(field, tap.option) for tap in taps]


def test_what_is_chosen_is_sent_and_nothing_unknown_beside_it() -> None:
    for algorithm in ACTIVE:
        for field in visible(algorithm, Choice(algorithm.render_id)):
            for option in field.options:
                choice = Choice(algorithm.render_id).with_option(field.name, option.key)
                sent = order_options(algorithm, choice)
                assert sent[field.name] == option.key
                assert set(sent) == names_sent(algorithm, choice)


def names_sent(algorithm: Algorithm, choice: Choice) -> set[str]:
    shown = visible(algorithm, choice)
    return {each.name for each in shown if each.options or each.name in choice.options}


def test_an_option_travels_and_is_found_again() -> None:
    for algorithm in served():
        for field in algorithm.fields:
            for option in field.options:
                assert key_of(field, option_id(option.key)) == option.key


@languages
def test_the_chosen_option_is_marked(language: str) -> None:
    """On its button, also where the vendor's label is longer than a button."""
    t = translator(language)
    unmarked = [
        f"{algorithm.name}: {field.text}: {option.label}"
        for algorithm in OFFERED
        for field in visible(algorithm, Choice(algorithm.render_id))
        for number, option in enumerate(field.options)
        if "✓" not in label_when_chosen(t, algorithm, field, number)
    ]
    assert not unmarked


def label_when_chosen(t: Translator, algorithm: Algorithm, field: Field, number: int) -> str:
    choice = Choice(algorithm.render_id).with_option(field.name, field.options[number].key)
    page, row = divmod(number, PER_PAGE)
    return option_screens.field_values(t, ROW, field, choice, page).rows[row][0].markup().text


@languages
def test_what_needs_premium_says_so_on_its_button(language: str) -> None:
    t = translator(language)
    word = t.plain("premium-mark", name="").strip(" ():")
    for group in BOOK.groups():
        for number, algorithm in enumerate(group.algorithms):
            page, row = divmod(number, PER_PAGE)
            label = algorithm_screens.group(t, ROW, group, page).rows[row][0].markup().text
            assert (word.lower() in label.lower()) is (algorithm.orientation == 2), label


@languages
def test_what_needs_no_file_is_offered_under_create(language: str) -> None:
    t, offered = translator(language), BOOK.of_widget("no_upload")
    pages = range(-(-len(offered) // PER_PAGE))
    shown = [card_screens.creations(t, ROW, BOOK, page) for page in pages]
    for screen in shown:
        check(screen)
    taps = [tap for screen in shown for tap in pressed(screen, ChooseAlgorithm)]
    assert [tap.sep_type for tap in taps] == [each.render_id for each in offered]


@pytest.mark.parametrize("kind", ["p", "r"])
def test_every_algorithm_of_a_list_is_on_one_of_its_pages(kind: str) -> None:
    t = translator("en")
    listed = BOOK.popular() if kind == "p" else BOOK.best_rated()
    found: list[int] = []
    for page in range(-(-len(listed) // PER_PAGE)):
        taps = pressed(algorithm_screens.listing(t, ROW, kind, listed, page, ""), ChooseAlgorithm)
        assert all(tap.origin == f"{kind}.{page}" for tap in taps)
        found += [tap.sep_type for tap in taps]
    assert found == [each.render_id for each in listed]


def test_back_leads_to_the_page_an_algorithm_was_found_on() -> None:
    for origin, where in {
        "g21.2": ShowGroup(ROW, 21, 2),
        "s.1": ShowList(ROW, "s", 1),
        "": ShowGoals(ROW),
        "gx.1": ShowGroups(ROW),
        "p.x": ShowGoals(ROW),
    }.items():
        assert back_to(ROW, Choice(40, origin=origin)) == where
        assert back_to(ROW, Choice(40, origin=origin, goal="vocals")) == ShowGoals(ROW)


def test_every_goal_is_served_by_the_catalogue() -> None:
    assert reachable(BOOK) == list(GOALS)


def test_every_way_to_a_goal_is_in_the_catalogue_with_its_options() -> None:
    for each in GOALS:
        for way in each.ways:
            algorithm = BOOK.get(way.sep_type)
            assert algorithm is not None, f"{each.key}: {way.sep_type}"
            offered = {field.name: {o.key for o in field.options} for field in algorithm.fields}
            assert all(key in offered[name] for name, key in way.options.items())


@languages
def test_every_goal_leads_to_an_order(language: str) -> None:
    t = translator(language)
    for goal in GOALS:
        way = way_to(goal.key, BOOK)
        assert way is not None
        algorithm, options = way
        choice = Choice().of_algorithm(algorithm.render_id, options, goal=goal.key)
        check(order_screens.order(t, ROW, Order(MATERIAL, algorithm, choice)))
