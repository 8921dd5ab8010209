"""Wake-up calls after a commit, so that nobody asks the database for news in a loop."""

import logging
from collections import defaultdict
from collections.abc import Callable
from typing import Literal

Topic = Literal["inbox", "jobs", "cancel", "user"]
TOPICS: tuple[Topic, ...] = ("inbox", "jobs", "cancel", "user")
Listener = Callable[[str], None]

log = logging.getLogger(__name__)


class Signals:
    """Calls listeners by topic. A signal is a hint: it may be lost, doubled or too early.

    The listener gets the signal's word (an id) or "" for "look yourself", which is also what
    everybody gets after a lost connection to PostgreSQL was made again.
    """

    def __init__(self) -> None:
        self._listeners: dict[str, list[Listener]] = defaultdict(list)

    def on(self, topic: Topic, listener: Listener) -> Callable[[], None]:
        """Call `listener(word)` on every signal of the topic; the result takes it back."""
        listeners = self._listeners[topic]
        listeners.append(listener)

        def off() -> None:
            if listener in listeners:
                listeners.remove(listener)

        return off

    def publish(self, topic: str, word: str = "") -> None:
        """Call everyone who listens; one broken listener must not deafen the others."""
        for listener in tuple(self._listeners[topic]):
            try:
                listener(word)
            except Exception:
                log.exception("A listener of the signal %s failed", topic)

    def publish_all(self) -> None:
        """Tell everybody to look for themselves."""
        for topic in TOPICS:
            self.publish(topic)
