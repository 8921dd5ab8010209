"""/quiet: from when to when, by the person's own clock."""

from bot.chat.callbacks import SetQuiet, ShowQuiet
from bot.chat.incoming.event import Event
from bot.chat.incoming.router import Router
from bot.features.quiet import screens
from storage import Hours, Storage

HOUR = 60  # minutes
FARTHEST = 14 * HOUR  # minutes a clock may be off UTC


class QuietHours:
    """Telegram does not tell people's time zones, so the person sets the clock by the hour."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage

    def join(self, router: Router) -> None:
        router.command("quiet", self.quiet)
        router.tap(ShowQuiet, self.show)
        router.tap(SetQuiet, self.set)

    async def quiet(self, event: Event) -> None:
        await self._show(event)

    async def show(self, event: Event, _tap: ShowQuiet) -> None:
        await self._show(event)

    async def set(self, event: Event, tap: SetQuiet) -> None:
        """Negative hours end the quiet; an hour beyond the clock's ends is pulled back."""
        offset = max(-FARTHEST, min(FARTHEST, tap.offset))
        hours = Hours(tap.start % 24 * HOUR, tap.end % 24 * HOUR, offset)
        await self._storage.quiet.set(event.person.id, None if tap.start < 0 else hours)
        await self._show(event)

    async def _show(self, event: Event) -> None:
        hours = await self._storage.quiet.of(event.person.id)
        now = await self._storage.now()
        await event.show(screens.quiet(event.t, event.person.id, hours, now))
