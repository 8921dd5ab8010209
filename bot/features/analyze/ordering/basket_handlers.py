"""Handlers of a basket: show, add, remove, merge, clear."""

from bot.chat.callbacks import (
    AddTexts,
    ClearBasket,
    JoinBaskets,
    RemoveText,
    ShowBasket,
    ShowTexts,
)
from bot.chat.display.screen import Screen
from bot.chat.incoming.event import Event, Told
from bot.chat.incoming.router import Router
from bot.features.analyze.collecting import basket_screens
from bot.features.analyze.order.analysis_request import ANALYSIS, wish_of
from bot.features.analyze.ordering.menu import TextMenu, check_room
from storage import FINAL, JobState

OPEN = 3600.0  # seconds a basket takes more after Add was pressed
RUNNING = tuple(state for state in JobState if state not in FINAL)


class BasketHandlers:
    """Taps on a basket's card."""

    def __init__(self, menu: TextMenu) -> None:
        self._menu = menu
        self._baskets = menu.storage.baskets

    def join(self, router: Router) -> None:
        router.tap(ShowBasket, self.show)
        router.tap(AddTexts, self.add)
        router.tap(ShowTexts, self.show_texts)
        router.tap(RemoveText, self.remove)
        router.tap(ClearBasket, self.clear)
        router.tap(JoinBaskets, self.put_together)

    async def show(self, event: Event, tap: ShowBasket) -> None:
        basket = await self._menu.mine(event, tap.basket)
        await self._baskets.keep_open(basket.id, 0.0)
        shown = await self._menu.show(event, await self._menu.card(event, basket))
        await self._baskets.set_card(basket.id, shown)

    async def add(self, event: Event, tap: AddTexts) -> None:
        """The next texts go in here, for an hour or until it is enough."""
        basket = await self._menu.mine(event, tap.basket)
        await self._baskets.keep_open(basket.id, OPEN)
        shown = await self._menu.show(event, basket_screens.adding(event.t, basket))
        await self._baskets.set_card(basket.id, shown)

    async def show_texts(self, event: Event, tap: ShowTexts) -> None:
        await self._show_page(event, tap.basket, tap.page)

    async def remove(self, event: Event, tap: RemoveText) -> None:
        """Take one text out; the list goes on where it was."""
        basket = await self._menu.mine(event, tap.basket)
        await self._check_unused(basket.id, event)
        await self._baskets.remove(basket.id, tap.position)
        left = await self._baskets.get(basket.id)
        if left is None or not left.count:
            await self._menu.show(event, Screen(event.t.html("basket-cleared")))
        else:
            await self._show_page(event, basket.id, tap.page)

    async def clear(self, event: Event, tap: ClearBasket) -> None:
        basket = await self._menu.mine(event, tap.basket)
        if not tap.sure:
            await self._menu.show(event, basket_screens.sure_to_clear(event.t, basket))
            return
        await self._check_unused(basket.id, event)
        await self._baskets.delete(basket.id)
        await self._menu.show(event, Screen(event.t.html("basket-cleared")))

    async def put_together(self, event: Event, tap: JoinBaskets) -> None:
        """The texts of before come to these."""
        basket = await self._menu.mine(event, tap.basket)
        other = await self._menu.mine(event, tap.other)
        await self._check_unused(other.id, event)
        check_room(basket.count + other.count, basket.characters + other.characters)
        await self._baskets.pour(other.id, basket.id)
        grown = await self._menu.mine(event, basket.id)
        await self._menu.show(event, await self._menu.card(event, grown))

    async def _show_page(self, event: Event, basket_id: int, page: int) -> None:
        basket = await self._menu.mine(event, basket_id)
        last = max(0, -(-basket.count // basket_screens.TEXTS_PER_PAGE) - 1)
        page = min(max(0, page), last)
        after = await self._baskets.position_at(basket.id, page * basket_screens.TEXTS_PER_PAGE)
        shown = await self._baskets.page(
            basket.id, after=after, limit=basket_screens.TEXTS_PER_PAGE
        )
        await self._menu.show(event, basket_screens.texts(event.t, basket, shown, page))

    async def _check_unused(self, basket_id: int, event: Event) -> None:
        """Texts of a running order stay as they are: a lost answer is found again by them."""
        running = await self._menu.storage.jobs.of_user(event.person.id, RUNNING)
        if any(job.kind == ANALYSIS and wish_of(job).basket == basket_id for job in running):
            raise Told("basket-in-use")
