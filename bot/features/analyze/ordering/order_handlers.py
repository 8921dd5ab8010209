"""From a kind to Start, the one tap that spends roubles."""

from dataclasses import replace
from typing import Any

from bot.chat.callbacks import (
    BackToBasket,
    ChooseKind,
    ChoosePhrases,
    ChooseTheme,
    PickTheme,
    ReadTested,
    StartAnalysis,
    short_id,
)
from bot.chat.display.screen import Screen
from bot.chat.incoming.event import Event, Told
from bot.chat.incoming.router import Router
from bot.features.analyze.collecting import basket_screens
from bot.features.analyze.order.analysis_request import ANALYSIS, TextsGone, Wish, parts_for
from bot.features.analyze.order.kinds import PHRASES, price_of
from bot.features.analyze.order.progress import Progress, Stage
from bot.features.analyze.ordering.menu import TextMenu
from bot.features.analyze.reporting import status_screens
from bot.neuro_semantic import Kind, Theme
from storage import BasketText, Credential, Draft, Job, JobOrder, Place


class Ordering:
    """Kind, theme, number of phrases, Start."""

    def __init__(self, menu: TextMenu) -> None:
        self._menu = menu
        self._storage = menu.storage

    def join(self, router: Router) -> None:
        router.tap(ChooseKind, self.choose_kind)
        router.draft_tap(PickTheme, self.pick_theme)
        router.draft_tap(ChooseTheme, self.choose_theme)
        router.draft_tap(ChoosePhrases, self.choose_phrases)
        router.draft_tap(BackToBasket, self.back)
        router.draft_tap(StartAnalysis, self.start)
        router.draft_tap(ReadTested, self.read_tested)

    async def choose_kind(self, event: Event, tap: ChooseKind) -> None:
        if tap.kind not in set(Kind):
            raise Told("old-button")
        basket = await self._menu.mine(event, tap.basket)
        await self._storage.baskets.keep_open(basket.id, 0.0)
        wish = Wish(basket.id, basket.last, basket.count, basket.characters, kind=Kind(tap.kind))
        draft = await self.new_draft(event, wish)
        if wish.kind is Kind.CLASSIFY:
            await self.pick_theme(event, PickTheme(draft.id), draft)
        else:
            await self.show_order(event, draft, wish)

    async def new_draft(self, event: Event, wish: Wish) -> Draft:
        """An unfinished order of these texts; what comes of it answers whoever asked."""
        basket = await self._storage.baskets.get(wish.basket)
        asked = basket.place if basket and basket.place.chat_id == event.chat.id else event.place
        place = Place(event.place.chat_id, event.place.thread_id, asked.reply_to)
        return await self._storage.drafts.create(
            event.person.id, place, {}, wish.as_dict(), kind=ANALYSIS
        )

    async def pick_theme(self, event: Event, tap: PickTheme, draft: Draft) -> None:
        credential = await self._account(event)
        found = await self._menu.library.themes(credential)
        usable = [each for each in found if each.entities]
        screen = basket_screens.themes(event.t, draft.id, event.person.id, usable, tap.page)
        await self._show(event, draft, screen)

    async def choose_theme(self, event: Event, tap: ChooseTheme, draft: Draft) -> None:
        theme = await self._theme(await self._account(event), tap.theme)
        wish = replace(Wish.read(draft.choice), theme=theme.id, theme_title=theme.title)
        await self._choose(event, draft, wish)

    async def read_tested(self, event: Event, _tap: ReadTested, draft: Draft) -> None:
        """A text that a theme was tried on, sorted by the service: once, and told and confirmed as any order."""
        theme = await self._theme(await self._account(event), draft.choice["theme"])
        if not await self._storage.drafts.finish(draft.id):
            return
        text = BasketText(draft.source["text"])
        empty = await self._storage.baskets.create(event.person.id, event.place, open_for=0.0)
        basket = await self._storage.baskets.add(empty.id, [text], open_for=0.0) or empty
        wish = Wish(basket.id, basket.last, basket.count, basket.characters, Kind.CLASSIFY)
        wish = replace(wish, theme=theme.id, theme_title=theme.title)
        await self.show_order(event, await self.new_draft(event, wish), wish)

    async def choose_phrases(self, event: Event, tap: ChoosePhrases, draft: Draft) -> None:
        if tap.phrases not in PHRASES:
            raise Told("old-button")
        await self._choose(event, draft, replace(Wish.read(draft.choice), phrases=tap.phrases))

    async def back(self, event: Event, _tap: BackToBasket, draft: Draft) -> None:
        basket = await self._menu.mine(event, Wish.read(draft.choice).basket)
        await self._menu.show(event, await self._menu.card(event, basket))

    async def show_order(self, event: Event, draft: Draft, wish: Wish) -> None:
        types = await self._menu.prices.types()
        cost = await self._cost(await self._account(event), wish)
        parts = await self._amount(wish)
        screen = basket_screens.order(event.t, draft.id, wish, types, cost, parts)
        await self._show(event, draft, screen)

    async def start(self, event: Event, _tap: StartAnalysis, draft: Draft) -> None:
        """Make the jobs of the draft, however often the button is pressed."""
        wish = Wish.read(draft.choice)
        credential = await self._account(event)
        if not await self._is_still_there(wish):
            await self._tell_anew(event, draft, wish)
            return
        cost = await self._cost(credential, wish)
        if not cost.covers(wish.count):
            await self.show_order(event, draft, wish)
            return
        orders = await self._orders(credential, wish)
        made = await self._storage.jobs.create_batch(
            ANALYSIS, event.person.id, draft.place, credential, orders, draft_id=draft.id
        )
        if made:
            await self._tell_started(event, made)
            self._menu.around.wake_engine()

    async def _is_still_there(self, wish: Wish) -> bool:
        """Whether these very texts are in the basket: some may have been taken out since."""
        find = self._storage.baskets.position_at
        last = await find(wish.basket, wish.all)
        further = await find(wish.basket, wish.all + 1)
        return 0 < last <= wish.through and not 0 < further <= wish.through

    async def _tell_anew(self, event: Event, draft: Draft, wish: Wish) -> None:
        """What the order has become; it wants another Start."""
        basket = await self._menu.mine(event, wish.basket)
        present = Wish(basket.id, basket.last, basket.count, basket.characters, wish.kind)
        present = replace(
            present, theme=wish.theme, theme_title=wish.theme_title, phrases=wish.phrases
        )
        await self._choose(event, draft, present)

    async def _orders(self, credential: Credential, wish: Wish) -> list[JobOrder]:
        request: dict[str, Any] = {"wish": wish.as_dict()}
        if wish.kind is Kind.CLASSIFY:
            theme = await self._theme(credential, short_id(wish.theme))
            request["theme"] = theme.as_json()
        parts = await self._amount(wish)
        return [JobOrder({**request, "parts": parts}, None)] * parts

    async def _amount(self, wish: Wish) -> int:
        """How many parts the order has."""
        if not wish.longest:
            return 1
        try:
            return len(await parts_for(self._storage, wish))
        except TextsGone:
            raise Told("basket-gone") from None

    async def _tell_started(self, event: Event, made: list[Job]) -> None:
        """The card becomes the status of the first job; further parts get messages of their own."""
        stage = Stage.STARTING if made[0].due_at is not None else Stage.QUEUED
        screen = status_screens.running(event.t, made[0], Progress(stage), 0)
        shown = await self._menu.show(event, screen)
        await self._storage.jobs.set_status_message(made[0].id, shown)

    async def _choose(self, event: Event, draft: Draft, wish: Wish) -> None:
        if not await self._storage.drafts.choose(draft.id, wish.as_dict(), version=draft.version):
            raise Told("draft-changed")
        await self.show_order(event, draft, wish)

    async def _show(self, event: Event, draft: Draft, screen: Screen) -> None:
        shown = await self._menu.show(event, screen)
        await self._storage.drafts.set_card(draft.id, shown)

    async def _account(self, event: Event) -> Credential:
        credential = await self._menu.credential(event)
        if credential is None:
            raise Told("neuro-link-first")
        return credential

    async def _theme(self, credential: Credential, short: str) -> Theme:
        found = await self._menu.library.theme(credential, short)
        if not found.entities:
            raise Told("theme-empty")
        return found

    async def _cost(self, credential: Credential, wish: Wish) -> basket_screens.Cost:
        types = await self._menu.prices.types()
        return basket_screens.Cost(
            price_of(types, wish.kind), await self._menu.balance(credential)
        )
