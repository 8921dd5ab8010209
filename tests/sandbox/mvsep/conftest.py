"""A running stand-in, a short song, and a caller that speaks to it as any client would."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.sandbox.mvsep import MvsepSandbox, SandboxAccount
from bot.sandbox.song import make_song

PATIENCE = 60


class Caller:
    """Calls by plain HTTP; knows the addresses and nothing of the stand-in's inside."""

    def __init__(self, http: httpx.AsyncClient, song: Path) -> None:
        self.http = http
        self.song = song

    async def create(
        self,
        account: SandboxAccount,
        sep_type: int | str = 40,
        *,
        file: Path | bytes | None = None,
        name: str = "song.mp3",
        **fields: str,
    ) -> httpx.Response:
        data = {"api_token": account.token, "sep_type": str(sep_type), **fields}
        if "url" in fields:
            return await self.http.post("/api/separation/create", data=data)
        content = file if isinstance(file, bytes) else (file or self.song).read_bytes()
        return await self.http.post(
            "/api/separation/create", data=data, files={"audiofile": (name, content)}
        )

    async def start(self, account: SandboxAccount, sep_type: int = 40, **more: Any) -> str:
        answer = await self.create(account, sep_type, **more)
        assert answer.status_code == 200, answer.text
        job_hash = answer.json()["data"]["hash"]
        assert isinstance(job_hash, str)
        return job_hash

    async def get(self, path: str, **params: str) -> Any:
        return (await self.http.get(path, params=params)).json()

    async def report(self, job_hash: str) -> Any:
        return await self.get("/api/separation/get", hash=job_hash)

    async def until(self, job_hash: str, *statuses: str) -> Any:
        return await self.wait_for(
            lambda: self.report(job_hash), lambda told: told["status"] in statuses
        )

    async def wait_for(self, ask: Callable[[], Any], enough: Callable[[Any], bool]) -> Any:
        async with asyncio.timeout(PATIENCE):
            while not enough(told := await ask()):  # noqa: ASYNC110 - over HTTP
                await asyncio.sleep(0.01)
            return told

    async def user(self, account: SandboxAccount) -> Any:
        return (await self.get("/api/app/user", api_token=account.token))["data"]


@pytest.fixture(scope="session")
def song(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_song(tmp_path_factory.mktemp("song") / "song.mp3", seconds=3)


@pytest.fixture(scope="session")
def song_bytes(song: Path) -> bytes:
    return song.read_bytes()


@pytest.fixture
async def sandbox() -> AsyncIterator[MvsepSandbox]:
    async with MvsepSandbox(speed=200, rate_limit=None) as running:
        yield running


@pytest.fixture
async def caller(sandbox: MvsepSandbox, song: Path) -> AsyncIterator[Caller]:
    async with httpx.AsyncClient(base_url=sandbox.url, timeout=PATIENCE, trust_env=False) as http:
        yield Caller(http, song)


@pytest.fixture
def free(sandbox: MvsepSandbox) -> SandboxAccount:
    return sandbox.account()


@pytest.fixture
def premium(sandbox: MvsepSandbox) -> SandboxAccount:
    return sandbox.account(premium=True, credits=100)
