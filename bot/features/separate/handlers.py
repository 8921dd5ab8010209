"""Choosing what to do with a song, up to the job: the parts of it, put together."""

from collections.abc import Mapping

from bot.chat.incoming.router import Answer, Router
from bot.features.catalogue import Catalogue
from bot.features.link import Money
from bot.features.separate.ordering.choice_handlers import EXPECTS_OPTION, EXPECTS_SEARCH, Choosing
from bot.features.separate.ordering.comparison_handlers import Comparing
from bot.features.separate.ordering.incoming_songs import Intake
from bot.features.separate.ordering.menu import EXPECTS_REFERENCE, SongMenu, Surroundings
from bot.features.separate.ordering.preset_handlers import EXPECTS_NAME, Saving
from bot.features.separate.ordering.start import Starting
from bot.features.separate.pricing.account_cache import AccountCache
from bot.mvsep import MvsepClient
from storage import Storage

__all__ = ["Separate", "Surroundings"]


class Separate:
    """What app.py joins to the router."""

    def __init__(
        self,
        storage: Storage,
        client: MvsepClient,
        catalogue: Catalogue,
        money: Money,
        around: Surroundings,
    ) -> None:
        menu = SongMenu(
            storage, catalogue, AccountCache(client, storage, money.refusals), money, around
        )
        self.intake = Intake(menu)
        self.choosing = Choosing(menu)
        self.comparing = Comparing(menu, self.choosing)
        self.saving = Saving(menu)
        self.starting = Starting(menu)
        self.choose = menu.choose

    def join(self, router: Router) -> None:
        for part in (self.intake, self.choosing, self.comparing, self.saving, self.starting):
            part.join(router)

    def answers(self) -> Mapping[str, Answer]:
        """Who takes the texts that were asked for, by kind of expectation."""
        return {
            EXPECTS_OPTION: self.choosing.option_text,
            EXPECTS_SEARCH: self.choosing.search_text,
            EXPECTS_NAME: self.saving.name_text,
            EXPECTS_REFERENCE: self.intake.not_a_reference,
        }
