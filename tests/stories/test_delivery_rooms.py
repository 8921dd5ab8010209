"""Chats that shut the bot out, move, or want silence: the stems are kept until they can be had."""

from typing import Any

from bot.sandbox.telegram.methods import registry
from bot.sandbox.telegram.wire.errors import bad_request
from tests.world import Somebody, World, digests, files_of


async def begins_in_group(world: World) -> tuple[Somebody, Any]:
    """Ada links in private, asks in a group, and the service has the song."""
    await world.link(world.ada)
    group = world.telegram.group("Choir", [world.ada.person, world.ben.person])
    ada = world.ada.in_room(group)
    song = await ada.sends("audio", world.song(), filename="a.mp3", mime="audio/mpeg", duration=2)
    await ada.says("/separate", reply_to=song)
    await ada.reads("card-what")
    world.mvsep.hold()
    await ada.orders()
    await world.job()
    return ada, group


async def has_all(world: World, somebody: Somebody) -> None:
    await somebody.reads("done-title", n=2)
    stems = [one for one in somebody.room.answers if one.file]
    assert digests(files_of(stems)) == digests([path for _, path in (await world.job()).files])


async def test_who_blocks_the_bot_gets_the_stems_on_coming_back(world: World) -> None:
    await world.link(world.ada)
    world.mvsep.hold()
    await world.ada.sends_song(world.song())
    await world.ada.orders()
    await world.job()
    world.ada.person.private().block()
    world.mvsep.release()
    await world.telegram.until(lambda: any(one.status == 403 for one in world.telegram.requests))
    world.ada.person.private().unblock()
    await has_all(world, world.ada)


async def test_out_of_the_group_the_stems_come_in_private_with_consent(world: World) -> None:
    _, group = await begins_in_group(world)
    group.kick_bot()
    world.mvsep.release()
    await world.ada.reads("door-shut")
    assert not [one for one in world.ada.room.answers if one.file], "nothing before she says so"
    await world.ada.presses("door-here")
    await has_all(world, world.ada)


async def test_where_files_are_forbidden_their_owner_is_asked(
    world: World, monkeypatch: Any
) -> None:
    ada, group = await begins_in_group(world)

    async def forbidden(_state: Any, call: Any) -> Any:
        if call.chat_id == group.id:
            raise bad_request("not enough rights to send audios to the chat", fault=False)
        return await sent(_state, call)

    kind = next(one for one in registry.HANDLERS if one.__name__ == "SendAudio")
    sent = registry.HANDLERS[kind]
    monkeypatch.setitem(registry.HANDLERS, kind, forbidden)
    world.mvsep.release()
    await world.ada.reads("door-closed")
    await world.ada.presses("door-here")
    await has_all(world, world.ada)
    assert not [one for one in ada.room.answers if one.file]


async def test_stems_follow_a_group_to_its_new_id(world: World) -> None:
    ada, group = await begins_in_group(world)
    group.migrate()
    world.mvsep.release()
    await has_all(world, ada)


async def test_in_quiet_hours_stems_come_without_a_sound(world: World) -> None:
    await world.link(world.ada)
    await world.ada.says("/quiet")
    await world.ada.reads("quiet-off")
    for start, end in ((21, 7), (22, 8), (23, 9), (0, 10)):
        await world.ada.presses_label(f"{start}–{end}")
    for _ in range(24):
        if _is_quiet(world.ada):
            break
        await world.ada.presses("quiet-later")
    await world.ada.sends_song(world.song())
    await world.ada.orders()
    await has_all(world, world.ada)
    sends = world.telegram.calls("sendAudio")
    assert [call.params.get("disable_notification") for call in sends] == ["true", "true"]


def _is_quiet(somebody: Somebody) -> bool:
    clock = somebody.room.answers[-1].text.split("it is ")[1].split(" ")[0]
    return int(clock.partition(":")[0]) < 9
