"""How an analysis looks while it runs and when it has ended."""

from bot.chat.callbacks import (
    AnalyseInParts,
    CancelAnalysis,
    CancelListed,
    ForgetAnalysis,
    OpenResult,
    RetryAnalysis,
    ShowTextHistory,
)
from bot.chat.display.screen import Button, Row, Screen, cut
from bot.chat.display.translator import Html, Translator, join
from bot.features.analyze.order.analysis_request import parts_of, wish_of
from bot.features.analyze.order.progress import Progress
from bot.features.analyze.order.song_request import song_of
from bot.features.analyze.reporting.song_screens import title_line, verses_count
from storage import Job, JobState

LONGEST_TITLE = 100


def running(t: Translator, job: Job, progress: Progress, elapsed: float) -> Screen:
    """The live status; `elapsed` in seconds."""
    time = t.html("status-elapsed", time=t.elapsed(elapsed)) if elapsed >= 1 else Html("")
    text = join(headline(t, job), stage_line(t, progress), time)
    return Screen(text, ((Button(t.plain("button-cancel"), CancelAnalysis(job.id)),),))


def stopping(t: Translator, job: Job) -> Screen:
    return Screen(join(headline(t, job), t.html("status-cancelling")))


def done(t: Translator, job: Job, elapsed: float) -> Screen:
    return Screen(join(headline(t, job), t.html("reading-done", time=t.elapsed(elapsed))))


def failed(t: Translator, job: Job, reason: Html) -> Screen:
    retry = Button(t.plain("button-retry"), RetryAnalysis(job.id))
    text = join(headline(t, job), t.html("failed-title"), reason, _what_stays(t, job))
    return Screen(text, ((retry,), *_found_so_far(t, job)))


def failed_later(t: Translator, job: Job, reason: Html) -> Screen:
    """It went wrong after the service took it: a press must not order, and pay, again."""
    text = join(headline(t, job), t.html("failed-title"), reason, _what_stays(t, job))
    return Screen(text, (*_found_so_far(t, job), *_past(t, job)))


def too_long(t: Translator, job: Job, longest: int, parts: int) -> Screen:
    """The service refused all at once: the same in parts, at the same price for each text."""
    text = join(headline(t, job), t.html("failed-title"), t.html("reading-too-long", n=parts))
    again = Button(t.plain("reading-in-parts", n=parts), AnalyseInParts(job.id, longest))
    return Screen(text, ((again,),))


def cancelled(t: Translator, job: Job, how: str) -> Screen:
    """What was paid for can be opened later; what went nowhere cannot."""
    rows = () if how == "cancelled-texts-free" else _past(t, job)
    text = join(headline(t, job), t.html("cancelled-title"), t.html(how), _what_stays(t, job))
    return Screen(text, (*_found_so_far(t, job), *rows))


def unclear(t: Translator, job: Job) -> Screen:
    """Nobody knows whether the service took the texts: the person decides, because it may cost twice."""
    retry = Button(t.plain("button-retry"), RetryAnalysis(job.id))
    forget = Button(t.plain("button-forget"), ForgetAnalysis(job.id))
    text = join(headline(t, job), t.html("reading-unclear"), _what_stays(t, job))
    return Screen(text, ((retry, forget), *_found_so_far(t, job)))


def listed(t: Translator, job: Job, elapsed: float) -> tuple[Html, Button]:
    """One entry of the list of everything that is running, wherever it was asked for."""
    stage = stage_line(t, Progress.read(job.progress))
    if job.state is JobState.UNCLEAR:
        stage = t.html("reading-unclear")
    line = join(headline(t, job), stage, t.html("status-elapsed", time=t.elapsed(elapsed)))
    label = t.plain("jobs-cancel", title=_kind(t, job))
    return line, Button(label, CancelListed(job.user_id, job.id))


def headline(t: Translator, job: Job) -> Html:
    """`Mood · 12 texts`; for a song's words the title and what is known of them come first."""
    wish = wish_of(job)
    if song := song_of(job):
        now = t.html("meaning-now", what=_kind(t, job), verses=verses_count(t, wish.count))
        return Html("\n\n".join(filter(None, [title_line(t, song), song.said, now])))
    rest = t.plain("texts-count", n=wish.count, amount=t.number(wish.count))
    if parts_of(job) > 1:
        part = t.plain("reading-part", part=job.part + 1, parts=parts_of(job))
        rest = f"{rest} · {part}"
    return t.html("song-line", title=_kind(t, job), rest=rest)


def stage_line(t: Translator, progress: Progress) -> Html:
    return t.html(f"reading-{progress.stage}")


def _past(t: Translator, job: Job) -> tuple[Row, ...]:
    """The way to what was read before, which is shown in private alone."""
    if job.place.chat_id != job.user_id:
        return ()
    return ((Button(t.plain("past-open"), ShowTextHistory(job.user_id)),),)


def _what_stays(t: Translator, job: Job) -> Html:
    """A song's words are in the chat, whatever became of reading them."""
    return t.html("meaning-words-stay") if song_of(job) else Html("")


def _found_so_far(t: Translator, job: Job) -> tuple[Row, ...]:
    song = song_of(job)
    if song is None or not song.mood:
        return ()
    return ((Button(t.plain("meaning-mood"), OpenResult(job.user_id, song.mood)),),)


def _kind(t: Translator, job: Job) -> str:
    wish = wish_of(job)
    if wish.theme_title:
        return t.plain("calc-by-theme", theme=cut(wish.theme_title, LONGEST_TITLE))
    return t.plain(f"calc-{wish.kind}")
