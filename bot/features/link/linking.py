"""Shared steps of linking: ask, delete the message with the secret, store what the service accepts."""

from collections.abc import Awaitable, Callable
from typing import Any

from pydantic import SecretStr

from bot.chat.incoming.event import Event
from bot.features.link import screens
from bot.logs import hide
from bot.mvsep import Account
from storage import Storage

MVSEP = "mvsep"
PATIENCE = 3600.0  # seconds we wait for an answer after asking
WaitingSong = Callable[[Event], Awaitable[bool]]


class Keeping:
    """`show_song` picks up the song that was waiting for the link, and tells whether there was one."""

    def __init__(self, storage: Storage, show_song: WaitingSong) -> None:
        self._storage = storage
        self._show_song = show_song

    async def expect(self, event: Event, kind: str, data: dict[str, Any] | None = None) -> None:
        """Take the next text of this person here for a `kind`."""
        await self._storage.expectations.put(
            event.person.id, event.place, kind, data or {}, PATIENCE
        )

    async def stop_expecting(self, event: Event) -> None:
        await self._storage.expectations.drop(event.person.id, event.place)

    async def take_secret(self, event: Event) -> SecretStr:
        """The text of the message, which leaves the chat at once and never reaches the log."""
        secret = SecretStr(text_of(event))
        hide(secret)
        if event.message and not await event.sender.delete(
            event.chat.id, event.message.message_id
        ):
            await event.tell("link-not-deleted")
        return secret

    async def keep(self, event: Event, token: SecretStr, found: Account) -> None:
        """Keep an MVSEP token the service has just confirmed."""
        hide(token)
        credential = await self._storage.credentials.link(
            event.person.id,
            MVSEP,
            token,
            label=found.email or found.name,
            capacity=found.parallel,
        )
        await event.reply(screens.linked(event.t, found, credential.last4))
        if not await self._show_song(event):
            await event.tell("link-next")


def text_of(event: Event) -> str:
    return (event.message.text or "").strip() if event.message else ""
