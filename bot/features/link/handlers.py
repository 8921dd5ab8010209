"""Taking a key: asked for or pasted unasked, checked with the service, sealed, its message deleted at once."""

import re
from collections.abc import Awaitable, Callable

import structlog
from pydantic import SecretStr

from bot.chat.callbacks import LinkMvsep, StopWaiting, UnlinkMvsep
from bot.chat.event import Event
from bot.chat.links import links_in
from bot.chat.router import Router
from bot.chat.screen import Screen
from bot.features.link import screens
from bot.mvsep import Account, BadToken, MvsepClient, MvsepError
from bot.ops import hide
from storage import Expectation, Storage

log = structlog.get_logger()
SERVICE = "mvsep"
TOKEN = re.compile(r"[A-Za-z0-9]{30}")  # shape of a key: 30 letters and digits
EXPECTS_TOKEN = "mvsep-token"  # noqa: S105 - the name of an expectation, not a secret
PATIENCE = 3600.0  # seconds we wait for the key after asking


WaitingSong = Callable[[Event], Awaitable[bool]]


class Link:
    """`show_song` picks up the song that was waiting for the link, and tells whether there was one."""

    def __init__(
        self,
        storage: Storage,
        client: MvsepClient,
        bot_name: Callable[[], str],
        show_song: WaitingSong,
    ) -> None:
        self._storage = storage
        self._client = client
        self._bot_name = bot_name
        self._show_song = show_song

    def join(self, router: Router) -> None:
        router.command("link", self.link)
        router.command("account", self.account)
        router.tap(LinkMvsep, self.link_tapped)
        router.tap(UnlinkMvsep, self.unlink)
        router.tap(StopWaiting, self.stop_waiting)

    async def link(self, event: Event) -> None:
        """Ask for the key in private; in a group lead to the private chat."""
        if not event.is_private:
            await event.reply(screens.in_group(event.t, self._bot_name()))
            return
        await self._expect(event)
        await event.reply(screens.ask(event.t, event.person.id))

    async def deep_link(self, event: Event, _rest: str) -> None:
        """`/start link`, from a group."""
        await self.link(event)

    async def link_tapped(self, event: Event, _tap: LinkMvsep) -> None:
        await self.link(event)

    async def stop_waiting(self, event: Event, _tap: StopWaiting) -> None:
        await self._storage.expectations.drop(event.person.id, event.place)
        await event.show(Screen(event.t.html("cancel-waiting")))

    async def read_token(self, event: Event) -> bool:
        """A text that has the shape of a key is taken as one, asked for or not."""
        text = (event.message.text or "").strip() if event.message else ""
        if not TOKEN.fullmatch(text):
            return False
        await self._storage.expectations.drop(event.person.id, event.place)
        await self._take(event, SecretStr(text))
        return True

    async def wrong_shape(self, event: Event, _expected: Expectation) -> bool:
        """A key was asked for and this is none. A link to a song is for somebody else; we go on waiting."""
        await self._expect(event)
        if event.message and links_in(event.message):
            return False
        if event.message and _resembles_secret(event.message.text or ""):
            await event.sender.delete(event.chat.id, event.message.message_id)
        await event.reply(screens.ask_again(event.t, event.person.id, "link-wrong-shape"))
        return True

    async def account(self, event: Event) -> None:
        """The plan and the credits as the service tells them now."""
        if not event.is_private:
            await event.reply(screens.in_group(event.t, self._bot_name()))
            return
        credential = await self._storage.credentials.active(event.person.id, SERVICE)
        if credential is None:
            await event.reply(screens.no_account(event.t, event.person.id))
            return
        found = await self._client.account(credential.secret)
        await self._storage.credentials.set_capacity(credential.id, found.parallel)
        await event.reply(screens.account(event.t, found, credential.last4, event.person.id))

    async def unlink(self, event: Event, _tap: UnlinkMvsep) -> None:
        credential = await self._storage.credentials.active(event.person.id, SERVICE)
        if credential is not None:
            await self._storage.credentials.unlink(event.person.id, credential.id)
        await event.show(Screen(event.t.html("account-unlinked")))

    async def _take(self, event: Event, token: SecretStr) -> None:
        hide(token)
        await self._delete_message(event)
        try:
            found = await self._client.account(token)
        except BadToken:
            await self._ask_again(event, "link-refused")
        except MvsepError as error:
            log.warning("key not checked", reason=type(error).__name__)
            await self._ask_again(event, "link-service-down")
        else:
            await self._keep(event, token, found)

    async def _keep(self, event: Event, token: SecretStr, found: Account) -> None:
        label = found.email or found.name
        credential = await self._storage.credentials.link(
            event.person.id, SERVICE, token, label=label, capacity=found.parallel
        )
        await event.reply(screens.linked(event.t, found, credential.last4))
        if not await self._show_song(event):
            await event.tell("link-next")

    async def _delete_message(self, event: Event) -> None:
        if event.message and not await event.sender.delete(
            event.chat.id, event.message.message_id
        ):
            await event.tell("link-not-deleted")

    async def _ask_again(self, event: Event, why: str) -> None:
        await self._expect(event)
        await event.reply(screens.ask_again(event.t, event.person.id, why))

    async def _expect(self, event: Event) -> None:
        await self._storage.expectations.put(
            event.person.id, event.place, EXPECTS_TOKEN, {}, PATIENCE
        )


def _resembles_secret(text: str) -> bool:
    """One long word of letters and digits, perhaps a key that was cut while copying: better gone from the chat."""
    word = text.strip()
    return len(word) >= 16 and word.isalnum()
