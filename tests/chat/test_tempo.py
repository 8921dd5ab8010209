"""The courtesy of not writing too fast."""

from dataclasses import dataclass, field

import pytest

from bot.chat.outgoing import rate_limiter
from bot.chat.outgoing.rate_limiter import ChatRateLimiter


@dataclass
class Time:
    now: float = 0.0
    slept: list[float] = field(default_factory=list)

    def clock(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def limiter(time: Time) -> ChatRateLimiter:
    return ChatRateLimiter(clock=time.clock, sleep=time.sleep)


async def send(limiter: ChatRateLimiter, chat: int, count: int = 1) -> None:
    async with limiter.turn(chat, count):
        pass


async def test_a_burst_goes_out_at_once_and_the_rest_a_second_apart(
    limiter: ChatRateLimiter, time: Time
) -> None:
    for _ in range(9):
        await send(limiter, 7)
    assert time.now == 6.0
    await send(limiter, 8)
    assert time.now == 6.0, "another chat does not wait"


async def test_an_album_waits_until_the_chat_is_quiet(
    limiter: ChatRateLimiter, time: Time
) -> None:
    await send(limiter, 7)
    await send(limiter, 7, 10)
    assert time.now == 3.0
    await send(limiter, 7)
    assert time.now == 6.0


async def test_a_group_gets_twenty_a_minute(limiter: ChatRateLimiter, time: Time) -> None:
    for _ in range(21):
        await send(limiter, -100)
    assert time.now == 60.0


async def test_an_upload_counts_from_its_end(limiter: ChatRateLimiter, time: Time) -> None:
    async with limiter.turn(7, 3):
        time.now = 2.5
    await send(limiter, 7)
    assert time.now == 5.5


async def test_what_can_wait_takes_no_room_from_an_album_on_its_way(
    limiter: ChatRateLimiter, time: Time
) -> None:
    async with limiter.counted(7, 10):
        time.now = 100.0
        assert limiter.until_beside(7, 1) == 3.0
        assert limiter.until(7, 1) == 0.0
    time.now += 1.0
    assert limiter.until_beside(7, 1) == 2.0
    time.now += 2.0
    assert limiter.until_beside(7, 1) == 0.0


async def test_the_line_is_joined_anew_after_each_wait(
    limiter: ChatRateLimiter, time: Time
) -> None:
    joined: list[float] = []

    async def line() -> None:
        joined.append(time.now)

    await send(limiter, 7)
    async with limiter.turn(7, 10, line=line):
        assert joined == [0.0, 3.0]


async def test_silent_chats_are_forgotten(
    limiter: ChatRateLimiter, time: Time, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rate_limiter, "FORGOTTEN", 2)
    for chat in (1, 2):
        await send(limiter, chat)
    time.now = 100.0
    await send(limiter, 3)
    assert list(limiter._sent) == [3]
