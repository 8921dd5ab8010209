"""Puts together what concerns people: linking, accounts, access and privacy."""

import time
from collections.abc import Callable
from dataclasses import dataclass

import httpx
from telegram.ext import filters

from bot.chat.display.translator import Translator, best_language, translator
from bot.chat.incoming.event import Event
from bot.chat.incoming.router import Answer, Gate, Router
from bot.chat.outgoing.sender import Sender
from bot.composition.housekeeping import Housekeeping
from bot.features.access import AccessGate, Admin, Doors, RateGate
from bot.features.link import (
    CARRIES_SECRET,
    EXPECTS_EMAIL,
    EXPECTS_LIMIT,
    EXPECTS_NAME,
    EXPECTS_PASSWORD,
    EXPECTS_SECRET,
    EXPECTS_TOKEN,
    Account,
    ChosenLimits,
    Guard,
    Keeping,
    Link,
    Money,
    NeuroSemantic,
    Payer,
    Refusals,
    Sharing,
    SignInSteps,
    Spending,
    WaitingSong,
)
from bot.features.privacy import Erasing, Periods, Privacy
from bot.mvsep import MvsepClient
from bot.neuro_semantic import NeuroSemanticClient
from bot.settings import Settings
from storage import Storage


@dataclass(frozen=True, slots=True)
class Services:
    """Where accounts are checked."""

    mvsep: MvsepClient
    neuro_semantic: NeuroSemanticClient


class People:
    """Who they are to us, what they entrusted to us, and how we forget it."""

    def __init__(
        self,
        settings: Settings,
        storage: Storage,
        services: Services,
        sender: Sender,
        bot_name: Callable[[], str],
    ) -> None:
        self._settings = settings
        self._storage = storage
        self._services = services
        self._bot_name = bot_name
        is_open = settings.access == "open"
        self._doors = Doors(is_open, settings.allowed_ids, settings.admin_ids)
        self._access = AccessGate(storage, self._doors)
        self.erasing = Erasing(storage, sender)
        self.spending = Spending(storage)
        sharing = Sharing(settings.shared_mvsep_token, settings.shared_daily_songs)
        self.payer = Payer(storage, services.mvsep, sharing, self._access.knows)
        refusals = Refusals(storage, sender, self._language_of)
        self.money = Money(self.payer, self.spending, refusals)
        self.housekeeping = Housekeeping(storage, settings, self.erasing.erase_blocked)

    def gates(self) -> tuple[Gate, ...]:
        """What every event passes, in this order: secrets leave the chat whoever pasted them."""
        rate = RateGate(self._settings.actions_per_minute, time.monotonic)
        return (Guard(self._storage), self._access, rate)

    def join(
        self, router: Router, show_song: WaitingSong, show_texts: WaitingSong
    ) -> tuple[Link, dict[str, Answer]]:
        """Join all of it; what remains to be joined: texts with a key in them, and answers by kind."""
        keeping = Keeping(self._storage, show_song)
        link = Link(self._storage, self._services.mvsep, keeping, self._bot_name)
        sign_in = SignInSteps(self._services.mvsep, keeping)
        neuro = NeuroSemantic(self._storage, self._services.neuro_semantic, keeping, show_texts)
        limits = ChosenLimits(self._storage, keeping)
        for feature in (link, sign_in, neuro, limits, self._account(), self._admin()):
            feature.join(router)
        self._privacy().join(router)
        router.message(filters.ChatType.GROUPS & CARRIES_SECRET, _nothing_more)
        return link, {
            EXPECTS_TOKEN: link.wrong_shape,
            EXPECTS_NAME: sign_in.name,
            EXPECTS_EMAIL: sign_in.email,
            EXPECTS_PASSWORD: sign_in.password,
            EXPECTS_SECRET: neuro.secret,
            EXPECTS_LIMIT: limits.typed,
        }

    async def _language_of(self, user_id: int) -> Translator:
        user = await self._storage.users.get(user_id)
        return translator(best_language(*((user.language, user.language_code) if user else ())))

    def _account(self) -> Account:
        money = (self.spending, self.payer)
        return Account(self._storage, self._services.mvsep, money, self._bot_name)

    def _admin(self) -> Admin:
        return Admin(self._storage, self._doors, self._bot_name)

    def _privacy(self) -> Privacy:
        kept = self._settings
        periods = Periods(
            kept.keep_updates_days,
            kept.keep_drafts_days,
            kept.keep_jobs_days,
            kept.keep_blocked_days,
        )
        return Privacy(self._storage, self.erasing, periods, self._bot_name)


def services(client: httpx.AsyncClient, settings: Settings, mvsep: MvsepClient) -> Services:
    return Services(mvsep, NeuroSemanticClient(client, settings.neuro_semantic_url))


async def _nothing_more(_event: Event) -> None:
    """The gate has dealt with it: a message with a secret gets no further."""
