"""Delivery of updates to the bot's webhook, repeated until it answers 2xx."""

import asyncio
import contextlib
from dataclasses import dataclass, field

import aiohttp

from bot.sandbox.telegram.wire.updates import Entry, UpdateQueue

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the name of a header
FIRST_PAUSE = 0.05
LONGEST_PAUSE = 2.0


@dataclass
class Webhook:
    """One webhook (Bot API, setWebhook). Updates of one conversation go out in order."""

    queue: UpdateQueue
    url: str
    secret: str | None
    max_connections: int
    last_error: str | None = None
    attempts: int = 0
    _sending: dict[Entry, asyncio.Task[None]] = field(default_factory=dict)
    _loop: asyncio.Task[None] | None = None

    def start(self) -> None:
        self._loop = asyncio.create_task(self._run())

    async def stop(self) -> None:
        tasks = [task for task in (self._loop, *self._sending.values()) if task is not None]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self._loop = None

    async def _run(self) -> None:
        async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=60)) as session:
            while True:
                for entry in self._sendable():
                    self._sending[entry] = asyncio.create_task(self._deliver(session, entry))
                await self.queue.bell.wait()

    def _sendable(self) -> list[Entry]:
        if self.queue.held:
            return []
        busy = {entry.conversation for entry in self._sending}
        chosen: list[Entry] = []
        for entry in self.queue.entries:
            if len(self._sending) + len(chosen) >= self.max_connections:
                break
            if entry.conversation not in busy:
                busy.add(entry.conversation)
                chosen.append(entry)
        return chosen

    async def _deliver(self, session: aiohttp.ClientSession, entry: Entry) -> None:
        pause = FIRST_PAUSE
        while not await self._post(session, entry):
            await asyncio.sleep(pause)
            pause = min(pause * 2, LONGEST_PAUSE)
        self._sending.pop(entry)
        self.queue.done(entry)

    async def _post(self, session: aiohttp.ClientSession, entry: Entry) -> bool:
        self.attempts += 1
        headers = {"Content-Type": "application/json"}
        if self.secret:
            headers[SECRET_HEADER] = self.secret
        with contextlib.suppress(aiohttp.ClientError, TimeoutError):
            async with session.post(self.url, data=entry.text.encode(), headers=headers) as answer:
                if 200 <= answer.status < 300:
                    return True
                self.last_error = f"Wrong response from the webhook: {answer.status}"
                return False
        self.last_error = "Connection refused"
        return False
