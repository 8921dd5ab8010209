"""What a song is about: its words go on from where they were written down to where texts are read."""

from bot.chat.event import Event, Told
from bot.features.analyze import Gathering, verses
from storage import BasketText


class Meaning:
    """Takes transcripts."""

    def __init__(self, gathering: Gathering) -> None:
        self._gathering = gathering

    async def take(self, event: Event, title: str, text: str) -> None:
        """A press on "Analyse this text": the words go into the basket, verse by verse."""
        if not event.is_private:
            raise Told("words-in-group")
        found = verses(text)
        if not found:
            raise Told("words-none", title=title)
        await self._gathering.put(event, [BasketText(each) for each in found])
