"""Batches lookups that are made at the same moment into one statement."""

import asyncio
from collections.abc import Awaitable, Callable, Hashable, Mapping, Sequence
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Together(Generic[K, V]):
    """Gathers what is asked within one turn of the event loop; `answer` gets each key once."""

    def __init__(self, answer: Callable[[Sequence[K]], Awaitable[Mapping[K, V]]]) -> None:
        self._answer = answer
        self._asked: dict[K, asyncio.Future[V]] = {}
        self._rounds: set[asyncio.Task[None]] = set()

    async def ask(self, key: K) -> V:
        """What `answer` has for the key; raises what it raises."""
        if not self._asked:
            asking = asyncio.create_task(self._round())
            self._rounds.add(asking)
            asking.add_done_callback(self._rounds.discard)
        if key not in self._asked:
            self._asked[key] = asyncio.get_running_loop().create_future()
        return await asyncio.shield(self._asked[key])

    async def _round(self) -> None:
        """Runs in the next turn of the loop, so that all whose turn it is now can join."""
        asked, self._asked = self._asked, {}
        try:
            answers = await self._answer(tuple(asked))
        except Exception as error:  # told to everybody who waits
            for waiting in asked.values():
                waiting.set_exception(error)
        else:
            for key, waiting in asked.items():
                waiting.set_result(answers[key])
