"""Short waits for a bot in a process of its own: how long it waits is a matter of taste, not of safety.

The real figures stand in the modules named here.
"""

from bot.chat.incoming import dispatcher
from bot.chat.outgoing import status_messages
from bot.features.separate.delivering import delivery
from bot.features.separate.running import (
    cancellation,
    poll_schedule,
    poller,
    reconciliation,
    submission,
)
from bot.jobs import Engine, engine
from storage.service import request_budget

LEASE = 4.0  # seconds; long enough for a busy machine to renew it in time
SOON = 0.2  # seconds
BEGINNINGS = 5  # of a job that takes the process down


def shorten() -> None:
    """Shorten every wait on the way of a song."""
    for module in (status_messages, submission):
        setattr(module, "PRIVATE_PAUSE", 0.5)  # noqa: B010  (type checkers hold them constant)
    dispatcher.LEASE = LEASE
    submission.FIRST_LOOK = reconciliation.LOOK_AGAIN = reconciliation.LATEST_EFFECT = SOON
    cancellation.WAIT = delivery.WAIT = poller.MISS_WAIT = SOON
    poll_schedule.SOONEST = poll_schedule.SHOWN_EVERY = SOON
    request_budget.PER_MINUTE = 6000.0
    engine.HELD = SOON
    defaults = Engine.__init__.__kwdefaults__ or {}
    defaults.update(lease=LEASE, backoff=lambda _attempts: SOON, max_attempts=BEGINNINGS)
