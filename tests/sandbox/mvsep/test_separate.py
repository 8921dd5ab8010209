"""The sound room: stems add up to the song, differ from each other, and make sense."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from bot.sandbox.mvsep.catalogue import Catalogue, Entry
from bot.sandbox.mvsep.sound.codec import FORMATS, RATE, Samples, Writer, decoded
from bot.sandbox.mvsep.sound.produce import Work, produce
from bot.sandbox.mvsep.sound.separate import composites, split
from bot.sandbox.mvsep.sound.spectrum import in_context, sound_of, spectrum_of
from bot.sandbox.song import compose

_FLOAT_WAV = FORMATS[4]


def _decibels(error: Samples, against: Samples) -> float:
    power = float(np.mean(error.astype(np.float64) ** 2))
    whole = float(np.mean(against.astype(np.float64) ** 2))
    return float(10 * np.log10(max(power, 1e-20) / whole))


def _whole(path: Path) -> Samples:
    return np.concatenate(list(decoded(path)), axis=1)


def _stem_sets() -> list[tuple[Entry, dict[str, str]]]:
    return [
        (entry, {"add_opt1": key} if key else {})
        for entry in Catalogue()
        if entry.kind == "stems"
        for key in ["", *entry.variants]
    ]


@pytest.fixture(scope="module")
def input_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("input") / "input.wav"
    with Writer(path, _FLOAT_WAV) as writer:
        writer.write(compose(1.5))
    return path


def test_stems_of_every_algorithm_add_up_to_the_song(input_file: Path, tmp_path: Path) -> None:
    song = _whole(input_file)
    for entry, options in _stem_sets():
        stems = entry.stems_for(options)
        made = produce(
            Work(
                "stems", stems, [input_file], options, _FLOAT_WAV, lambda stem, _: tmp_path / stem
            )
        )
        apart = {stem: _whole(path) for stem, path in made.files}
        assert list(apart) == list(stems)
        parts = [sound for stem, sound in apart.items() if stem not in composites(stems)]
        assert _decibels(np.sum(parts, axis=0) - song, song) < -40, entry.name


def test_the_composite_repeats_everything_but_the_voice() -> None:
    song = compose(2)
    stems = split(song, ["vocals", "bass", "drums", "other", "instrum"])
    assert _decibels(stems["instrum"] + stems["vocals"] - song, song) < -80


@pytest.mark.parametrize("length", [1, 100, 5_000, RATE])
def test_short_sounds_and_silence_work(length: int) -> None:
    for sound in (compose(length / RATE)[:, :length], np.zeros((2, length), np.float32)):
        stems = split(sound, ["vocals", "drums", "bass", "other"])
        assert np.allclose(np.sum(list(stems.values()), axis=0), sound, atol=1e-5)


def test_a_spectrum_turns_back_into_its_sound() -> None:
    song = compose(1.234)
    assert np.allclose(sound_of(spectrum_of(song), song.shape[1]), song, atol=1e-5)


@pytest.mark.parametrize("seconds", [0.01, 9.99, 10.0, 10.5, 31.7])
def test_blocks_cover_a_long_sound_exactly_once(seconds: float) -> None:
    sound = np.arange(round(seconds * RATE), dtype=np.float32)[None].repeat(2, axis=0)
    chunks = np.array_split(sound, max(1, sound.shape[1] // 4_000), axis=1)
    together = np.concatenate([block[:, own] for block, own in in_context(chunks)], axis=1)
    assert np.array_equal(together, sound)


def test_each_stem_holds_what_it_is_named_after() -> None:
    """A tone in the middle, a tone on the left, clicks, and a low tone."""
    time = np.arange(4 * RATE) / RATE
    voice = np.sin(2 * np.pi * 700 * time + np.sin(2 * np.pi * 5 * time))
    low = np.sin(2 * np.pi * 70 * time)
    side = np.sin(2 * np.pi * 1_300 * time)
    clicks = np.where(np.arange(time.size) % (RATE // 2) < 60, 3.0, 0.0)
    mix = 0.2 * np.stack([voice + low + clicks + side, voice + low + clicks - side])
    stems = split(mix.astype(np.float32), ["vocals", "bass", "drums", "other"])
    sources = {"vocals": voice, "bass": low, "drums": clicks}
    for stem, source in sources.items():
        assert _likeness(stems[stem][0], source) > 0.6, stem
        assert _likeness(stems["other"][0], source) < 0.5, stem
    assert _likeness(stems["other"][0], side) > 0.9


def _likeness(one: np.ndarray, other: np.ndarray) -> float:
    return float(abs(np.corrcoef(one, other)[0, 1]))
