"""One sound in, one better sound out: less noise, less reverb, more treble, another's loudness."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
from scipy import ndimage

from bot.sandbox.mvsep.sound.codec import Samples
from bot.sandbox.mvsep.sound.spectrum import BINS, FREQUENCIES, sound_of, spectrum_of

Treatment = Callable[[Samples], Samples]


def denoised(sound: Samples) -> Samples:
    """Turns down what is hardly louder than the quiet tenth of each frequency."""
    spectrum = spectrum_of(sound)
    loudness = np.abs(spectrum)
    floor = np.quantile(loudness, 0.1, axis=1, keepdims=True)
    mask = np.clip(loudness / np.maximum(3 * floor, 1e-9) - 0.3, 0.1, 1).astype(np.float32)
    return sound_of(spectrum * mask, sound.shape[1])


def dereverbed(sound: Samples) -> Samples:
    """Turns down what only rings on after something louder."""
    spectrum = spectrum_of(sound)
    loudness = np.abs(spectrum)
    tail = ndimage.maximum_filter1d(loudness, 7, axis=1, origin=3)
    mask = np.clip(1.4 * loudness / np.maximum(tail, 1e-9), 0.15, 1).astype(np.float32)
    return sound_of(spectrum * mask, sound.shape[1])


def brightened(sound: Samples) -> Samples:
    """Fills the top octaves with a quiet copy of the octave below."""
    spectrum = spectrum_of(sound)
    top = np.flatnonzero(FREQUENCIES > 8_000)
    spectrum[:, :, top] += 0.25 * spectrum[:, :, np.minimum(top // 2, BINS - 1)]
    return np.clip(sound_of(spectrum, sound.shape[1]), -1, 1)


def as_loud_as(reference: float, own: float) -> Treatment:
    """Matching reduced to its most audible part: the effective loudness (RMS) of the other."""
    gain = np.float32(min(reference / max(own, 1e-6), 20.0))
    return lambda sound: np.clip(sound * gain, -1, 1)


TREATMENTS: Mapping[str, Treatment] = {
    "denoise": denoised,
    "dereverb": dereverbed,
    "brighten": brightened,
}
