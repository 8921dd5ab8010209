"""What storage tests begin with."""

from pydantic import SecretStr

from storage import Credential, Job, Place, Storage

ALICE, BOB, CAROL = 1001, 1002, 1003
HERE = Place(chat_id=-100123, thread_id=7, reply_to=42)


async def link(storage: Storage, user_id: int = ALICE, *, capacity: int = 1) -> Credential:
    """Link the one token of these tests; shared by whoever links it."""
    secret = SecretStr("token-of-the-tests-1234")
    return await storage.credentials.link(
        user_id, "mvsep", secret, label="a@example.org", capacity=capacity
    )


async def queue(storage: Storage, credential: Credential, user_id: int = ALICE) -> Job:
    """Queue a job that has no draft."""
    job = await storage.jobs.create("separation", user_id, HERE, credential, {"sep_type": 40})
    assert job is not None
    return job


async def claim_one(storage: Storage, owner: str = "worker", *, lease: float = 30.0) -> Job:
    """Claim the one job that is due."""
    [job] = await storage.jobs.claim_due(owner, 10, lease=lease)
    return job


async def reload(storage: Storage, job: Job) -> Job:
    """The job as it is now."""
    now = await storage.jobs.get(job.id)
    assert now is not None
    return now
