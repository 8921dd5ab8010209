"""How long the bot waits in the tests: hardly at all between tries, and very long for an answer."""

from functools import partial

import httpx
import pytest

from bot.chat.outgoing.telegram_request import StreamingRequest

LONG = 60.0  # seconds
SHORTENED = {
    "bot.features.analyze.running.submission.FIRST_LOOK": 0.05,
    "bot.features.analyze.running.submission.LOOK_AGAIN": 0.05,
    "bot.features.analyze.running.delivery.WAIT": 0.05,
    "bot.features.analyze.running.poller.MISS_WAIT": 0.05,
    "bot.features.analyze.running.poller.pause": lambda _age: 0.05,
    "bot.chat.outgoing.retries.AWAY": 0.05,
    "bot.chat.outgoing.status_messages.PRIVATE_PAUSE": 0.05,
    "bot.chat.outgoing.status_messages.GROUP_PAUSE": 0.05,
    "bot.chat.outgoing.rate_limiter.BURST": (1000, 1.0),
    "bot.chat.outgoing.rate_limiter.GROUP": (1000, 1.0),
    "bot.features.separate.running.unavailable_chats.HOLD": 0.2,
    "bot.features.separate.running.submission.PRIVATE_PAUSE": 0.05,
    "bot.features.separate.running.submission.FIRST_LOOK": 0.05,
    "bot.features.separate.running.reconciliation.LOOK_AGAIN": 0.1,
    "bot.features.separate.running.reconciliation.LATEST_EFFECT": 0.1,
    "bot.features.separate.running.cancellation.WAIT": 0.1,
    "bot.features.separate.delivering.delivery.WAIT": 0.1,
    "bot.features.separate.running.poller.MISS_WAIT": 0.1,
    "bot.features.separate.running.poll_schedule.SOONEST": 0.1,
    "bot.features.separate.running.poll_schedule.SHOWN_EVERY": 0.1,
    "storage.service.request_budget.PER_MINUTE": 6000.0,
}
LENGTHENED = {
    "bot.composition.build.StreamingRequest": partial(
        StreamingRequest, timeout=httpx.Timeout(LONG)
    ),
    "bot.chat.incoming.http_server.PATIENCE": LONG,
    "bot.features.analyze.ordering.menu.PATIENCE": LONG,
    "bot.features.analyze.ordering.collector.GATHERING": LONG,
    "bot.features.separate.ordering.incoming_songs.GATHERING": LONG,
    "bot.features.separate.pricing.account_cache.PATIENCE": LONG,
}


def shorten_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Polls and retries follow each other at once; what they do stays the same.

    What the bot gives others time for lasts long: a slow machine is no slow service, and what is
    sent in a row belongs together.
    """
    for name, value in (SHORTENED | LENGTHENED).items():
        monkeypatch.setattr(name, value)
