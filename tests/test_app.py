"""A start: updates are fetched and stored while the greater part of the bot is still being loaded."""

import asyncio
import threading
from collections.abc import Callable
from typing import Any

import pytest
from aiohttp import web
from pydantic import SecretStr

from bot import app as life
from bot.app import build_app
from bot.chat.intake.server import serve
from bot.settings import Settings
from tests.storage_fixtures import KEY

ME = {"id": 1, "is_bot": True, "first_name": "B", "username": "b_bot"}
UPDATE: dict[str, Any] = {
    "update_id": 7,
    "message": {"message_id": 1, "date": 1, "chat": {"id": 5}},
}
LONG = 20.0  # seconds; only a broken bot needs them


class Telegram:
    """Has one update, and notes when it was confirmed: a question with a higher offset."""

    def __init__(self) -> None:
        self.confirmed = threading.Event()

    def application(self) -> web.Application:
        made = web.Application()
        made.router.add_post("/bot{token}/{method}", self._answer)
        return made

    async def _answer(self, request: web.Request) -> web.Response:
        result: Any = True
        if request.match_info["method"] == "getMe":
            result = ME
        if request.match_info["method"] == "getUpdates":
            result = await self._updates((await request.json()).get("offset", 0))
        return web.json_response({"ok": True, "result": result})

    async def _updates(self, offset: int) -> list[dict[str, Any]]:
        if offset <= UPDATE["update_id"]:
            return [UPDATE]
        self.confirmed.set()
        await asyncio.sleep(0.05)
        return []


def settings_for(port: int, database_url: str) -> Settings:
    return Settings(
        _env_file=None,  # type: ignore[call-arg]
        bot_token=SecretStr("1:AAapp"),
        secret_key=KEY,
        database_url=database_url,
        bot_api_url=f"http://127.0.0.1:{port}",
        mvsep_url=f"http://127.0.0.1:{port}",
        neuro_semantic_url=f"http://127.0.0.1:{port}",
        listen="127.0.0.1:0",
    )


async def test_updates_are_stored_while_the_rest_is_loaded(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    telegram, stored_first = Telegram(), []
    load: Callable[[], Any] = life._loading

    def load_late() -> Any:
        stored_first.append(telegram.confirmed.wait(LONG))
        return load()

    monkeypatch.setattr(life, "_loading", load_late)
    stop = asyncio.Event()
    async with (
        serve(telegram.application(), "127.0.0.1", 0) as port,
        build_app(settings_for(port, sqlite_url)) as app,
    ):
        await app.run(stop, loaded=stop.set)
    assert stored_first == [True]
