"""Offers transcripts to the feature that analyses texts, where there is one."""

from typing import Protocol

from bot.chat.display.screen import Screen
from bot.chat.display.translator import Translator
from bot.chat.incoming.event import Event
from bot.features.separate.choosing.order_summary import Plan
from bot.features.separate.choosing.transcripts import Transcripts
from storage import Job


class Reader(Protocol):
    """Whoever reads texts."""

    async def take(self, event: Event, title: str, text: str) -> None:
        """A press on a transcript's button; `title` is the song's."""

    async def plan(self, event: Event, theme: str, songs: int) -> Plan:
        """What reading the words of so many songs would come to; `theme` as in a choice."""

    async def open(self, job: Job, card: int | None) -> int:
        """A draft of what comes after this job, shown in the message `card`; it becomes one job at most."""

    async def follow(self, job: Job, draft: int, text: str, t: Translator) -> Screen | None:
        """Begin reading, once, whoever asks how often; or what to say where there is nothing to begin."""


class TranscriptAnalysis:
    """Until somebody offers it, transcripts carry no button."""

    def __init__(self, transcripts: Transcripts) -> None:
        self.transcripts = transcripts
        self._reader: Reader | None = None

    @property
    def ready(self) -> bool:
        return self._reader is not None

    @property
    def reader(self) -> Reader:
        if self._reader is None:
            raise LookupError("nobody reads texts")
        return self._reader

    def offer(self, reader: Reader) -> None:
        """Hand transcripts to this reader from now on."""
        self._reader = reader

    async def plan(self, event: Event, theme: str, songs: int) -> Plan:
        return await self.reader.plan(event, theme, songs)

    async def hand_over(self, event: Event, title: str, text: str) -> None:
        await self.reader.take(event, title, text)
