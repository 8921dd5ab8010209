"""What comes in: once, in order, side by side, and never stopped by what cannot be read."""

import asyncio
import json
from functools import partial
from typing import Any

import pytest
from sqlalchemy import select

from bot.sandbox.telegram.people import messages
from storage.engine.connect import make_engine
from storage.tables import inbox
from tests.reliability import stage
from tests.reliability.conftest import Note
from tests.reliability.patient import Patient, row_of, settled, states_of, updates_of
from tests.world import Somebody, World, pattern_of

log, songs, world = stage.log, stage.songs, stage.world

quick = pytest.mark.quick
FLOOD = 200
HOUR = 3600.0


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
    assert len(aside) + len(stumbled) == len(world.errors()) <= 2
    kept = await raw_of_aside(world)
    assert len(kept) == row.lost_updates == len(world.errors())
    assert all(kept), "what cannot be handled can be looked at later"
    for who in (world.ada, world.ben):
        assert count(who, "error-ours") <= 1


async def raw_of_aside(world: World) -> list[str]:
    """What is kept, sealed, of the updates that were set aside."""
    engine = make_engine(world.settings.database_url)
    try:
        async with engine.connect() as connection:
            query = select(inbox.c.raw).where(inbox.c.state == "aside")
            return list((await connection.execute(query)).scalars())
    finally:
        await engine.dispose()


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
    messages.press(world.telegram.state, room.chat, menu, button.data or "", person.user)
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
