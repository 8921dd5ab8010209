"""Every kind of button, pressed by the wrong person, in the wrong chat, or long after its time: none works."""

from dataclasses import fields
from typing import Any, get_type_hints

from sqlalchemy import select

from bot.chat.callbacks import Callback, OfDraft, OfJob, OfPrivate, OfUser, all_callbacks
from bot.sandbox.telegram.people.room import Popup, Room
from storage import Vault, open_storage
from storage.tables import drafts, inbox, jobs, metadata, users
from tests.world import Somebody, World

KINDS = sorted(all_callbacks(), key=lambda kind: kind.tag)
REFUSALS = ("not-your-button", "not-your-menu", "not-your-job", "old-button", "draft-started")
GONE = 987_654


def forged(kind: type[Callback], **known: int) -> str:
    """Data of this type with somebody's ids in it; the rest as harmless or harmful as may be."""
    webhooks = get_type_hints(kind)
    usual = {int: 1, str: "m"}
    values = {each.name: known.get(each.name, usual[webhooks[each.name]]) for each in fields(kind)}
    return kind(**values).pack()


async def stored(world: World) -> tuple[list[Any], dict[str, int]]:
    """All rows but those of the traffic itself, and the ids of what Ada has."""
    await world.stop()
    storage = await open_storage(world.settings.database_url, Vault(world.settings.secret_keys))
    rows: list[Any] = []
    async with storage.database.engine.connect() as conn:
        for table in metadata.sorted_tables:
            if table not in (inbox, users):
                columns = [c for c in table.c if c.name not in VOLATILE]
                rows += [tuple(row) for row in await conn.execute(select(*columns))]
        mine = {
            name: (await conn.execute(select(table.c.id).order_by(table.c.id.desc()))).scalar()
            for name, table in (("draft", drafts), ("job", jobs))
        }
    await storage.close()
    await world.start()
    return rows, {"owner": world.ada.person.id, **{k: int(v or 0) for k, v in mine.items()}}


VOLATILE = {"due_at", "lease_until", "owner", "fence", "attempts", "updated_at", "progress"}


async def lived(world: World) -> Somebody:
    """Ada has an account, a running job and an open draft; both people and the bot share a group."""
    await world.stop()
    changes = {"actions_per_minute": 100_000, "admin_ids": frozenset({world.ada.person.id})}
    world.settings = world.settings.model_copy(update=changes)
    await world.start()
    await world.link(world.ada, premium=True)
    world.mvsep.hold()
    await world.ada.sends_song(world.song())
    await world.ada.orders()
    await world.job()
    await world.ada.sends_song(world.song())
    await world.ben.says("/start")
    await world.ben.reads("start-hello")
    group = world.telegram.group("Band", [world.ada.person, world.ben.person])
    ben = world.ben.in_room(group)
    said = await ben.says("/jobs")
    await ben.reads("jobs-none", after=said)
    return ben


async def press(somebody: Somebody, room: Room, data: str) -> Popup:
    return await room.tap(room.answers[-1], by=somebody.person, data=data)


def refused(somebody: Somebody, popup: Popup) -> bool:
    return popup.alert and popup.text in {somebody.t.plain(key) for key in REFUSALS}


async def test_stolen_and_misplaced_presses_change_nothing(world: World) -> None:
    ben_in_group = await lived(world)
    before, ids = await stored(world)
    calls = len(world.mvsep.creates)
    got_through = []
    for kind in KINDS:
        data = forged(kind, **ids)
        tries = [(world.ben, world.ben.room), (world.ben, ben_in_group.room)]
        if issubclass(kind, OfPrivate | OfDraft | OfJob):
            tries.append((world.ada, ben_in_group.room))
        for somebody, room in tries:
            if not refused(somebody, await press(somebody, room, data)):
                got_through.append((kind.__name__, somebody.person.name, room.chat.type))
    assert got_through == []
    after, _ = await stored(world)
    assert after == before
    assert len(world.mvsep.creates) == calls
    world.mvsep.release()


async def test_presses_on_what_is_gone_say_so(world: World) -> None:
    await lived(world)
    got_through = []
    for kind in KINDS:
        if issubclass(kind, OfDraft | OfJob):
            data = forged(kind, draft=GONE, job=GONE)
            popup = await press(world.ada, world.ada.room, data)
            if not refused(world.ada, popup):
                got_through.append(kind.__name__)
    assert got_through == []
    world.mvsep.release()


async def test_only_operators_press_operators_buttons(world: World) -> None:
    await lived(world)
    for kind in KINDS:
        if kind.__name__ in ("MakeInvite", "RevokeInvite"):
            data = forged(kind, owner=world.ben.person.id)
            newest = world.ben.last
            await press(world.ben, world.ben.room, data)
            await world.ben.reads("old-button", after=newest)
    assert all("inv_" not in str(call.params) for call in world.telegram.calls("sendMessage"))
    world.mvsep.release()


def test_every_kind_of_button_says_whose_it_is() -> None:
    assert all(issubclass(kind, OfUser | OfDraft | OfJob) for kind in KINDS)
