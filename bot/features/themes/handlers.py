"""Themes: the parts of it, put together."""

from collections.abc import Mapping

from bot.chat.incoming.event import Event, Told
from bot.chat.incoming.router import Answer, Router
from bot.chat.incoming.telegram_files import TelegramFiles
from bot.features.themes.edit_handlers import (
    EXPECTS_CLASS,
    EXPECTS_CLASS_NAME,
    EXPECTS_DESCR,
    EXPECTS_NAME,
    EXPECTS_TITLE,
    EXPECTS_WORDS,
    Editing,
)
from bot.features.themes.example_handlers import EXPECTS_EXAMPLE, EXPECTS_EXAMPLE_TITLE, Examples
from bot.features.themes.file_handlers import EXPECTS_FILE, EXPECTS_TEST, Exchanging
from bot.features.themes.folder_handlers import EXPECTS_FOLDER, EXPECTS_FOLDER_NAME, Browsing
from bot.features.themes.library import Library
from bot.features.themes.menu import ThemeMenu
from bot.features.themes.theme_move import Moving
from bot.files.reader import FileReader
from bot.neuro_semantic import BadSecret, NeuroSemanticClient, NeuroSemanticError
from storage import Expectation, Storage

BY_CAPTION = (EXPECTS_EXAMPLE, EXPECTS_TEST)
ONCE_MORE = ("class-exists",)  # what another word would mend


class Themes:
    """What app.py joins to the router."""

    def __init__(
        self,
        storage: Storage,
        client: NeuroSemanticClient,
        files: TelegramFiles,
        reader: FileReader,
    ) -> None:
        self.library = Library(client)
        menu = self._menu = ThemeMenu(storage, client, self.library)
        self._browsing = Browsing(menu)
        self._editing = Editing(menu)
        self._moving = Moving(menu, self._editing)
        self._examples = Examples(menu, self._editing)
        self.exchanging = Exchanging(menu, self._editing, files, reader)

    def join(self, router: Router) -> None:
        parts = (self._browsing, self._editing, self._moving, self._examples, self.exchanging)
        for part in parts:
            part.join(router)

    def answers(self) -> Mapping[str, Answer]:
        """Who takes the texts that were asked for, by kind of expectation."""
        return {kind: self._patient(answer) for kind, answer in self._answers().items()}

    async def take_caption(self, event: Event) -> bool:
        """The words under a picture, if a text was asked for."""
        expectations = self._menu.storage.expectations
        if await expectations.kind(event.person.id, event.place) not in BY_CAPTION:
            return False
        expected = await expectations.take(event.person.id, event.place)
        return expected is not None and await self.answers()[expected.kind](event, expected)

    def _patient(self, answer: Answer) -> Answer:
        """What could not be done now stays asked for: the same words need only be sent again."""

        async def tried(event: Event, expected: Expectation) -> bool:
            try:
                return await answer(event, expected)
            except NeuroSemanticError as error:
                if not isinstance(error, BadSecret):
                    await self._menu.again(event, expected)
                raise
            except Told as told:
                if told.key in ONCE_MORE:
                    await self._menu.again(event, expected)
                raise

        return tried

    def _answers(self) -> Mapping[str, Answer]:
        return {
            EXPECTS_FOLDER: self._browsing.create,
            EXPECTS_FOLDER_NAME: self._browsing.rename,
            EXPECTS_TITLE: self._editing.create,
            EXPECTS_NAME: self._editing.rename,
            EXPECTS_DESCR: self._editing.describe,
            EXPECTS_CLASS: self._editing.add_class,
            EXPECTS_CLASS_NAME: self._editing.rename_class,
            EXPECTS_WORDS: self._editing.edit_words,
            EXPECTS_EXAMPLE: self._examples.add,
            EXPECTS_EXAMPLE_TITLE: self._examples.begin,
            EXPECTS_FILE: self.exchanging.not_a_file,
            EXPECTS_TEST: self.exchanging.test,
        }
