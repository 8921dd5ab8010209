"""Changing a theme: its name, description and place, its classes and their words."""

from dataclasses import replace

from bot.chat.callbacks import (
    AddClass,
    CopyTheme,
    DeleteEntity,
    DeleteTheme,
    DescribeTheme,
    EditWords,
    NewTheme,
    RenameEntity,
    RenameTheme,
    short_id,
)
from bot.chat.display.screen import cut
from bot.chat.incoming.event import Event, Told
from bot.chat.incoming.router import Router
from bot.features.themes import screens
from bot.features.themes.menu import ThemeMenu, place_of, text_in, title_in
from bot.features.themes.words import changed, new_entity, with_words, words_of
from bot.neuro_semantic import ROOT, AnswerLost, Entity, Theme
from storage import Credential, Expectation

EXPECTS_TITLE = "theme_new_title"
EXPECTS_NAME = "theme_rename"
EXPECTS_DESCR = "theme_descr_text"
EXPECTS_CLASS = "theme_class_title"
EXPECTS_CLASS_NAME = "theme_class_rename"
EXPECTS_WORDS = "theme_words_list"
TWICE = 2


class Editing:
    """Each tap or answer makes one change at the service, then shows what is there now."""

    def __init__(self, menu: ThemeMenu) -> None:
        self._menu = menu

    def join(self, router: Router) -> None:
        router.tap(NewTheme, self.ask_title)
        router.tap(RenameTheme, self.ask_name)
        router.tap(DescribeTheme, self.ask_descr)
        router.tap(CopyTheme, self.copy)
        router.tap(DeleteTheme, self.delete)
        router.tap(AddClass, self.ask_class)
        router.tap(RenameEntity, self.ask_class_name)
        router.tap(DeleteEntity, self.delete_class)
        router.tap(EditWords, self.ask_words)

    async def ask_title(self, event: Event, tap: NewTheme) -> None:
        await self._menu.ask(event, EXPECTS_TITLE, {"folder": tap.folder}, "theme-ask-title")

    async def create(self, event: Event, expected: Expectation) -> bool:
        credential = await self._menu.account(event)
        made = await self.make(credential, Theme("", title_in(event)), expected.data["folder"])
        await self._show(event, made)
        return True

    async def make(self, credential: Credential, theme: Theme, folder: str) -> Theme:
        """A new theme like this one (`themes/create`); a lost answer is found out by looking."""
        where = await self._menu.library.directory(credential, folder)
        before = {each.id for each in await self._menu.library.themes(credential)}
        try:
            return await self._menu.client.theme_create(
                credential.secret,
                theme.title,
                descr=theme.descr,
                directory_id=where.id if where else ROOT,
                entities=theme.entities,
            )
        except AnswerLost:
            for each in await self._menu.library.themes(credential):
                if each.id not in before and each.title == theme.title and not each.system:
                    return each
            raise

    async def ask_name(self, event: Event, tap: RenameTheme) -> None:
        await self._menu.ask(event, EXPECTS_NAME, {"theme": tap.theme}, "theme-ask-title")

    async def rename(self, event: Event, expected: Expectation) -> bool:
        credential = await self._menu.account(event)
        theme = await self._menu.library.own_theme(credential, expected.data["theme"])
        title = title_in(event)
        await self._menu.client.theme_update(
            credential.secret,
            theme.id,
            title=title,
            descr=theme.descr,
            entities=theme.entities,
        )
        await self._show(event, replace(theme, title=title))
        return True

    async def ask_descr(self, event: Event, tap: DescribeTheme) -> None:
        await self._menu.ask(event, EXPECTS_DESCR, {"theme": tap.theme}, "theme-ask-descr")

    async def describe(self, event: Event, expected: Expectation) -> bool:
        credential = await self._menu.account(event)
        theme = await self._menu.library.own_theme(credential, expected.data["theme"])
        descr = text_in(event)[:1000]
        await self._menu.client.theme_update(
            credential.secret, theme.id, title=theme.title, descr=descr, entities=theme.entities
        )
        await self._show(event, replace(theme, descr=descr))
        return True

    async def copy(self, event: Event, tap: CopyTheme) -> None:
        """A theme of the service's, as one's own."""
        credential = await self._menu.account(event)
        theme = await self._menu.library.theme(credential, tap.theme)
        await self._show(event, await self.make(credential, theme, short_id(ROOT)))

    async def delete(self, event: Event, tap: DeleteTheme) -> None:
        credential = await self._menu.account(event)
        theme = await self._menu.library.own_theme(credential, tap.theme)
        if tap.sure < TWICE:
            screen = screens.sure_about_theme(event.t, event.person.id, theme, tap.sure)
            await event.show(screen)
            return
        await self._menu.client.theme_delete(credential.secret, theme.id)
        await event.show(screens.deleted(event.t, event.person.id, theme))

    async def ask_class(self, event: Event, tap: AddClass) -> None:
        await self._menu.ask(event, EXPECTS_CLASS, {"theme": tap.theme}, "class-ask-title")

    async def add_class(self, event: Event, expected: Expectation) -> bool:
        """A class without words yet: the next message may already be its words."""
        credential = await self._menu.account(event)
        theme = await self._menu.library.own_theme(credential, expected.data["theme"])
        added = new_entity(title_in(event), ())
        grown = await self._menu.add_entity(credential, theme, added)
        number = place_of(grown, added.title)
        data = {
            "theme": short_id(theme.id),
            "number": number,
            "mark": screens.mark_of(added),
            "list": "words",
        }
        await self._menu.expect(event, EXPECTS_WORDS, data)
        await event.show(screens.ask_words(event.t, event.person.id, added, "words"))
        return True

    async def ask_class_name(self, event: Event, tap: RenameEntity) -> None:
        data = {"theme": tap.theme, "number": tap.number, "mark": tap.digest}
        await self._menu.ask(event, EXPECTS_CLASS_NAME, data, "class-ask-title")

    async def rename_class(self, event: Event, expected: Expectation) -> bool:
        credential, theme, found, number = await self._expected(event, expected)
        title = title_in(event)
        if any(each.title == title for each in theme.entities):
            raise Told("class-exists", name=cut(title, 100))
        renamed = replace(found, title=title)
        theme = await self._menu.replace_entity(credential, theme, number, renamed)
        number = place_of(theme, title)
        await event.show(screens.entity(event.t, event.person.id, theme, number))
        return True

    async def delete_class(self, event: Event, tap: DeleteEntity) -> None:
        credential, theme, _ = await self._menu.entity(event, tap.theme, tap.number, tap.digest)
        if not tap.sure:
            screen = screens.sure_about_class(event.t, event.person.id, theme, tap.number)
            await event.show(screen)
            return
        left = await self._menu.replace_entity(credential, theme, tap.number, None)
        await self._show(event, left)

    async def ask_words(self, event: Event, tap: EditWords) -> None:
        if tap.list not in screens.LISTS:
            raise Told("old-button")
        _, _, found = await self._menu.entity(event, tap.theme, tap.number, tap.digest)
        data = {"theme": tap.theme, "number": tap.number, "mark": tap.digest, "list": tap.list}
        await self._menu.expect(event, EXPECTS_WORDS, data)
        await event.show(screens.ask_words(event.t, event.person.id, found, tap.list))

    async def edit_words(self, event: Event, expected: Expectation) -> bool:
        """`delivery, courier, -price`"""
        credential, theme, found, number = await self._expected(event, expected)
        kind = expected.data["list"]
        words = changed(words_of(found, kind), text_in(event))
        edited = with_words(found, kind, words)
        theme = await self._menu.replace_entity(credential, theme, number, edited)
        number = place_of(theme, found.title)
        await event.show(screens.entity(event.t, event.person.id, theme, number))
        return True

    async def _expected(
        self, event: Event, expected: Expectation
    ) -> tuple[Credential, Theme, Entity, int]:
        data = expected.data
        found = await self._menu.entity(event, data["theme"], data["number"], data["mark"])
        return (*found, int(data["number"]))

    async def _show(self, event: Event, theme: Theme) -> None:
        await event.show(screens.theme(event.t, event.person.id, theme, 0))
