"""What all handlers of themes share: the account, the library, what is expected next, one change at a time."""

from dataclasses import dataclass
from typing import Any

from bot.chat.callbacks import short_id
from bot.chat.display.screen import cut
from bot.chat.incoming.event import Event, Told
from bot.features.themes import screens
from bot.features.themes.library import Library
from bot.neuro_semantic import Entity, NeuroSemanticClient, Theme
from storage import Credential, Expectation, Storage

PATIENCE = 3600.0  # seconds we wait for a text or a file we asked for
LONGEST_TITLE = 200  # characters


@dataclass(frozen=True, slots=True)
class ThemeMenu:
    """Nothing of a theme is kept here: each change begins with the theme as the service has it now."""

    storage: Storage
    client: NeuroSemanticClient
    library: Library

    async def account(self, event: Event) -> Credential:
        """Raises `Told`; themes are private, so they are shown in private alone."""
        if not event.is_private:
            raise Told("themes-in-private")
        found = await self.storage.credentials.active(event.person.id, "neuro_semantic")
        if found is None or found.refused:
            raise Told("neuro-link-first")
        return found

    async def ask(self, event: Event, kind: str, data: dict[str, Any], question: str) -> None:
        """Ask for the next message."""
        await self.expect(event, kind, data)
        await event.show(screens.question(event.t, event.person.id, question))

    async def expect(self, event: Event, kind: str, data: dict[str, Any]) -> None:
        await self.storage.expectations.put(event.person.id, event.place, kind, data, PATIENCE)

    async def show_theme(self, event: Event, short: str, page: int = 0) -> None:
        theme = await self.library.theme(await self.account(event), short)
        await event.show(screens.theme(event.t, event.person.id, theme, page))

    async def show_entity(self, event: Event, short: str, number: int) -> None:
        theme = await self.library.theme(await self.account(event), short)
        if number >= len(theme.entities):
            raise Told("class-gone")
        await event.show(screens.entity(event.t, event.person.id, theme, number))

    async def entity(
        self, event: Event, short: str, number: int, mark: int
    ) -> tuple[Credential, Theme, Entity]:
        """A class of one's own theme that is still the one the button meant."""
        credential = await self.account(event)
        theme = await self.library.own_theme(credential, short)
        if not 0 <= number < len(theme.entities):
            raise Told("class-gone")
        found = theme.entities[number]
        if screens.mark_of(found) != mark:
            raise Told("class-gone")
        return credential, theme, found

    async def replace_entity(
        self, credential: Credential, theme: Theme, number: int, changed: Entity | None
    ) -> Theme:
        """Put a class in the place of another, or take it out (`entities/update`); the theme as it is then."""
        entities = list(theme.entities)
        entities[number : number + 1] = [changed] if changed else []
        await self.client.entities_update(credential.secret, theme.id, entities)
        return await self.library.own_theme(credential, short_id(theme.id))

    async def add_entity(self, credential: Credential, theme: Theme, added: Entity) -> Theme:
        if any(each.title == added.title for each in theme.entities):
            raise Told("class-exists", name=cut(added.title, 100))
        await self.client.entities_update(credential.secret, theme.id, (*theme.entities, added))
        return await self.library.own_theme(credential, short_id(theme.id))

    async def again(self, event: Event, expected: Expectation) -> None:
        """Go on waiting for what could not be used: the next try need not begin with a button."""
        await self.expect(event, expected.kind, expected.data)


def place_of(theme: Theme, title: str) -> int:
    """Where a class stands. Raises `Told` when it is not there."""
    titles = [each.title for each in theme.entities]
    if title not in titles:
        raise Told("class-gone")
    return titles.index(title)


def title_in(event: Event) -> str:
    """One line of what was written."""
    text = (event.message.text or "") if event.message else ""
    return " ".join(text.split())[:LONGEST_TITLE]


def text_in(event: Event) -> str:
    return ((event.message.text or event.message.caption) or "").strip() if event.message else ""
