"""Puts together what concerns texts: gathering them, having them read, themes to sort them by."""

from bot.chat.incoming.router import Router
from bot.chat.incoming.telegram_files import TelegramFiles
from bot.chat.outgoing.sender import Sender
from bot.chat.outgoing.status_messages import StatusMessages
from bot.features.analyze import ANALYSIS, Analyze, Around, listed, make_analysis
from bot.features.meaning import Meaning
from bot.features.separate import Separate, Surroundings
from bot.features.themes import Themes
from bot.files.reader import FileReader
from bot.jobs import Lifecycle
from bot.neuro_semantic import NeuroSemanticClient
from storage import Storage

LISTED = {ANALYSIS: listed}
"""How jobs of this kind stand in the list of everything that is running."""


class Texts:
    """`themes` and `analyze` are joined in this order: a theme's file is asked for before texts are taken."""

    def __init__(
        self,
        storage: Storage,
        client: NeuroSemanticClient,
        chat: tuple[StatusMessages, TelegramFiles],
        surroundings: Surroundings,
        separate: Separate,
    ) -> None:
        status_messages, files = chat
        reader = FileReader()
        self.themes = Themes(storage, client, files, reader)
        asked = self.themes.exchanging.take_file
        caption = self.themes.take_caption
        names = (surroundings.bot_name, surroundings.wake_engine)
        around = Around(*names, status_messages, files, reader, asked, caption)
        self.analyze = Analyze(storage, client, self.themes.library, around)
        self.gathering = self.analyze.gathering
        transcripts = surroundings.transcript_analysis.transcripts
        self.meaning = Meaning(self.analyze.menu, self.gathering, separate, transcripts)

    def join(self, router: Router) -> None:
        self.themes.join(router)
        self.analyze.join(router)
        self.meaning.join(router)


def text_lifecycles(
    storage: Storage, client: NeuroSemanticClient, sender: Sender, status_messages: StatusMessages
) -> dict[str, Lifecycle]:
    """The stories of the jobs that concern texts, by kind."""
    return {ANALYSIS: make_analysis(storage, client, sender, status_messages)}
