"""What the handlers of texts share: the basket's card, the account, showing a screen."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from decimal import Decimal

import structlog
from telegram import Document

from bot.chat.display.screen import Button, Screen
from bot.chat.incoming.event import Event, Told
from bot.chat.incoming.telegram_files import TelegramFiles
from bot.chat.outgoing.status_messages import StatusMessages
from bot.features.analyze.collecting import basket_screens
from bot.features.analyze.order.kinds import Prices
from bot.features.analyze.results.reports import Reports
from bot.features.link import NEURO_SEMANTIC, group_link_button, neuro_link_button
from bot.features.themes import Library
from bot.files.reader import FileReader
from bot.neuro_semantic import BadSecret, NeuroSemanticClient, NeuroSemanticError
from storage import Basket, Credential, Storage

log = structlog.get_logger()
MOST_TEXTS = 20_000  # in one basket
MOST_CHARACTERS = 10_000_000
PATIENCE = 3.0  # seconds an order waits for the balance; without an answer it is shown without


@dataclass(frozen=True, slots=True)
class Around:
    """What this feature needs to know of the rest: who we are, whom to wake, how progress is shown, and
    who may have asked for a file or for the words under a picture."""

    bot_name: Callable[[], str]
    wake_engine: Callable[[], None]
    status_messages: StatusMessages
    files: TelegramFiles
    reader: FileReader
    other_file: Callable[[Event, Document], Awaitable[bool]]
    other_caption: Callable[[Event], Awaitable[bool]]


@dataclass(frozen=True, slots=True)
class TextMenu:
    """The tools every handler of this feature works with."""

    storage: Storage
    client: NeuroSemanticClient
    prices: Prices
    reports: Reports
    library: Library
    around: Around

    async def credential(self, event: Event) -> Credential | None:
        """The account that pays; None where none is linked, or its key was refused."""
        found = await self.storage.credentials.active(event.person.id, NEURO_SEMANTIC)
        return None if found is None or found.refused else found

    async def card(self, event: Event, basket: Basket) -> Screen:
        """What is in a basket and what can be done with it; before linking, how to link."""
        if await self.credential(event) is None:
            return basket_screens.card_before_link(event.t, basket, self.link_button(event))
        earlier = await self.storage.baskets.newest(basket.user_id, basket.place, before=basket.id)
        return basket_screens.card(event.t, basket, await self.prices.types(), earlier)

    async def mine(self, event: Event, basket_id: int) -> Basket:
        """A basket that is still there and belongs to who pressed the button."""
        found = await self.storage.baskets.get(basket_id)
        if found is None or found.user_id != event.person.id or not found.count:
            raise Told("basket-gone")
        return found

    async def show(self, event: Event, screen: Screen) -> int:
        """Change the message whose button was pressed; a picture stays, and the answer comes below it."""
        message = event.message
        if event.query is None or message is None or message.photo or message.document:
            return await event.reply(screen)
        return await self.around.status_messages.finish(event.place, message.message_id, screen)

    async def balance(self, credential: Credential) -> Decimal | None:
        """Roubles on the account, if the service tells them soon."""
        try:
            async with asyncio.timeout(PATIENCE):
                return await self.client.balance(credential.secret)
        except BadSecret:
            await self.storage.credentials.mark_refused(credential.id)
            raise
        except (NeuroSemanticError, TimeoutError) as error:
            log.info("balance not asked", reason=type(error).__name__)
            return None

    def link_button(self, event: Event) -> Button:
        if event.is_private:
            return neuro_link_button(event.t, event.person.id)
        return group_link_button(event.t, self.around.bot_name())


def check_room(texts: int, characters: int) -> None:
    """Raises `Told` for more than a basket holds."""
    if texts > MOST_TEXTS or characters > MOST_CHARACTERS:
        raise Told("basket-full", most=MOST_TEXTS)
