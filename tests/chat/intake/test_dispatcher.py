"""Order within a conversation, no order between them, and nothing that gets stuck."""

import asyncio
from collections import defaultdict

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.chat.incoming.dispatcher import FLOOD, ROOM, SIDE_BY_SIDE, Dispatcher
from storage import Arrived, InboxRow
from tests.chat.intake.dispatching import dispatching
from tests.chat.intake.memory import MemoryInbox, until


async def test_handles_and_marks_done(inbox: MemoryInbox) -> None:
    async with dispatching(inbox) as world:
        await world.arrive((1, 5), (2, 6), (3, 5))
        await until(lambda: len(inbox.finished) == 3)
        await world.arrive((4, 5))
        await until(lambda: len(inbox.finished) == 4)
    assert sorted(world.handled) == [1, 2, 3, 4]


@settings(max_examples=25)
@given(st.lists(st.integers(1, 4), max_size=120), st.integers(1, 50))
async def test_order_within_each_conversation(conversations: list[int], size: int) -> None:
    rows = list(enumerate(conversations))
    async with dispatching(MemoryInbox()) as world:
        for start in range(0, len(rows), size):
            await world.arrive(*rows[start : start + size])
            await asyncio.sleep(0)
        await until(lambda: len(world.inbox.finished) == len(rows))
    by_conversation: dict[int, list[int]] = defaultdict(list)
    for i in world.handled:
        by_conversation[conversations[i]].append(i)
    assert all(ids == sorted(ids) for ids in by_conversation.values())
    assert len(world.handled) == len(set(world.handled)) == len(rows)


async def test_conversations_run_side_by_side_up_to_the_bound(inbox: MemoryInbox) -> None:
    gate = asyncio.Event()

    async def wait(_: InboxRow) -> None:
        await gate.wait()

    async with dispatching(inbox) as world:
        world.before = wait
        await world.arrive(*((i, i) for i in range(100)))
        await until(lambda: len(world.running) == SIDE_BY_SIDE)
        await asyncio.sleep(0.01)
        assert len(world.running) == SIDE_BY_SIDE
        gate.set()
        await until(lambda: len(inbox.finished) == 100)
    assert world.most_at_once == SIDE_BY_SIDE


async def test_done_marks_are_written_in_batches(inbox: MemoryInbox) -> None:
    async with dispatching(inbox) as world:
        await world.arrive(*((i, i) for i in range(200)))
        await until(lambda: len(inbox.finished) == 200)
    assert len(inbox.batches) < 60


async def test_a_slow_conversation_delays_only_itself(inbox: MemoryInbox) -> None:
    gate = asyncio.Event()

    async def wait(row: InboxRow) -> None:
        if row.conversation == 5:
            await gate.wait()

    async with dispatching(inbox) as world:
        world.before = wait
        await world.arrive((1, 5), (2, 5), *((i, i) for i in range(10, 60)))
        await until(lambda: len(inbox.finished) == 50)
        assert not {1, 2} & set(world.handled)
        gate.set()
        await until(lambda: len(inbox.finished) == 52)


async def test_a_flooder_waits_behind_the_others_and_is_told_once(inbox: MemoryInbox) -> None:
    order: list[int] = []

    async def note(row: InboxRow) -> None:
        order.append(row.conversation)
        await asyncio.sleep(0.001)

    async with dispatching(inbox) as world:
        world.before = note
        await world.arrive(*((i, 5) for i in range(300)), (300, 6))
        await until(lambda: len(inbox.finished) == 301)
        assert order.index(6) <= FLOOD + 1
        assert world.floods == [5]
        await world.arrive((301, 5))
        await until(lambda: len(inbox.finished) == 302)
        await world.arrive(*((i, 5) for i in range(400, 500)))
        await until(lambda: len(inbox.finished) == 402)
    assert world.floods == [5, 5]


async def test_never_holds_more_than_there_is_room_for(inbox: MemoryInbox) -> None:
    gate = asyncio.Event()

    async def wait(_: InboxRow) -> None:
        await gate.wait()

    async with dispatching(inbox) as world:
        world.before = wait
        await world.arrive(*((i, i % 100) for i in range(5000)))
        await until(lambda: len(world.running) == SIDE_BY_SIDE)
        await asyncio.sleep(0.01)
        assert len(inbox.owners) <= ROOM
        gate.set()
        await until(lambda: len(inbox.finished) == 5000)


async def test_an_unreadable_update_is_set_aside_and_blocks_nobody(inbox: MemoryInbox) -> None:
    async def fail(row: InboxRow) -> None:
        if row.update_id == 2:
            raise KeyError("message_id of 1234567890:AAH-abcdefghijklmnopqrstuvwxyz")

    async with dispatching(inbox) as world:
        world.before = fail
        await world.arrive((1, 5), (2, 5), (3, 5))
        await until(lambda: len(inbox.finished) == 2 and inbox.aside)
    why, error_id = inbox.aside[2]
    assert why.startswith("KeyError")
    assert "AAH" not in why
    assert world.told == [(2, error_id)]
    assert world.handled == [1, 3]


async def test_a_handler_cancelled_from_inside_does_not_stop_its_conversation(
    inbox: MemoryInbox,
) -> None:
    async def cancelled(row: InboxRow) -> None:
        if row.update_id == 1:
            raise asyncio.CancelledError

    async with dispatching(inbox) as world:
        world.before = cancelled
        await world.arrive((1, 5), (2, 5))
        await until(lambda: inbox.finished == [2] and inbox.aside)
    assert list(inbox.aside) == [1]


async def test_an_update_that_kills_is_set_aside_and_the_bystanders_are_handled(
    inbox: MemoryInbox,
) -> None:
    """Each process that handles update 3 dies of it, in the middle of all else it has claimed."""
    await inbox.store([Arrived(i, i, "{}") for i in range(1, 9)])
    while len(inbox.finished) < 7:
        died = asyncio.Event()

        async def handle(row: InboxRow, died: asyncio.Event = died) -> None:
            if row.update_id == 3:
                died.set()
            await asyncio.sleep(0)
            if died.is_set():
                await asyncio.Event().wait()

        run = asyncio.create_task(
            Dispatcher(inbox, handle, owner="me", wake=asyncio.Event()).run()
        )
        await until(lambda died=died: died.is_set() or len(inbox.finished) == 7)  # type: ignore[misc]
        await kill(run)
        inbox.lose_leases()
    assert list(inbox.aside) == [3]
    assert inbox.attempts[3] == 4
    assert sorted(inbox.finished) == [1, 2, 4, 5, 6, 7, 8]


async def kill(run: asyncio.Task[None]) -> None:
    """End a dispatcher and its lanes where they stand."""
    send_queue = [task for task in asyncio.all_tasks() if task.get_name().startswith("lane ")]
    for task in (run, *send_queue):
        task.cancel()
    await asyncio.gather(run, *send_queue, return_exceptions=True)
