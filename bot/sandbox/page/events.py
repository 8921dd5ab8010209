"""What the page is told as it happens: a short memory of events, read as server-sent events."""

import json
import secrets
from collections import deque
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from typing import Any

from bot.sandbox.telegram.bell import Bell

KEPT = 1000
HEARTBEAT = 15.0  # seconds of silence after which a comment shows whether anybody is there

Json = dict[str, Any]


@dataclass(frozen=True)
class Told:
    """One event with its place in the order."""

    number: int
    kind: str
    data: Json


@dataclass
class Feed:
    """The events of one run, the newest `KEPT` of them; `whole` gives the state they lead to."""

    whole: Callable[[], Json]
    run: str = field(default_factory=lambda: secrets.token_hex(4))
    closed: bool = False
    readers: int = 0
    _told: deque[Told] = field(default_factory=lambda: deque(maxlen=KEPT))
    _number: int = 0
    _bell: Bell = field(default_factory=Bell)

    def tell(self, kind: str, data: Json) -> None:
        self._number += 1
        self._told.append(Told(self._number, kind, data))
        self._bell.ring()

    def close(self) -> None:
        """Every reader comes to an end."""
        self.closed = True
        self._bell.ring()

    async def read(self, last_id: str | None) -> AsyncIterator[bytes]:
        """The stream for one reader (HTML standard, server-sent events).

        It goes on after `last_id`; where that is of another run or forgotten, and for a reader
        that fell behind, it begins again with the whole state.
        """
        self.readers += 1
        try:
            place = self._place(last_id)
            while not self.closed:
                if not self._remembers(place):
                    place = self._number
                    yield self._written(Told(place, "state", self.whole()))
                elif place < self._number:
                    for told in self._after(place):
                        place = told.number
                        yield self._written(told)
                elif not await self._bell.wait(HEARTBEAT):
                    yield b": still here\n\n"
        finally:
            self.readers -= 1

    def _place(self, last_id: str | None) -> int:
        """The number a reader has got to; -1 when it has to begin anew."""
        run, _, number = (last_id or "").partition("-")
        return int(number) if run == self.run and number.isdecimal() else -1

    def _remembers(self, place: int) -> bool:
        oldest = self._told[0].number if self._told else self._number + 1
        return oldest - 1 <= place <= self._number

    def _after(self, place: int) -> list[Told]:
        return [told for told in self._told if told.number > place]

    def _written(self, told: Told) -> bytes:
        data = json.dumps(told.data, ensure_ascii=False)
        return f"id: {self.run}-{told.number}\nevent: {told.kind}\ndata: {data}\n\n".encode()
