"""Where a transcript goes on to be analysed, by whoever has offered to do it."""

from collections.abc import Awaitable, Callable

from bot.chat.event import Event

TakeText = Callable[[Event, str, str], Awaitable[None]]
"""Takes a press, a title and the text."""


class Analysing:
    """Until somebody offers it, transcripts carry no button."""

    def __init__(self) -> None:
        self._take: TakeText | None = None

    @property
    def ready(self) -> bool:
        return self._take is not None

    def on_analyse(self, take: TakeText) -> None:
        """Hand transcripts to `take` from now on."""
        self._take = take

    async def hand_over(self, event: Event, title: str, text: str) -> None:
        if self._take is not None:
            await self._take(event, title, text)
