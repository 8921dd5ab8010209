"""Long work, an orderly stop, and a database that is away: nothing is lost."""

import asyncio

import pytest

from bot.chat.incoming.dispatcher import LEASE
from storage import InboxRow
from tests.chat.intake.dispatching import World, dispatching
from tests.chat.intake.memory import MemoryInbox, until


async def test_long_work_renews_the_lease(
    inbox: MemoryInbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    passed = 0.0
    monkeypatch.setattr("bot.chat.incoming.dispatcher._clock", lambda: passed)

    async def long(_: InboxRow) -> None:
        nonlocal passed
        for renewals in range(inbox.renewals, inbox.renewals + 3):
            passed += LEASE / 2
            world.wake.set()
            await until(lambda renewals=renewals: inbox.renewals > renewals)  # type: ignore[misc]

    async with dispatching(inbox) as world:
        world.before = long
        await world.arrive((1, 5), (2, 5))
        await until(lambda: len(inbox.finished) == 2)


async def test_rows_are_left_alone_after_a_sleep_longer_than_the_lease(
    inbox: MemoryInbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    skipped = 0.0
    monkeypatch.setattr(
        "bot.chat.incoming.dispatcher._clock",
        lambda: asyncio.get_running_loop().time() + skipped,
    )

    async def sleeps(row: InboxRow) -> None:
        nonlocal skipped
        if row.update_id == 1:
            skipped = 100.0
            inbox.owners[2] = "somebody else"

    async with dispatching(inbox) as world:
        world.before = sleeps
        await world.arrive((1, 5), (2, 5))
        await until(lambda: inbox.finished == [1])
        await asyncio.sleep(0.01)
        assert world.handled == [1]
        del inbox.owners[2]
        world.wake.set()
        await until(lambda: inbox.finished == [1, 2])


async def test_failing_notices_change_nothing(inbox: MemoryInbox) -> None:
    async def fail(_: object, __: object = None) -> None:
        raise ConnectionError

    async def unreadable(row: InboxRow) -> None:
        if row.update_id == 0:
            raise ValueError

    async with dispatching(inbox) as world:
        world.before = unreadable
        world.dispatcher._on_flood = fail
        world.dispatcher._on_set_aside = fail
        await world.arrive(*((i, 5) for i in range(100)))
        await until(lambda: len(inbox.finished) == 99)
    assert list(inbox.aside) == [0]


async def test_stop_lets_the_running_finish_and_hands_back_the_rest(inbox: MemoryInbox) -> None:
    gate = asyncio.Event()

    async def wait(_: InboxRow) -> None:
        await gate.wait()

    async with dispatching(inbox) as world:
        world.before = wait
        await world.arrive((1, 5), (2, 5), (3, 6))
        await until(lambda: len(world.running) == 2)
        asyncio.get_running_loop().call_later(0.01, gate.set)
    assert sorted(inbox.finished) == [1, 3]
    assert inbox.owners == {}
    assert 2 not in inbox.aside


async def test_stop_cancels_what_outlives_the_grace(inbox: MemoryInbox) -> None:
    async def for_ever(_: InboxRow) -> None:
        await asyncio.Event().wait()

    async with dispatching(inbox, grace=0.01) as world:
        world.before = for_ever
        await world.arrive((1, 5))
        await until(lambda: world.running)
    assert inbox.finished == []
    assert inbox.owners == {}


async def test_stop_before_run_is_harmless(inbox: MemoryInbox) -> None:
    dispatcher = World(inbox).dispatcher
    await dispatcher.stop(1)
    await dispatcher.run()


async def test_a_database_that_is_away_is_waited_for(
    inbox: MemoryInbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.chat.incoming.dispatcher.LONGEST_PAUSE", 0.02)
    async with dispatching(inbox) as world:
        inbox.broken = True
        calls = inbox.calls
        world.wake.set()
        await until(lambda: inbox.calls > calls + 2)
        inbox.broken = False
        await world.arrive((1, 5))
        await until(lambda: inbox.finished == [1])


async def test_marks_survive_a_database_that_is_away(
    inbox: MemoryInbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.chat.incoming.dispatcher.LONGEST_PAUSE", 0.02)

    async def breaks(_: InboxRow) -> None:
        inbox.broken = True

    async with dispatching(inbox) as world:
        world.before = breaks
        await world.arrive((1, 5))
        await until(lambda: world.handled == [1])
        calls = inbox.calls
        await until(lambda: inbox.calls > calls + 1)
        inbox.broken = False
        await until(lambda: inbox.finished == [1])
    assert world.handled == [1]


async def test_stopping_without_a_database_ends(inbox: MemoryInbox) -> None:
    async with dispatching(inbox, grace=0.01) as world:
        await world.arrive((1, 5))
        await until(lambda: inbox.finished == [1])
        inbox.broken = True
