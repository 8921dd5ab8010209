"""A token the service refuses: marked, its jobs suspended, its owner told once."""

from collections.abc import Awaitable, Callable

import structlog

from bot.chat.display.screen import Screen
from bot.chat.display.translator import Translator
from bot.chat.outgoing.sender import Sender, Unwelcome
from bot.features.link import screens
from storage import Credential, Place, Storage

log = structlog.get_logger()
LanguageOf = Callable[[int], Awaitable[Translator]]


class Refusals:
    """Tell it as often as the service says no; the person hears it the first time."""

    def __init__(self, storage: Storage, sender: Sender, language_of: LanguageOf) -> None:
        self._storage = storage
        self._sender = sender
        self._language_of = language_of

    async def note(self, credential: Credential) -> None:
        """Mark the key; its jobs wait until it is linked anew. The operator's key has no owner to tell."""
        storage = self._storage.credentials
        if not await storage.mark_refused(credential.id, and_hold=True):
            return
        log.warning("a key is no longer accepted", service=credential.service)
        if credential.user_id <= 0:
            return
        t = await self._language_of(credential.user_id)
        button = screens.link_button(t, credential.user_id)
        screen = Screen(t.html("account-refused", last4=credential.last4), ((button,),))
        try:
            await self._sender.send(Place(credential.user_id), screen)
        except Unwelcome:
            return  # already noted by the sender; /account says it too
