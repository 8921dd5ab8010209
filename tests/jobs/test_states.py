"""The table of legal moves."""

import pytest

from bot.jobs import LEGAL_MOVES, IllegalMove, check_move
from storage import FINAL, JobState


def test_every_state_is_in_the_table() -> None:
    assert set(LEGAL_MOVES) == set(JobState)


def test_final_states_are_final() -> None:
    assert {state for state, moves in LEGAL_MOVES.items() if not moves} == FINAL


def test_what_goes_on_may_stay_fail_or_be_cancelled() -> None:
    for state in set(JobState) - FINAL:
        assert {state, JobState.FAILED, JobState.CANCELLED} <= LEGAL_MOVES[state]


def test_nothing_is_ordered_but_through_submitting() -> None:
    reached = {JobState.QUEUED}
    while (
        more := {
            to for state in reached for to in LEGAL_MOVES[state] if to is not JobState.SUBMITTING
        }
        - reached
    ):
        reached |= more
    existing = {JobState.DELIVERING, JobState.DONE}
    assert reached == {JobState.QUEUED, JobState.FAILED, JobState.CANCELLED} | existing


@pytest.mark.parametrize("state", sorted(JobState))
def test_an_end_can_be_reached_from_everywhere(state: JobState) -> None:
    reached = {state}
    while more := {to for known in reached for to in LEGAL_MOVES[known]} - reached:
        reached |= more
    assert reached & FINAL


def test_a_move_that_is_not_in_the_table_is_refused() -> None:
    check_move(JobState.QUEUED, JobState.SUBMITTING)
    with pytest.raises(IllegalMove, match="from done to queued"):
        check_move(JobState.DONE, JobState.QUEUED)
