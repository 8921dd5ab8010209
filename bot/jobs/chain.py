"""Jobs that follow one another: what one began when it ended stands in its progress as `onward`, a draft."""

from storage import Job, Storage


async def cancel(storage: Storage, job: Job, user_id: int) -> Job | None:
    """Ask for the end of a job, or of the one that goes on after it; None when all of them are over."""
    current: Job | None = job
    while current is not None:
        if asked := await storage.jobs.request_cancel(current.id, user_id):
            return asked
        current = await follower(storage, current)
    return None


async def follower(storage: Storage, job: Job) -> Job | None:
    """The job that went on where this one ended."""
    draft_id = job.progress.get("onward")
    following = await storage.jobs.of_draft(draft_id) if draft_id else []
    return following[0] if following else None
