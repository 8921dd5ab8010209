"""Where a transcript goes on to be read, by whoever has offered to do it."""

from typing import Protocol

from bot.chat.event import Event
from bot.features.separate.transcripts import Transcripts


class Reader(Protocol):
    """Whoever reads texts."""

    async def take(self, event: Event, title: str, text: str) -> None:
        """A press on a transcript's button; `title` is the song's."""


class Analysing:
    """Until somebody offers it, transcripts carry no button."""

    def __init__(self, transcripts: Transcripts) -> None:
        self.transcripts = transcripts
        self._reader: Reader | None = None

    @property
    def ready(self) -> bool:
        return self._reader is not None

    def offer(self, reader: Reader) -> None:
        """Hand transcripts to this reader from now on."""
        self._reader = reader

    async def hand_over(self, event: Event, title: str, text: str) -> None:
        if self._reader is not None:
            await self._reader.take(event, title, text)
