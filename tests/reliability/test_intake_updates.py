"""What comes in: once, in order, side by side, and never stopped by what cannot be read."""

import asyncio
import json
from functools import partial
from typing import Any

import httpx
import pytest
from pydantic import SecretStr

from bot.chat.intake.server import LARGEST_BODY
from bot.chat.intake.webhook import webhook_path, webhook_secret
from bot.sandbox.telegram import speaking
from tests.reliability import stage
from tests.reliability.conftest import Note
from tests.reliability.patient import Patient, row_of, settled, states_of, updates_of
from tests.world import Somebody, World, pattern_of

log, songs, world = stage.log, stage.songs, stage.world

quick = pytest.mark.quick
FLOOD = 200
HOUR = 3600.0
SECRET_HEADER = b"X-Telegram-Bot-Api-Secret-Token"


def count(who: Somebody, key: str) -> int:
    """How many messages of the bot say so."""
    wanted = pattern_of(who.t, key)
    return sum(bool(wanted.search(one.text)) for one in who.room.answers)


async def answered(who: Somebody) -> None:
    """A new question gets its answer: everything before it is done with."""
    said = await who.says("/help")
    await who.reads("help-text", after=said)


@quick
async def test_an_update_that_comes_again_changes_nothing(world: World, note: Note) -> None:
    await world.link(world.ada)
    card = await world.ada.sends_song(world.song())
    await world.ada.orders()
    await world.ada.receives(2, after=card)
    before = len(world.ada.room.messages)
    updates = sorted(world.telegram.state.updates.log)
    for _ in range(2):
        for update_id in updates:
            world.telegram.redeliver(update_id)
        await answered(world.ada)
        await world.restart()
    await answered(world.ada)
    assert len(world.ada.room.messages) == before + 6  # three questions and their answers
    note(await row_of(Patient(world, world.ada), "intake: every update redelivered"))
    assert await states_of(world) == ["done"]
    assert len(world.mvsep.creates) == 1


@quick
async def test_a_flooder_delays_nobody_else(world: World, note: Note) -> None:
    await world.stop()
    world.settings = world.settings.model_copy(update={"actions_per_minute": 10 * FLOOD})
    await world.start()
    await answered(world.ada)
    world.telegram.hold_updates()
    for _ in range(FLOOD):
        await world.ben.says("/help")
    said = await world.ada.says("/help")
    world.telegram.release_updates()

    await world.ada.reads("help-text", after=said)
    assert count(world.ben, "help-text") < FLOOD
    async with asyncio.timeout(60):
        while count(world.ben, "help-text") < FLOOD:  # noqa: ASYNC110 - each look costs a lot
            await asyncio.sleep(0.2)
    assert count(world.ben, "flood-notice") == 1
    assert count(world.ada, "flood-notice") == 0
    note(await row_of(Patient(world, world.ben), f"intake: {FLOOD} messages at once"))
    assert set(await updates_of(world)) == {"done"}


ODD: list[Any] = [
    [],
    None,
    17,
    "an update",
    {},
    {"update_id": None, "message": {}},
    {"update_id": "8", "message": {}},
    {"update_id": -5, "message": {}},
    {"update_id": True},
]


@quick
async def test_updates_without_a_usable_id_are_skipped(world: World) -> None:
    """They cannot be kept, as the id is their name; each leaves a line in the log."""
    world.errors_expected = True
    await answered(world.ada)
    for odd in ODD:
        world.telegram.push_raw(json.dumps(odd))
    await answered(world.ada)
    skipped = [error for error in world.errors() if "without a readable id" in error["event"]]
    assert len(skipped) >= len(ODD)
    assert len(world.telegram.calls("getUpdates")) < 40


BROKEN: dict[str, Any] = {
    "message is no object": {"message": "hello"},
    "message is a list": {"message": [1, 2]},
    "message is empty": {"message": {}},
    "no fields but the chat": {"message": {"chat": {"id": 0, "type": "private"}}},
    "date is a word": {"message": {"message_id": 1, "date": "yesterday"}},
    "date is huge": {"message": {"message_id": 1, "date": 10**30}},
    "ids are huge": {"message": {"message_id": 10**40, "date": 1}},
    "ids are words": {"message": {"message_id": "one", "date": 1}},
    "text is a number": {"message": {"message_id": 1, "date": 1, "text": 17}},
    "entities out of bounds": {
        "message": {
            "message_id": 1,
            "date": 1,
            "text": "/help",
            "entities": [{"type": "bot_command", "offset": 900, "length": 10**12}],
        }
    },
    "entities of nothing": {"message": {"message_id": 1, "date": 1, "text": "hi", "entities": 5}},
    "audio without a file": {"message": {"message_id": 1, "date": 1, "audio": {}}},
    "audio of a negative size": {
        "message": {
            "message_id": 1,
            "date": 1,
            "audio": {
                "file_id": "x",
                "file_unique_id": "y",
                "duration": -(10**20),
                "file_size": -(10**20),
            },
        }
    },
    "button without data": {"callback_query": {"id": 1}},
    "button with a list": {"callback_query": {"id": "1", "chat_instance": "x", "data": ["a"]}},
    "membership is empty": {"my_chat_member": {}},
    "an unknown kind": {"telepathy": {"thought": 1}},
    "half a surrogate pair": {"message": {"message_id": 1, "date": 1, "text": "\ud83c"}},
}


