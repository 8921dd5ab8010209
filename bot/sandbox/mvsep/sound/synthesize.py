"""Sounds from words: a chord pad for music prompts, vowel-like tones for spoken text."""

from __future__ import annotations

from collections.abc import Iterator
from zlib import crc32

import numpy as np

from bot.sandbox.mvsep.sound.codec import RATE, Samples

_SCALE = (0, 2, 4, 7, 9, 12, 14, 16)
_MOST_WORDS = 300


def music(prompt: str, seconds: float) -> Iterator[Samples]:
    """A slow pad whose chord comes from the prompt, one second at a time."""
    seed = crc32(prompt.encode())
    notes = [_SCALE[(seed >> shift) % len(_SCALE)] for shift in (0, 8, 16)]
    for second in range(max(1, round(seconds))):
        time = second + np.arange(RATE) / RATE
        tones = [np.sin(2 * np.pi * 110 * 2 ** (note / 12) * time) for note in notes]
        swell = 0.6 + 0.4 * np.sin(2 * np.pi * time / 4)
        mono = 0.2 * swell * np.sum(tones, axis=0)
        yield np.stack([mono, np.roll(mono, 40)]).astype(np.float32)


def speech(text: str) -> Iterator[Samples]:
    """A hum for every word, as long as the word is; no more than 300 words."""
    for word in text.split()[:_MOST_WORDS] or ["-"]:
        mono = _hum(110 + crc32(word.encode()) % 60, 0.08 + 0.05 * min(len(word), 12))
        yield np.stack([mono, mono]).astype(np.float32)


def _hum(pitch: float, seconds: float) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    time = np.arange(round(seconds * RATE)) / RATE
    voice = np.sum([np.sin(2 * np.pi * pitch * k * time) / k for k in range(1, 8)], axis=0)
    hum = 0.2 * voice * np.sin(np.pi * time / seconds) ** 2
    return np.concatenate([hum, np.zeros(RATE // 12)])
