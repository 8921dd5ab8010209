"""Themes: the parts of it, put together."""

from collections.abc import Mapping

from bot.chat.router import Answer, Router
from bot.chat.telegram_files import TelegramFiles
from bot.features.themes.browsing import EXPECTS_FOLDER, EXPECTS_FOLDER_NAME, Browsing
from bot.features.themes.desk import Desk
from bot.features.themes.editing import (
    EXPECTS_CLASS,
    EXPECTS_CLASS_NAME,
    EXPECTS_DESCR,
    EXPECTS_NAME,
    EXPECTS_TITLE,
    EXPECTS_WORDS,
    Editing,
)
from bot.features.themes.examples import EXPECTS_EXAMPLE, EXPECTS_EXAMPLE_TITLE, Examples
from bot.features.themes.exchanging import EXPECTS_FILE, EXPECTS_TEST, Exchanging
from bot.features.themes.library import Library
from bot.neuro_semantic import NeuroSemanticClient
from storage import Storage


class Themes:
    """What app.py joins to the router."""

    def __init__(
        self,
        storage: Storage,
        client: NeuroSemanticClient,
        files: TelegramFiles,
    ) -> None:
        self.library = Library(client)
        desk = Desk(storage, client, self.library)
        self._browsing = Browsing(desk)
        self._editing = Editing(desk)
        self._examples = Examples(desk, self._editing)
        self.exchanging = Exchanging(desk, self._editing, files)

    def join(self, router: Router) -> None:
        for part in (self._browsing, self._editing, self._examples, self.exchanging):
            part.join(router)

    def answers(self) -> Mapping[str, Answer]:
        """Who takes the texts that were asked for, by kind of expectation."""
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
