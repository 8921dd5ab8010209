"""/account: the linked accounts as the services tell them now, and what can be switched."""

from collections.abc import Callable

import structlog

from bot.chat.callbacks import (
    ShowAccount,
    SwitchLongNames,
    SwitchPremium,
    Unlink,
    UseAccount,
)
from bot.chat.display.screen import Screen
from bot.chat.incoming.event import Event, Told
from bot.chat.incoming.router import Router
from bot.features.link import account_screens, screens
from bot.features.link.account_screens import View
from bot.features.link.linking import MVSEP
from bot.features.link.neuro_semantic import NEURO_SEMANTIC
from bot.features.link.payer import Payer
from bot.features.link.spending_limits import Spending
from bot.mvsep import Account as MvsepAccount
from bot.mvsep import BadToken, MvsepClient, MvsepError
from storage import Credential, Storage

log = structlog.get_logger()


class Account:
    """Everything is asked of the services when it is shown; nothing of it is kept."""

    def __init__(
        self,
        storage: Storage,
        client: MvsepClient,
        money: tuple[Spending, Payer],
        bot_name: Callable[[], str],
    ) -> None:
        self._storage = storage
        self._client = client
        self._spending, self._payer = money
        self._bot_name = bot_name

    def join(self, router: Router) -> None:
        router.command("account", self.account)
        router.tap(ShowAccount, self.show)
        router.tap(UseAccount, self.use)
        router.tap(Unlink, self.unlink)
        router.tap(SwitchPremium, self.switch_premium)
        router.tap(SwitchLongNames, self.switch_long_names)

    async def account(self, event: Event) -> None:
        if event.is_private:
            await event.reply(await self._screen(event))
        else:
            await event.reply(screens.in_group(event.t, self._bot_name()))

    async def show(self, event: Event, _tap: ShowAccount) -> None:
        await event.show(await self._screen(event))

    async def use(self, event: Event, tap: UseAccount) -> None:
        if not await self._storage.credentials.activate(event.person.id, tap.credential):
            raise Told("old-button")
        await event.show(await self._screen(event))

    async def unlink(self, event: Event, tap: Unlink) -> None:
        """Ask first; forget on the second press."""
        credential = await self._mine(event, tap.credential)
        if not tap.sure:
            await event.show(account_screens.sure(event.t, event.person.id, credential))
            return
        await self._storage.credentials.unlink(event.person.id, credential.id)
        await event.show(Screen(event.t.html("account-unlinked")))

    async def switch_premium(self, event: Event, tap: SwitchPremium) -> None:
        credential = await self._mine(event, tap.credential)
        wish = "enable_premium" if tap.on else "disable_premium"
        await self._client.toggle(credential.secret, wish)  # type: ignore[arg-type]
        await event.show(await self._screen(event))

    async def switch_long_names(self, event: Event, tap: SwitchLongNames) -> None:
        credential = await self._mine(event, tap.credential)
        wish = "enable_long_filenames" if tap.on else "disable_long_filenames"
        await self._client.toggle(credential.secret, wish)  # type: ignore[arg-type]
        await event.show(await self._screen(event))

    async def _mine(self, event: Event, credential_id: int) -> Credential:
        """A linked account of this person; the id comes from a button, so it is looked up anew."""
        for service in (MVSEP, NEURO_SEMANTIC):
            for one in await self._storage.credentials.all_of(event.person.id, service):
                if one.id == credential_id:
                    return one
        raise Told("old-button")

    async def _screen(self, event: Event) -> Screen:
        user_id = event.person.id
        neuro = await self._storage.credentials.active(user_id, NEURO_SEMANTIC)
        active = await self._storage.credentials.active(user_id, MVSEP)
        if active is None:
            left = await self._shared(user_id)
            return account_screens.none(event.t, user_id, left, neuro=neuro is not None)
        linked = await self._storage.credentials.all_of(user_id, MVSEP)
        found = await self._ask(active)
        view = View(
            credential=active,
            account=found if isinstance(found, MvsepAccount) else None,
            refused=found == "refused",
            others=tuple(one for one in linked if one.id != active.id),
            limits=await self._storage.spending.limits(user_id),
            spent=await self._spending.this_month(user_id),
            neuro=neuro is not None,
        )
        return account_screens.account(event.t, user_id, view)

    async def _ask(self, credential: Credential) -> MvsepAccount | str:
        """The account as it is now, or why that is not known."""
        try:
            found = await self._client.account(credential.secret)
        except BadToken:
            await self._storage.credentials.mark_refused(credential.id)
            return "refused"
        except MvsepError as error:
            log.warning("account not asked", reason=type(error).__name__)
            return "down"
        await self._storage.credentials.set_capacity(credential.id, found.parallel)
        return found

    async def _shared(self, user_id: int) -> int | None:
        if not await self._payer.shares_with(user_id):
            return None
        return await self._payer.left_today(user_id)
