"""/privacy, /exportmydata, /deletemydata, and taking note of who blocked the bot."""

from collections.abc import Callable
from typing import Any

import structlog
from telegram import ChatMember, Update
from telegram.constants import ChatAction, ChatType
from telegram.ext import ChatMemberHandler

from bot.chat.callbacks import EraseData
from bot.chat.display.screen import Screen
from bot.chat.incoming.event import Event
from bot.chat.incoming.router import Router
from bot.chat.outgoing.outgoing_file import OutgoingFile
from bot.chat.outgoing.telegram_request import stream_input
from bot.features.privacy import screens
from bot.features.privacy.erasure import Erasing
from bot.features.privacy.export import document
from bot.features.privacy.policy import Periods, policy
from bot.net.streams import Opened
from storage import Storage

log = structlog.get_logger()
GONE = (ChatMember.BANNED, ChatMember.LEFT)


class Privacy:
    """The commands Telegram asks every bot to have (Bot Developer Terms, 4)."""

    def __init__(
        self,
        storage: Storage,
        erasing: Erasing,
        periods: Periods,
        bot_name: Callable[[], str],
    ) -> None:
        self._storage = storage
        self._erasing = erasing
        self._periods = periods
        self._bot_name = bot_name

    def join(self, router: Router) -> None:
        router.command("privacy", self.privacy)
        router.command("exportmydata", self.export)
        router.command("deletemydata", self.delete)
        router.tap(EraseData, self.delete_confirmed)
        router.handlers.append(
            ChatMemberHandler(self.membership, ChatMemberHandler.MY_CHAT_MEMBER)
        )

    async def privacy(self, event: Event) -> None:
        await event.reply(Screen(policy(event.t, self._periods)))

    async def export(self, event: Event) -> None:
        """One JSON file, in private only."""
        if not event.is_private:
            await event.reply(screens.in_group(event.t, self._bot_name()))
            return
        await event.sender.busy(event.place, ChatAction.UPLOAD_DOCUMENT)
        opened = Opened(document(self._storage, event.person.id), None)
        file = stream_input(opened, "my-data.json", "application/json")
        caption = event.t.html("export-caption")
        await event.sender.send_track(event.place, OutgoingFile(file, "json", "", caption=caption))

    async def delete(self, event: Event) -> None:
        if event.is_private:
            await event.reply(screens.first_question(event.t, event.person.id))
        else:
            await event.reply(screens.in_group(event.t, self._bot_name()))

    async def delete_confirmed(self, event: Event, tap: EraseData) -> None:
        """Asked twice; the second yes cannot be taken back."""
        if tap.step < screens.LAST_STEP:
            await event.show(screens.second_question(event.t, event.person.id))
            return
        stopped = await self._erasing.ask(event.person.id, event.t.language)
        await event.show(Screen(event.t.html("erase-started", n=stopped)))

    async def membership(self, update: Update, _context: Any) -> None:
        """Who blocks the bot is noted with the time, who comes back is not any more."""
        change = update.my_chat_member
        if change is None or change.chat.type != ChatType.PRIVATE:
            return
        blocked = change.new_chat_member.status in GONE
        await self._storage.users.set_blocked(change.chat.id, blocked=blocked)
        log.info("blocked" if blocked else "unblocked")
