"""Updates that wait until their person may go on, and those that failed and were explained."""

from bot.chat.incoming import Explained, Later
from bot.chat.incoming.dispatcher import FLOOD, ROOM, SIDE_BY_SIDE
from storage import InboxRow
from tests.chat.intake.dispatching import dispatching
from tests.chat.intake.memory import MemoryInbox, until

HOUR = 3600.0


async def test_a_conversation_that_rests_keeps_its_order_and_costs_nobody_else(
    inbox: MemoryInbox,
) -> None:
    """More conversations rest than may be handled side by side, and others still get their turn."""
    tired = set(range(1, 2 * SIDE_BY_SIDE))

    async def before(row: InboxRow) -> None:
        if row.conversation in tired:
            raise Later(HOUR)

    async with dispatching(inbox) as world:
        world.before = before
        await world.arrive(*((n, n) for n in tired), *((1000 + n, n) for n in tired))
        await world.arrive((2000, 2000))
        await until(lambda: world.handled == [2000])
        await until(lambda: not world.running)
    assert world.told == []
    assert len(inbox.finished) == 1, "what rested is handed back"

    async with dispatching(inbox) as world:
        await until(lambda: len(world.handled) == 2 * len(tired))
        assert [one for one in world.handled if one % 1000 == 7] == [7, 1007]


async def test_a_rest_ends(inbox: MemoryInbox) -> None:
    rests = [0.01, 0.01]

    async def before(row: InboxRow) -> None:
        if row.update_id == 2 and rests:
            raise Later(rests.pop())

    async with dispatching(inbox) as world:
        world.before = before
        await world.arrive((1, 5), (2, 5), (3, 5))
        await until(lambda: len(inbox.finished) == 3)
    assert world.handled == [1, 2, 3]


async def test_flooders_at_rest_leave_room(inbox: MemoryInbox) -> None:
    many = ROOM // FLOOD + 2

    async def before(row: InboxRow) -> None:
        if row.conversation < many:
            raise Later(HOUR)

    async with dispatching(inbox) as world:
        world.before = before
        rows = [(n * 1000 + k, n) for n in range(1, many) for k in range(FLOOD + 1)]
        await world.arrive(*rows)
        await world.arrive((10**6, many))
        await until(lambda: world.handled == [10**6])


async def test_what_was_explained_is_set_aside_and_not_told_again(inbox: MemoryInbox) -> None:
    async def before(row: InboxRow) -> None:
        if row.update_id == 1:
            raise Explained("K7")

    async with dispatching(inbox) as world:
        world.before = before
        await world.arrive((1, 5), (2, 5))
        await until(lambda: 2 in inbox.finished)
    assert world.handled == [2]
    assert world.told == []
    assert inbox.aside[1][1] == "K7"
