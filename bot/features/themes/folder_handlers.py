"""Looking around: folders, themes, classes; making, renaming and deleting folders."""

from bot.chat.callbacks import (
    DeleteFolder,
    NewFolder,
    RenameFolder,
    ShowEntity,
    ShowTheme,
    ShowThemes,
    short_id,
)
from bot.chat.incoming.event import Event, Told
from bot.chat.incoming.router import Router
from bot.features.themes import screens
from bot.features.themes.menu import ThemeMenu, title_in
from bot.neuro_semantic import ROOT, AnswerLost, Directory
from storage import Credential, Expectation

EXPECTS_FOLDER = "theme_folder_name"
EXPECTS_FOLDER_NAME = "theme_folder_rename"
TWICE = 2


class Browsing:
    """`/themes` and everything that only looks."""

    def __init__(self, menu: ThemeMenu) -> None:
        self._menu = menu

    def join(self, router: Router) -> None:
        router.command("themes", self.themes)
        router.tap(ShowThemes, self.show_folder)
        router.tap(ShowTheme, self.show_theme)
        router.tap(ShowEntity, self.show_entity)
        router.tap(NewFolder, self.ask_folder)
        router.tap(RenameFolder, self.ask_name)
        router.tap(DeleteFolder, self.delete)

    async def themes(self, event: Event) -> None:
        await self._show(event, await self._menu.account(event), None, 0)

    async def show_folder(self, event: Event, tap: ShowThemes) -> None:
        credential = await self._menu.account(event)
        here = await self._menu.library.directory(credential, tap.folder)
        await self._show(event, credential, here, tap.page)

    async def show_theme(self, event: Event, tap: ShowTheme) -> None:
        await self._menu.show_theme(event, tap.theme, tap.page)

    async def show_entity(self, event: Event, tap: ShowEntity) -> None:
        """A class is found by its place; its title must still be the same."""
        credential = await self._menu.account(event)
        theme = await self._menu.library.theme(credential, tap.theme)
        marks = [screens.mark_of(each) for each in theme.entities]
        if tap.digest not in marks:
            raise Told("class-gone")
        number = tap.number if marks[tap.number : tap.number + 1] == [tap.digest] else None
        number = marks.index(tap.digest) if number is None else number
        await event.show(screens.entity(event.t, event.person.id, theme, number))

    async def ask_folder(self, event: Event, tap: NewFolder) -> None:
        await self._menu.ask(event, EXPECTS_FOLDER, {"folder": tap.folder}, "folder-ask-name")

    async def create(self, event: Event, expected: Expectation) -> bool:
        """The name of a new folder; a lost answer is found out by looking."""
        credential = await self._menu.account(event)
        parent = await self._menu.library.directory(credential, expected.data["folder"])
        name, parent_id = title_in(event), parent.id if parent else ROOT
        try:
            await self._menu.client.directory_create(credential.secret, name, parent_id=parent_id)
        except AnswerLost:
            inside = await self._menu.library.folder(credential, parent_id)
            if all(each.title != name for each in inside.directories):
                raise
        await self._show(event, credential, parent, 0)
        return True

    async def ask_name(self, event: Event, tap: RenameFolder) -> None:
        data = {"folder": tap.folder}
        await self._menu.ask(event, EXPECTS_FOLDER_NAME, data, "folder-ask-name")

    async def rename(self, event: Event, expected: Expectation) -> bool:
        credential = await self._menu.account(event)
        here = await self._folder(credential, expected.data["folder"])
        await self._menu.client.directory_update(credential.secret, here.id, title_in(event))
        renamed = await self._folder(credential, short_id(here.id))
        await self._show(event, credential, renamed, 0)
        return True

    async def delete(self, event: Event, tap: DeleteFolder) -> None:
        """Asked twice, because everything inside goes with it."""
        credential = await self._menu.account(event)
        here = await self._folder(credential, tap.folder)
        if tap.sure < TWICE:
            screen = screens.sure_about_folder(event.t, event.person.id, here, tap.sure)
            await event.show(screen)
            return
        await self._menu.client.directory_delete(credential.secret, here.id)
        parent = short_id(here.parent_id or ROOT)
        above = await self._menu.library.directory(credential, parent)
        await self._show(event, credential, above, 0)

    async def _folder(self, credential: Credential, short: str) -> Directory:
        found = await self._menu.library.directory(credential, short)
        if found is None:
            raise Told("folder-gone")
        return found

    async def _show(
        self, event: Event, credential: Credential, here: Directory | None, page: int
    ) -> None:
        inside = await self._menu.library.folder(credential, here.id if here else ROOT)
        await event.show(screens.folder(event.t, event.person.id, here, inside, page))
