"""What is asked at the same moment is answered together, each asker with their own answer."""

import asyncio
from collections.abc import Sequence

import pytest

from storage.engine.batching import Together


class Oracle:
    """Answers with the square; notes what was asked together."""

    def __init__(self) -> None:
        self.rounds: list[tuple[int, ...]] = []

    async def answer(self, numbers: Sequence[int]) -> dict[int, int]:
        self.rounds.append(tuple(numbers))
        await asyncio.sleep(0)
        if 0 in numbers:
            raise LookupError("nothing")
        return {number: number * number for number in numbers}


async def test_one_round_for_all_who_ask_at_once_and_each_key_once() -> None:
    oracle = Oracle()
    together = Together(oracle.answer)
    assert await asyncio.gather(*map(together.ask, (2, 3, 2, 4))) == [4, 9, 4, 16]
    assert oracle.rounds == [(2, 3, 4)]
    assert await together.ask(5) == 25
    assert oracle.rounds == [(2, 3, 4), (5,)]


async def test_who_asks_while_a_round_is_under_way_gets_the_next() -> None:
    oracle = Oracle()
    together = Together(oracle.answer)
    first = asyncio.create_task(together.ask(2))
    while not oracle.rounds:  # noqa: ASYNC110 - no event for it
        await asyncio.sleep(0)
    assert await together.ask(2) == 4
    assert await first == 4
    assert oracle.rounds == [(2,), (2,)]


async def test_a_failure_reaches_all_and_the_next_round_is_not_harmed() -> None:
    together = Together(Oracle().answer)
    failed = await asyncio.gather(*map(together.ask, (0, 1)), return_exceptions=True)
    assert [type(each) for each in failed] == [LookupError, LookupError]
    assert await together.ask(3) == 9


async def test_who_gives_up_takes_nobody_along() -> None:
    together = Together(Oracle().answer)
    impatient, patient = (asyncio.create_task(together.ask(7)) for _ in range(2))
    await asyncio.sleep(0)
    impatient.cancel()
    assert await patient == 49
    with pytest.raises(asyncio.CancelledError):
        await impatient
