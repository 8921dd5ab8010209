"""A cache of accounts at the service, asked with a short timeout."""

import asyncio
import time
from collections import OrderedDict

import structlog

from bot.features.link import Refusals
from bot.features.separate.pricing.order_checks import Standing
from bot.mvsep import Account, BadToken, MvsepClient, MvsepError
from storage import Credential, JobState, Storage

log = structlog.get_logger()
FRESH = 30.0  # seconds an answer is good for
PATIENCE = 1.5  # seconds a card waits for it; without an answer it is shown without
REMEMBERED = 1000
DAY = 24 * 3600.0
RUNNING = (JobState.QUEUED, JobState.SUBMITTING, JobState.WAITING)


class AccountCache:
    """By credential, kept in memory for half a minute."""

    def __init__(self, client: MvsepClient, storage: Storage, refusals: Refusals) -> None:
        self._client = client
        self._refusals = refusals
        self._storage = storage
        self._delivered_files: OrderedDict[int, tuple[float, Account]] = OrderedDict()

    async def of(self, user_id: int, credential: Credential) -> Standing:
        """How this person's jobs and the account that pays for them stand."""
        running = await self._storage.jobs.of_user(user_id, RUNNING)
        return Standing(
            account=await self._account(credential),
            running=len(running),
            today=await self._storage.jobs.submitted_since(credential.key, DAY),
        )

    async def _account(self, credential: Credential) -> Account | None:
        known = self._delivered_files.get(credential.id)
        if known and time.monotonic() - known[0] < FRESH:
            return known[1]
        try:
            async with asyncio.timeout(PATIENCE):
                account = await self._client.account(credential.secret)
        except BadToken:
            await self._refusals.note(credential)
            return None
        except (MvsepError, TimeoutError) as error:
            log.info("account not asked", reason=type(error).__name__)
            return None
        self._remember(credential.id, account)
        await self._storage.credentials.set_capacity(credential.id, account.parallel)
        return account

    def _remember(self, credential_id: int, account: Account) -> None:
        self._delivered_files[credential_id] = (time.monotonic(), account)
        self._delivered_files.move_to_end(credential_id)
        if len(self._delivered_files) > REMEMBERED:
            self._delivered_files.popitem(last=False)
