"""The steps of a separation job: submit, reconcile a lost answer, poll, deliver."""

from bot.chat.incoming.telegram_files import TelegramFiles
from bot.chat.outgoing.retries import outlasting
from bot.chat.outgoing.sender import Sender
from bot.chat.outgoing.status_messages import StatusMessages
from bot.features.delivery import CLOUD_UPLOAD, LOCAL_UPLOAD, Carrier, Limits
from bot.features.link import Money, Spending
from bot.features.separate.choosing.transcript_analysis import TranscriptAnalysis
from bot.features.separate.choosing.transcripts import Transcripts
from bot.features.separate.delivering.continuation import Continuing
from bot.features.separate.delivering.delivered_files import DeliveredFiles
from bot.features.separate.delivering.delivery import Delivery, Tools
from bot.features.separate.delivering.stem_files import Packing
from bot.features.separate.draft.covers import Covers
from bot.features.separate.reporting.credit_usage import CreditUsage
from bot.features.separate.reporting.progress import Progress
from bot.features.separate.reporting.status_reporter import StatusReporter
from bot.features.separate.running.cancellation import Cancelling
from bot.features.separate.running.poll_schedule import PollSchedule
from bot.features.separate.running.poller import JobPoller
from bot.features.separate.running.service_webhooks import ServiceWebhooks
from bot.features.separate.running.submission import Submission
from bot.features.separate.running.unavailable_chats import UnavailableChats
from bot.jobs import Claim, Step
from bot.mvsep import MvsepClient
from storage import Job, JobState, Storage

BEFORE = (JobState.QUEUED, JobState.SUBMITTING)
FREE = (JobState.FAILED, JobState.CANCELLED, JobState.DELIVERING)


class Separation:
    """One step at a time, each from what is stored; so any process may take the next one."""

    def __init__(
        self,
        submission: Submission,
        watch: JobPoller,
        delivery: Delivery,
        cancelling: Cancelling,
        known: DeliveredFiles,
        reporter: StatusReporter,
        spending: Spending,
    ) -> None:
        self._submission = submission
        self._watch = watch
        self._delivery = delivery
        self._cancelling = cancelling
        self._delivered_files = known
        self._reporter = reporter
        self._spending = spending

    @property
    def transcript_analysis(self) -> TranscriptAnalysis:
        """Where transcripts go on, for whoever offers to take them."""
        return self._delivery.transcript_analysis

    async def step(self, job: Job, claim: Claim) -> Step:
        """Take the next step; while Telegram is away, it waits."""
        with outlasting(job.id):
            return await self._accounted(job, claim)

    async def _accounted(self, job: Job, claim: Claim) -> Step:
        """What ends, or is there already, before the service has the song costs nothing."""
        step = await self._next(job, claim)
        if job.state in BEFORE and step.to in FREE:
            await self._spending.take_back(job.id)
        return step

    async def _next(self, job: Job, claim: Claim) -> Step:
        """While a lost answer is looked for, a cancel waits for what is found."""
        progress = Progress.read(job.progress)
        match job.state:
            case JobState.QUEUED | JobState.WAITING | JobState.UNCLEAR if job.cancel_requested:
                return await self._cancelling.cancel(job, progress, claim)
            case JobState.QUEUED:
                known = await self._delivered_files.instead(job, progress)
                return known or await self._submission.submit(job, progress, claim)
            case JobState.SUBMITTING:
                return await self._submission.find_again(job, progress)
            case JobState.WAITING:
                return await self._watch.look(job, progress)
            case JobState.DELIVERING:
                return await self._delivery.deliver(job, progress, claim)
            case _:
                raise ValueError(f"no step leads on from {job.state}")

    async def gave_up(self, job: Job, error: BaseException, error_id: str) -> None:  # noqa: ARG002
        """Say so after too many failed attempts; the log has the error under its id."""
        await self._reporter.failed(job, "failed-ours", code=error_id)


def make_separation(
    storage: Storage,
    client: MvsepClient,
    sender: Sender,
    status_messages: StatusMessages,
    files: TelegramFiles,
    money: Money,
    webhooks: ServiceWebhooks,
    *,
    cloud: bool,
) -> Separation:
    """Put the steps together; `cloud` tells which limits Telegram sets."""
    reporter = StatusReporter(storage, sender, status_messages)
    known, credit_usage = DeliveredFiles(storage), CreditUsage(client, storage)
    transcript_analysis = TranscriptAnalysis(Transcripts(client, files))
    tools = Tools(
        Carrier(sender, Limits(CLOUD_UPLOAD if cloud else LOCAL_UPLOAD)),
        Packing(client),
        Covers(files),
        UnavailableChats(sender, reporter),
        known,
        credit_usage,
        transcript_analysis,
        Continuing(transcript_analysis, reporter),
    )
    return Separation(
        Submission(client, storage, files, reporter, webhooks, money.refusals),
        JobPoller(client, storage, reporter, PollSchedule(storage)),
        Delivery(tools, storage, reporter),
        Cancelling(client, storage, reporter, credit_usage),
        known,
        reporter,
        money.spending,
    )
