"""A start: updates are asked for first, and stored while the greater part of the bot is still being loaded."""

import asyncio
import threading
from typing import Any

import pytest
from aiohttp import web
from pydantic import SecretStr

from bot.chat.incoming.http_server import serve
from bot.process import app as life
from bot.process.app import EarlyInbox, build_app
from bot.settings import Settings, Unusable
from storage import Storage, Vault, open_storage
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
        self.asked = threading.Event()
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
        self.asked.set()
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
    telegram, seen = Telegram(), []
    open_, load = life._opening, life._loading

    def open_late() -> Any:
        seen.append(telegram.asked.wait(LONG))
        seen.append(telegram.confirmed.is_set())
        return open_()

    def load_late() -> Any:
        seen.append(telegram.confirmed.wait(LONG))
        return load()

    monkeypatch.setattr(life, "_opening", open_late)
    monkeypatch.setattr(life, "_loading", load_late)
    stop = asyncio.Event()
    async with (
        serve(telegram.application(), "127.0.0.1", 0) as port,
        build_app(settings_for(port, sqlite_url)) as app,
    ):
        await app.run(stop, loaded=stop.set)
    asked_before_opening, confirmed_before_opening, confirmed_before_loading = seen
    assert asked_before_opening
    assert not confirmed_before_opening
    assert confirmed_before_loading


async def test_of_several_processes_none_asks_before_the_database_says_which(
    storage: Storage,
) -> None:
    promised: asyncio.Future[Storage] = asyncio.get_running_loop().create_future()
    asking = asyncio.create_task(EarlyInbox(promised, alone=False).lead())
    for _ in range(5):
        await asyncio.sleep(0)
    assert not asking.done()
    promised.set_result(storage)
    assert await asking


async def test_a_start_that_cannot_open_its_database_says_so_and_ends(sqlite_url: str) -> None:
    telegram = Telegram()
    async with serve(telegram.application(), "127.0.0.1", 0) as port:
        settings = settings_for(port, sqlite_url)
        other = await open_storage(sqlite_url, Vault([KEY]))
        async with build_app(settings) as app:
            with pytest.raises(Unusable, match="in use by another process"):
                await app.run(asyncio.Event())
        await other.close()
    assert not telegram.confirmed.is_set()
