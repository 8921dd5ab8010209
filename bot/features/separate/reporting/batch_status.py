"""Several songs, or several algorithms, started together: one message tells how all of them are."""

from collections.abc import Mapping, Sequence

from bot.chat.callbacks import CancelBatch
from bot.chat.display.screen import Button, Screen
from bot.chat.display.translator import Html, Translator, join
from bot.features.separate.choosing.card_screens import title_of
from bot.features.separate.draft.song import Song
from bot.features.separate.reporting.progress import Progress
from bot.features.separate.reporting.status_screens import fitting, stage_line
from storage import FINAL, Job, JobState

MOST_SHOWN = 20
_ENDS = {
    JobState.DONE: "batch-done",
    JobState.FAILED: "batch-failed-state",
    JobState.CANCELLED: "batch-cancelled",
    JobState.UNCLEAR: "batch-unclear",
}
ENDED = FINAL | {JobState.UNCLEAR}


def is_batch(job: Job) -> bool:
    return int(job.request.get("batch", 1)) > 1


def title_beside_others(t: Translator, job: Job) -> str:
    """The song's title; where several algorithms work on one song, with the algorithm's name."""
    title = title_of(t, Song(**job.request["song"]))
    if not job.request.get("compared"):
        return title
    return f"{title} - {job.request['algorithm'].partition(' (')[0]}"


def over(jobs: Sequence[Job], ends: Mapping[int, JobState]) -> bool:
    """Whether nothing of the batch is left to do; `ends` are states about to be written."""
    return all(ends.get(job.id, job.state) in ENDED for job in jobs)


def again(t: Translator, job: Job) -> Screen:
    """In place of what went wrong, once it is tried anew."""
    return Screen(t.html("batch-again", title=title_of(t, Song(**job.request["song"]))))


def summary(t: Translator, jobs: Sequence[Job], ends: Mapping[int, JobState]) -> Screen:
    """`3 of 12 done`, and a line for each; while something runs, a button that stops it all."""
    states = {job.id: ends.get(job.id, job.state) for job in jobs}
    done = sum(state == JobState.DONE for state in states.values())
    failed = sum(state in (JobState.FAILED, JobState.UNCLEAR) for state in states.values())
    text = join(
        t.html("batch-title", done=done, all=len(jobs)),
        t.html("batch-failed", n=failed) if failed else Html(""),
        *fitting(t, [_line(t, job, states[job.id]) for job in jobs], most=MOST_SHOWN),
    )
    if over(jobs, ends):
        return Screen(text)
    cancel = Button(t.plain("batch-cancel"), CancelBatch(jobs[0].draft_id or 0))
    return Screen(text, ((cancel,),))


def _line(t: Translator, job: Job, state: JobState) -> Html:
    title = title_beside_others(t, job)
    if state in ENDED:
        return t.html("batch-line", title=title, state=t.plain(_ENDS[state]))
    shown = stage_line(t, Progress.read(job.progress))
    return t.html("batch-line", title=title, state=shown)
