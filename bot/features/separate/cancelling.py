"""Stopping a job, at whatever stage it is, and saying honestly what that did."""

import structlog
from pydantic import SecretStr

from bot.features.separate.progress import Progress
from bot.features.separate.purse import Purse
from bot.features.separate.telling import Telling
from bot.jobs import Step
from bot.mvsep import BadToken, MvsepClient, NotFound, Refused, Status, Temporary
from storage import Job, JobState, Storage

log = structlog.get_logger()
TRIES = 5
REFUNDED = "cancelled-refunded"
WAIT = 3.0  # seconds between tries to reach the service


class Cancelling:
    """Free before the service has the song; a refund while it waits there; after that the truth."""

    def __init__(
        self, client: MvsepClient, storage: Storage, telling: Telling, purse: Purse
    ) -> None:
        self._client = client
        self._storage = storage
        self._telling = telling
        self._purse = purse

    async def cancel(self, job: Job, progress: Progress) -> Step:
        if job.state == JobState.QUEUED:
            return await self._end(job, "cancelled-free")
        if progress.hash is None:  # it was unclear, and stays so
            return await self._end(job, "cancelled-unknown")
        try:
            return await self._end(job, await self._cancel_there(job, progress, progress.hash))
        except Temporary as error:
            log.info("cancel not delivered", job=job.id, reason=type(error).__name__)
            if job.attempts >= TRIES:
                return await self._end(job, "cancelled-unknown")
            return Step(JobState.WAITING, progress.as_dict(), due_in=WAIT)

    async def _cancel_there(self, job: Job, progress: Progress, hash: str) -> str:
        """Cancel at the service; the key of the text that tells what came of it."""
        credential = await self._storage.credentials.get(job.credential_id)
        if credential is None:
            return "cancelled-unknown"
        was_waiting = await self._is_waiting(progress, SecretStr(hash))
        try:
            await self._client.cancel(credential.secret, SecretStr(hash), host=progress.host)
        except (Refused, NotFound, BadToken):
            return "cancelled-running"
        return REFUNDED if was_waiting else "cancelled-running"

    async def _is_waiting(self, progress: Progress, hash: SecretStr) -> bool:
        """Credits come back only while the service has not begun (MVSEP API document, `separation/cancel`)."""
        if progress.remote:
            return True
        report = await self._client.report(hash, host=progress.host)
        return report.status is Status.WAITING

    async def _end(self, job: Job, how: str) -> Step:
        balance = await self._purse.left(job) if how == REFUNDED else None
        await self._telling.cancelled(job, how, balance)
        return Step(JobState.CANCELLED)
