"""Following a job that runs, waits or has come to grief."""

from bot.chat.callbacks.owners import OfDraft, OfJob, OfUser


class CancelJob(OfJob):
    tag = "jc"


class RetryJob(OfJob):
    """Submit again what failed or whose fate cannot be found out."""

    tag = "jr"


class ForgetJob(OfJob):
    """Leave a job whose fate cannot be found out."""

    tag = "jf"


class CancelListed(OfUser):
    """Cancel from the list of jobs, which may stand in another chat than the job."""

    tag = "lc"
    job: int


class RetryListed(OfUser):
    tag = "lr"
    job: int


class CancelAll(OfUser):
    tag = "lx"


class CancelBatch(OfDraft):
    """Stop all jobs of a draft that became several."""

    tag = "cb"
