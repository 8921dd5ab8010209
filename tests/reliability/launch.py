"""Short waits for a bot in a process of its own: how long it waits is a matter of taste, not of safety.

The real figures stand in the modules named here.
"""

from bot.chat import live
from bot.chat.intake import dispatcher
from bot.features.separate import cancelling, delivery, lost_orders, pace, submission, watch
from bot.jobs import Engine, engine
from storage import budget

LEASE = 4.0  # seconds; long enough for a busy machine to renew it in time
SOON = 0.2  # seconds
BEGINNINGS = 5  # of a job that takes the process down


def shorten() -> None:
    """Shorten every wait on the way of a song."""
    for module in (live, submission):
        setattr(module, "PRIVATE_PAUSE", 0.5)  # noqa: B010  (type checkers hold them constant)
    dispatcher.LEASE = LEASE
    submission.FIRST_LOOK = lost_orders.LOOK_AGAIN = lost_orders.LATEST_EFFECT = SOON
    cancelling.WAIT = delivery.WAIT = watch.MISS_WAIT = SOON
    pace.SOONEST = pace.SHOWN_EVERY = SOON
    budget.PER_MINUTE = 6000.0
    engine.HELD = SOON
    defaults = Engine.__init__.__kwdefaults__ or {}
    defaults.update(lease=LEASE, backoff=lambda _attempts: SOON, max_attempts=BEGINNINGS)
