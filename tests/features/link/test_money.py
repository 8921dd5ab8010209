"""Limits of one's own, and the operator's key for those who were let in."""

from pathlib import Path

import httpx
import pytest
from pydantic import SecretStr

from bot.chat.incoming.event import Told
from bot.features.link import OPERATOR, Payer, Sharing, Spending, is_shared
from bot.mvsep import MvsepClient
from bot.sandbox.mvsep import MvsepSandbox
from storage import Limits, Storage

ADA, BEN = 1001, 1002


async def test_spending_is_checked_against_the_month(storage: Storage) -> None:
    spending = Spending(storage)
    assert await spending.check(ADA, 10_000) is None
    await storage.spending.set_limits(ADA, Limits(monthly=10, warn_over=4))
    assert await spending.check(ADA, 4) is None
    warned = await spending.check(ADA, 5)
    assert warned is not None
    assert (warned.key, warned.arguments) == ("spending-warning", {"credits": 5, "limit": 4})
    assert await spending.check(ADA, 5, confirmed=True) is None
    await storage.spending.note(ADA, 1, 8, shared=False)
    refused = await spending.check(ADA, 3, confirmed=True)
    assert refused is not None
    assert refused.key == "spending-limit"
    await spending.take_back(1)
    assert await spending.check(ADA, 3) is None


async def test_the_operators_key_serves_the_known_within_a_days_limit(
    sqlite_url: str, storage: Storage, tmp_path: Path
) -> None:
    async def known(user_id: int) -> bool:
        return user_id == ADA

    async with MvsepSandbox() as mvsep, httpx.AsyncClient() as http:
        client = MvsepClient(http, mvsep.url)
        shared, own = mvsep.account(premium=True), mvsep.account()
        payer = Payer(storage, client, Sharing(SecretStr(shared.token), 2), known)
        await payer.open()
        assert await payer.credential(BEN) is None
        credential = await payer.credential(ADA)
        assert credential is not None
        assert is_shared(credential)
        assert credential.capacity == 10
        for job in (1, 2):
            await storage.spending.note(ADA, job, 1, shared=True)
        with pytest.raises(Told, match="shared-used-up"):
            await payer.credential(ADA)
        await storage.credentials.link(ADA, "mvsep", SecretStr(own.token), label="", capacity=1)
        credential = await payer.credential(ADA)
        assert credential is not None
        assert not is_shared(credential)

        await Payer(storage, client, Sharing(None, 2), known).open()
        assert await storage.credentials.active(OPERATOR, "mvsep") is None
