"""What a start brings along is what is needed at a start: big libraries wait until somebody needs them."""

import subprocess
import sys
from pathlib import Path

from tests.storage_fixtures import KEY

# Files people send or fetch, pictures, databases of another kind, tables that are up to date.
FOR_LATER = {"openpyxl", "numpy", "matplotlib", "charset_normalizer", "alembic", "asyncpg"}
FOR_OTHERS = {"bot.sandbox", "aiogram", "av"}

# A start without Telegram: everything is loaded, then the bot is to stop before it has begun.
START = """
import asyncio, sys
import bot.__main__, bot.process.run
from bot.process.app import build_app
from bot.settings import load_settings

async def start():
    stop = asyncio.Event()
    stop.set()
    async with build_app(load_settings(None)) as app:
        await app.run(stop, loaded=lambda: print(*sys.modules))

asyncio.run(start())
"""


def modules_of_a_start(database_url: str) -> set[str]:
    """Every module a process has once its bot is put together."""
    settings = {
        "STEMGRAM_BOT_TOKEN": "1:AAlean",
        "STEMGRAM_SECRET_KEY": KEY.get_secret_value(),
        "STEMGRAM_DATABASE_URL": database_url,
        "STEMGRAM_BOT_API_URL": "http://127.0.0.1:9",
    }
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", START],
        env=settings,
        cwd=Path(__file__).parents[1],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "bot.composition.build" in done.stdout.split()
    return set(done.stdout.split())


def test_a_start_brings_along_only_what_it_needs(sqlite_url: str) -> None:
    assert not (FOR_LATER | FOR_OTHERS) & modules_of_a_start(sqlite_url)
