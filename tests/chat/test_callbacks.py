"""Button data: every type comes back as it went in, fits 64 bytes, and nothing forged does more than be refused."""

from dataclasses import fields
from pathlib import Path
from typing import get_args, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chat import callbacks
from bot.chat.callbacks import (
    MAX_BYTES,
    VERSION,
    Callback,
    ChooseGoal,
    ChooseOption,
    OfDraft,
    OfJob,
    OfUser,
    OldButton,
    SetLanguage,
    ShowField,
    ShowGroup,
    StartAnyway,
    StartJob,
    all_callbacks,
    short_id,
)
from bot.chat.display.translator import LANGUAGES
from bot.features.separate.choosing.goals import GOALS
from bot.features.separate.draft.choice import option_id
from bot.features.separate.draft.song_links import RemoteType

WIRE = Path(__file__).with_name("buttons_already_in_chats.txt").read_text().splitlines()
KINDS = sorted(
    (
        kind
        for kind in vars(callbacks).values()
        if isinstance(kind, type) and issubclass(kind, Callback) and kind.tag
    ),
    key=lambda kind: kind.tag,
)
USER = 2**52 - 1  # Bot API, User.id: at most 52 significant bits
ROW = 2**63 - 1
SEP_TYPE = 2**31 - 1
PAGE = 9_999
LONGEST: dict[str, int | str] = {
    "owner": USER,
    "draft": ROW,
    "job": ROW,
    "preset": ROW,
    "language": max(LANGUAGES, key=len),
    "goal": max((goal.key for goal in GOALS), key=len),
    "field": "add_opt99",
    "option": max(
        (option_id("ё" * 40), option_id("a" * 16), option_id("a:b/c d%e?f&g=hi")), key=len
    ),
    "group": SEP_TYPE,
    "sep_type": SEP_TYPE,
    "output_format": 99,
    "page": PAGE,
    "origin": "g9999.99",
    "kind": "favourites",
    "code": "x" * 16,
    "remote_type": max(get_args(RemoteType), key=len),
    "credential": ROW,
    "invite": ROW,
    "credits": 1_000_000,
    "uses": 1000,
    "sure": 1,
    "position": 999,
    "stars": 5,
    "mark": "f" * 12,
    "start": 23,
    "end": 23,
    "offset": -840,
    "on": 1,
    "step": 2,
    "basket": ROW,
    "other": ROW,
    "analysis": ROW,
    "way": 99,
    "number": PAGE,
    "phrases": PAGE,
    "longest": 10**8,
    "theme": short_id("x" * 18),
    "folder": short_id("x" * 18),
    "transaction": short_id("x" * 18),
    "form": "xlsx",
    "dark": 1,
    "topic": "meaning",
    "digest": 2**32 - 1,
    "list": "strict",
}
kinds = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
numbers = st.integers(min_value=-(2**63), max_value=2**63 - 1)
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)


def longest(kind: type[Callback]) -> Callback:
    return kind(**{each.name: LONGEST[each.name] for each in fields(kind)})


def any_of(kind: type[Callback]) -> st.SearchStrategy[Callback]:
    webhooks = get_type_hints(kind)
    return st.builds(
        kind,
        **{each.name: numbers if webhooks[each.name] is int else words for each in fields(kind)},
    )


def wire(kind: type[Callback]) -> str:
    """A type as it stands in the list: tag, fields (a number has a #), name."""
    webhooks = get_type_hints(kind)
    names = [each.name + "#" * (webhooks[each.name] is int) for each in fields(kind)]
    return " ".join([VERSION + kind.tag, *names, "->", kind.__name__])


def test_every_type_is_listed_once() -> None:
    names = sorted(kind.__name__ for kind in all_callbacks())
    assert names == sorted(kind.__name__ for kind in KINDS)


def test_every_type_has_a_tag_of_its_own() -> None:
    tags = [kind.tag for kind in KINDS]
    assert len(set(tags)) == len(tags)
    assert all(tag.isalpha() and tag.isascii() and tag.islower() for tag in tags)


@kinds
def test_a_type_says_who_may_press(kind: type[Callback]) -> None:
    assert issubclass(kind, OfUser | OfDraft | OfJob)


