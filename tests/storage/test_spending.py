"""Credits spent, and the limits people set themselves."""

from storage import Limits, Storage
from tests.storage.factories import ALICE, BOB


async def test_limits_are_kept_until_changed(storage: Storage) -> None:
    assert await storage.spending.limits(ALICE) == Limits()
    await storage.spending.set_limits(ALICE, Limits(monthly=100, warn_over=5))
    assert await storage.spending.limits(ALICE) == Limits(100, 5)
    await storage.spending.set_limits(ALICE, Limits(warn_over=7))
    assert await storage.spending.limits(ALICE) == Limits(None, 7)
    assert await storage.spending.limits(BOB) == Limits()


async def test_a_job_counts_once_and_a_refund_takes_it_back(storage: Storage) -> None:
    before = await storage.now() - 1
    for job, credits in ((1, 4), (2, 6), (2, 6)):
        await storage.spending.note(ALICE, job, credits, shared=False)
    await storage.spending.note(BOB, 3, 50, shared=False)
    assert await storage.spending.spent(ALICE, before) == 10
    await storage.spending.take_back(1)
    assert await storage.spending.spent(ALICE, before) == 6
    assert await storage.spending.spent(ALICE, before + 3600) == 0


async def test_what_the_operator_pays_is_counted_apart(storage: Storage) -> None:
    before = await storage.now() - 1
    await storage.spending.note(ALICE, 1, 4, shared=True)
    assert await storage.spending.spent(ALICE, before) == 0
    assert await storage.spending.shared_jobs(ALICE, before) == 1
    assert await storage.spending.purge(before) == 0
    assert await storage.spending.purge(before + 3600) == 1
