"""Linking Neuro-Semantic by its secret key, and the account behind it: balance and payments."""

from collections.abc import Awaitable, Callable

import structlog

from bot.chat.callbacks import LinkNeuroSemantic, ShowNeuroSemantic
from bot.chat.incoming.event import Event, Told
from bot.chat.incoming.router import Router
from bot.features.link import account_screens, screens
from bot.features.link.linking import Keeping, text_of
from bot.features.link.pasted_secrets import EXPECTS_SECRET
from bot.neuro_semantic import BadSecret, NeuroSemanticClient, NeuroSemanticError
from storage import Expectation, Storage

log = structlog.get_logger()
NEURO_SEMANTIC = "neuro_semantic"  # the service's name in storage
PARALLEL = 4  # requests of one account at once; the service names no limit
SHORTEST, LONGEST = 8, 200  # characters; the shape of a key is not documented


class NeuroSemantic:
    """The key is checked by asking for the balance; `show_texts` goes on with texts that waited for it."""

    def __init__(
        self,
        storage: Storage,
        client: NeuroSemanticClient,
        keeping: Keeping,
        show_texts: Callable[[Event], Awaitable[bool]],
    ) -> None:
        self._storage = storage
        self._client = client
        self._keeping = keeping
        self._show_texts = show_texts

    def join(self, router: Router) -> None:
        router.tap(LinkNeuroSemantic, self.link)
        router.tap(ShowNeuroSemantic, self.show)

    async def link(self, event: Event, _tap: LinkNeuroSemantic) -> None:
        await self._ask(event, "neuro-ask")

    async def secret(self, event: Event, _expected: Expectation) -> bool:
        """Whatever came is taken out of the chat before it is looked at."""
        text = text_of(event)
        secret = await self._keeping.take_secret(event)
        if not SHORTEST <= len(text) <= LONGEST or text.split()[1:]:
            await self._ask(event, "neuro-wrong-shape")
            return True
        try:
            balance = await self._client.balance(secret)
        except BadSecret:
            await self._ask(event, "neuro-refused")
        except NeuroSemanticError as error:
            log.warning("key not checked", reason=type(error).__name__)
            await self._ask(event, "neuro-service-down")
        else:
            kept = await self._storage.credentials.link(
                event.person.id, NEURO_SEMANTIC, secret, label="", capacity=PARALLEL
            )
            value = event.t.amount(balance)
            await event.tell("neuro-done", last4=kept.last4, value=value)
            await self._show_texts(event)
        return True

    async def show(self, event: Event, _tap: ShowNeuroSemantic) -> None:
        """Balance and payments as the service tells them now."""
        credential = await self._storage.credentials.active(event.person.id, NEURO_SEMANTIC)
        if credential is None:
            raise Told("old-button")
        try:
            balance = await self._client.balance(credential.secret)
            past = await self._client.balance_history(credential.secret)
        except BadSecret:
            await self._storage.credentials.mark_refused(credential.id)
            raise Told("neuro-refused-later") from None
        except NeuroSemanticError as error:
            log.warning("account not asked", reason=type(error).__name__)
            raise Told("neuro-down") from None
        await event.show(
            account_screens.neuro_semantic(event.t, event.person.id, credential, balance, past)
        )

    async def _ask(self, event: Event, key: str) -> None:
        await self._keeping.expect(event, EXPECTS_SECRET)
        await event.reply(screens.question(event.t, event.person.id, key))
