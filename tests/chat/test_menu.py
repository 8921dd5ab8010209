"""The command menu gets to Telegram in the end, whatever happens on the way."""

from typing import Any

from telegram.error import BadRequest, NetworkError, RetryAfter, TelegramError, TimedOut

from bot.chat.display.translator import LANGUAGES
from bot.chat.outgoing.command_menu import announce_menu

PARTS = 4 * (len(LANGUAGES) + 1)  # of each language and of the fallback


class Announced:
    """A bot whose calls fail as told, and the waits in between."""

    def __init__(self, *troubles: TelegramError) -> None:
        self.troubles = list(troubles)
        self.calls = 0
        self.taken = 0
        self.waits: list[float] = []

    async def call(self, *_: Any, **__: Any) -> bool:
        self.calls += 1
        if self.troubles:
            raise self.troubles.pop(0)
        self.taken += 1
        return True

    set_my_commands = set_my_description = set_my_short_description = call

    async def sleep(self, wait: float) -> None:
        self.waits.append(wait)


async def announced(*troubles: TelegramError) -> Announced:
    bot = Announced(*troubles)
    await announce_menu(bot, sleep=bot.sleep)  # type: ignore[arg-type]
    return bot


async def test_all_of_it_is_told_once() -> None:
    bot = await announced()
    assert (bot.calls, bot.taken, bot.waits) == (PARTS, PARTS, [])


async def test_telegram_is_away_for_long() -> None:
    bot = await announced(*[NetworkError("away"), TimedOut()] * 20)
    assert bot.taken == PARTS
    assert bot.calls == PARTS + 40
    assert bot.waits[5] > bot.waits[0]
    assert 100 < max(bot.waits) <= 300


async def test_a_wish_to_be_asked_later_is_obeyed() -> None:
    bot = await announced(RetryAfter(77))
    assert bot.taken == PARTS
    assert len(bot.waits) == 1
    assert bot.waits[0] >= 77


async def test_a_refused_part_costs_no_other() -> None:
    bot = await announced(BadRequest("too long"))
    assert (bot.calls, bot.taken, bot.waits) == (PARTS, PARTS - 1, [])
