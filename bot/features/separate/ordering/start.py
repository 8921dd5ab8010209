"""Start, the one tap that spends credits: exactly one job for every song and algorithm of the draft."""

import secrets

from bot.chat.callbacks import CancelBatch, ForgetDraft, StartAnyway, StartJob
from bot.chat.display.screen import Screen
from bot.chat.incoming.event import Event, Told
from bot.chat.incoming.router import Router
from bot.features.separate.choosing import order_screens
from bot.features.separate.choosing.order_summary import Order
from bot.features.separate.draft.choice import Choice, order_options
from bot.features.separate.draft.job_request import SEPARATION, new_request, new_upload_name
from bot.features.separate.ordering.menu import SongMenu
from bot.features.separate.pricing.price import credits_for
from bot.features.separate.reporting import batch_status, status_screens
from storage import Credential, Draft, Job, JobOrder, OverLimit


class Starting:
    """From the draft to its jobs, once."""

    def __init__(self, menu: SongMenu) -> None:
        self._menu = menu
        self._storage = menu.storage

    def join(self, router: Router) -> None:
        router.draft_tap(StartJob, self.start)
        router.draft_tap(StartAnyway, self.start_anyway)
        router.draft_tap(ForgetDraft, self.forget)
        router.draft_tap(CancelBatch, self.cancel_batch, state="started")

    async def start(self, event: Event, _tap: StartJob, draft: Draft) -> None:
        await self._start(event, draft, confirmed=False)

    async def start_anyway(self, event: Event, _tap: StartAnyway, draft: Draft) -> None:
        await self._start(event, draft, confirmed=True)

    async def _start(self, event: Event, draft: Draft, *, confirmed: bool) -> None:
        """Make the jobs of the draft, however often the button is pressed."""
        credential = await self._menu.money.payer.credential(event.person.id)
        if credential is None:
            await event.show(await self._menu.card(event, draft))
            return
        order = await self._menu.order_of(event, draft, Choice.read(draft.choice))
        fresh = await self._storage.credentials.get(credential.id)
        if fresh is None or fresh.refused:
            raise Told("token-refused")  # the draft stays, and goes on after a new link
        if not order.open:
            await self._menu.show_order(event, draft, order.choice)
            return
        if not await self._may_spend(event, draft, order, confirmed=confirmed):
            return
        made = await self._make(event, draft, order, credential)
        if made:
            await self._show(event, made, credential.capacity)
            self._menu.around.wake_engine()

    async def forget(self, event: Event, _tap: ForgetDraft, draft: Draft) -> None:
        await self._storage.drafts.finish(draft.id)
        await event.show(Screen(event.t.html("card-forgotten")))

    async def cancel_batch(self, event: Event, _tap: CancelBatch, draft: Draft) -> None:
        """Stop everything of a batch that has not ended."""
        for job in await self._storage.jobs.of_draft(draft.id):
            if job.finished_at is None:
                await self._storage.jobs.request_cancel(job.id, event.person.id)
        self._menu.around.wake_engine()

    async def _may_spend(
        self, event: Event, draft: Draft, order: Order, *, confirmed: bool
    ) -> bool:
        """Keep to the person's own limits; a costly job is asked about once more."""
        told = await self._menu.money.spending.check(
            event.person.id, order.spends, confirmed=confirmed
        )
        if told is None:
            return True
        if told.key != "spending-warning":
            raise told
        await event.show(order_screens.sure(event.t, draft.id, told))
        return False

    async def _make(
        self, event: Event, draft: Draft, order: Order, credential: Credential
    ) -> list[Job]:
        """All jobs and what they cost, in one transaction: no two presses pass a limit together."""
        orders = await self._orders(order)
        who = (event.person.id, credential, [int(each.request["credits"]) for each in orders])
        reserved = await self._menu.money.reservation(*who)
        try:
            return await self._storage.jobs.create_batch(
                SEPARATION,
                event.person.id,
                draft.place,
                credential,
                orders,
                draft_id=draft.id,
                reservation=reserved,
            )
        except OverLimit:
            raise await self._menu.money.over_limit(*who) from None

    async def _orders(self, order: Order) -> list[JobOrder]:
        """Every song with every algorithm."""
        book = await self._menu.catalogue.book()
        picks = [
            (pick, found) for pick in order.choice.picks() if (found := book.get(pick.sep_type))
        ]
        size = len(picks) * len(order.contents.songs)
        orders = []
        for song in order.contents.songs:
            for pick, algorithm in picks:
                choice = order.choice.of_algorithm(
                    pick.sep_type, pick.options, goal=order.choice.goal
                )
                request = new_request(song, algorithm, choice, order_options(algorithm, choice))
                if order.contents.reference:
                    request["reference"] = order.contents.reference.as_dict()
                if order.plan and pick.sep_type == order.choice.sep_type:
                    request["then"] = order.plan.intention
                credits = credits_for(algorithm, request["options"], song.duration) or 0
                request |= {
                    "batch": size,
                    "compared": len(picks) > 1,
                    "credits": credits if order.spends else 0,
                }
                name = new_upload_name(song, secrets.token_hex(10))
                orders.append(JobOrder(request, name))
        if not orders:
            raise Told("order-gone")
        return orders

    async def _show(self, event: Event, made: list[Job], capacity: int) -> None:
        """One status message for all of them."""
        screen = (
            status_screens.starting(event.t, made[0], capacity)
            if len(made) == 1
            else batch_status.summary(event.t, made, {})
        )
        card = await event.show(screen)
        for job in made:
            await self._storage.jobs.set_status_message(job.id, card)
