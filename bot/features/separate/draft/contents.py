"""What a draft is about: one song, several at once, a song with a reference, or words alone."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from bot.features.separate.draft.song import Song

MOST_SONGS = 20  # in one batch


@dataclass(frozen=True, slots=True)
class DraftContents:
    """`reference` is the second file of algorithms that match one song to another."""

    songs: tuple[Song, ...]
    reference: Song | None = None

    @classmethod
    def read(cls, stored: Mapping[str, Any]) -> "DraftContents":
        reference = stored.get("reference")
        return cls(
            tuple(Song(**each) for each in stored["songs"]),
            Song(**reference) if reference else None,
        )

    def as_dict(self) -> dict[str, Any]:
        reference = {"reference": self.reference.as_dict()} if self.reference else {}
        return {"songs": [song.as_dict() for song in self.songs], **reference}

    def with_song(self, song: Song) -> "DraftContents":
        return replace(self, songs=(*self.songs, song)[:MOST_SONGS])

    @property
    def song(self) -> Song:
        """The song, or the first of several."""
        return self.songs[0]

    @property
    def seconds(self) -> int | None:
        """The length of all songs together; None when one is unknown."""
        lengths = [song.duration for song in self.songs]
        return None if None in lengths else sum(each or 0 for each in lengths)
