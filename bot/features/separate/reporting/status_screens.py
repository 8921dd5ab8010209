"""How a job looks while it runs and when it has ended."""

from collections.abc import Sequence
from itertools import accumulate, islice
from typing import Any

from bot.chat.callbacks import CancelJob, ForgetJob, RetryJob
from bot.chat.display.screen import Button, Screen, cut
from bot.chat.display.translator import Html, Translator, join
from bot.features.separate.choosing.card_screens import title_of
from bot.features.separate.choosing.option_screens import format_key
from bot.features.separate.draft.choice import FORMATS
from bot.features.separate.draft.song import Song
from bot.features.separate.reporting.progress import Progress, Stage
from storage import Job

ROOM = 1900  # characters of a list, each of which Telegram may count twice (it takes 4096)
LONGEST_MESSAGE = 200  # characters of the service's own words
ESTIMATED = (Stage.PROCESSING, Stage.CHUNKS, Stage.MERGING)
HELD = (Stage.HELD_TODAY, Stage.HELD_BY_QUEUE, Stage.HELD_FOR_CREDITS, Stage.RETRYING)


def starting(t: Translator, job: Job, capacity: int) -> Screen:
    """Right after Start: on its way, or waiting for one of the token's places."""
    stage = Stage.QUEUED if job.due_at is None else Stage.STARTING
    return running(t, job, Progress(stage, capacity=capacity), 0)


def running(t: Translator, job: Job, progress: Progress, elapsed: float) -> Screen:
    """The live status: what is being done, how far it is, how long it has taken; `elapsed` in seconds."""
    text = join(headline(t, job), *how_far(t, progress, elapsed))
    cancel = Button(t.plain("button-cancel"), CancelJob(job.id))
    if progress.stage in HELD:
        return Screen(text, ((Button(t.plain("button-now"), RetryJob(job.id)), cancel),))
    return Screen(text, ((cancel,),))


def cancelling(t: Translator, job: Job) -> Screen:
    return Screen(join(headline(t, job), t.html("status-cancelling")))


def failed(t: Translator, job: Job, reason: Html) -> Screen:
    retry = Button(t.plain("button-retry"), RetryJob(job.id))
    return Screen(join(headline(t, job), t.html("failed-title"), reason), ((retry,),))


def cancelled(t: Translator, job: Job, how: str, balance: int | None = None) -> Screen:
    left = Html("") if balance is None else t.html("cancelled-balance", left=balance)
    return Screen(join(headline(t, job), t.html("cancelled-title"), t.html(how), left))


def unclear(t: Translator, job: Job) -> Screen:
    """Nobody knows whether the service took the song: the person decides, because it may cost twice."""
    return Screen(
        join(headline(t, job), t.html("unclear-text")),
        (
            (
                Button(t.plain("button-retry"), RetryJob(job.id)),
                Button(t.plain("button-forget"), ForgetJob(job.id)),
            ),
        ),
    )


def fitting(t: Translator, lines: Sequence[Html], *, most: int) -> list[Html]:
    """As many lines as one message holds, and how many more there are."""
    lengths = accumulate(map(len, lines))
    count = sum(length <= ROOM for length in islice(lengths, most))
    more = [t.html("songs-more", n=len(lines) - count)] if count < len(lines) else []
    return [*lines[:count], *more]


def headline(t: Translator, job: Job) -> Html:
    """`Feeling Good · BS Roformer · MP3 320 kbps`"""
    request = job.request
    if "then" in request:
        rest = t.plain("goal-" + request["goal"])
        return t.html("song-line", title=title_of(t, Song(**request["song"])), rest=rest)
    what = request["algorithm"]
    if request.get("goal"):
        what = f"{t.plain('goal-' + request['goal'])} · {what}"
    kind = t.plain(format_key(min(request["output_format"], len(FORMATS) - 1)))
    return t.html("song-line", title=title_of(t, Song(**request["song"])), rest=f"{what} · {kind}")


def how_far(t: Translator, progress: Progress, elapsed: float) -> tuple[Html, ...]:
    """The stage, the time so far, and an estimate, which says that it is one."""
    ahead = Html("")
    if progress.ahead > 0 and progress.stage in ESTIMATED:
        ahead = t.html("status-ahead", time=t.elapsed(progress.ahead))
    return (stage_line(t, progress), _elapsed_line(t, elapsed), ahead)


def _elapsed_line(t: Translator, elapsed: float) -> Html:
    return t.html("status-elapsed", time=t.elapsed(elapsed)) if elapsed >= 1 else Html("")


def stage_line(t: Translator, progress: Progress) -> Html:
    key, arguments = _said(t, progress)
    return t.html(key, **arguments)


def _said(t: Translator, p: Progress) -> tuple[str, dict[str, Any]]:
    match p.stage:
        case Stage.UPLOADING if p.size:
            return "status-uploading", {"done": t.size(p.uploaded), "total": t.size(p.size)}
        case Stage.UPLOADING:
            return "status-uploading-unknown", {"done": t.size(p.uploaded)}
        case Stage.WAITING if p.place and p.count:
            return "status-place", {"place": p.place, "count": p.count}
        case Stage.CHUNKS:
            return "status-chunks", {"done": p.chunks_done, "all": p.chunks_all}
        case Stage.DELIVERING:
            return "status-delivering", {"n": p.stems, "sent": p.sent}
        case Stage.HELD_TODAY:
            return "status-hold-daily", {
                "message": cut(p.message or "", LONGEST_MESSAGE),
                "time": t.elapsed(p.again_in),
            }
        case Stage.QUEUED:
            return "status-queued", {"n": p.capacity}
        case _:
            return f"status-{p.stage}", {}
