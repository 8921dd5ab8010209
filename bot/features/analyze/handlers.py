"""Having texts read, from the basket to the result: the parts of it, put together."""

from bot.chat.incoming.router import Router
from bot.chat.outgoing.sender import Sender
from bot.chat.outgoing.status_messages import StatusMessages
from bot.features.analyze.after.discover_handlers import Discovery
from bot.features.analyze.after.result_handlers import Results
from bot.features.analyze.analysis_job import Analysis
from bot.features.analyze.order.kinds import Prices
from bot.features.analyze.ordering.basket_handlers import BasketHandlers
from bot.features.analyze.ordering.collector import Collector
from bot.features.analyze.ordering.job_handlers import JobHandlers
from bot.features.analyze.ordering.menu import Around, TextMenu
from bot.features.analyze.ordering.order_handlers import Ordering
from bot.features.analyze.reporting.status_reporter import StatusReporter
from bot.features.analyze.results.reports import Reports
from bot.features.analyze.running.delivery import Delivery
from bot.features.analyze.running.poller import JobPoller
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
        self.menu = menu = TextMenu(storage, client, Prices(client), reports, library, around)
        ordering = Ordering(menu)
        self.gathering = Collector(menu)
        self._parts = (BasketHandlers(menu), ordering, JobHandlers(menu, ordering), Results(menu))

    def join(self, router: Router) -> None:
        for part in (self.gathering, *self._parts, Discovery()):
            part.join(router)


def make_analysis(
    storage: Storage, client: NeuroSemanticClient, sender: Sender, status_messages: StatusMessages
) -> Analysis:
    """Put the steps of the job together."""
    reporter = StatusReporter(storage, sender, status_messages)
    return Analysis(
        Submission(client, storage, reporter),
        JobPoller(client, storage, reporter),
        Delivery(storage, Reports(client, storage), reporter),
        reporter,
    )
