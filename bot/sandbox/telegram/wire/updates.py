"""The queue of updates for the bot: getUpdates with its offset rules, or a webhook."""

import asyncio
import json
from dataclasses import dataclass, field
from typing import Any

from bot.sandbox.telegram.bell import Bell
from bot.sandbox.telegram.wire.errors import ApiError

LONGEST_POLL = 50.0
UNASKED = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
"""Kinds of update that come only when `allowed_updates` names them (Bot API, getUpdates)."""


@dataclass(eq=False)
class Entry:
    """One waiting update as JSON text. `again`: handed out once, whatever the offset."""

    update_id: int
    text: str
    conversation: int = 0
    again: bool = False


@dataclass
class UpdateQueue:
    """Updates that the bot has not confirmed yet."""

    entries: list[Entry] = field(default_factory=list)
    log: dict[int, Entry] = field(default_factory=dict)
    held: bool = False
    closed: bool = False
    webhook_active: bool = False
    allowed: list[str] = field(default_factory=list)
    bell: Bell = field(default_factory=Bell)
    last_id: int = 880_000_000
    _poller: object | None = None

    def push(self, kind: str, payload: dict[str, Any], conversation: int) -> int | None:
        """Queue an update; None when the bot did not ask for this kind."""
        if not self._wanted(kind):
            return None
        self.last_id += 1
        text = json.dumps({"update_id": self.last_id, kind: payload}, ensure_ascii=False)
        return self._add(Entry(self.last_id, text, conversation))

    def push_raw(self, update: dict[str, Any] | str) -> int:
        """Queue whatever the test wants; an id is added to a dict that has none."""
        text = update
        if isinstance(update, dict):
            self.last_id += 1
            update = {"update_id": self.last_id} | update
            text = json.dumps(update, ensure_ascii=False)
        update_id, again = self._raw_id(update)
        return self._add(Entry(update_id, str(text), again=again))

    def redeliver(self, update_id: int) -> None:
        """Hand an update out once more, as Telegram does after a lost confirmation."""
        old = self.log[update_id]
        self._add(Entry(old.update_id, old.text, old.conversation, again=True))

    @property
    def polled(self) -> bool:
        """Whether a getUpdates is waiting right now."""
        return self._poller is not None

    def hold(self) -> None:
        self.held = True

    def release(self) -> None:
        self.held = False
        self.bell.ring()

    def activate_webhook(self) -> None:
        """From now on updates go to the webhook; a waiting getUpdates ends with 409."""
        self.webhook_active = True
        self._poller = None
        self.bell.ring()

    def close(self) -> None:
        self.closed = True
        self.bell.ring()

    def drop(self) -> None:
        self.entries.clear()

    def done(self, entry: Entry) -> None:
        if entry in self.entries:
            self.entries.remove(entry)
        self.bell.ring()

    async def poll(self, offset: int, limit: int, seconds: float) -> list[str]:
        """getUpdates: confirm what lies below `offset`, wait up to `seconds` for more.

        A second poller ends the first one's wait with 409.
        """
        if self.webhook_active:
            reason = "can't use getUpdates method while webhook is active; use deleteWebhook to "
            raise _conflict(reason + "delete the webhook first")
        poller = self._poller = object()
        self._confirm(offset)
        self.bell.ring()
        try:
            await self._wait_for_updates(poller, min(max(seconds, 0.0), LONGEST_POLL))
        finally:
            if self._poller is poller:
                self._poller = None
        return self._batch(limit)

    async def _wait_for_updates(self, poller: object, seconds: float) -> None:
        loop = asyncio.get_running_loop()
        deadline = loop.time() + seconds
        while not (self._ready() or self.closed):
            left = deadline - loop.time()
            if left <= 0:
                return
            await self.bell.wait(left)
            if self._poller is not poller:
                reason = "terminated by other getUpdates request; make sure that only one bot "
                raise _conflict(reason + "instance is running")

    def _ready(self) -> bool:
        return bool(self.entries) and not self.held

    def _batch(self, limit: int) -> list[str]:
        batch = [] if self.held else self.entries[: limit if 1 <= limit <= 100 else 100]
        for entry in [entry for entry in batch if entry.again]:
            self.entries.remove(entry)
        return [entry.text for entry in batch]

    def _confirm(self, offset: int) -> None:
        if offset > 0:
            self.entries = [e for e in self.entries if e.update_id >= offset or e.again]
        elif offset < 0:
            self.entries = self.entries[offset:]

    def _add(self, entry: Entry) -> int:
        self.entries.append(entry)
        self.log[entry.update_id] = entry
        self.bell.ring()
        return entry.update_id

    def _wanted(self, kind: str) -> bool:
        return kind in self.allowed if self.allowed else kind not in UNASKED

    def _raw_id(self, update: dict[str, Any] | str) -> tuple[int, bool]:
        """The id a raw update claims, and whether it lies outside the offset rules."""
        try:
            body = json.loads(update) if isinstance(update, str) else update
            update_id = int(body["update_id"])
        except (ValueError, TypeError, KeyError):
            return self.last_id, True
        known = update_id in self.log
        self.last_id = max(self.last_id, update_id)
        return update_id, known


def _conflict(reason: str) -> ApiError:
    return ApiError(409, f"Conflict: {reason}", fault=False)
