"""Short-time spectra: cutting sound into overlapping frames and putting it together again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np
import numpy.typing as npt
from scipy import fft, ndimage

from bot.sandbox.mvsep.sound.codec import RATE, Samples

Spectrum = npt.NDArray[np.complex64]
"""Shape (2, frames, bins)."""
Plane = npt.NDArray[np.float32]
"""Shape (frames, bins), values 0 to 1 unless said otherwise."""

SIZE = 2048
HOP = SIZE // 2
BINS = SIZE // 2 + 1
BLOCK = 10 * RATE // HOP * HOP
CONTEXT = RATE // 2 // HOP * HOP

FREQUENCIES: npt.NDArray[np.float32] = (np.arange(BINS) * (RATE / SIZE)).astype(np.float32)
_WINDOW = np.sqrt(0.5 - 0.5 * np.cos(2 * np.pi * np.arange(SIZE) / SIZE)).astype(np.float32)


def spectrum_of(sound: Samples) -> Spectrum:
    """Half-overlapping frames; the window is applied both here and in `sound_of`."""
    frames = -(-sound.shape[1] // HOP) + 1
    padded = np.zeros((2, (frames + 1) * HOP), np.float32)
    padded[:, HOP : HOP + sound.shape[1]] = sound
    cut = np.lib.stride_tricks.sliding_window_view(padded, SIZE, axis=1)[:, ::HOP]
    return np.asarray(fft.rfft(cut * _WINDOW, axis=-1), np.complex64)


def sound_of(spectrum: Spectrum, length: int) -> Samples:
    """The inverse of `spectrum_of`, exact up to rounding."""
    frames = np.asarray(fft.irfft(spectrum, n=SIZE, axis=-1), np.float32) * _WINDOW
    count = frames.shape[1]
    halves = np.zeros((2, count + 1, HOP), np.float32)
    halves[:, :count] += frames[:, :, :HOP]
    halves[:, 1:] += frames[:, :, HOP:]
    return np.asarray(halves.reshape(2, -1)[:, HOP : HOP + length], np.float32)


def centre_of(spectrum: Spectrum) -> Plane:
    """1 where both channels carry the same, 0 where they differ or oppose."""
    left, right = spectrum
    energy = np.abs(left) ** 2 + np.abs(right) ** 2
    alike = 2 * (left * right.conj()).real / np.maximum(energy, 1e-12)
    return np.asarray(np.clip(alike, 0, 1), np.float32)


def percussive_of(spectrum: Spectrum) -> Plane:
    """1 where a sound is a short wide click, 0 where it is a long thin tone (median filters)."""
    loudness = np.abs(spectrum).mean(axis=0)
    along_frequency = _median_along_rows(loudness, 17)
    along_time = _median_along_rows(np.ascontiguousarray(loudness.T), 17).T
    clicks, tones = along_frequency**2, along_time**2
    return np.asarray(clicks / np.maximum(clicks + tones, 1e-12), np.float32)


def _median_along_rows(plane: Plane, width: int) -> Plane:
    """On the flattened plane, which is seven times as fast; rows touch only at their ends."""
    flat = ndimage.median_filter(plane.ravel(), size=width)
    return np.asarray(flat, np.float32).reshape(plane.shape)


def in_context(chunks: Iterable[Samples]) -> Iterator[tuple[Samples, slice]]:
    """Blocks of ten seconds with half a second of what is around them.

    The slice says which part of the block is its own. Memory stays the same however long the
    sound is.
    """
    held = np.zeros((2, 0), np.float32)
    own = 0
    for piece in _pieces(chunks):
        held = np.concatenate([held, piece], axis=1)
        if held.shape[1] >= own + BLOCK + CONTEXT:
            yield held[:, : own + BLOCK + CONTEXT], slice(own, own + BLOCK)
            held = held[:, max(own + BLOCK - CONTEXT, 0) :]
            own = CONTEXT
    if held.shape[1] > own:
        yield held, slice(own, held.shape[1])


def _pieces(chunks: Iterable[Samples]) -> Iterator[Samples]:
    """Small chunks gathered to about a second, so that joining them stays cheap."""
    gathered: list[Samples] = []
    for chunk in chunks:
        gathered.append(chunk)
        if sum(part.shape[1] for part in gathered) >= RATE:
            yield np.concatenate(gathered, axis=1)
            gathered = []
    if gathered:
        yield np.concatenate(gathered, axis=1)
