"""Themes and directories as the service has them now: nothing of them is kept here."""

from collections.abc import Sequence

from bot.chat.callbacks import short_id
from bot.chat.incoming.event import Told
from bot.neuro_semantic import ROOT, Directory, Folder, NeuroSemanticClient, Theme
from storage import Credential


class Library:
    """Finds what a button names by the short form of its id."""

    def __init__(self, client: NeuroSemanticClient) -> None:
        self._client = client

    async def themes(self, credential: Credential) -> list[Theme]:
        """One's own themes first, then the service's, each by title (`themes/get`)."""
        found = await self._client.themes(credential.secret, with_system=True)
        return sorted(found, key=lambda each: (each.system, each.title.lower()))

    async def theme(self, credential: Credential, short: str) -> Theme:
        """Raises `Told` when it is there no more."""
        found = await self.themes(credential)
        theme = next((each for each in found if short_id(each.id) == short), None)
        if theme is None:
            raise Told("theme-gone")
        return theme

    async def own_theme(self, credential: Credential, short: str) -> Theme:
        """One that may be changed."""
        theme = await self.theme(credential, short)
        if theme.system:
            raise Told("theme-not-yours")
        return theme

    async def folder(self, credential: Credential, id: str) -> Folder:
        """What lies in a directory (`directory/get`); the service's themes lie in the root."""
        return await self._client.directory(credential.secret, id, with_system=id == ROOT)

    async def directories(self, credential: Credential) -> list[tuple[Directory, int]]:
        """All directories in the order of a tree, each with its depth."""
        found: list[tuple[Directory, int]] = []
        await self._walk(credential, ROOT, 0, found)
        return found

    async def directory(self, credential: Credential, short: str) -> Directory | None:
        """The directory a button names; None for the root. Raises `Told` when it is gone."""
        if short == short_id(ROOT):
            return None
        for directory, _depth in await self.directories(credential):
            if short_id(directory.id) == short:
                return directory
        raise Told("folder-gone")

    async def _walk(
        self,
        credential: Credential,
        id: str,
        depth: int,
        found: list[tuple[Directory, int]],
    ) -> None:
        """Depth first; a directory met twice is not entered again."""
        known = {each.id for each, _ in found}
        folder = await self._client.directory(credential.secret, id)
        for each in _inside(folder.directories, id):
            if each.id in known or each.id == id or depth > MOST_DEPTH:
                continue
            found.append((each, depth))
            await self._walk(credential, each.id, depth + 1, found)


MOST_DEPTH = 6


def _inside(directories: Sequence[Directory], id: str) -> list[Directory]:
    return [each for each in directories if each.parent_id in (None, id)]
