"""Notes for the MIDI models: the loudest pitch of each quarter of a second, as a MIDI file."""

from __future__ import annotations

import struct
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from bot.sandbox.mvsep.sound.codec import RATE, Samples

_TICKS = 480
_STEP = RATE // 4
_STEP_TICKS = _TICKS // 2
_DRUM_NOTES = (36, 38, 42)


@dataclass(frozen=True)
class Note:
    """`at` and `steps` count quarters of a second; `pitch` is the MIDI number."""

    at: int
    steps: int
    pitch: int


def heard(chunks: Iterable[Samples], *, drums: bool) -> list[Note]:
    """One voice; silence gives no note, a held tone gives one long note."""
    notes: list[Note] = []
    for at, pitch in enumerate(_pitches(chunks, drums=drums)):
        if pitch is None:
            continue
        last = notes[-1] if notes else None
        if last and not drums and last.pitch == pitch and last.at + last.steps == at:
            notes[-1] = Note(last.at, last.steps + 1, pitch)
        else:
            notes.append(Note(at, 1, pitch))
    return notes


def _pitches(chunks: Iterable[Samples], *, drums: bool) -> Iterable[int | None]:
    held = np.zeros((2, 0), np.float32)
    for chunk in chunks:
        held = np.concatenate([held, chunk], axis=1)
        while held.shape[1] >= _STEP:
            yield _pitch(held[:, :_STEP], drums=drums)
            held = held[:, _STEP:]


def _pitch(sound: Samples, *, drums: bool) -> int | None:
    mono = sound.mean(axis=0)
    if float(np.abs(mono).max()) < 0.01:
        return None
    spectrum = np.abs(np.fft.rfft(mono * np.hanning(mono.size)))
    low = round(60 * mono.size / RATE)
    frequency = (low + int(np.argmax(spectrum[low : 30 * low]))) * RATE / mono.size
    if drums:
        return _DRUM_NOTES[0 if frequency < 150 else 1 if frequency < 900 else 2]
    return int(np.clip(round(69 + 12 * np.log2(frequency / 440)), 0, 127))


def as_file(notes: list[Note], *, drums: bool) -> bytes:
    """Standard MIDI file, type 0, 480 ticks per beat at 120 beats per minute."""
    status = 0x99 if drums else 0x90
    events = sorted(
        [(n.at * _STEP_TICKS, bytes([status, n.pitch, 80])) for n in notes]
        + [((n.at + n.steps) * _STEP_TICKS, bytes([status, n.pitch, 0])) for n in notes],
        key=lambda event: (event[0], event[1][2]),
    )
    track, now = bytearray(b"\x00\xff\x51\x03\x07\xa1\x20"), 0
    for at, message in events:
        track += _variable(at - now) + message
        now = at
    track += b"\x00\xff\x2f\x00"
    head = b"MThd" + struct.pack(">IHHH", 6, 0, 1, _TICKS)
    return head + b"MTrk" + struct.pack(">I", len(track)) + bytes(track)


def _variable(number: int) -> bytes:
    """A variable-length quantity: seven bits per byte, the high bit says that more follow."""
    out = [number & 0x7F]
    while number := number >> 7:
        out.append(number & 0x7F | 0x80)
    return bytes(reversed(out))