@kinds
def test_fields_are_whole_numbers_and_words(kind: type[Callback]) -> None:
    webhooks = get_type_hints(kind)
    assert {webhooks[each.name] for each in fields(kind)} <= {int, str}
    assert not any(get_args(hint) for hint in webhooks.values() if hint in (int, str))


@kinds
@given(data=st.data())
def test_whatever_can_be_packed_comes_back(kind: type[Callback], data: st.DataObject) -> None:
    callback = data.draw(any_of(kind))
    try:
        packed = callback.pack()
    except ValueError:
        return  # it does not fit: refused at once and not by Telegram
    assert 1 <= len(packed.encode()) <= MAX_BYTES
    assert packed.isascii()
    assert kind.unpack(packed) == callback


@kinds
def test_the_longest_values_fit(kind: type[Callback]) -> None:
    callback = longest(kind)
    assert len(callback.pack().encode()) <= MAX_BYTES
    assert kind.unpack(callback.pack()) == callback


@kinds
def test_only_its_own_type_claims_it(kind: type[Callback]) -> None:
    packed = longest(kind).pack()
    assert [each for each in KINDS if each.claims(packed)] == [kind]


@kinds
def test_every_other_type_refuses_it(kind: type[Callback]) -> None:
    packed = longest(kind).pack()
    for other in KINDS:
        if other is not kind:
            with pytest.raises(OldButton):
                other.unpack(packed)


def test_what_does_not_fit_is_refused_when_packed() -> None:
    with pytest.raises(ValueError, match="64 bytes"):
        ChooseOption(ROW, "add_opt1", "x" * 60).pack()


def test_separators_and_signs_in_words_survive() -> None:
    for word in ("a:b", "%3A", "~x", "", " ", "ё", "\x00"):
        assert ChooseGoal.unpack(ChooseGoal(1, word).pack()) == ChooseGoal(1, word)


@kinds
@given(data=st.text(max_size=64))
def test_garbage_is_an_old_button(kind: type[Callback], data: str) -> None:
    try:
        kind.unpack(data)
    except OldButton:
        return
    assert kind.claims(data)


@kinds
@given(values=st.lists(st.text(max_size=12), max_size=4))
def test_forged_fields_are_values_or_an_old_button(
    kind: type[Callback], values: list[str]
) -> None:
    """Whatever is let through has the types its handler counts on."""
    try:
        callback = kind.unpack(":".join([VERSION + kind.tag, *values]))
    except OldButton:
        return
    webhooks = get_type_hints(kind)
    assert all(
        isinstance(getattr(callback, each.name), webhooks[each.name]) for each in fields(kind)
    )


@pytest.mark.parametrize(
    "forged",
    [
        "",
        ":",
        "st",
        "1st",
        "1st:",
        "1st:1:2",
        "1st:not a number",
        "1st:1.5",
        "1st:ё!",
        "0st:1",
        "2st:1",
        "1ST:1",
        " 1st:1",
        "1st:1\n:",
    ],
)
def test_a_forged_start_spends_nothing(forged: str) -> None:
    with pytest.raises(OldButton):
        StartJob.unpack(forged)


def test_a_number_no_database_can_hold_is_an_old_button() -> None:
    with pytest.raises(OldButton):
        StartJob.unpack("1st:" + "z" * 40)


@pytest.mark.parametrize("data", [None, 7, b"1st:1", object()])
def test_what_is_no_text_is_claimed_by_nobody(data: object) -> None:
    assert not any(kind.claims(data) for kind in KINDS)


def test_buttons_already_in_chats_stay_what_they_are() -> None:
    """They hang under messages sent long ago: a line may be added to the list, none may change."""
    assert sorted(map(wire, KINDS)) == WIRE


def test_buttons_with_the_same_data_are_the_same() -> None:
    assert StartJob(35) == StartJob(35) != StartAnyway(35)
    assert hash(StartJob(35)) == hash(StartJob(35)) != hash(StartAnyway(35))
    assert repr(ShowGroup(36, 12)) == "ShowGroup(draft=36, group=12, page=0)"


def test_the_format_of_buttons_already_in_chats_stays() -> None:
    assert StartJob(35).pack() == "1st:z"
    assert ShowGroup(36, 12, 1).pack() == "1ga:10:c:1"
    assert ShowField(1, "add_opt1").pack() == "1fi:1:add_opt1:0"
    assert SetLanguage(1, "uz").pack() == "1la:1:uz"
