"""A conversation as lines of text, for people, failures of tests and the demo."""

from collections.abc import Iterable

from bot.sandbox.telegram.world import Message

SIGNS = {"audio": "♪", "voice": "🎙", "video": "🎬", "photo": "🖼"}


def transcript_of(messages: Iterable[Message]) -> str:
    """All messages, oldest first."""
    return "\n".join(line for message in messages for line in lines_of(message))


def lines_of(message: Message) -> list[str]:
    """One message: who, what, in which state, then its rows of buttons."""
    first, *rest = (_content(message) or "(empty)").split("\n")
    lines = [f"{message.sender.first_name}: {first}", *(f"    {line}" for line in rest)]
    lines[-1] += _marks(message)
    if message.deleted:
        return lines
    return lines + ["    " + " ".join(f"[{b.label}]" for b in row) for row in message.buttons]


def _content(message: Message) -> str:
    if message.service:
        return f"({', '.join(message.service)})"
    if message.media is None:
        return message.text
    sign = SIGNS.get(message.media.kind, "📄")
    name = message.media.file.name or message.media.kind
    shown = f"{sign} {name} ({message.media.file.size:,} bytes)"
    return f"{shown}\n{message.text}" if message.text else shown


def _marks(message: Message) -> str:
    edits = f" (edited {len(message.edits)}x)" if message.edits else ""
    return edits + (" (deleted)" if message.deleted else "")
