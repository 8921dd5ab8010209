"""Reading odd inputs and writing the six output formats."""

from __future__ import annotations

from pathlib import Path

import av
import numpy as np
import pytest
from av.audio.frame import AudioFrame

from bot.sandbox.mvsep.sound.codec import (
    FORMATS,
    RATE,
    NotAudio,
    Writer,
    can_encode,
    decoded,
    probe,
)
from bot.sandbox.song import compose


@pytest.mark.parametrize("number", FORMATS)
def test_every_format_can_be_written_and_read(number: int, tmp_path: Path) -> None:
    output, song = FORMATS[number], compose(2)
    path = tmp_path / f"song.{output.suffix}"
    with Writer(path, output) as writer:
        for piece in np.array_split(song, 7, axis=1):
            writer.write(piece)
    back = np.concatenate(list(decoded(path)), axis=1)[:, : song.shape[1]]
    assert can_encode(output)
    assert back.shape == song.shape
    assert np.corrcoef(back[0], song[0])[0, 1] > 0.98
    assert np.abs(back - song).max() < {4: 1e-7, 5: 1e-6, 1: 1e-4, 2: 1e-4}.get(number, 1)
    assert probe(path).seconds == pytest.approx(2, abs=0.1)


def test_the_deep_flac_really_has_24_bits(tmp_path: Path) -> None:
    path = tmp_path / "deep.flac"
    with Writer(path, FORMATS[5]) as writer:
        writer.write(compose(1))
    with av.open(str(path)) as container:
        assert container.streams.audio[0].codec_context.format.name == "s32"


def _write_mono(path: Path, rate: int) -> None:
    tone = (9_000 * np.sin(2 * np.pi * 440 * np.arange(rate) / rate)).astype(np.int16)
    with av.open(str(path), "w") as container:
        stream = container.add_stream("pcm_s16le", rate=rate, layout="mono")
        frame = AudioFrame.from_ndarray(tone[None], format="s16", layout="mono")
        frame.sample_rate = rate
        container.mux(stream.encode(frame))
        container.mux(stream.encode(None))


def test_mono_at_another_rate_becomes_two_equal_channels_at_full_level(tmp_path: Path) -> None:
    _write_mono(tmp_path / "mono.wav", 22_050)
    sound = np.concatenate(list(decoded(tmp_path / "mono.wav")), axis=1)
    assert sound.shape[0] == 2
    assert abs(sound.shape[1] - RATE) < 100
    assert np.array_equal(sound[0], sound[1])
    assert np.abs(sound).max() == pytest.approx(9_000 / 32_768, rel=0.02)


@pytest.mark.parametrize("content", [b"", b"no song at all" * 50, b"<html>a page</html>"])
def test_what_is_no_audio_is_said_to_be_none(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "page.mp3"
    path.write_bytes(content)
    with pytest.raises(NotAudio):
        probe(path)
    with pytest.raises(NotAudio):
        list(decoded(path))


def test_a_torn_file_is_read_as_far_as_it_goes(tmp_path: Path, song: Path) -> None:
    torn = tmp_path / "torn.mp3"
    torn.write_bytes(song.read_bytes()[:30_000])
    assert sum(chunk.shape[1] for chunk in decoded(torn)) > RATE // 2
