"""Having texts read, from the basket to the result: the parts of it, put together."""

from bot.chat.live import Live
from bot.chat.router import Router
from bot.chat.sender import Sender
from bot.features.analyze.delivery import Delivery
from bot.features.analyze.desk import Around, Desk
from bot.features.analyze.discovery import Discovery
from bot.features.analyze.following import Following
from bot.features.analyze.gathering import Gathering
from bot.features.analyze.kinds import Prices
from bot.features.analyze.lifecycle import Analysis
from bot.features.analyze.ordering import Ordering
from bot.features.analyze.reports import Reports
from bot.features.analyze.results import Results
from bot.features.analyze.submission import Submission
from bot.features.analyze.telling import Telling
from bot.features.analyze.tending import Tending
from bot.features.analyze.watch import Watch
from bot.features.themes import Library
from bot.neuro_semantic import NeuroSemanticClient
from storage import Storage


class Analyze:
    """What app.py joins to the router."""

    def __init__(
        self, storage: Storage, client: NeuroSemanticClient, library: Library, around: Around
    ) -> None:
        reports = Reports(client, storage)
        self.desk = desk = Desk(storage, client, Prices(client), reports, library, around)
        ordering = Ordering(desk)
        self.gathering = Gathering(desk)
        self._parts = (Tending(desk), ordering, Following(desk, ordering), Results(desk))

    def join(self, router: Router) -> None:
        for part in (self.gathering, *self._parts, Discovery()):
            part.join(router)


def make_analysis(
    storage: Storage, client: NeuroSemanticClient, sender: Sender, live: Live
) -> Analysis:
    """Put the steps of the job together."""
    telling = Telling(storage, sender, live)
    return Analysis(
        Submission(client, storage, telling),
        Watch(client, storage, telling),
        Delivery(storage, Reports(client, storage), telling),
        telling,
    )
