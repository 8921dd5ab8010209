"""The service's rows joined with what we know of our own jobs."""

from pydantic import SecretStr

from bot.features.history.joined_history import Past, algorithms_of, credits_by_month, mark_of
from bot.mvsep import PastJob

HASH = "20261120113000-413c481b80-song.mp3"


def past(month: str, credits: int | None, render_id: int | None = 40, left: int = 5) -> Past:
    row = PastJob(SecretStr(HASH), f"{month}-20 11:30:00", True, credits, left, "BS", render_id)
    return Past(mark_of(HASH), row, None, credits)


def test_credits_are_summed_by_month_the_newest_first() -> None:
    jobs = [past("2026-11", 2), past("2026-11", None), past("2026-10", 7)]
    assert credits_by_month(jobs) == [("2026-11", 2, 2), ("2026-10", 1, 7)]


def test_the_most_used_algorithm_comes_first() -> None:
    jobs = [
        past("2026-11", 1, 48),
        past("2026-11", 1),
        past("2026-11", 1),
        past("2026-11", 1, None),
    ]
    assert algorithms_of(jobs) == [(40, "BS", 2), (48, "BS", 1)]


def test_a_mark_tells_nothing_of_the_hash() -> None:
    mark = mark_of(HASH)
    assert (len(mark), mark_of(HASH)) == (12, mark)
    assert mark not in HASH
    assert HASH not in repr(past("2026-11", 1))


def test_results_end_with_their_hours() -> None:
    assert past("2026-11", 1, left=1).alive
    assert not past("2026-11", 1, left=0).alive
