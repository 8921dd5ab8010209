"""/history: page through it, look at one job, and have its results delivered by one tap."""

from collections.abc import Callable
from dataclasses import replace

from bot.chat.callbacks import DeliverPast, ShowHistory, ShowHistoryFilter, ShowMonths, ShowPast
from bot.chat.incoming.event import Event, Told
from bot.chat.incoming.router import Router
from bot.features.history import screens
from bot.features.history.joined_history import Ledger, Past, algorithms_of, credits_by_month
from bot.features.separate import (
    SEPARATION,
    Progress,
    Song,
    Stage,
    format_of_results,
    stem_specs,
)
from bot.mvsep import MvsepClient, Report, Status
from storage import Credential, Place, Storage


class History:
    """Only in private: a history is nobody else's business."""

    def __init__(
        self, storage: Storage, client: MvsepClient, wake_engine: Callable[[], None]
    ) -> None:
        self._storage = storage
        self._client = client
        self._ledger = Ledger(client, storage)
        self._wake_engine = wake_engine

    def join(self, router: Router) -> None:
        router.command("history", self.history)
        router.tap(ShowHistory, self.show)
        router.tap(ShowPast, self.show_past)
        router.tap(DeliverPast, self.deliver)
        router.tap(ShowHistoryFilter, self.show_filter)
        router.tap(ShowMonths, self.show_months)

    async def history(self, event: Event) -> None:
        if not event.is_private:
            raise Told("history-private")
        await self.show(event, ShowHistory(event.person.id))

    async def show(self, event: Event, tap: ShowHistory) -> None:
        jobs = await self._ledger.of(await self._credential(event))
        await event.show(screens.history(event.t, event.person.id, jobs, tap.page, tap.sep_type))

    async def show_past(self, event: Event, tap: ShowPast) -> None:
        past = await self._past(event, tap.mark)
        await event.show(screens.past_job(event.t, event.person.id, past, tap.page, tap.sep_type))

    async def show_filter(self, event: Event, tap: ShowHistoryFilter) -> None:
        found = algorithms_of(await self._ledger.of(await self._credential(event)))
        await event.show(screens.algorithms(event.t, event.person.id, found, tap.page))

    async def show_months(self, event: Event, _tap: ShowMonths) -> None:
        figures = credits_by_month(await self._ledger.of(await self._credential(event)))
        await event.show(screens.months(event.t, event.person.id, figures))

    async def deliver(self, event: Event, tap: DeliverPast) -> None:
        """A job that begins with its delivery; it costs nothing. Pressed twice, it is sent once."""
        credential = await self._credential(event)
        past = await self._past(event, tap.mark)
        report = await self._client.report(past.row.hash)
        stems = [stem for stem in report.stems if stem.url]
        if report.status is not Status.DONE or not stems:
            raise Told("history-not-there")
        song = Song("none", title=past.title or past.row.algorithm or "MVSEP")
        output_format = format_of_results(stems)
        made = await self._storage.ready.create(
            SEPARATION,
            event.person.id,
            Place(event.place.chat_id, event.place.thread_id),
            credential,
            _order(past, report, song, output_format),
            stem_specs(song, song.title or "", stems, output_format),
            name=f"past {past.mark}",
        )
        if made is None:
            raise Told("job-again")
        self._wake_engine()

    async def _past(self, event: Event, mark: str) -> Past:
        past = await self._ledger.find(await self._credential(event), mark)
        if past is None:
            raise Told("history-not-there")
        return past

    async def _credential(self, event: Event) -> Credential:
        credential = await self._storage.credentials.active(event.person.id, "mvsep")
        if credential is None:
            raise Told("history-no-account")
        return credential


def _order(
    past: Past, report: Report, song: Song, output_format: int
) -> dict[str, dict[str, object]]:
    """What the job remembers; `past` says that its song is not here."""
    progress = replace(
        Progress(Stage.DELIVERING, hash=past.row.hash.get_secret_value()),
        stems=len(report.stems),
    )
    request = {
        "song": song.as_dict(),
        "sep_type": past.row.render_id or 0,
        "algorithm": past.row.algorithm,
        "options": {},
        "output_format": output_format,
        "goal": None,
        "past": past.mark,
    }
    return {"request": request, "progress": progress.as_dict()}
