"""Directories and themes: those of the users and those of the service itself."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

from bot.sandbox.neuro_semantic.accounts import NeuroAccount
from bot.sandbox.neuro_semantic.analysis.sorting import associations
from bot.sandbox.neuro_semantic.envelope import INVALID_DATA, Failure

ROOT = 0


@dataclass
class SandboxTheme:
    """A theme; the service's own have no `user_uuid`."""

    theme_id: int
    directory_id: int
    title: str
    descr: str
    entities: list[dict[str, Any]]
    user_uuid: str | None

    def as_json(self) -> dict[str, Any]:
        """Document, structure of a theme."""
        return {
            "theme_id": self.theme_id,
            "title": self.title,
            "descr": self.descr,
            "entities": self.entities,
            "user_uuid": self.user_uuid,
        }


@dataclass
class SandboxDirectory:
    """A directory below `root_id`."""

    directory_id: int
    root_id: int
    title: str
    user_uuid: str

    def as_json(self) -> dict[str, Any]:
        """Document, content of a directory."""
        return {
            "directory_id": self.directory_id,
            "title": self.title,
            "user_uuid": self.user_uuid,
            "root_id": self.root_id,
        }


@dataclass
class Library:
    """All themes and directories; what is not the caller's own is error 2001."""

    themes: list[SandboxTheme] = field(default_factory=list)
    directories: list[SandboxDirectory] = field(default_factory=list)
    _ids: Iterable[int] = field(default_factory=lambda: count(101))

    def __post_init__(self) -> None:
        file = Path(__file__).with_name("system_themes.json")
        for told in json.loads(file.read_text("utf-8")):
            entities = [_entity(entity) for entity in told["entities"]]
            self._add_theme(None, ROOT, told["title"], told["descr"], entities)

    def create_theme(
        self,
        owner: NeuroAccount,
        directory_id: int,
        title: str,
        descr: str = "",
        entities: Iterable[dict[str, Any]] = (),
    ) -> SandboxTheme:
        self.check_directory(owner, directory_id)
        return self._add_theme(owner.uuid, directory_id, title, descr, list(entities))

    def create_directory(self, owner: NeuroAccount, root_id: int, title: str) -> SandboxDirectory:
        self.check_directory(owner, root_id)
        directory = SandboxDirectory(self._next_id(), root_id, title, owner.uuid)
        self.directories.append(directory)
        return directory

    def own_theme(self, owner: NeuroAccount, theme_id: int) -> SandboxTheme:
        """A theme that the user may change."""
        for theme in self.themes:
            if theme.theme_id == theme_id and theme.user_uuid == owner.uuid:
                return theme
        raise Failure(INVALID_DATA)

    def own_directory(self, owner: NeuroAccount, directory_id: int) -> SandboxDirectory:
        """A directory that the user may change; the root is nobody's."""
        for directory in self.directories:
            if directory.directory_id == directory_id and directory.user_uuid == owner.uuid:
                return directory
        raise Failure(INVALID_DATA)

    def check_directory(self, owner: NeuroAccount, directory_id: int) -> None:
        """A directory that the user may look into."""
        if directory_id != ROOT:
            self.own_directory(owner, directory_id)

    def themes_of(
        self, owner: NeuroAccount | None, *, with_system: bool = False
    ) -> list[SandboxTheme]:
        """The user's themes, and the service's if asked for (or without a user)."""
        wanted = {owner.uuid} if owner else {None}
        if with_system:
            wanted = {*wanted, None}
        return [theme for theme in self.themes if theme.user_uuid in wanted]

    def inside(
        self, owner: NeuroAccount, directory_id: int, *, with_system: bool
    ) -> list[SandboxDirectory | SandboxTheme]:
        """Directories first, then themes, as deep as one step."""
        self.check_directory(owner, directory_id)
        directories = [
            directory
            for directory in self.directories
            if directory.user_uuid == owner.uuid and directory.root_id == directory_id
        ]
        themes = self.themes_of(owner, with_system=with_system)
        return [*directories, *(theme for theme in themes if theme.directory_id == directory_id)]

    def delete_directory(self, owner: NeuroAccount, directory_id: int) -> None:
        """The directory goes with everything in it."""
        directory = self.own_directory(owner, directory_id)
        for inner in [each for each in self.directories if each.root_id == directory_id]:
            self.delete_directory(owner, inner.directory_id)
        self.themes = [theme for theme in self.themes if theme.directory_id != directory_id]
        self.directories.remove(directory)

    def _add_theme(
        self,
        user_uuid: str | None,
        directory_id: int,
        title: str,
        descr: str,
        entities: list[dict[str, Any]],
    ) -> SandboxTheme:
        theme = SandboxTheme(self._next_id(), directory_id, title, descr, entities, user_uuid)
        self.themes.append(theme)
        return theme

    def _next_id(self) -> int:
        return next(iter(self._ids))


def _entity(told: dict[str, str]) -> dict[str, Any]:
    words, strict = told["words"].split(), told["strict"].split()
    stop = [told["stop"]] if told["stop"] else []
    return {
        "title": told["title"],
        "descr": told["descr"],
        "associations": associations(words, strict, stop),
    }
