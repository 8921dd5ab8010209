"""Credits a job used and credits left, as the service tells them; unknown stays unknown."""

from dataclasses import replace

import structlog

from bot.features.separate.reporting.progress import Progress
from bot.mvsep import MvsepClient, MvsepError
from storage import Credential, Job, Storage

log = structlog.get_logger()
LOOKED_AT = 20  # rows of history, the newest


class CreditUsage:
    """Credits of the account a job runs on."""

    def __init__(self, client: MvsepClient, storage: Storage) -> None:
        self._client = client
        self._storage = storage

    async def counted(self, job: Job, progress: Progress) -> Progress:
        """The progress with what was used and what is left, as far as the service tells."""
        credential = await self._storage.credentials.get(job.credential_id)
        if credential is None or progress.hash is None or not _was_ordered(job, progress):
            return progress
        try:
            left = (await self._client.account(credential.secret)).credits
            used = await self._used(credential, progress.hash)
        except MvsepError as error:
            log.info("credits not known", job=job.id, reason=type(error).__name__)
            return progress
        return replace(progress, used=used, left=left)

    async def left(self, job: Job) -> int | None:
        """The balance now; None when the service does not say."""
        credential = await self._storage.credentials.get(job.credential_id)
        if credential is None:
            return None
        try:
            return (await self._client.account(credential.secret)).credits
        except MvsepError as error:
            log.info("balance not known", job=job.id, reason=type(error).__name__)
            return None

    async def _used(self, credential: Credential, hash: str) -> int | None:
        past = await self._client.history(credential.secret, limit=LOOKED_AT)
        found = (row.credits for row in past if row.hash.get_secret_value() == hash)
        return next(found, None)


def _was_ordered(job: Job, progress: Progress) -> bool:
    """What was only sent once more cost nothing."""
    return not (progress.known or "past" in job.request or "parts" in job.request)
