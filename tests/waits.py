"""How long the bot waits in the tests: hardly at all between tries, and very long for an answer."""

from functools import partial

import httpx
import pytest

from bot.chat.telegram_request import StreamingRequest

LONG = 60.0  # seconds
SHORTENED = {
    "bot.features.analyze.submission.FIRST_LOOK": 0.05,
    "bot.features.analyze.submission.LOOK_AGAIN": 0.05,
    "bot.features.analyze.delivery.WAIT": 0.05,
    "bot.features.analyze.watch.MISS_WAIT": 0.05,
    "bot.features.analyze.watch.pause": lambda _age: 0.05,
    "bot.chat.patience.AWAY": 0.05,
    "bot.chat.live.PRIVATE_PAUSE": 0.05,
    "bot.chat.live.GROUP_PAUSE": 0.05,
    "bot.chat.tempo.BURST": (1000, 1.0),
    "bot.chat.tempo.GROUP": (1000, 1.0),
    "bot.features.separate.doors.HOLD": 0.2,
    "bot.features.separate.submission.PRIVATE_PAUSE": 0.05,
    "bot.features.separate.submission.FIRST_LOOK": 0.05,
    "bot.features.separate.lost_orders.LOOK_AGAIN": 0.1,
    "bot.features.separate.lost_orders.LATEST_EFFECT": 0.1,
    "bot.features.separate.cancelling.WAIT": 0.1,
    "bot.features.separate.delivery.WAIT": 0.1,
    "bot.features.separate.watch.MISS_WAIT": 0.1,
    "bot.features.separate.pace.SOONEST": 0.1,
    "bot.features.separate.pace.SHOWN_EVERY": 0.1,
    "storage.budget.PER_MINUTE": 6000.0,
}
LENGTHENED = {
    "bot.parts.StreamingRequest": partial(StreamingRequest, timeout=httpx.Timeout(LONG)),
    "bot.chat.intake.server.PATIENCE": LONG,
    "bot.features.analyze.desk.PATIENCE": LONG,
    "bot.features.analyze.gathering.GATHERING": LONG,
    "bot.features.separate.intake.GATHERING": LONG,
    "bot.features.separate.standing.PATIENCE": LONG,
}


def shorten_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Polls and retries follow each other at once; what they do stays the same.

    What the bot gives others time for lasts long: a slow machine is no slow service, and what is
    sent in a row belongs together.
    """
    for name, value in (SHORTENED | LENGTHENED).items():
        monkeypatch.setattr(name, value)
