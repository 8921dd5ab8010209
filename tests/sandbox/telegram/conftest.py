"""A sandbox for each test, and a plain HTTP caller that knows no bot library."""

import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import aiohttp
import pytest

from bot.sandbox.telegram import Person, PrivateChat, TelegramSandbox


@dataclass
class Caller:
    """Calls methods as any program could; answers are (status, body)."""

    sandbox: TelegramSandbox
    session: aiohttp.ClientSession

    async def __call__(self, method: str, **params: Any) -> Any:
        """The result of a call that must succeed."""
        status, body = await self.raw(method, **params)
        assert status == 200, body
        return body["result"]

    async def raw(self, method: str, **params: Any) -> tuple[int, dict[str, Any]]:
        async with self.session.post(
            f"{self.sandbox.base_url}{self.sandbox.token}/{method}", json=params
        ) as answer:
            return answer.status, await answer.json()

    async def refused(self, method: str, **params: Any) -> str:
        """The description of a call that must be refused."""
        status, body = await self.raw(method, **params)
        assert status != 200, body
        assert body["ok"] is False
        assert body["error_code"] == status
        return str(body["description"])

    async def upload(
        self, method: str, files: dict[str, tuple[str, bytes]], **params: Any
    ) -> tuple[int, dict[str, Any]]:
        """A multipart call; names go onto the wire as they are."""
        form = aiohttp.FormData(quote_fields=False)
        for name, value in params.items():
            form.add_field(name, value if isinstance(value, str) else json.dumps(value))
        for name, (filename, content) in files.items():
            form.add_field(name, content, filename=filename)
        async with self.session.post(
            f"{self.sandbox.base_url}{self.sandbox.token}/{method}", data=form
        ) as answer:
            return answer.status, await answer.json()


@pytest.fixture
async def sandbox() -> AsyncIterator[TelegramSandbox]:
    async with TelegramSandbox() as sandbox:
        yield sandbox


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


@pytest.fixture
def call(sandbox: TelegramSandbox, session: aiohttp.ClientSession) -> Caller:
    return Caller(sandbox, session)


@pytest.fixture
def ada(sandbox: TelegramSandbox) -> Person:
    return sandbox.person("Ada")


@pytest.fixture
async def chat(ada: Person) -> PrivateChat:
    """Ada's private chat, in which she has said /start."""
    chat = ada.private()
    await chat.say("/start")
    return chat
