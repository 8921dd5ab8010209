"""A line-based chat in the terminal: a person talks to the bot as on a phone."""

import asyncio
import shlex
import sys
from pathlib import Path

from bot.sandbox.song import ARTIST, TITLE
from bot.sandbox.telegram import TelegramSandbox
from bot.sandbox.telegram.people.room import PrivateChat
from bot.sandbox.telegram.people.transcript import lines_of
from bot.sandbox.telegram.world import Event, Message

_KINDS = {
    ".mp3": ("audio", "audio/mpeg"),
    ".m4a": ("audio", "audio/mp4"),
    ".ogg": ("voice", "audio/ogg"),
    ".oga": ("voice", "audio/ogg"),
    ".mp4": ("video", "video/mp4"),
}


class Chatting:
    """Reads lines until /quit or the end of input; prints what the bot says as it comes."""

    def __init__(self, telegram: TelegramSandbox, chat: PrivateChat, song: Path) -> None:
        self._chat = chat
        self._song = song
        self._menu: Message | None = None
        telegram.watch(self._show)

    async def run(self) -> None:
        while (line := await asyncio.to_thread(sys.stdin.readline)) and line.strip() != "/quit":
            try:
                await self._do(line.strip())
            except (AssertionError, OSError, ValueError) as error:
                _say(f"({error})")

    async def _do(self, line: str) -> None:
        if line == "/song":
            await self._chat.send_audio(
                self._song,
                filename=self._song.name,
                mime="audio/mpeg",
                title=TITLE,
                performer=ARTIST,
                duration=12,
            )
        elif line.startswith("/file "):
            await self._send_file(Path(shlex.split(line)[1]))
        elif line.isdecimal() and self._menu:
            await self._press(int(line))
        elif line:
            await self._chat.say(line)

    async def _send_file(self, path: Path) -> None:
        """Send a file the way a phone would: music as music, a recording as a voice note."""
        kind, mime = _KINDS.get(path.suffix.lower(), ("document", None))
        await self._chat.send(kind, path, filename=path.name, mime=mime)

    async def _press(self, number: int) -> None:
        buttons = [b for row in (self._menu.buttons if self._menu else []) for b in row]
        if not 1 <= number <= len(buttons):
            raise ValueError(f"there are {len(buttons)} buttons")
        button = buttons[number - 1]
        if button.url:
            _say(f"(opens {button.url})")
        else:
            popup = await self._chat.tap(self._menu, data=button.data)
            if popup.text:
                _say(f"(popup: {popup.text})")

    def _show(self, event: Event) -> None:
        message = event.message
        if message is None or message.chat.id != self._chat.id or not message.from_bot:
            return
        if event.kind in ("message", "edit"):
            _say(*lines_of(message)[: -len(message.buttons) or None])
        if message.buttons and not message.deleted:
            self._menu = message
            self._number(message)

    @staticmethod
    def _number(message: Message) -> None:
        number = 0
        for row in message.buttons:
            labels = []
            for button in row:
                number += 1
                labels.append(f"{number} [{button.label}]")
            _say("    " + "  ".join(labels))


def _say(*lines: str) -> None:
    for line in lines:
        sys.stdout.write(line + "\n")
    sys.stdout.flush()
