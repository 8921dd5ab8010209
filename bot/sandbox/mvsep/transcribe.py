"""Speech models: it hears where something is loud, and says that it understands no words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from bot.sandbox.mvsep.codec import RATE, Samples

NOTICE = "[stand-in: no speech recognition was done]"
_STEP = RATE // 4
_LONGEST = 40


@dataclass(frozen=True)
class Segment:
    """A loud stretch, in seconds from the beginning."""

    start: float
    end: float

    @property
    def text(self) -> str:
        return f"{NOTICE} sound from {self.start:.2f} s to {self.end:.2f} s"


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
    lines = [NOTICE, *(f"{_clock(s.start, '.')} - {_clock(s.end, '.')}  sound" for s in found)]
    return "\n".join(lines) + "\n"


def as_srt(found: list[Segment]) -> str:
    """SubRip: number, time span with comma, text, empty line."""
    blocks = [
        f"{number}\n{_clock(s.start, ',')} --> {_clock(s.end, ',')}\n{NOTICE}\n"
        for number, s in enumerate(found, 1)
    ]
    return "\n".join(blocks)


def _clock(seconds: float, point: str) -> str:
    whole, thousandths = divmod(round(seconds * 1000), 1000)
    minutes, second = divmod(whole, 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours:02}:{minute:02}:{second:02}{point}{thousandths:03}"