@pytest.mark.parametrize("name", [pytest.param(each, marks=quick) for each in BROKEN])
async def test_an_update_that_cannot_be_read_is_set_aside(
    world: World, note: Note, name: str
) -> None:
    world.errors_expected = True
    await asyncio.gather(answered(world.ada), answered(world.ben))
    for number, who in enumerate((world.ada, world.ben), 990_000_000):
        world.telegram.push_raw(json.dumps({"update_id": number, **of(who, BROKEN[name])}))
    await answered(world.ada)
    await settled(world)
    assert world.telegram.pending == []
    row = await row_of(Patient(world, world.ada), f"intake: {name}")
    note(row)
    aside = [error for error in world.errors() if "set aside" in error["event"]]
    stumbled = [error for error in world.errors() if error["event"] == "handler failed"]
    assert len(aside) == row.lost_updates
    assert len(aside) + len(stumbled) == len(world.errors()) <= 2
    for who in (world.ada, world.ben):
        assert count(who, "error-ours") <= 1


async def test_a_number_too_long_to_read_stops_nobody(world: World) -> None:
    world.errors_expected = True
    await answered(world.ada)
    world.telegram.push_raw(f'{{"update_id": 990000001, "message": {{"date": {"9" * 5000}}}}}')
    await answered(world.ada)


@quick
async def test_what_was_sent_long_before_is_answered_as_fits(world: World, note: Note) -> None:
    """The bot was away for two hours: a song goes on, an old press does nothing but says so."""
    await world.link(world.ada)
    await world.ada.sends_song(world.song())
    await world.ada.presses("goal-vocals")
    menu, button = await world.ada.finds_button(world.ada.t.plain("order-start"))
    await world.stop()
    room, person = world.ada.room, world.ada.person
    speaking.press(world.telegram.state, room.chat, menu, button.data or "", person.user)
    about = {"filename": "later.mp3", "mime": "audio/mpeg", "title": "Later", "duration": 2}
    song = await world.ada.sends("audio", world.song(), **about)
    world.telegram.age(2 * HOUR)
    await world.start()

    await world.ada.reads("tap-too-old", after=song)
    card = await world.ada.gets_card(after=song)
    assert await states_of(world) == []
    await world.ada.orders()
    await world.ada.receives(2, after=card)
    note(await row_of(Patient(world, world.ada), "intake: two hours late"))
    assert len(world.mvsep.creates) == 1


@quick
async def test_each_conversation_keeps_its_order(world: World) -> None:
    people = [world.ada, world.ben, *(world.somebody(f"Person {n}") for n in range(4))]
    keys = {"/help": "help-text", "/jobs": "jobs-none", "/language": "language-ask"}
    asked = [list(keys)[n * n % 3] for n in range(12)]
    for who in people:
        await who.says("/start")
        await who.reads("start-hello")
    await world.stop()
    firsts = [who.last for who in people]
    for question in asked:
        for who in people:
            await who.says(question)
    await world.start()
    for who, first in zip(people, firsts, strict=True):
        await world.until(partial(all_told, who, first, len(asked)))
        told = [next(k for k in asked if says(who, text, keys[k])) for text in since(who, first)]
        assert told == asked


def says(who: Somebody, text: str, key: str) -> bool:
    return bool(pattern_of(who.t, key).search(text))


def all_told(who: Somebody, first: Any, count: int) -> bool:
    return len(since(who, first)) >= count


def since(who: Somebody, first: Any) -> list[str]:
    return [one.text for one in who.room.answers if one.id > first.id]


def of(who: Somebody, body: dict[str, Any]) -> dict[str, Any]:
    """A forged update, as if it came from somebody."""
    ((kind, inner),) = body.items()
    if not isinstance(inner, dict):
        return body
    person = {"id": who.person.id, "is_bot": False, "first_name": who.person.name}
    chat = {"id": who.person.id, "type": "private", "first_name": who.person.name}
    origin = {"from": person} if kind == "callback_query" else {"from": person, "chat": chat}
    return {kind: {**origin, **inner}}


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
