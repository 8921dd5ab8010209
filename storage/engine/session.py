"""What a process holds for as long as it lives: its worker's lock, a leadership, open ears.

On PostgreSQL these are tied to one connection: advisory locks of a dead process are free at once,
those of a frozen one stay held, and NOTIFY is heard where LISTEN was said. On SQLite there is one
process, so everything is granted.
"""

from typing import Protocol


class Session(Protocol):
    """Holds locks for this process."""

    async def attend(self, worker: str) -> None:
        """Show that `worker` lives."""

    async def leadership(self, name: str) -> bool:
        """Lead, or say that somebody else does."""

    async def resign(self, name: str) -> None:
        """Let somebody else lead."""

    async def close(self) -> None:
        """Let go of everything."""


class LocalSession:
    """The only process there is."""

    async def attend(self, worker: str) -> None:
        """Nobody asks."""

    async def leadership(self, name: str) -> bool:  # noqa: ARG002
        """Nobody else could."""
        return True

    async def resign(self, name: str) -> None:
        """Nobody else would."""

    async def close(self) -> None:
        """Nothing is held."""
