"""The stories' stage."""

from tests.stories.conftest import log, songs, world

__all__ = ["log", "songs", "world"]
