"""The buttons of a running or ended analysis: stop, try again, leave it, order it in parts."""

import secrets
from dataclasses import replace

from bot.chat.callbacks import AnalyseInParts, CancelAnalysis, ForgetAnalysis, RetryAnalysis
from bot.chat.incoming.event import Event, Told
from bot.chat.incoming.router import Router
from bot.features.analyze.order.analysis_request import TextsGone, order_of, parts_of, wish_of
from bot.features.analyze.order.progress import Progress, Stage
from bot.features.analyze.ordering.menu import TextMenu
from bot.features.analyze.ordering.order_handlers import Ordering
from bot.features.analyze.reporting import status_screens
from bot.jobs import chain
from storage import Job, JobState


class JobHandlers:
    """Taps on a status message."""

    def __init__(self, menu: TextMenu, ordering: Ordering) -> None:
        self._menu = menu
        self._storage = menu.storage
        self._ordering = ordering

    def join(self, router: Router) -> None:
        router.job_tap(CancelAnalysis, self.cancel)
        router.job_tap(RetryAnalysis, self.retry)
        router.job_tap(ForgetAnalysis, self.forget)
        router.job_tap(AnalyseInParts, self.in_parts)

    async def cancel(self, event: Event, _tap: CancelAnalysis, job: Job) -> None:
        """Ask the engine to stop; it says what came of it."""
        if await chain.cancel(self._storage, job, event.person.id) is None:
            raise Told("job-over")
        if event.message and event.message.message_id == job.status_message_id:
            await event.show(status_screens.stopping(event.t, job))
        else:
            await event.tell("job-stopping")
        self._menu.around.wake_engine()

    async def retry(self, event: Event, _tap: RetryAnalysis, job: Job) -> None:
        """The same order once more, by the person's own decision; pressing twice starts one."""
        credential = await self._menu.credential(event)
        if credential is None:
            raise Told("neuro-link-first")
        again = await self._storage.jobs.revive(job, credential, upload_name=secrets.token_hex(8))
        if again is None:
            raise Told("job-over")
        await event.show(status_screens.running(event.t, again, Progress(Stage.STARTING), 0))
        self._menu.around.wake_engine()

    async def forget(self, event: Event, _tap: ForgetAnalysis, job: Job) -> None:
        """The person decided not to try again."""
        if not await self._storage.jobs.request_cancel(job.id, event.person.id):
            raise Told("job-over")
        await event.show(status_screens.cancelled(event.t, job, "cancelled-texts-unknown"))
        self._menu.around.wake_engine()

    async def in_parts(self, event: Event, tap: AnalyseInParts, job: Job) -> None:
        """A new order of the same texts, told and confirmed like the first one."""
        if job.state is not JobState.FAILED or tap.longest < 1:
            raise Told("job-over")
        wish = wish_of(job)
        if parts_of(job) > 1:  # the other parts may have been taken, and paid
            wish = wish.part(job.part, await self._amount(job))
        wish = replace(wish, longest=tap.longest)
        draft = await self._ordering.new_draft(event, wish)
        await self._ordering.show_order(event, draft, wish)

    async def _amount(self, job: Job) -> int:
        try:
            return (await order_of(self._storage, job)).texts.amount
        except TextsGone:
            raise Told("basket-gone") from None
