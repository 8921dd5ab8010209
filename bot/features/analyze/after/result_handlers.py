"""What people do with a result: look behind it, compare, export, open an old one again."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.chat.callbacks import (
    CompareResults,
    ExportResult,
    OpenPast,
    OpenResult,
    PickComparison,
    ShowClass,
    ShowClasses,
    ShowResult,
    ShowTextHistory,
    ShowTextMonths,
    SwitchPicture,
    short_id,
)
from bot.chat.incoming.event import Event, Told
from bot.chat.incoming.router import Router
from bot.features.analyze.after.exports import FORMS, filename, make_file
from bot.features.analyze.ordering.menu import TextMenu
from bot.features.analyze.results import report_screens
from bot.features.analyze.results.monthly_totals import by_month
from bot.features.analyze.results.reports import Report, ResultGone, classes_of
from bot.net.streams import path_source
from bot.neuro_semantic import Kind, PastRequest
from storage import Analysis, Credential


class Results:
    """Taps on a result, and the history."""

    def __init__(self, menu: TextMenu) -> None:
        self._menu = menu
        self._storage = menu.storage

    def join(self, router: Router) -> None:
        router.tap(ShowResult, self.show)
        router.tap(OpenResult, self.open)
        router.tap(ShowClasses, self.show_classes)
        router.tap(ShowClass, self.show_class)
        router.tap(PickComparison, self.pick_comparison)
        router.tap(CompareResults, self.compare)
        router.tap(ExportResult, self.export)
        router.tap(SwitchPicture, self.switch_picture)
        router.tap(ShowTextHistory, self.show_history)
        router.tap(OpenPast, self.open_past)
        router.tap(ShowTextMonths, self.show_months)

    async def show(self, event: Event, tap: ShowResult) -> None:
        report = await self._report(event, tap.analysis)
        await self._menu.show(event, report_screens.result(event.t, event.person.id, report))

    async def open(self, event: Event, tap: OpenResult) -> None:
        """Where the message with the button has more to say, it stays."""
        await self._send(event, await self._report(event, tap.analysis))

    async def show_classes(self, event: Event, tap: ShowClasses) -> None:
        report = await self._report(event, tap.analysis)
        await self._menu.show(
            event, report_screens.classes(event.t, event.person.id, report, tap.page)
        )

    async def show_class(self, event: Event, tap: ShowClass) -> None:
        report = await self._report(event, tap.analysis)
        if not 0 <= tap.number < len(classes_of(report)):
            raise Told("old-button")
        await self._menu.show(
            event,
            report_screens.texts_of_class(event.t, event.person.id, report, tap.number, tap.page),
        )

    async def pick_comparison(self, event: Event, tap: PickComparison) -> None:
        report = await self._report(event, tap.analysis)
        others = await self._others(report)
        await self._menu.show(
            event,
            report_screens.pick_comparison(event.t, event.person.id, report, others, tap.page),
        )

    async def compare(self, event: Event, tap: CompareResults) -> None:
        """The older of the two is the one before."""
        pair = [await self._report(event, each) for each in (tap.analysis, tap.other)]
        before, after = sorted(pair, key=lambda report: report.analysis.created_at)
        if before.kind != after.kind:
            raise Told("old-button")
        screen = report_screens.comparison(event.t, event.person.id, before, after)
        png = await self._menu.reports.comparison(event.t, before, after)
        if png is None:
            await event.reply(screen)
        else:
            await event.sender.send_picture(event.place, png, screen)

    async def export(self, event: Event, tap: ExportResult) -> None:
        if tap.form not in FORMS:
            raise Told("old-button")
        report = await self._report(event, tap.analysis)
        with TemporaryDirectory() as folder:
            path = Path(folder) / filename(report, tap.form)
            await make_file(event.t, self._storage, self._menu.reports, report, path)
            caption = event.t.html("result-file")
            await event.sender.send_file(event.place, path_source(path), path.name, caption)

    async def switch_picture(self, event: Event, tap: SwitchPicture) -> None:
        """The same result once more, in the other look; it stays so from now on."""
        report = await self._report(event, tap.analysis)
        await self._storage.analyses.set_dark(event.person.id, bool(tap.dark))
        await self._send(event, report)

    async def show_history(self, event: Event, tap: ShowTextHistory) -> None:
        past = await self._history(await self._account(event))
        await self._menu.show(
            event, report_screens.history(event.t, event.person.id, past, tap.page)
        )

    async def open_past(self, event: Event, tap: OpenPast) -> None:
        """Any result of the account, by its transaction; also one that was ordered elsewhere."""
        credential = await self._account(event)
        past = await self._history(credential)
        found = next((each for each in past if short_id(each.id) == tap.transaction), None)
        if found is None:
            raise Told("result-gone")
        if not found.done:
            raise Told("result-not-ready")
        about = {
            "kind": found.kind,
            "count": found.texts_amount or 0,
            "theme": await self._theme_of(credential, found),
            "credential": credential.id,
            "date": f"{found.created:%Y-%m-%d %H:%M}" if found.created else "",
        }
        analysis = await self._storage.analyses.note(event.person.id, [found.id], about)
        await self._send(event, await self._load(analysis))

    async def _theme_of(self, credential: Credential, past: PastRequest) -> str:
        """What a classification sorted by; so it can stand beside others of the same theme."""
        if past.kind != Kind.CLASSIFY:
            return ""
        found = await self._menu.client.transaction(credential.secret, past.id)
        return found.result.title if found.result else ""

    async def show_months(self, event: Event, _tap: ShowTextMonths) -> None:
        past = await self._history(await self._account(event))
        await self._menu.show(
            event, report_screens.months(event.t, event.person.id, by_month(past))
        )

    async def _send(self, event: Event, report: Report) -> None:
        screen = report_screens.result(event.t, event.person.id, report)
        png = await self._menu.reports.picture(event.t, report)
        if png is None:
            await event.reply(screen)
        else:
            await event.sender.send_picture(event.place, png, screen)

    async def _report(self, event: Event, analysis_id: int) -> Report:
        analysis = await self._storage.analyses.get(analysis_id)
        if analysis is None or analysis.user_id != event.person.id:
            raise Told("result-gone")
        return await self._load(analysis)

    async def _load(self, analysis: Analysis) -> Report:
        try:
            return await self._menu.reports.load(analysis)
        except ResultGone:
            raise Told("result-gone") from None

    async def _others(self, report: Report) -> Sequence[Analysis]:
        """Earlier results that can stand beside this one: the same kind, and the same theme."""
        found = await self._storage.analyses.of(report.analysis.user_id)
        return [
            each
            for each in found
            if each.id != report.analysis.id
            and each.about.get("kind") == report.kind
            and (report.kind != Kind.CLASSIFY or each.about.get("theme") == report.theme)
        ]

    async def _account(self, event: Event) -> Credential:
        credential = await self._menu.credential(event)
        if credential is None:
            raise Told("neuro-link-first")
        return credential

    async def _history(self, credential: Credential) -> list[PastRequest]:
        """Newest first, whatever the service's order is."""
        past = await self._menu.client.history(credential.secret)
        return sorted(past, key=lambda each: each.created.timestamp() if each.created else 0.0)[
            ::-1
        ]
