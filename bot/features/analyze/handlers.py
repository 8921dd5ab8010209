"""Having texts read, from the basket to the result: the parts of it, put together."""

from bot.chat.incoming.router import Router
from bot.chat.outgoing.sender import Sender
from bot.chat.outgoing.status_messages import Live
from bot.features.analyze.after.discover_handlers import Discovery
from bot.features.analyze.after.result_handlers import Results
from bot.features.analyze.analysis_job import Analysis
from bot.features.analyze.order.kinds import Prices
from bot.features.analyze.ordering.basket_handlers import Tending
from bot.features.analyze.ordering.collector import Gathering
from bot.features.analyze.ordering.job_handlers import Following
from bot.features.analyze.ordering.menu import Around, Desk
from bot.features.analyze.ordering.order_handlers import Ordering
from bot.features.analyze.reporting.status_reporter import Telling
from bot.features.analyze.results.reports import Reports
from bot.features.analyze.running.delivery import Delivery
from bot.features.analyze.running.poller import Watch
from bot.features.analyze.running.submission import Submission
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
