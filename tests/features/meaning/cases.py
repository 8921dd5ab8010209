"""Every screen of what a song is about, called with the values of a world."""

from dataclasses import replace
from decimal import Decimal

from bot.chat.display.screen import Screen
from bot.chat.display.translator import Translator
from bot.features.analyze import SongWords
from bot.features.analyze.order.progress import Progress, Stage
from bot.features.analyze.reporting import song_screens, status_screens
from bot.features.analyze.results.reports import Report
from bot.features.link import neuro_link_button
from bot.features.meaning import screens
from bot.features.meaning.screens import SongPlan
from bot.features.separate import Order
from bot.features.separate.choosing.goals import MEANING
from bot.features.separate.draft.choice import Choice
from bot.features.separate.reporting import status_screens as separating
from bot.features.separate.reporting.progress import Progress as SongProgress
from bot.features.separate.reporting.progress import Stage as SongStage
from bot.features.separate.reporting.result_screens import read
from bot.neuro_semantic import Kind
from storage import Job
from tests.features.analyze.cases import MOODS, classes, job_for, report, sorted_report
from tests.features.themes.values import theme, themes
from tests.features.worlds import ROW, USER, World

HALF = Decimal("0.5")


def planning(t: Translator, w: World) -> dict[str, Screen]:
    def order(plan: SongPlan, songs: int = 1, *, poor: bool = False) -> Screen:
        choice = Choice(w.algorithm.render_id, goal=MEANING)
        contents = replace(w.contents, songs=w.contents.songs * songs)
        account = w.poor if poor else w.account
        shown = Order(contents, w.algorithm, choice, price=2, account=account, gates=plan.gates)
        return screens.order(t, ROW, shown, plan)

    full = SongPlan(
        themes=themes(w.name, 2),
        theme=theme(w.name),
        mood_price=HALF,
        theme_price=Decimal(1),
        balance=Decimal(120),
    )
    return {
        "the way to the meaning": order(full),
        "of several songs": order(replace(full, songs=3), 3, poor=True),
        "the mood alone": order(replace(full, theme=None)),
        "no themes": order(replace(full, theme=None, themes=())),
        "too dear": order(replace(full, balance=Decimal("3.5"))),
        "balance unknown": order(replace(full, balance=None)),
        "price unknown": order(replace(full, mood_price=None)),
        "before linking": order(SongPlan(link=neuro_link_button(t, USER))),
        "themes for a song": screens.themes(t, ROW, themes(w.name, 20), 1),
        "few themes for a song": screens.themes(t, ROW, themes(w.name, 2), 0),
    }


def telling(t: Translator, w: World) -> dict[str, Screen]:
    mood, then = song_job(w, Kind.SENTIMENT), song_job(w, Kind.CLASSIFY, w.message)
    song = separation(w)
    found = SongProgress(SongStage.DELIVERING, stems=2, sent=1, used=2, left=40)
    return {
        "the words": separating.running(t, song, found, 70.0),
        "no words": read(t, song, found, screens.no_words(t)),
        "words that wait": read(
            t, song, found, screens.link_first(t, ROW, neuro_link_button(t, USER))
        ),
        "the mood": status_screens.running(t, mood, Progress(Stage.WAITING), 90.0),
        "the themes": status_screens.running(t, then, Progress(Stage.RUNNING), 95.0),
        "mood failed": status_screens.failed(t, mood, t.html("reading-failed-balance")),
        "themes failed": status_screens.failed(t, then, t.html("neuro-says", message=w.message)),
        "themes stopped": status_screens.cancelled(t, then, "cancelled-texts-running"),
        "themes unclear": status_screens.unclear(t, then),
    }


def resulting_in(t: Translator, w: World) -> dict[str, Screen]:
    """What stands below the picture at last."""
    mood = report(Kind.SENTIMENT, classes(MOODS, (2, 2, 1, 1, 0), w.message))

    def told(song: SongWords, before: Report | None, last: Report) -> Screen:
        return song_screens.told(t, USER, song, before, last)

    first = SongWords(w.name, 0.0)
    then = replace(first, said=f"<b>{len(w.name)}</b>", mood=ROW)
    return {
        "mood of a song": told(first, None, mood),
        "mood and themes": told(then, mood, sorted_report(w)),
        "themes, the mood is gone": told(then, None, sorted_report(w, 2)),
    }


def separation(w: World) -> Job:
    job = w.job(Choice(w.algorithm.render_id, goal=MEANING))
    job.request["then"] = {"theme": None}
    return job


def song_job(w: World, kind: Kind, said: str = "") -> Job:
    job = job_for(kind, w.name if said else "")
    mood = ROW if said else 0
    job.request["song"] = {"title": w.name, "since": 0.0, "said": "<b>Fine.</b>" * bool(said)}
    job.request["song"]["mood"] = mood
    return job


TOPICS = (planning, telling, resulting_in)
