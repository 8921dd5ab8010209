"""Labels that are cut, buttons in pairs, lists by the page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chat.callbacks import StartJob
from bot.chat.display.screen import LABEL_LIMIT, Button, Screen, cut, in_pairs, page_of
from bot.chat.display.translator import Html
from bot.sandbox.telegram.wire.limits import utf16


@given(st.text(max_size=200), st.integers(min_value=2, max_value=80))
def test_a_cut_label_fits_and_begins_like_the_whole(label: str, limit: int) -> None:
    shown = cut(label, limit)
    assert utf16(shown) <= limit
    assert label.startswith(shown.removesuffix("…"))
    assert shown == label or (utf16(label) > limit and shown.endswith("…"))


def test_a_label_that_just_fits_stays_whole() -> None:
    assert cut("x" * LABEL_LIMIT) == "x" * LABEL_LIMIT
    assert cut("x" * (LABEL_LIMIT + 1)) == "x" * (LABEL_LIMIT - 1) + "…"


def test_no_blank_is_left_before_the_dots() -> None:
    assert cut("one two three", 9) == "one two…"


@pytest.mark.parametrize(
    ("count", "rows"), [(0, []), (1, [1]), (2, [2]), (3, [2, 1]), (8, [2] * 4)]
)
def test_pairs(count: int, rows: list[int]) -> None:
    buttons = [Button(str(n), StartJob(n)) for n in range(count)]
    paired = in_pairs(buttons)
    assert [len(row) for row in paired] == rows
    assert [button for row in paired for button in row] == buttons


def test_a_label_turns_nothing_around() -> None:
    assert Button("My theme\u202e.txt", StartJob(1)).markup().text == "My theme.txt"


@given(st.lists(st.integers(), max_size=60), st.integers(min_value=1, max_value=10))
def test_the_pages_together_are_the_list(items: list[int], size: int) -> None:
    _first, _page, pages = page_of(items, 0, size)
    shown = [each for page in range(pages) for each in page_of(items, page, size)[0]]
    assert shown == items
    assert all(len(page_of(items, page, size)[0]) <= size for page in range(pages))


@given(st.lists(st.integers(), max_size=60), st.integers())
def test_a_page_out_of_range_is_the_nearest_one(items: list[int], wish: int) -> None:
    shown, page, pages = page_of(items, wish, 8)
    assert 0 <= page < pages
    assert shown or not items
    assert page == min(max(wish, 0), pages - 1)


def test_a_screen_without_buttons_has_no_keyboard() -> None:
    assert Screen(Html("hello")).markup() is None


def test_a_screen_becomes_a_keyboard_row_by_row() -> None:
    start, site = Button("Start", StartJob(7)), Button("Open", url="https://mvsep.com")
    markup = Screen(Html("hello"), ((start,), (site, start))).markup()
    assert markup is not None
    assert [[b.text for b in row] for row in markup.inline_keyboard] == [
        ["Start"],
        ["Open", "Start"],
    ]
    assert markup.inline_keyboard[0][0].callback_data == StartJob(7).pack()
    assert markup.inline_keyboard[1][0].url == "https://mvsep.com"
    assert markup.inline_keyboard[1][0].callback_data is None
