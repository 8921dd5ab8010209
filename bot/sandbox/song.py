"""A short test song: chords, bass, drums and a lead voice, always the same, in any container."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import av
import numpy as np
import numpy.typing as npt
from av.audio.frame import AudioFrame
from av.audio.resampler import AudioResampler
from av.audio.stream import AudioStream
from av.container import OutputContainer
from av.video.frame import VideoFrame
from av.video.stream import VideoStream
from scipy import signal

Mono = npt.NDArray[np.float64]

TITLE = "Paper Boats"
ARTIST = "The Loopbacks"
LYRICS = (
    "Paper boats along the stream,",
    "happy summer, golden dream,",
    "we were laughing, you and I,",
    "love was bigger than the sky.",
    "Then the rain came, cold and grey,",
    "sad and lonely, far away,",
    "every letter that I wrote",
    "sank with one more paper boat.",
    "But the morning brings a smile,",
    "hope is only half a mile,",
    "take my hand and hold my heart,",
    "love was with us from the start.",
)
"""What the lead voice would sing, if it had more than one vowel."""

_RATE = 44_100
_BEAT = 0.5
_CHORDS = ((57, 60, 64), (53, 57, 60), (48, 52, 55), (55, 59, 62))
"""A minor, F, C, G, one bar of four beats each, as MIDI numbers."""
_MELODY = (69, 72, 71, 69, 65, 69, 72, 74, 76, 74, 72, 67, 71, 74, 71, 67)
_PICTURE = (160, 120)
_PICTURES_PER_SECOND = 10


@dataclass(frozen=True)
class _Kind:
    codec: str
    bit_rate: int | None = None
    rate: int = _RATE
    picture: str | None = None


_KINDS = {
    ".mp3": _Kind("libmp3lame", 192_000),
    ".wav": _Kind("pcm_s16le"),
    ".flac": _Kind("flac"),
    ".ogg": _Kind("libopus", 128_000, 48_000),
    ".m4a": _Kind("aac", 192_000),
    ".mp4": _Kind("aac", 128_000, picture="mpeg4"),
}


def make_song(path: Path | str, seconds: float = 12) -> Path:
    """Writes the song in the format its ending names: mp3, wav, flac, ogg, m4a or mp4 (a video).

    Stereo; voice, bass and kick in the middle, the rest to the sides. Title and artist are tagged.
    KeyError for any other ending.
    """
    path = Path(path)
    kind = _KINDS[path.suffix.lower()]
    with av.open(str(path), "w") as container:
        container.metadata.update({"title": TITLE, "artist": ARTIST})
        picture = _picture_stream(container, kind)
        sound = _sound_stream(container, kind)
        if picture is not None:
            _write_picture(container, picture, seconds)
        _write_sound(container, sound, compose(seconds))
    return path


def compose(seconds: float) -> npt.NDArray[np.float32]:
    """The samples, shape (2, n), 44.1 kHz, peak 0.9."""
    length = max(1, round(seconds * _RATE))
    left, right = np.zeros(length), np.zeros(length)
    for sound, at, pan in _parts(seconds):
        start = round(at * _RATE)
        piece = sound[: max(0, length - start)]
        left[start : start + piece.size] += piece * (1 - pan) / 2
        right[start : start + piece.size] += piece * (1 + pan) / 2
    stereo = np.stack([left, right])
    return np.asarray(0.9 * stereo / max(float(np.abs(stereo).max()), 1e-9), np.float32)


def _parts(seconds: float) -> Iterator[tuple[Mono, float, float]]:
    """Every note and stroke with its time in seconds and its place, -1 left to 1 right."""
    random = np.random.default_rng(7)
    for beat in range(int(seconds / _BEAT) + 1):
        at, chord = beat * _BEAT, _CHORDS[beat // 4 % len(_CHORDS)]
        yield _bass(chord[0] - 12), at, 0.0
        yield (_kick() if beat % 2 == 0 else _snare(random)), at, 0.0
        yield _hat(random), at, 0.6
        yield _hat(random), at + _BEAT / 2, -0.6
        yield _voice(_MELODY[beat % len(_MELODY)]), at, 0.0
        if beat % 4 == 0:
            for note, pan in zip(chord, (-0.9, 0.9, -0.5), strict=True):
                yield _pad(note), at, pan


def _time(seconds: float) -> Mono:
    return np.arange(round(seconds * _RATE)) / _RATE


def _hertz(note: int) -> float:
    return float(440 * 2 ** ((note - 69) / 12))


def _bass(note: int) -> Mono:
    time = _time(_BEAT)
    return 0.5 * signal.sawtooth(2 * np.pi * _hertz(note) * time, 0.5) * np.exp(-3 * time)


def _pad(note: int) -> Mono:
    time = _time(4 * _BEAT)
    tone = signal.sawtooth(2 * np.pi * _hertz(note) * time) * 0.5
    tone += signal.sawtooth(2 * np.pi * _hertz(note) * 1.004 * time) * 0.5
    soft = signal.sosfilt(signal.butter(2, 2_500, fs=_RATE, output="sos"), tone)
    return np.asarray(0.16 * soft * np.minimum(1, time * 8) * np.exp(-0.6 * time))


def _voice(note: int) -> Mono:
    """A vibrato on overtones shaped like the vowel A."""
    time = _time(_BEAT * 0.95)
    phase = 2 * np.pi * _hertz(note) * time + 0.25 * np.sin(2 * np.pi * 5.5 * time)
    tone = np.zeros_like(time)
    for overtone in range(1, 12):
        hertz = _hertz(note) * overtone
        vowel = np.exp(-(((hertz - 800) / 350) ** 2)) + np.exp(-(((hertz - 1_250) / 450) ** 2))
        tone += (0.15 / overtone + vowel) * np.sin(overtone * phase)
    return np.asarray(0.35 * tone * np.sin(np.pi * time / time[-1]) ** 0.5)


def _kick() -> Mono:
    time = _time(0.25)
    return np.asarray(
        0.9 * np.sin(2 * np.pi * (50 * time - 6 * np.exp(-30 * time))) * np.exp(-14 * time)
    )


def _snare(random: np.random.Generator) -> Mono:
    time = _time(0.2)
    tone = 0.4 * np.sin(2 * np.pi * 190 * time)
    return np.asarray(0.5 * (tone + 0.6 * random.standard_normal(time.size)) * np.exp(-22 * time))


def _hat(random: np.random.Generator) -> Mono:
    time = _time(0.06)
    bright = np.diff(random.standard_normal(time.size), prepend=0.0)
    return np.asarray(0.12 * bright * np.exp(-70 * time))


def _sound_stream(container: OutputContainer, kind: _Kind) -> AudioStream:
    stream = cast(AudioStream, container.add_stream(kind.codec, rate=kind.rate, layout="stereo"))
    if kind.bit_rate:
        stream.bit_rate = kind.bit_rate
    return stream


def _write_sound(
    container: OutputContainer, stream: AudioStream, song: npt.NDArray[np.float32]
) -> None:
    frame = AudioFrame.from_ndarray(np.ascontiguousarray(song), format="fltp", layout="stereo")
    frame.sample_rate = _RATE
    fitting = AudioResampler(stream.format, "stereo", stream.rate)
    for part in [*fitting.resample(frame), *fitting.resample(None)]:
        container.mux(stream.encode(part))
    container.mux(stream.encode(None))


def _picture_stream(container: OutputContainer, kind: _Kind) -> VideoStream | None:
    if kind.picture is None:
        return None
    stream = cast(VideoStream, container.add_stream(kind.picture, rate=_PICTURES_PER_SECOND))
    stream.width, stream.height = _PICTURE
    stream.pix_fmt = "yuv420p"
    return stream


def _write_picture(container: OutputContainer, stream: VideoStream, seconds: float) -> None:
    """A bar that moves from left to right."""
    width, height = _PICTURE
    for number in range(max(1, round(seconds * _PICTURES_PER_SECOND))):
        image = np.full((height, width, 3), 40, np.uint8)
        image[:, number % width : number % width + 8] = (240, 180, 60)
        container.mux(stream.encode(VideoFrame.from_ndarray(image, format="rgb24")))
    container.mux(stream.encode(None))
