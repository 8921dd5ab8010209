"""Speech models: it knows the words of the sandbox's own song, and hears where something is loud.

Of any other recording it says that it understands no words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bot.sandbox.mvsep.sound.codec import RATE, Samples, title_of
from bot.sandbox.song import LYRICS, TITLE

NOTICE = "[stand-in: no speech recognition was done]"
_STEP = RATE // 4
_LONGEST = 40


@dataclass(frozen=True)
class Segment:
    """A loud stretch, in seconds from the beginning."""

    start: float
    end: float
    words: str = ""

    @property
    def text(self) -> str:
        return self.words or f"{NOTICE} sound from {self.start:.2f} s to {self.end:.2f} s"


def known_words(path: Path) -> Sequence[str] | None:
    """Of the sandbox's own song, by its title; None for any other recording."""
    return LYRICS if title_of(path) == TITLE else None


def sung(words: Sequence[str], steps: list[float]) -> list[Segment]:
    """Lines spread evenly over the recording."""
    length = len(steps) / 4 / max(len(words), 1)
    return [Segment(at * length, (at + 1) * length, line) for at, line in enumerate(words)]


def loudness(chunks: Iterable[Samples]) -> list[float]:
    """Effective loudness (RMS) of every quarter of a second."""
    steps: list[float] = []
    held = np.zeros((2, 0), np.float32)
    for chunk in chunks:
        held = np.concatenate([held, chunk], axis=1)
        while held.shape[1] >= _STEP:
            steps.append(_rms(held[:, :_STEP]))
            held = held[:, _STEP:]
    return [*steps, _rms(held)] if held.shape[1] else steps


def _rms(sound: Samples) -> float:
    return float(np.sqrt(np.mean(sound.astype(np.float64) ** 2)))


def segments(steps: list[float]) -> list[Segment]:
    """Stretches louder than a third of the mean, none longer than ten seconds."""
    threshold = max(sum(steps) / max(len(steps), 1) / 3, 1e-4)
    found: list[Segment] = []
    begun: int | None = None
    for place, level in enumerate([*steps, 0.0]):
        if begun is not None and (level < threshold or place - begun >= _LONGEST):
            found.append(Segment(begun / 4, place / 4))
            begun = None
        if begun is None and level >= threshold:
            begun = place
    return found


def as_text(found: list[Segment]) -> str:
    """The words alone; without words, when there was sound."""
    lines = [s.words or f"{_clock(s.start, '.')} - {_clock(s.end, '.')}  sound" for s in found]
    notice = [NOTICE] if any(not s.words for s in found) else []
    return "".join(f"{line}\n" for line in [*notice, *lines])


def as_srt(found: list[Segment]) -> str:
    """SubRip: number, time span with comma, text, empty line."""
    blocks = [
        f"{number}\n{_clock(s.start, ',')} --> {_clock(s.end, ',')}\n{s.words or NOTICE}\n"
        for number, s in enumerate(found, 1)
    ]
    return "\n".join(blocks)


def _clock(seconds: float, point: str) -> str:
    whole, thousandths = divmod(round(seconds * 1000), 1000)
    minutes, second = divmod(whole, 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours:02}:{minute:02}:{second:02}{point}{thousandths:03}"
