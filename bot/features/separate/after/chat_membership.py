"""Changes of chats: migration to a supergroup, the bot removed, the bot let in again."""

from collections.abc import Callable
from typing import Any

from telegram import Update
from telegram.ext import ChatMemberHandler, MessageHandler, filters

from bot.chat.callbacks import DeliverHere
from bot.chat.incoming.event import Event, Told
from bot.chat.incoming.router import Router
from storage import JobState, Place, Storage


class ChatMembership:
    """Keeps jobs pointed at where their owners can get the stems."""

    def __init__(self, storage: Storage, wake_engine: Callable[[], None]) -> None:
        self._storage = storage
        self._wake_engine = wake_engine

    def join(self, router: Router) -> None:
        """Both updates come from the chat, often without anybody to answer: they pass no gate."""
        router.tap(DeliverHere, self.deliver_here)
        router.handlers += [
            MessageHandler(filters.StatusUpdate.MIGRATE, self.moved),
            ChatMemberHandler(self.let_in_or_out, ChatMemberHandler.MY_CHAT_MEMBER),
        ]

    async def moved(self, update: Update, _context: Any) -> None:
        """A group became a supergroup and has a new id (Bot API, migrate_to_chat_id)."""
        message = update.effective_message
        if message and message.migrate_to_chat_id:
            await self._storage.chats.follow(message.chat.id, message.migrate_to_chat_id)
        elif message and message.migrate_from_chat_id:
            await self._storage.chats.follow(message.migrate_from_chat_id, message.chat.id)
        self._wake_engine()

    async def let_in_or_out(self, update: Update, _context: Any) -> None:
        """Whatever changed about us there: what was held for this chat knocks again."""
        if update.effective_chat:
            await self._storage.chats.reopened(update.effective_chat.id)
            self._wake_engine()

    async def deliver_here(self, event: Event, tap: DeliverHere) -> None:
        """Consent to get in private what the group did not take."""
        job = await self._storage.jobs.get(tap.job)
        if job is None or job.user_id != event.person.id or job.state != JobState.DELIVERING:
            raise Told("job-over")
        await self._storage.chats.redirect(job.id, Place(event.person.id))
        await event.tell("door-coming")
        self._wake_engine()
