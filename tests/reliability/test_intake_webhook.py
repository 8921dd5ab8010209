"""Updates that Telegram delivers: nobody but Telegram gets something in, and nothing gets it out of step."""

import asyncio
import json

import httpx
import pytest
from pydantic import SecretStr

from bot.chat.incoming.http_server import LARGEST_BODY
from bot.chat.incoming.webhook import webhook_path, webhook_secret
from tests.reliability import stage
from tests.reliability.patient import updates_of
from tests.reliability.test_intake_updates import answered, count, of
from tests.world import World

log, songs, world = stage.log, stage.songs, stage.world

quick = pytest.mark.quick
SECRET_HEADER = b"X-Telegram-Bot-Api-Secret-Token"


class TestWebhook:
    """Nobody but Telegram gets something in, and nothing gets it out of step."""

    @pytest.fixture
    async def address(self, world: World, port: int) -> str:
        await world.stop()
        listen = f"127.0.0.1:{port}"
        changed = {"public_url": f"http://{listen}", "listen": listen}
        world.settings = world.settings.model_copy(update=changed)
        await world.start()
        await world.telegram.until(lambda: bool(world.telegram.calls("setWebhook")))
        return f"http://{listen}{webhook_path(world.settings.bot_token)}"

    @quick
    async def test_strangers_are_turned_away(self, world: World, address: str) -> None:
        update = json.dumps({"update_id": 1, **of(world.ada, {"message": {}})})
        good = webhook_secret(world.settings.bot_token)
        short = SecretStr(good.get_secret_value()[:-1])
        assert await posted(address, update, None) == 401
        assert await posted(address, update, short) == 401
        assert await posted(address, update, SecretStr("ключ")) == 401
        assert await posted(f"{address}x", update, good) == 404
        assert await posted(address.rpartition("/")[0], update, good) == 404
        assert await updates_of(world) == []

    @quick
    async def test_what_cannot_be_an_update_is_taken_and_dropped(
        self, world: World, address: str
    ) -> None:
        world.errors_expected = True
        secret = webhook_secret(world.settings.bot_token)
        assert await posted(address, "x" * (LARGEST_BODY + 1), secret) == 413
        for body in ("", "{", "\udcff\xff", "[1]", "null", "[" * 100_000, "9" * 5000):
            assert await posted(address, body, secret) == 200
        assert await updates_of(world) == []
        await answered(world.ada)

    @quick
    async def test_an_update_delivered_twice_is_one(self, world: World, address: str) -> None:
        await answered(world.ada)
        update = world.telegram.state.updates.log
        secret = webhook_secret(world.settings.bot_token)
        again = [posted(address, entry.text, secret) for entry in update.values() for _ in "ab"]
        assert set(await asyncio.gather(*again)) == {200}
        await answered(world.ada)
        assert count(world.ada, "help-text") == 2


async def posted(address: str, body: str, secret: SecretStr | None) -> int:
    """The HTTP status of the answer."""
    headers: dict[bytes, bytes] = {}
    if secret:
        headers[SECRET_HEADER] = secret.get_secret_value().encode()
    async with httpx.AsyncClient() as client:
        content = body.encode("utf-8", "surrogateescape")
        response = await client.post(address, content=content, headers=headers)
    return response.status_code
