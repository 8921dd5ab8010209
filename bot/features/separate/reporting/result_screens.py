"""How results look once a job is done: the last word, its buttons, and what is offered for big files."""

from collections.abc import Sequence
from html import escape

from bot.chat.callbacks import (
    ChooseAnew,
    DeleteResults,
    GiveStars,
    InFormat,
    InParts,
    MakeAnew,
    ShowDone,
    ShowStars,
    ShowStems,
    UseStem,
)
from bot.chat.display.screen import Button, Row, Screen, in_pairs
from bot.chat.display.translator import Html, Translator, join
from bot.features.delivery import CLOUD_UPLOAD, Form, form_of, parts_of
from bot.features.separate.draft.choice import FORMATS
from bot.features.separate.reporting.progress import Progress
from bot.features.separate.reporting.status_screens import headline
from storage import Job, Stem

MOST_STARS = 5
SHOWN = 800  # characters of a transcript under its file; a caption holds 1024 (Bot API)
SMALLER = ("mp3", "m4a")
NEXT = ("mp3", "m4a", "wav", "flac")  # what may be the next song


def done(t: Translator, job: Job, progress: Progress, elapsed: float) -> Screen:
    """The last word: how many stems, what it cost, how long they stay, and what can be done next."""
    title = _ended(t, progress, elapsed)
    keep = t.html("done-known") if progress.known else t.html("done-keep")
    text = join(headline(t, job), title, _credits(t, progress), keep)
    if "parts" in job.request:
        return Screen(text)
    return Screen(text, _next_rows(t, job, progress))


def read(t: Translator, job: Job, progress: Progress, said: Screen) -> Screen:
    """The last word about a song whose words were to be read, and were not."""
    return Screen(join(headline(t, job), said.text, _credits(t, progress)), said.rows)


def _ended(t: Translator, progress: Progress, elapsed: float) -> Html:
    """A recording without words gives texts without words, and those are not sent."""
    if progress.empty and not progress.sent:
        return t.html("done-wordless")
    return t.html("done-title", n=progress.sent, time=t.elapsed(elapsed))


def _next_rows(t: Translator, job: Job, progress: Progress) -> tuple[Row, ...]:
    anew = Button(t.plain("after-anew"), ChooseAnew(job.id))
    onward = Button(t.plain("after-stem"), ShowStems(job.id))
    stars = Button(t.plain("after-rate"), ShowStars(job.id))
    if progress.known:
        return ((anew, onward), (stars, Button(t.plain("after-again"), MakeAnew(job.id))))
    return ((anew, onward), (stars, Button(t.plain("after-delete"), DeleteResults(job.id))))


def _credits(t: Translator, progress: Progress) -> Html:
    if progress.known or not (progress.used or progress.left):
        return Html("")
    if progress.used is None:
        return t.html("done-left", left=progress.left or 0)
    return t.html("done-credits", used=progress.used, left=progress.left or 0)


def stars(t: Translator, job: Job) -> Screen:
    row = tuple(Button(f"{n} ★", GiveStars(job.id, n)) for n in range(1, MOST_STARS + 1))
    return Screen(join(headline(t, job), t.html("rate-ask")), (row[:3], row[3:], _back(t, job)))


def rated(t: Translator, job: Job, given: int) -> Screen:
    return Screen(
        join(headline(t, job), t.html("rate-thanks", stars="★" * given)), (_back(t, job),)
    )


def stems(t: Translator, job: Job, found: Sequence[Stem]) -> Screen:
    """Which stem becomes the next song."""
    buttons = [Button(stem.label, UseStem(job.id, stem.position)) for stem in found]
    return Screen(
        join(headline(t, job), t.html("stem-which")), (*in_pairs(buttons), _back(t, job))
    )


def deleting(t: Translator, job: Job) -> Screen:
    sure = Button(t.plain("delete-sure"), DeleteResults(job.id, 1))
    return Screen(join(headline(t, job), t.html("delete-ask")), ((sure,), _back(t, job)))


def deleted(t: Translator, job: Job) -> Screen:
    return Screen(join(headline(t, job), t.html("delete-done")))


def too_big(t: Translator, job: Job, big: Sequence[Stem], largest: int) -> Screen:
    """What can be done with stems that no way of Telegram's holds."""
    limit = t.plain(
        "size-mb", n=t.number(largest / (1000 * 1000 if largest == CLOUD_UPLOAD else 2**20))
    )
    lines = [t.html("big-line", stem=s.label, size=t.size(s.size or 0)) for s in big]
    text = join(t.html("big-title", limit=limit), *lines, *_offers(t, job, big, largest))
    return Screen(text, (*_formats(t, job), *_parts(t, job, big, largest)))


def beginning(text: str) -> Html:
    """The first lines of a transcript as a caption; Telegram counts its length in UTF-16."""
    whole = text.strip()
    units = whole.encode("utf-16-le")[: 2 * SHOWN]
    shown = units.decode("utf-16-le", "ignore")
    if shown != whole:
        shown = (shown.rpartition("\n")[0] or shown) + "\n…"
    return Html(escape(shown, quote=False))


def _offers(t: Translator, job: Job, big: Sequence[Stem], largest: int) -> list[Html]:
    offers = [t.html("big-format")] if _formats(t, job) else []
    return offers + ([t.html("big-parts")] if _parts(t, job, big, largest) else [])


def _formats(t: Translator, job: Job) -> tuple[Row, ...]:
    if job.request["output_format"] in map(FORMATS.index, SMALLER) or "past" in job.request:
        return ()
    row = [
        Button(
            t.plain("big-in-format", format=name.upper()), InFormat(job.id, FORMATS.index(name))
        )
        for name in SMALLER
    ]
    return (tuple(row),)


def _parts(t: Translator, job: Job, big: Sequence[Stem], largest: int) -> tuple[Row, ...]:
    rows: list[Row] = []
    for stem in big:
        count = len(parts_of(stem.filename, stem.size, largest)) if stem.size else 0
        if count:
            label = t.plain("big-in-parts", stem=stem.label, n=count)
            rows.append((Button(label, InParts(job.id, stem.position)),))
    return tuple(rows)


def may_be_next(stem: Stem) -> bool:
    return bool(stem.file_id) and (
        form_of(stem.filename) is Form.MUSIC or stem.filename.endswith(NEXT)
    )


def _back(t: Translator, job: Job) -> Row:
    return (Button(t.plain("button-back"), ShowDone(job.id)),)
