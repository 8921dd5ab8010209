"""What operators can do: invite, allow, ban. Asked for by anybody else, the commands do not exist."""

import secrets
from collections.abc import Awaitable, Callable
from typing import TypeVar

from bot.chat.callbacks import Callback, MakeInvite, RevokeInvite
from bot.chat.display.screen import Screen
from bot.chat.incoming.event import Event, Told
from bot.chat.incoming.router import Handler, Router
from bot.features.access import screens
from bot.features.access.gates import INVITED_BY, Doors
from storage import Storage

C = TypeVar("C", bound=Callback)
DAY = 24 * 3600.0
INVITE_DAYS = 7
MOST_USES, MOST_DAYS = 1000, 365


class Admin:
    """Only for the ids in the settings; asked again at every command and every press."""

    def __init__(self, storage: Storage, doors: Doors, bot_name: Callable[[], str]) -> None:
        self._storage = storage
        self._doors = doors
        self._bot_name = bot_name

    def join(self, router: Router) -> None:
        router.command("access", self._for_admins(self.access))
        router.command("invite", self._for_admins(self.invite))
        router.command("allow", self._for_admins(self.allow))
        router.command("ban", self._for_admins(self.ban))
        router.command("unban", self._for_admins(self.unban))
        router.tap(MakeInvite, self._tapped_by_admins(self.make_invite))
        router.tap(RevokeInvite, self._tapped_by_admins(self.revoke))

    async def access(self, event: Event) -> None:
        await event.reply(await self._overview(event))

    async def invite(self, event: Event) -> None:
        """`/invite [people] [days]`"""
        given = _numbers(event)
        uses = given[0] if given else 1
        days = given[1] if len(given) > 1 else INVITE_DAYS
        if not (1 <= uses <= MOST_USES and 1 <= days <= MOST_DAYS):
            raise Told("admin-invite-usage")
        await self._invite(event, uses, days)

    async def make_invite(self, event: Event, tap: MakeInvite) -> None:
        if not 1 <= tap.uses <= MOST_USES:
            raise Told("old-button")
        await self._invite(event, tap.uses, INVITE_DAYS)

    async def revoke(self, event: Event, tap: RevokeInvite) -> None:
        await self._storage.access.revoke(tap.invite)
        await event.show(await self._overview(event))

    async def allow(self, event: Event) -> None:
        user_id = _one_id(event)
        await self._storage.access.allow(user_id)
        await event.tell("admin-allowed", id=str(user_id))

    async def ban(self, event: Event) -> None:
        """Shut somebody out; what they have running still ends. An operator cannot be banned."""
        user_id = _one_id(event)
        if user_id in self._doors.admins:
            raise Told("admin-not-an-admin")
        await self._storage.access.ban(user_id)
        await event.tell("admin-banned", id=str(user_id))

    async def unban(self, event: Event) -> None:
        user_id = _one_id(event)
        await self._storage.access.dismiss(user_id)
        await event.tell("admin-unbanned", id=str(user_id))

    async def _invite(self, event: Event, uses: int, days: int) -> None:
        code = secrets.token_urlsafe(16)
        await self._storage.access.invite(code, uses, days * DAY)
        link = f"https://t.me/{self._bot_name()}?start={INVITED_BY}{code}"
        await event.reply(screens.invite(event.t, link, uses, days))

    async def _overview(self, event: Event) -> Screen:
        members, bans = await self._storage.access.counts()
        invites = await self._storage.access.invites()
        return screens.overview(
            event.t,
            event.person.id,
            screens.Overview(self._doors.is_open, members, bans, tuple(invites)),
        )

    def _is_admin(self, event: Event) -> bool:
        return event.is_private and event.person.id in self._doors.admins

    def _for_admins(self, handler: Handler) -> Handler:
        async def guarded(event: Event) -> None:
            if self._is_admin(event):
                await handler(event)
            elif event.is_private:
                await event.tell("unknown-command")

        return guarded

    def _tapped_by_admins(
        self, handler: Callable[[Event, C], Awaitable[None]]
    ) -> Callable[[Event, C], Awaitable[None]]:
        async def guarded(event: Event, tap: C) -> None:
            if not self._is_admin(event):
                raise Told("old-button")
            await handler(event, tap)

        return guarded


def _numbers(event: Event) -> list[int]:
    words = (event.message.text or "").split()[1:] if event.message else []
    return [int(word) for word in words if word.isdecimal() and len(word) <= 15]


def _one_id(event: Event) -> int:
    found = _numbers(event)
    if len(found) != 1:
        raise Told("admin-id-usage")
    return found[0]
