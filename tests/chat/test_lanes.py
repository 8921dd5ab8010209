"""Lanes: one at a time in a chat, results first, others not held up, the rate kept."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any, cast

import pytest
from telegram import Bot
from telegram.error import RetryAfter

from bot.chat.display.screen import Screen
from bot.chat.display.translator import Html
from bot.chat.outgoing.rate_limiter import ChatRateLimiter
from bot.chat.outgoing.send_queue import SendQueue, Urgency
from bot.chat.outgoing.sender import Sender
from bot.chat.outgoing.status_messages import StatusMessages
from storage import Place

pytestmark = pytest.mark.usefixtures("virtual_time")
ADA, BEN, GROUP = 1, 2, -3


class Log:
    """Who had a turn, in order."""

    def __init__(self, send_queue: SendQueue) -> None:
        self.send_queue = send_queue
        self.turns: list[str] = []
        self.tasks: list[asyncio.Task[None]] = []

    def ask(self, name: str, chat: int, urgency: Urgency = Urgency.RESULT) -> None:
        self.tasks.append(asyncio.create_task(self._take(name, chat, urgency)))

    async def _take(self, name: str, chat: int, urgency: Urgency) -> None:
        async with self.send_queue.turn(chat, urgency):
            self.turns.append(name)
            await asyncio.sleep(0)

    @property
    def now(self) -> float:
        return asyncio.get_running_loop().time()

    async def all(self) -> list[str]:
        await asyncio.gather(*self.tasks)
        return self.turns


async def test_results_go_before_progress_that_came_earlier() -> None:
    log = Log(SendQueue(None))
    async with log.send_queue.turn(ADA):
        log.ask("progress", ADA, Urgency.PROGRESS)
        log.ask("first", ADA)
        log.ask("second", ADA)
        await asyncio.sleep(0)
        log.ask("other chat", BEN)
        await asyncio.sleep(0.01)
        assert log.turns == ["other chat"]
    assert await log.all() == ["other chat", "first", "second", "progress"]
    assert log.send_queue._send_queue == {}


async def test_a_held_chat_waits_alone() -> None:
    log = Log(SendQueue(None))
    held_at = log.now
    log.send_queue.hold(ADA, 50)
    log.ask("held", ADA)
    log.ask("free", BEN)
    assert await log.all() == ["free", "held"]
    assert log.now >= held_at + 50


async def test_a_hold_that_comes_while_somebody_waits_for_the_rate() -> None:
    log = Log(SendQueue(20.0))
    for number in range(20):
        log.ask(str(number), 100 + number)
    await asyncio.sleep(0)
    log.ask("held", ADA)
    await asyncio.sleep(0)
    assert "held" not in log.turns
    held_at = log.now
    log.send_queue.hold(ADA, 50)
    assert (await log.all())[-1] == "held"
    assert log.now >= held_at + 50


async def test_the_rate_counts_over_all_chats() -> None:
    log = Log(SendQueue(2.0))
    for number in range(3):
        log.ask(str(number), number + 1)
    for _ in range(5):
        await asyncio.sleep(0)
    assert log.turns == ["0", "1"]
    assert len(await log.all()) == 3


async def test_urgent_things_of_one_chat_pass_the_progress_of_all() -> None:
    log = Log(SendQueue(20.0))
    for number in range(25):
        log.ask("progress", 10 + number, Urgency.PROGRESS)
    await asyncio.sleep(0)
    log.ask("result", ADA)
    turns = await log.all()
    assert turns.index("result") <= 20


async def test_a_chat_is_asked_for_room_for_what_is_first_in_its_lane() -> None:
    asked: list[tuple[int, Urgency]] = []

    def until(chat_id: int, urgency: Urgency) -> float:
        asked.append((chat_id, urgency))
        return 0.0

    log = Log(SendQueue(None, until=until))
    log.ask("result", GROUP)
    log.ask("private", ADA, Urgency.PROGRESS)
    await log.all()
    assert asked == [(GROUP, Urgency.RESULT), (ADA, Urgency.PROGRESS)]


@pytest.mark.parametrize(
    ("chat", "sent", "result", "progress"),
    [
        (ADA, 2, True, True),
        (ADA, 3, True, False),
        (GROUP, 12, True, True),
        (GROUP, 13, True, False),
        (GROUP, 20, False, False),
    ],
)
async def test_progress_leaves_room_and_only_answers_in_private_never_wait(
    chat: int, sent: int, result: bool, progress: bool
) -> None:
    moment = [0.0]
    limiter = ChatRateLimiter(clock=lambda: moment[0])
    sender = Sender(cast(Bot, FakeBot()), limiter)
    for _ in range(sent):
        moment[0] += 2.5 if chat == GROUP else 0.0
        async with limiter.counted(chat):
            pass
    moment[0] += 4.0 if chat == GROUP else 0.0
    assert (sender._until(chat, Urgency.RESULT) == 0.0) is result
    assert (sender._until(chat, Urgency.PROGRESS) == 0.0) is progress


@pytest.mark.parametrize("moment", [0, 1])
async def test_whoever_gives_up_leaves_the_lane_free(moment: int) -> None:
    log = Log(SendQueue(None))
    async with log.send_queue.turn(ADA):
        log.ask("gives up", ADA)
        log.ask("stays", ADA)
        await asyncio.sleep(0)
        if moment == 0:
            log.tasks[0].cancel()
    log.tasks.pop(0).cancel()
    assert await log.all() == ["stays"]
    assert log.send_queue._send_queue == {}


class FakeBot:
    """Counts the edits; refuses as often as it is told to."""

    def __init__(self) -> None:
        self.calls: list[str] = []
        self.refuse = 0
        self.gate = asyncio.Event()
        self.gate.set()
        self.heard = asyncio.Condition()

    async def edit_message_text(self, text: str, *_about: Any, **_more: Any) -> None:
        await self.gate.wait()
        if self.refuse:
            self.refuse -= 1
            raise RetryAfter(0)
        await self._note(text)

    async def _note(self, text: str) -> None:
        async with self.heard:
            self.calls.append(text)
            self.heard.notify_all()

    async def until(self, calls: int) -> None:
        async with self.heard:
            await self.heard.wait_for(lambda: len(self.calls) >= calls)

    async def _post(self, _method: str, told: dict[str, Any]) -> Any:
        text = told["text"]
        await self.gate.wait()
        await self._note(text)
        return {"message_id": 7}


@pytest.fixture
async def stage() -> AsyncIterator[tuple[FakeBot, Sender, StatusMessages]]:
    bot = FakeBot()
    sender = Sender(cast(Bot, bot), per_second=None)

    async def no_pause(_seconds: float) -> None:
        await asyncio.sleep(0)

    status_messages = StatusMessages(sender, sleep=no_pause)
    yield bot, sender, status_messages
    await status_messages.stop()


async def test_progress_that_waits_is_overtaken_by_newer_progress(
    stage: tuple[FakeBot, Sender, StatusMessages],
) -> None:
    bot, sender, status_messages = stage
    bot.gate.clear()
    answer = asyncio.create_task(sender.send(Place(ADA), Screen(Html("answer"))))
    await asyncio.sleep(0)
    for number in range(100):
        status_messages.show(Place(ADA), 5, Screen(Html(f"{number}")))
        await asyncio.sleep(0)
    bot.gate.set()
    await answer
    await bot.until(2)
    assert bot.calls == ["answer", "99"]


async def test_progress_that_turns_back_is_not_left_at_what_was_between(
    stage: tuple[FakeBot, Sender, StatusMessages],
) -> None:
    """Held, tried again, held again: the second "held" looks like what is shown, but not for long."""
    bot, sender, status_messages = stage
    status_messages.show(Place(ADA), 5, Screen(Html("held")))
    await bot.until(1)
    bot.gate.clear()
    answer = asyncio.create_task(sender.send(Place(ADA), Screen(Html("answer"))))
    await asyncio.sleep(0)
    for word in ("sending", "held"):
        status_messages.show(Place(ADA), 5, Screen(Html(word)))
    bot.gate.set()
    await answer
    await bot.until(3)
    assert bot.calls == ["held", "answer", "held"]


async def test_refused_progress_is_shown_later(
    stage: tuple[FakeBot, Sender, StatusMessages],
) -> None:
    bot, _, status_messages = stage
    bot.refuse = 2
    status_messages.show(Place(ADA), 5, Screen(Html("half")))
    await bot.until(1)
    assert bot.calls == ["half"]
