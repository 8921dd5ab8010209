"""The test song: the same every time, in every container the demo and the tests ask for."""

from __future__ import annotations

from pathlib import Path

import av
import numpy as np
import pytest

from bot.sandbox.mvsep.sound.codec import decoded, probe
from bot.sandbox.song import ARTIST, TITLE, compose, make_song


@pytest.mark.parametrize("suffix", ["mp3", "wav", "flac", "ogg", "m4a", "mp4"])
def test_every_container_holds_the_song_and_its_tags(suffix: str, tmp_path: Path) -> None:
    path = make_song(tmp_path / f"song.{suffix}", seconds=2)
    told = probe(path)
    assert told.seconds == pytest.approx(2, abs=0.1)
    assert (told.tags["title"], told.tags["artist"]) == (TITLE, ARTIST)
    sound = np.concatenate(list(decoded(path)), axis=1)
    assert np.abs(sound).max() > 0.5


def test_the_video_has_a_picture(tmp_path: Path) -> None:
    path = make_song(tmp_path / "clip.mp4", seconds=1)
    with av.open(str(path)) as container:
        assert len(container.streams.video) == 1
        assert len(list(container.decode(video=0))) == 10


def test_the_song_is_deterministic_stereo_and_not_clipped() -> None:
    one, two = compose(3), compose(3)
    assert np.array_equal(one, two)
    assert np.abs(one).max() <= 0.9001
    assert not np.array_equal(one[0], one[1])


def test_an_unknown_ending_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        make_song(tmp_path / "song.xyz")
