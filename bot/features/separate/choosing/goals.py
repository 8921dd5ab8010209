"""What people want from a song, and what gives it to them: goals are data and follow the live catalogue."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.features.catalogue import PREMIUM_ONLY, Book
from bot.mvsep import Algorithm

MEANING = "meaning"


@dataclass(frozen=True, slots=True)
class Way:
    """One algorithm with the options that serve a goal; the rest keeps the vendor's defaults."""

    sep_type: int
    options: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Goal:
    """The first way the catalogue still has is taken; `reason` says why it stands first."""

    key: str
    ways: tuple[Way, ...]
    reason: str


GOALS = (
    Goal(
        "karaoke",
        (Way(40), Way(48), Way(46), Way(25)),
        "BS Roformer's default model: the best instrumental of the free models, and the most used",
    ),
    Goal(
        "vocals",
        (Way(40), Way(48), Way(46), Way(25)),
        "the same model gives vocals and instrumental together",
    ),
    Goal("drums", (Way(44), Way(63), Way(20)), "an ensemble made for drums (SDR 14.35)"),
    Goal("bass", (Way(41), Way(63), Way(20)), "an ensemble made for bass (SDR 14.87)"),
    Goal("guitar", (Way(31), Way(63)), "BS Roformer SW, the best guitar figure (SDR 9.05)"),
    Goal("piano", (Way(29), Way(63)), "BS Roformer SW, the best piano figure (SDR 7.83)"),
    Goal("stems", (Way(63), Way(20), Way(13)), "six stems in one go, the most used of all"),
    Goal(
        "speech",
        (Way(56), Way(45), Way(36)),
        "DnR v3 takes speech out of music and effects (SDR 11.54 on average)",
    ),
    Goal(
        "choirs",
        (Way(49), Way(12)),
        "lead and backing vocals apart; the karaoke model of the service's own team",
    ),
    Goal("reverb", (Way(22),), "the default is the stereo de-reverb model"),
    Goal(
        "text",
        (Way(39), Way(64)),
        "Whisper knows most languages; vocals are taken out first by default",
    ),
    Goal(MEANING, (Way(39), Way(64)), "the words as for speech to text; then they are read"),
    Goal("noise", (Way(47),), "speech and music denoiser in its standard strength"),
)


def way_to(goal_key: str, book: Book) -> tuple[Algorithm, Mapping[str, str]] | None:
    """The algorithm and options for a goal; None for a goal that nothing in the catalogue serves."""
    goal = next((each for each in GOALS if each.key == goal_key), None)
    for way in goal.ways if goal else ():
        algorithm = book.get(way.sep_type)
        if algorithm and algorithm.orientation != PREMIUM_ONLY:
            return algorithm, way.options
    return None


def reachable(book: Book) -> list[Goal]:
    return [goal for goal in GOALS if way_to(goal.key, book)]
