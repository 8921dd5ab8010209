"""The legal moves of a job: the one table that every move is checked against."""

from collections.abc import Mapping
from types import MappingProxyType

from storage import JobState

# Money is spent on the way through `submitting`: nothing gets to `waiting` without it, and from
# `submitting` back to `queued` leads only the knowledge that nothing was ordered. From `queued`
# straight to `delivering` goes what exists already, so that nothing is ordered. `unclear` is left
# when the user or the service's history decides. Staying is always a move.
LEGAL_MOVES: Mapping[JobState, frozenset[JobState]] = MappingProxyType(
    {
        JobState.QUEUED: frozenset(
            {
                JobState.QUEUED,
                JobState.SUBMITTING,
                JobState.DELIVERING,
                JobState.FAILED,
                JobState.CANCELLED,
            }
        ),
        JobState.SUBMITTING: frozenset(
            {
                JobState.SUBMITTING,
                JobState.QUEUED,
                JobState.UNCLEAR,
                JobState.WAITING,
                JobState.FAILED,
                JobState.CANCELLED,
            }
        ),
        JobState.UNCLEAR: frozenset(
            {
                JobState.UNCLEAR,
                JobState.QUEUED,
                JobState.WAITING,
                JobState.FAILED,
                JobState.CANCELLED,
            }
        ),
        JobState.WAITING: frozenset(
            {JobState.WAITING, JobState.DELIVERING, JobState.FAILED, JobState.CANCELLED}
        ),
        JobState.DELIVERING: frozenset(
            {JobState.DELIVERING, JobState.DONE, JobState.FAILED, JobState.CANCELLED}
        ),
        JobState.DONE: frozenset(),
        JobState.FAILED: frozenset(),
        JobState.CANCELLED: frozenset(),
    }
)


class IllegalMove(ValueError):
    """A lifecycle asked for a move that the table does not have: a mistake in the code."""


def check_move(before: JobState, after: JobState) -> None:
    """Raise IllegalMove unless the table has the move."""
    if after not in LEGAL_MOVES[before]:
        raise IllegalMove(f"A job cannot go from {before} to {after}.")
