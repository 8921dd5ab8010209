"""Stopping a job, at whatever stage it is, and saying honestly what that did."""

from dataclasses import dataclass, replace

import structlog
from pydantic import SecretStr

from bot.features.separate.reporting.credit_usage import CreditUsage
from bot.features.separate.reporting.progress import Progress
from bot.features.separate.reporting.status_reporter import StatusReporter
from bot.features.separate.running.retry_delays import growing
from bot.jobs import Claim, Step
from bot.mvsep import BadToken, MvsepClient, NotFound, Refused, Status, Temporary
from storage import Job, JobState, Storage

log = structlog.get_logger()
TRIES = 6
REFUNDED = "cancelled-refunded"
WAIT = 3.0  # seconds to the next try to reach the service, doubled up to
LONGEST = 60.0
GONE = (Status.NOT_FOUND, Status.FAILED)  # as what a cancelled job may be reported


class Cancelling:
    """Free before the service has the song; a refund while it waits there; after that the truth."""

    def __init__(
        self,
        client: MvsepClient,
        storage: Storage,
        reporter: StatusReporter,
        credit_usage: CreditUsage,
    ) -> None:
        self._client = client
        self._storage = storage
        self._reporter = reporter
        self._credit_usage = credit_usage

    async def cancel(self, job: Job, progress: Progress, claim: Claim) -> Step:
        if job.state == JobState.QUEUED:
            return await self._end(job, "cancelled-free")
        if progress.hash is None:  # it was unclear, and stays so
            return await self._end(job, "cancelled-unknown")
        credential = await self._storage.credentials.get(job.credential_id)
        if credential is None:
            return await self._end(job, "cancelled-unknown")
        there = _There(credential.secret, SecretStr(progress.hash), progress.host)
        try:
            return await self._end(job, await self._cancel_there(there, progress, claim))
        except Temporary as error:
            log.info("cancel not delivered", job=job.id, reason=type(error).__name__)
            return await self._later(job, Progress.read(claim.job.progress))

    async def _later(self, job: Job, progress: Progress) -> Step:
        if progress.cancels >= TRIES:
            return await self._end(job, "cancelled-unknown")
        again = replace(progress, cancels=progress.cancels + 1)
        wait = growing(WAIT, progress.cancels, LONGEST)
        return Step(JobState.WAITING, again.as_dict(), due_in=wait)

    async def _cancel_there(self, there: "_There", progress: Progress, claim: Claim) -> str:
        """Cancel at the service; the key of the text that tells what came of it.

        Credits come back only while the service has not begun (MVSEP API document,
        `separation/cancel`). That it had not is written down before the request leaves: should
        the answer be lost, the job may be gone by the next try.
        """
        status = await self._status(there, progress)
        waits = status is Status.WAITING
        if progress.withdrawn and status in GONE:
            return REFUNDED
        if waits:
            await claim.save(replace(progress, withdrawn=True).as_dict())
        try:
            await self._client.cancel(there.token, there.hash, host=there.host)
        except (Refused, NotFound):
            was_first = progress.withdrawn and status is not Status.DONE
            return REFUNDED if was_first else "cancelled-running"
        except BadToken:
            return "cancelled-running"
        return REFUNDED if waits else "cancelled-running"

    async def _status(self, there: "_There", progress: Progress) -> Status:
        if progress.remote:  # nothing is processed while the service still fetches
            return Status.WAITING
        return (await self._client.report(there.hash, host=there.host)).status

    async def _end(self, job: Job, how: str) -> Step:
        balance = await self._credit_usage.left(job) if how == REFUNDED else None
        await self._reporter.cancelled(job, how, balance)
        return Step(JobState.CANCELLED)


@dataclass(frozen=True, slots=True)
class _There:
    """A job at the service, and the key of the account it belongs to."""

    token: SecretStr
    hash: SecretStr
    host: str | None
