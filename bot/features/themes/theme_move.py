"""Moving a theme: the service moves nothing, so it is made anew there, and then deleted here."""

import structlog

from bot.chat.callbacks import MoveTheme, PickFolder, short_id
from bot.chat.display.screen import cut
from bot.chat.incoming.event import Event, Told
from bot.chat.incoming.router import Router
from bot.features.themes import screens
from bot.features.themes.edit_handlers import Editing
from bot.features.themes.menu import ThemeMenu
from bot.neuro_semantic import ROOT, NeuroSemanticError, Theme
from storage import Credential

log = structlog.get_logger()


class Moving:
    """At every moment the whole theme is somewhere; begun again after a fault, it goes on where it was."""

    def __init__(self, menu: ThemeMenu, editing: Editing) -> None:
        self._menu = menu
        self._editing = editing

    def join(self, router: Router) -> None:
        router.tap(PickFolder, self.pick)
        router.tap(MoveTheme, self.move)

    async def pick(self, event: Event, tap: PickFolder) -> None:
        credential = await self._menu.account(event)
        theme = await self._menu.library.own_theme(credential, tap.theme)
        folders = await self._menu.library.directories(credential)
        await event.show(screens.move(event.t, event.person.id, theme, folders, tap.page))

    async def move(self, event: Event, tap: MoveTheme) -> None:
        if not tap.folder:
            await self.pick(event, PickFolder(tap.owner, tap.theme))
            return
        credential = await self._menu.account(event)
        theme = await self._menu.library.own_theme(credential, tap.theme)
        if not tap.sure:
            where = await self._menu.library.directory(credential, tap.folder)
            await event.show(screens.sure_to_move(event.t, event.person.id, theme, where))
            return
        there = await self._copied(credential, theme, tap.folder)
        gone = there.id == theme.id or await self._deleted(credential, theme)
        await event.show(screens.theme(event.t, event.person.id, there, 0))
        if not gone:
            await event.tell("theme-moved-twice", name=cut(theme.title, 100))

    async def _copied(self, credential: Credential, theme: Theme, folder: str) -> Theme:
        """The theme in its new place, as the service has it now; raises `Told` if anything is missing."""
        where = await self._menu.library.directory(credential, folder)
        inside = await self._menu.library.folder(credential, where.id if where else ROOT)
        if any(each.id == theme.id for each in inside.themes):
            return theme  # it is there already
        twins = (each for each in inside.themes if not each.system and _same(each, theme))
        made = next(twins, None) or await self._editing.make(credential, theme, folder)
        there = await self._menu.library.own_theme(credential, short_id(made.id))
        if not _same(there, theme):
            raise Told("theme-move-differs", name=cut(theme.title, 100))
        return there

    async def _deleted(self, credential: Credential, theme: Theme) -> bool:
        try:
            await self._menu.client.theme_delete(credential.secret, theme.id)
        except NeuroSemanticError as error:
            log.info("moved theme not deleted", reason=type(error).__name__)
            return False
        return True


def _same(one: Theme, other: Theme) -> bool:
    """Whether nothing got lost, whatever numbers the service gave the parts."""
    return _told(one) == _told(other)


def _told(theme: Theme) -> tuple[object, ...]:
    classes = [
        (each.title, each.descr, known.words, known.strict, known.stop)
        for each in theme.entities
        for known in [each.associations]
    ]
    return theme.title, theme.descr, classes
