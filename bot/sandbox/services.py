"""All three stand-ins with the unchanged bot among them: the demo's stage and the stories' world."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cryptography.fernet import Fernet
from pydantic import SecretStr

from bot.process.app import build_app
from bot.sandbox.mvsep import MvsepSandbox
from bot.sandbox.neuro_semantic import NeuroSemanticSandbox
from bot.sandbox.telegram import TelegramSandbox
from bot.settings import Settings


@dataclass(frozen=True)
class City:
    """The stand-ins, and the settings with which a bot finds them."""

    telegram: TelegramSandbox
    mvsep: MvsepSandbox
    neuro_semantic: NeuroSemanticSandbox
    settings: Settings


@asynccontextmanager
async def city(
    folder: Path, *, database_url: str | None = None, speed: float = 20.0, **telegram: Any
) -> AsyncIterator[City]:
    """Start the stand-ins; what the bot stores goes into `folder` unless a database is named."""
    async with (
        TelegramSandbox(**telegram) as messenger,
        MvsepSandbox(speed) as mvsep,
        NeuroSemanticSandbox() as neuro_semantic,
    ):
        settings = Settings(
            _env_file=None,  # type: ignore[call-arg]  # nothing of the operator's own
            bot_token=SecretStr(messenger.token),
            secret_key=SecretStr(Fernet.generate_key().decode()),
            database_url=database_url or f"sqlite+aiosqlite:///{folder / 'stemgram.sqlite3'}",
            bot_api_url=messenger.url,
            bot_api_local=messenger.state.local,
            mvsep_url=mvsep.url,
            neuro_semantic_url=neuro_semantic.url,
            public_url=None,
            listen="127.0.0.1:0",
        )
        yield City(messenger, mvsep, neuro_semantic, settings)


@asynccontextmanager
async def running_bot(settings: Settings) -> AsyncIterator[None]:
    """The bot as `run` runs it, in this process; what it fails of is raised here."""
    stop = asyncio.Event()
    async with build_app(settings) as app:
        task = asyncio.create_task(app.run(stop))
        try:
            yield
        finally:
            stop.set()
            await task
