"""/jobs: what runs and waits, what failed lately, and what can be done about each."""

from collections.abc import Callable, Sequence

from bot.chat.callbacks import CancelAll, CancelListed, RetryListed
from bot.chat.display.screen import Button, Screen
from bot.chat.display.translator import Html, Translator, join
from bot.features.separate.choosing.card_screens import title_of
from bot.features.separate.draft.song import Song
from bot.features.separate.reporting.progress import Progress
from bot.features.separate.reporting.status_screens import HELD, fitting, headline, how_far
from storage import Job, JobState

MOST_LISTED = 8
MOST_OTHERS = 4  # jobs of other kinds, which come first
Listed = Callable[[Translator, Job, float], tuple[Html, Button]]
RETRIED = (JobState.FAILED, JobState.UNCLEAR)


def listed(
    t: Translator,
    owner: int,
    rows: list[tuple[Job, Progress, float]],
    more: Sequence[tuple[Html, Button]] = (),
) -> Screen:
    """A line for each with its place, stage and times; buttons by title; `more` are of other kinds."""
    if not rows and not more:
        return Screen(t.html("jobs-none"))
    others = more[:MOST_OTHERS]
    shown = rows[: MOST_LISTED - len(others)]
    lines = [_line(t, number, *row) for number, row in enumerate(rows, 1)]
    buttons = [_buttons(t, owner, job, progress) for job, progress, _ in shown]
    lines = [*(line for line, _ in others), *lines]
    buttons += [(button,) for _, button in others]
    if sum(job.state not in RETRIED for job, _, _ in rows) > 1:
        buttons.append((Button(t.plain("jobs-cancel-all"), CancelAll(owner)),))
    text = "\n\n".join([t.html("jobs-title"), *fitting(t, lines, most=MOST_LISTED)])
    return Screen(Html(text), tuple(buttons))


def _line(t: Translator, number: int, job: Job, progress: Progress, elapsed: float) -> Html:
    head = Html(f"{number}. {headline(t, job)}")
    if job.state in RETRIED:
        return join(
            head, t.html("jobs-failed" if job.state == JobState.FAILED else "jobs-unclear")
        )
    return join(head, *how_far(t, progress, elapsed))


def _buttons(t: Translator, owner: int, job: Job, progress: Progress) -> tuple[Button, ...]:
    title = title_of(t, Song(**job.request["song"]))
    again = Button(t.plain("jobs-retry", title=title), RetryListed(owner, job.id))
    cancel = Button(t.plain("jobs-cancel", title=title), CancelListed(owner, job.id))
    if job.state in RETRIED:
        return (again,)
    return (again, cancel) if progress.stage in HELD else (cancel,)
