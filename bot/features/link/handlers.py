"""Taking an MVSEP key: asked for or pasted unasked, checked with the service, sealed, its message deleted at once."""

from collections.abc import Callable

import structlog
from pydantic import SecretStr

from bot.chat.callbacks import LinkMvsep, StopWaiting
from bot.chat.display.screen import Screen
from bot.chat.incoming.event import Event
from bot.chat.incoming.message_links import links_in
from bot.chat.incoming.router import Router
from bot.features.link import screens
from bot.features.link.linking import Keeping, text_of
from bot.features.link.pasted_secrets import SECRETS_EXPECTED, mvsep_key_in
from bot.mvsep import BadToken, MvsepClient, MvsepError
from storage import Expectation, Storage

log = structlog.get_logger()
EXPECTS_TOKEN = "mvsep-token"  # noqa: S105 - the name of an expectation, not a secret


class Link:
    """`/link`, and keys wherever they turn up in a private chat."""

    def __init__(
        self,
        storage: Storage,
        client: MvsepClient,
        keeping: Keeping,
        bot_name: Callable[[], str],
    ) -> None:
        self._storage = storage
        self._client = client
        self._keeping = keeping
        self._bot_name = bot_name

    def join(self, router: Router) -> None:
        router.command("link", self.link)
        router.tap(LinkMvsep, self.link_tapped)
        router.tap(StopWaiting, self.stop_waiting)

    async def link(self, event: Event) -> None:
        """Ask for the key in private; in a group lead to the private chat."""
        if not event.is_private:
            await event.reply(screens.in_group(event.t, self._bot_name()))
            return
        if event.query is None and (key := mvsep_key_in(text_of(event))):
            await self._take(event, key)
            return
        await self._keeping.expect(event, EXPECTS_TOKEN)
        await event.reply(screens.ask(event.t, event.person.id))

    async def deep_link(self, event: Event, _rest: str) -> None:
        """`/start link`, where buttons in groups lead to."""
        await self.link(event)

    async def link_tapped(self, event: Event, _tap: LinkMvsep) -> None:
        await self.link(event)

    async def stop_waiting(self, event: Event, _tap: StopWaiting) -> None:
        await self._keeping.stop_expecting(event)
        await event.show(Screen(event.t.html("cancel-waiting")))

    async def read_token(self, event: Event) -> bool:
        """A text with a key in it is taken as one, asked for or not, unless a password is expected."""
        key = mvsep_key_in(text_of(event))
        if key is None:
            return False
        expected = await self._storage.expectations.kind(event.person.id, event.place)
        if expected in SECRETS_EXPECTED:
            return False
        await self._take(event, key)
        return True

    async def wrong_shape(self, event: Event, _expected: Expectation) -> bool:
        """A key was asked for and this is none. A link to a song is for somebody else; we go on waiting."""
        await self._keeping.expect(event, EXPECTS_TOKEN)
        if event.message and links_in(event.message):
            return False
        if event.message and _resembles_secret(text_of(event)):
            await event.sender.delete(event.chat.id, event.message.message_id)
        await event.reply(screens.ask_again(event.t, event.person.id, "link-wrong-shape"))
        return True

    async def _take(self, event: Event, key: SecretStr) -> None:
        await self._keeping.stop_expecting(event)
        await self._keeping.take_secret(event)
        try:
            found = await self._client.account(key)
        except BadToken:
            await self._ask_again(event, "link-refused")
        except MvsepError as error:
            log.warning("key not checked", reason=type(error).__name__)
            await self._ask_again(event, "link-service-down")
        else:
            await self._keeping.keep(event, key, found)

    async def _ask_again(self, event: Event, why: str) -> None:
        await self._keeping.expect(event, EXPECTS_TOKEN)
        await event.reply(screens.ask_again(event.t, event.person.id, why))


def _resembles_secret(text: str) -> bool:
    """One long word of letters and digits, perhaps a key that was cut while copying: better gone from the chat."""
    return len(text) >= 16 and text.isalnum()
