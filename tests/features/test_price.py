"""What a separation costs, by the service's formula."""

from dataclasses import replace

import pytest

from bot.features.separate.draft.contents import DraftContents
from bot.features.separate.draft.song import Song
from bot.features.separate.pricing.price import credits_for, credits_for_all
from bot.mvsep import Algorithm, PriceRule
from tests.features.worlds import whole_book


def algorithm(render_id: int, coefficient: float | None = None) -> Algorithm:
    found = whole_book().get(render_id)
    assert found
    return found if coefficient is None else replace(found, price_coefficient=coefficient)


@pytest.mark.parametrize(
    ("seconds", "coefficient", "credits"),
    [
        (380, 4, 25),  # the example of MVSEP's own document: 6:20 at four credits a minute
        (1, 1, 1),
        (59, 1, 1),
        (0, 1, 1),
        (119, 1, 1),
        (120, 1, 2),
        (179.9, 2, 5),
        (6000, 6, 600),
        (90, 0.5, 1),
    ],
)
def test_minutes_times_coefficient_rounded_down_and_at_least_one(
    seconds: float, coefficient: float, credits: int
) -> None:
    assert credits_for(algorithm(63, coefficient), {}, seconds) == credits


def test_an_option_multiplies() -> None:
    assert credits_for(algorithm(40), {"add_opt2": "2"}, 600) == 10
    assert credits_for(algorithm(40), {"add_opt2": "8"}, 600) == 20
    assert credits_for(algorithm(48), {"add_opt2": "8"}, 600) == 15


def test_only_rules_that_multiply_count() -> None:
    found = algorithm(40)
    odd = replace(found.fields[0], price_rules=(PriceRule("81", "surcharge", 99.0),))
    changed = replace(found, fields=(odd,))
    assert credits_for(changed, {"add_opt1": "81"}, 600) == 10


def test_an_unknown_length_has_no_price() -> None:
    assert credits_for(algorithm(40), {}, None) is None
    half_known = DraftContents((Song("file", duration=60), Song("file")))
    assert credits_for_all(algorithm(40), {}, half_known) is None


def test_every_song_is_rounded_by_itself() -> None:
    contents = DraftContents((Song("file", duration=30), Song("file", duration=30)))
    assert credits_for_all(algorithm(40), {}, contents) == 2
