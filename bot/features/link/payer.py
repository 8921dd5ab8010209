"""Which credential pays for a job: the person's own, or the operator's shared key."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

import structlog
from pydantic import SecretStr

from bot.chat.incoming.event import Told
from bot.features.link.linking import MVSEP
from bot.mvsep import MvsepClient, MvsepError
from storage import Credential, Reservation, Storage

log = structlog.get_logger()
OPERATOR = 0  # the user id under which the operator's key is kept; Telegram gives it to nobody
DAY = 24 * 3600.0


@dataclass(frozen=True, slots=True)
class Sharing:
    """The operator's key, and how many songs a day it pays for each person."""

    token: SecretStr | None
    daily: int


class Payer:
    """`is_known` tells whether the operator let this person in by id or invite.

    In a group the person who asks pays, never another member: only their id is looked at.
    """

    def __init__(
        self,
        storage: Storage,
        client: MvsepClient,
        sharing: Sharing,
        is_known: Callable[[int], Awaitable[bool]],
    ) -> None:
        self._storage = storage
        self._client = client
        self._sharing = sharing
        self._is_known = is_known

    async def open(self) -> None:
        """Keep the operator's key as it is set today; a key of yesterday is forgotten."""
        token = self._sharing.token
        current = await self._link(token) if token else None
        for old in await self._storage.credentials.all_of(OPERATOR, MVSEP):
            if current is None or old.id != current.id:
                await self._storage.credentials.unlink(OPERATOR, old.id)

    async def credential(self, user_id: int) -> Credential | None:
        """The key a job of this person uses; None when there is none they may use.

        Raises `Told` when the day's share of the operator's key is used up.
        """
        own = await self._storage.credentials.active(user_id, MVSEP)
        if own is not None or not await self._may_share(user_id):
            return own
        if await self.left_today(user_id) <= 0:
            raise self.used_up()
        return await self._storage.credentials.active(OPERATOR, MVSEP)

    async def of_shared(self, credits: Sequence[int]) -> Reservation:
        """What jobs paid by the operator cost, within the day's share."""
        since = await self._storage.now() - DAY
        return Reservation(credits, shared=True, since=since, most_jobs=self._sharing.daily)

    def used_up(self) -> Told:
        """The day's share does not cover what was asked for."""
        return Told("shared-used-up", n=self._sharing.daily)

    async def left_today(self, user_id: int) -> int:
        """Songs the operator still pays for this person within a rolling day."""
        since = await self._storage.now() - DAY
        used = await self._storage.spending.shared_jobs(user_id, since)
        return max(0, self._sharing.daily - used)

    async def shares_with(self, user_id: int) -> bool:
        """Whether the operator pays for this person at the moment: no key of their own, and let in."""
        own = await self._storage.credentials.active(user_id, MVSEP)
        return own is None and await self._may_share(user_id)

    async def _may_share(self, user_id: int) -> bool:
        return self._sharing.token is not None and await self._is_known(user_id)

    async def _link(self, token: SecretStr) -> Credential:
        try:
            capacity = (await self._client.account(token)).parallel
        except MvsepError as error:
            log.warning("the shared key could not be checked", reason=type(error).__name__)
            capacity = 1
        return await self._storage.credentials.link(
            OPERATOR, MVSEP, token, label="", capacity=capacity
        )


def is_shared(credential: Credential) -> bool:
    """Whether the operator pays."""
    return credential.user_id == OPERATOR
