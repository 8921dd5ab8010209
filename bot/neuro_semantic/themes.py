"""Themes, their entities and the directories they lie in (API document, JSON structures)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from bot.net import json_fields
from bot.neuro_semantic.associations import Associations, read_associations
from bot.neuro_semantic.fields import Fields

ROOT = "0"
"""The id of the directory that holds all others."""

_INSIDE = ("directories", "themes", "children", "content", "items", "dirs")
_DEEPEST = 50


@dataclass(frozen=True)
class Entity:
    """A class of a theme: its title and the words that point at it."""

    title: str
    descr: str = ""
    associations: Associations = field(default_factory=Associations)
    other: Mapping[str, object] = field(default_factory=dict, repr=False)
    raw: object = field(default=None, repr=False, compare=False)

    def as_json(self) -> object:
        """What is sent: as it came if nothing was changed since, else rebuilt."""
        if isinstance(self.raw, dict) and read_entity(self.raw) == self:
            return self.raw
        return {
            **self.other,
            "title": self.title,
            "descr": self.descr,
            "associations": self.associations.as_json(),
        }


@dataclass(frozen=True)
class Theme:
    """A set of entities to sort texts by; `system` ones belong to the service, `id` is opaque."""

    id: str
    title: str
    descr: str = ""
    entities: tuple[Entity, ...] = ()
    system: bool = False
    directory_id: str | None = None
    user_uuid: str = ""
    other: Mapping[str, object] = field(default_factory=dict, repr=False)

    def as_json(self) -> dict[str, object]:
        """The theme as `request_data` of a classification takes it."""
        return {
            **self.other,
            "theme_id": sent_id(self.id),
            "title": self.title,
            "descr": self.descr,
            "user_uuid": self.user_uuid or None,
            **({"directory_id": sent_id(self.directory_id)} if self.directory_id else {}),
            "entities": [entity.as_json() for entity in self.entities],
        }


@dataclass(frozen=True)
class Directory:
    """A folder; `parent_id` is the document's `root_id`."""

    id: str
    title: str
    parent_id: str | None = None
    user_uuid: str = ""
    other: Mapping[str, object] = field(default_factory=dict, repr=False)


@dataclass(frozen=True)
class Folder:
    """What lies in a directory, and below it if it was asked for."""

    directories: tuple[Directory, ...]
    themes: tuple[Theme, ...]
    other: tuple[object, ...] = field(default=(), repr=False)


def sent_id(known: str) -> int | str:
    """An id in the JSON type in which the service most likely told it."""
    number = known.isascii() and known.isdecimal() and str(int(known[:18])) == known
    return int(known) if number else known


def read_theme(record: json_fields.Record) -> Theme:
    """From an object; missing fields are empty."""
    fields = Fields(record)
    system = "user_uuid" in record and record["user_uuid"] in (None, "")
    return Theme(
        id=fields.text("theme_id"),
        title=fields.text("title"),
        descr=fields.text("descr"),
        entities=fields.take("entities", read_entities),
        system=system,
        directory_id=fields.text("directory_id") or None,
        user_uuid=fields.text("user_uuid"),
        other=fields.other,
    )


def read_entities(value: object) -> tuple[Entity, ...]:
    """The entities of a list; entries that are no objects are left out."""
    return tuple(map(read_entity, json_fields.records(value)))


def read_entity(record: json_fields.Record) -> Entity:
    """From an object; missing fields are empty."""
    fields = Fields(record)
    return Entity(
        title=fields.text("title"),
        descr=fields.text("descr"),
        associations=read_associations(fields.raw("associations")),
        other=fields.other,
        raw=record,
    )


def read_folder(data: object) -> Folder:
    """From one mixed list, from lists by name, or from directories with their content inside."""
    directories: list[Directory] = []
    themes: list[Theme] = []
    other: list[object] = []
    waiting = [(data, 0)]
    while waiting:
        value, depth = waiting.pop()
        if isinstance(value, list) and depth < _DEEPEST:
            waiting += [(entry, depth + 1) for entry in reversed(value)]
        elif not isinstance(value, dict):
            other += [] if value is None else [value]
        elif "theme_id" in value or ("entities" in value and "directory_id" not in value):
            themes.append(read_theme(value))
        else:
            inside = _inside(value)
            if _is_directory(value):
                directories.append(_read_directory(value, (name for name, _ in inside)))
            elif not inside:
                inside = [("", entry) for entry in value.values() if isinstance(entry, dict)]
                other += [] if inside or not value else [value]
            waiting += [(entry, depth + 1) for _, entry in reversed(inside) if depth < _DEEPEST]
    return Folder(tuple(directories), tuple(themes), tuple(other))


def _inside(record: json_fields.Record) -> list[tuple[str, object]]:
    names = (name for name in _INSIDE if isinstance(record.get(name), list | dict))
    return [(name, record[name]) for name in names]


def _is_directory(record: json_fields.Record) -> bool:
    return "directory_id" in record or ("title" in record and "root_id" in record)


def _read_directory(record: json_fields.Record, inside: Iterable[str]) -> Directory:
    fields = Fields(record)
    for name in inside:
        fields.raw(name)
    return Directory(
        id=fields.text("directory_id"),
        title=fields.text("title"),
        parent_id=fields.text("root_id") or None,
        user_uuid=fields.text("user_uuid"),
        other=fields.other,
    )
