"""Reads whatever people upload and writes the six output formats, through PyAV (FFmpeg)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self, cast

import av
import numpy as np
import numpy.typing as npt
from av.audio.frame import AudioFrame
from av.audio.resampler import AudioResampler
from av.audio.stream import AudioStream
from av.container import InputContainer, OutputContainer

Samples = npt.NDArray[np.float32]
"""Stereo sound, shape (2, n), full scale is 1.0, always 44.1 kHz."""

Pcm = npt.NDArray[np.float32] | npt.NDArray[np.int16] | npt.NDArray[np.int32]

RATE = 44_100


class NotAudio(Exception):
    """The file holds no sound that can be decoded."""


@dataclass(frozen=True)
class OutputFormat:
    """One value of `output_format` (MVSEP API document, `separation/create`)."""

    label: str
    suffix: str
    codec: str
    sample_format: str
    bit_rate: int | None = None


FORMATS: Mapping[int, OutputFormat] = {
    0: OutputFormat("mp3 (320 kbps)", "mp3", "libmp3lame", "fltp", 320_000),
    1: OutputFormat("wav (uncompressed, 16 bit)", "wav", "pcm_s16le", "s16"),
    2: OutputFormat("flac (lossless, 16 bit)", "flac", "flac", "s16"),
    3: OutputFormat("m4a (lossy)", "m4a", "aac", "fltp", 256_000),
    4: OutputFormat("wav (uncompressed, 32 bit)", "wav", "pcm_f32le", "flt"),
    5: OutputFormat("flac (lossless, 24 bit)", "flac", "flac", "s32"),
}


# The slow search of LAME is inaudible here and takes three times as long.
_QUICKLY: Mapping[str, dict[str, str]] = {"libmp3lame": {"compression_level": "7"}}


def title_of(path: Path) -> str:
    """The title in a recording's tags; empty where there is none."""
    with av.open(str(path)) as container:
        return dict(container.metadata).get("title", "")


def can_encode(output: OutputFormat) -> bool:
    """Whether this build of FFmpeg has the encoder."""
    return output.codec in av.codecs_available and _is_encoder(output.codec)


def _is_encoder(name: str) -> bool:
    try:
        av.Codec(name, "w")
    except ValueError:
        return False
    return True


@dataclass(frozen=True)
class Probe:
    """What a sound file says about itself; `seconds` is its length."""

    seconds: float
    container: str
    codec: str
    channels: int
    sample_rate: int
    bit_rate: int
    tags: Mapping[str, str] = field(default_factory=dict)


def probe(path: Path) -> Probe:
    """Raises NotAudio when there is no sound in the file."""
    with _opened(path) as container:
        stream = _sound(container)
        told = _told_seconds(container, stream)
        return Probe(
            seconds=told if told > 0 else _counted_seconds(path),
            container=container.format.name,
            codec=stream.codec_context.name,
            channels=stream.channels,
            sample_rate=stream.rate or RATE,
            bit_rate=container.bit_rate or 0,
            tags={**container.metadata, **stream.metadata},
        )


def _told_seconds(container: InputContainer, stream: AudioStream) -> float:
    if container.duration:
        return float(container.duration / av.time_base)
    if stream.duration and stream.time_base:
        return float(stream.duration * stream.time_base)
    return 0.0


def _counted_seconds(path: Path) -> float:
    return float(sum(chunk.shape[1] for chunk in decoded(path))) / RATE


def decoded(path: Path) -> Iterator[Samples]:
    """The sound in chunks of a few thousand samples.

    One channel becomes two equal ones at full level; more than two are mixed down.
    Raises NotAudio when nothing at all can be decoded; a torn end is simply the end.
    """
    with _opened(path) as container:
        stream = _sound(container)
        some = False
        for chunk in _resampled(container, stream):
            some = True
            yield np.repeat(chunk, 2, axis=0) if chunk.shape[0] == 1 else chunk
        if not some:
            raise NotAudio("no sound could be decoded")


def _resampled(container: InputContainer, stream: AudioStream) -> Iterator[Samples]:
    layout = "mono" if stream.channels == 1 else "stereo"
    resampler = AudioResampler(format="fltp", layout=layout, rate=RATE)
    for frame in _with_end(container, stream):
        for out in resampler.resample(frame):
            if out.samples:
                yield np.nan_to_num(out.to_ndarray().astype(np.float32, copy=False))


def _with_end(container: InputContainer, stream: AudioStream) -> Iterator[AudioFrame | None]:
    yield from _frames(container, stream)
    yield None


def _frames(container: InputContainer, stream: AudioStream) -> Iterator[AudioFrame]:
    try:
        yield from container.decode(stream)
    except av.FFmpegError:
        return


def _opened(path: Path) -> InputContainer:
    try:
        return av.open(str(path), "r")
    except (av.FFmpegError, ValueError) as error:
        raise NotAudio("the file could not be read as audio or video") from error


def _sound(container: InputContainer) -> AudioStream:
    if not container.streams.audio:
        raise NotAudio("the file has no audio stream")
    return container.streams.audio[0]


class Writer:
    """Encodes one file piece by piece; closing it flushes the encoder."""

    def __init__(self, path: Path, output: OutputFormat, *, tags: Mapping[str, str] | None = None):
        self._output = output
        self._container: OutputContainer = av.open(str(path), "w", format=_muxer(output))
        self._container.metadata.update(tags or {})
        self._stream = cast(
            AudioStream,
            self._container.add_stream(
                output.codec, options=_QUICKLY.get(output.codec), rate=RATE, layout="stereo"
            ),
        )
        self._stream.codec_context.format = av.AudioFormat(output.sample_format)
        if output.bit_rate:
            self._stream.bit_rate = output.bit_rate
        self._written = 0

    def write(self, sound: Samples) -> None:
        frame = AudioFrame.from_ndarray(
            _as_pcm(sound, self._output.sample_format),
            format=self._output.sample_format,
            layout="stereo",
        )
        frame.sample_rate = RATE
        frame.pts = self._written
        self._written += sound.shape[1]
        self._container.mux(self._stream.encode(frame))

    def close(self) -> None:
        if self._written:
            self._container.mux(self._stream.encode(None))
        self._container.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def _muxer(output: OutputFormat) -> str:
    return "ipod" if output.suffix == "m4a" else output.suffix


def _as_pcm(sound: Samples, sample_format: str) -> Pcm:
    """Planar floats stay planar; the packed kinds are interleaved, whole numbers are clipped."""
    if sample_format == "fltp":
        return np.ascontiguousarray(sound)
    packed = sound.T.reshape(1, -1)
    if sample_format == "flt":
        return np.ascontiguousarray(packed)
    clipped = np.clip(packed, -1.0, 1.0)
    if sample_format == "s16":
        return np.round(clipped * 32_767).astype(np.int16)
    steps = np.round(clipped.astype(np.float64) * (2**23 - 1)).astype(np.int32)
    return steps << 8
