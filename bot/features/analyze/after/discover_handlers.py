"""/discover: what can be done with songs and texts, one short page at a time."""

from bot.chat.callbacks import ShowDiscovery, ShowTextHistory, ShowThemes, short_id
from bot.chat.display.screen import Button, Row, Screen
from bot.chat.display.translator import Translator
from bot.chat.incoming.event import Event, Told
from bot.chat.incoming.router import Router

TOPICS = ("songs", "texts", "themes", "meaning")


class Discovery:
    """A guide: it shows, it changes nothing."""

    def join(self, router: Router) -> None:
        router.command("discover", self.discover)
        router.tap(ShowDiscovery, self.show)

    async def discover(self, event: Event) -> None:
        await event.reply(menu(event.t, event.person.id))

    async def show(self, event: Event, tap: ShowDiscovery) -> None:
        if not tap.topic:
            await event.show(menu(event.t, event.person.id))
        elif tap.topic in TOPICS:
            screen = page(event.t, event.person.id, tap.topic, private=event.is_private)
            await event.show(screen)
        else:
            raise Told("old-button")


def menu(t: Translator, owner: int) -> Screen:
    rows = tuple(
        (Button(t.plain(f"discover-{topic}"), ShowDiscovery(owner, topic)),) for topic in TOPICS
    )
    return Screen(t.html("discover-title"), rows)


def page(t: Translator, owner: int, topic: str, *, private: bool) -> Screen:
    """What one thing is good for, and in private the way there."""
    rows: list[Row] = []
    if topic == "themes" and private:
        rows.append((Button(t.plain("themes-manage"), ShowThemes(owner, short_id("0"))),))
    if topic == "texts" and private:
        rows.append((Button(t.plain("past-open"), ShowTextHistory(owner)),))
    rows.append((Button(t.plain("button-back"), ShowDiscovery(owner)),))
    return Screen(t.html(f"about-{topic}"), tuple(rows))
