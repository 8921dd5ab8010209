"""A song's words as an order: first their mood, then the themes they are about, as jobs that follow each other."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from bot.features.analyze.order.analysis_request import Wish, wish_of
from bot.neuro_semantic import Kind, read_theme
from storage import Basket, Job


@dataclass(frozen=True, slots=True)
class SongWords:
    """What the jobs about one song's words carry besides the order.

    `since` is when it all began (epoch seconds), `theme` what comes after the mood (None: nothing), as
    the service sent it; `said` and `mood` are the mood in words (HTML), and its analysis.
    """

    title: str
    since: float
    theme: dict[str, Any] | None = field(default=None, repr=False)
    said: str = field(default="", repr=False)
    mood: int = 0


def song_of(job: Job) -> SongWords | None:
    """None for an analysis of any other texts."""
    stored: Mapping[str, Any] | None = job.request.get("song")
    return SongWords(**stored) if stored else None


def mood_request(song: SongWords, basket: Basket) -> dict[str, Any]:
    """The first order: the mood of every verse."""
    wish = Wish(basket.id, basket.last, basket.count, basket.characters, Kind.SENTIMENT)
    return {"wish": wish.as_dict(), "song": asdict(song)}


def themes_request(job: Job, song: SongWords, said: str, mood: int) -> dict[str, Any] | None:
    """The second order, for the same verses; None when only the mood was wanted."""
    if song.theme is None:
        return None
    theme = read_theme(song.theme)
    wish = replace(wish_of(job), kind=Kind.CLASSIFY, theme=theme.id, theme_title=theme.title)
    then = SongWords(song.title, song.since, said=said, mood=mood)
    return {"wish": wish.as_dict(), "theme": song.theme, "song": asdict(then)}
