"""Themes in and out as files, and trying one out on a text without paying."""

import asyncio
from pathlib import PurePath

from telegram import Document

from bot.chat.callbacks import ExportTheme, ImportTheme, TestTheme, short_id
from bot.chat.display.screen import cut
from bot.chat.incoming.event import Event, Told
from bot.chat.incoming.router import Router
from bot.chat.incoming.small_files import small_file
from bot.chat.incoming.telegram_files import TelegramFiles
from bot.features.themes import example_screens, screens
from bot.features.themes.class_guess import guesses
from bot.features.themes.edit_handlers import Editing
from bot.features.themes.menu import ThemeMenu, text_in
from bot.features.themes.theme_files import FORMS, exported, own_rows, theme_of_json, theme_of_rows
from bot.files.errors import UnreadableFile
from bot.files.reader import FileReader
from bot.net.streams import bytes_source
from bot.neuro_semantic import NeuroSemanticError, Theme
from storage import Expectation

EXPECTS_FILE = "theme_file"
EXPECTS_TEST = "theme_test_text"
LARGEST_THEME = 2 * 1024 * 1024  # bytes of a file with a theme
LONGEST_TEST = 20_000  # characters
TESTED = "theme_test"  # the kind of draft


class Exchanging:
    """Import, export, test."""

    def __init__(
        self, menu: ThemeMenu, editing: Editing, files: TelegramFiles, reader: FileReader
    ) -> None:
        self._menu = menu
        self._editing = editing
        self._files = files
        self._reader = reader

    def join(self, router: Router) -> None:
        router.tap(ImportTheme, self.ask_file)
        router.tap(ExportTheme, self.export)
        router.tap(TestTheme, self.ask_text)

    async def ask_file(self, event: Event, tap: ImportTheme) -> None:
        await self._menu.ask(event, EXPECTS_FILE, {"folder": tap.folder}, "theme-ask-file")

    async def take_file(self, event: Event, document: Document) -> bool:
        """A document, if a theme's file was asked for."""
        places = self._menu.storage.expectations
        if await places.kind(event.person.id, event.place) != EXPECTS_FILE:
            return False
        expected = await places.take(event.person.id, event.place)
        if expected is None or expected.kind != EXPECTS_FILE:
            return False
        credential = await self._menu.account(event)
        try:
            theme = await self._read(event.person.id, document)
            made = await self._editing.make(credential, theme, expected.data["folder"])
        except (Told, UnreadableFile, NeuroSemanticError):
            await self._menu.again(event, expected)  # the mended file is still a theme's
            raise
        await event.show(screens.theme(event.t, event.person.id, made, 0))
        return True

    async def not_a_file(self, event: Event, expected: Expectation) -> bool:
        """Words came where a file was asked for; we go on waiting for the file."""
        await self._menu.expect(event, EXPECTS_FILE, expected.data)
        return False

    async def export(self, event: Event, tap: ExportTheme) -> None:
        if tap.form not in FORMS:
            raise Told("old-button")
        theme = await self._menu.library.theme(await self._menu.account(event), tap.theme)
        content = await asyncio.to_thread(exported, theme, tap.form)
        name = f"theme_{short_id(theme.id).lstrip('~')}.{tap.form}"
        caption = event.t.html("theme-file-caption", name=cut(theme.title, 100))
        await event.sender.send_file(event.place, bytes_source(content), name, caption)

    async def ask_text(self, event: Event, tap: TestTheme) -> None:
        await self._menu.ask(event, EXPECTS_TEST, {"theme": tap.theme}, "theme-ask-text")

    async def test(self, event: Event, expected: Expectation) -> bool:
        """Our own guess, and from there the way to the service's answer."""
        credential = await self._menu.account(event)
        theme = await self._menu.library.theme(credential, expected.data["theme"])
        text = text_in(event)
        found = guesses(theme, text[:LONGEST_TEST])
        draft = await self._kept(event, theme, text) if text and theme.entities else None
        await event.show(example_screens.guessed(event.t, event.person.id, theme, found, draft))
        return True

    async def _kept(self, event: Event, theme: Theme, text: str) -> int:
        """The text stays at hand, in case it shall be read by the service as well."""
        source, choice = {"text": text}, {"theme": short_id(theme.id)}
        drafts = self._menu.storage.drafts
        made = await drafts.create(event.person.id, event.place, source, choice, kind=TESTED)
        return made.id

    async def _read(self, owner: int, document: Document) -> Theme:
        """Our own table as we wrote it; others as they may be separated."""
        name = document.file_name or "theme.json"
        data = await small_file(self._files, document.file_id, document.file_size)
        if len(data) > LARGEST_THEME:
            raise Told("file-too-much", name=name)
        ending = PurePath(name).suffix.lower()
        text = "" if ending == ".xlsx" else await self._reader.text(owner, name, data)
        if ending == ".json":
            return await asyncio.to_thread(theme_of_json, text, name)
        own = await asyncio.to_thread(own_rows, text)
        rows = own or await self._reader.rows(owner, name, data)
        return await asyncio.to_thread(theme_of_rows, rows, name)
