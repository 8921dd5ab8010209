"""The list of algorithms: kept as a compact data file, served in the vendor's shape."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from typing import Any

from pydantic import BaseModel

from bot.sandbox.mvsep.descriptions import describe


class Field(BaseModel):
    """An option of an algorithm; `options` keep the vendor's order."""

    id: int
    name: str
    text: str
    options: dict[str, str]
    default: str | None
    server_key: str
    input_type: str
    required: int
    price: dict[str, str] = {}
    condition: tuple[str, list[str], str] | None = None

    def as_served(self, entry: Entry) -> dict[str, Any]:
        return {
            "id": self.id,
            "name": self.name,
            "text": self.text,
            "algorithm_id": entry.id,
            "options": json.dumps(self.options, indent=4, ensure_ascii=False),
            "default_key": self.default,
            "server_key": self.server_key,
            "input_type": self.input_type,
            "required": self.required,
            "help_link": None,
            "registered_only_keys": None,
            "price_rules": [
                {"option_key": key, "mode": "multiplier", "value": value}
                for key, value in self.price.items()
            ],
            "conditions": self._conditions(entry),
            "output_overrides": [],
            "created_at": entry.created,
            "updated_at": entry.updated,
        }

    def _conditions(self, entry: Entry) -> list[dict[str, Any]]:
        if self.condition is None:
            return []
        name, keys, action = self.condition
        other = next(f.id for f in entry.fields if f.name == name)
        rule = {"depends_on_field_id": other, "operator": "in", "value_json": keys}
        return [{**rule, "action": action}]


class Entry(BaseModel):
    """An algorithm. `stems` is what it gives out, `output_stems` what the vendor says it does."""

    id: int
    render_id: int
    name: str
    group: int
    order: int
    orientation: int
    price: int
    active: int
    widget: str
    usage: int
    rating: tuple[str | None, int]
    output_stems: list[str] | None
    kind: str
    model: str
    stems: list[str]
    created: str | None
    updated: str | None
    fields: list[Field]
    variants: dict[str, list[str]] = {}

    def stems_for(self, options: Mapping[str, str]) -> list[str]:
        """Some algorithms give other stems for another model (`add_opt1`)."""
        return self.variants.get(options.get("add_opt1", ""), self.stems)

    def with_defaults(self, sent: Mapping[str, str]) -> dict[str, str]:
        """The options that count: what was sent, else the default."""
        chosen = {f.name: sent.get(f.name) or f.default or "" for f in self.fields}
        return {name: value for name, value in chosen.items() if value}

    def cost(self, seconds: float, options: Mapping[str, str]) -> int:
        """Credits: floor of minutes times coefficient and multipliers, at least one."""
        times = float(self.price)
        for field in self.fields:
            times *= float(field.price.get(options.get(field.name, ""), "1"))
        return max(1, int(seconds * times / 60))

    def summary(self, groups: Mapping[str, str]) -> dict[str, Any]:
        """The short form inside history rows and demos."""
        return {
            "name": self.name,
            "render_id": self.render_id,
            "algorithm_group_id": self.group,
            "orientation": self.orientation,
            "order_id": self.order,
            "algorithm_group": {"id": self.group, "name": groups[str(self.group)]},
        }

    def as_served(self, groups: Mapping[str, str]) -> dict[str, Any]:
        """One element of `app/algorithms` (MVSEP API document)."""
        average, total = self.rating
        return {
            "id": self.id,
            **self.summary(groups),
            "price_coefficient": self.price,
            "is_active": self.active,
            "audio_upload_disabled": int(self.widget == "no_upload"),
            "audio_widget": self.widget,
            "allow_resample": 0,
            "output_stems": json.dumps(self.output_stems) if self.output_stems else None,
            "outputs": None,
            "output_variants": None,
            "description": None,
            "additional_fields": None,
            "usage": self.usage,
            "rating": {"average": average, "total": total},
            "algorithm_fields": [field.as_served(self) for field in self.fields],
            "algorithm_descriptions": describe(self.id, self.name, self.kind, self.stems),
            "created_at": self.created,
            "updated_at": self.updated,
        }


class _File(BaseModel):
    groups: dict[str, str]
    algorithms: list[Entry]


class Catalogue:
    """The algorithms on offer; single ones can vanish."""

    def __init__(self) -> None:
        text = files(__package__).joinpath("catalogue.json").read_text(encoding="utf-8")
        data = _File.model_validate_json(text)
        self.groups = data.groups
        self._entries = {entry.render_id: entry for entry in data.algorithms}

    def __iter__(self) -> Iterator[Entry]:
        return iter(self._entries.values())

    def active(self, sep_type: str) -> Entry | None:
        entry = self._entries.get(int(sep_type)) if sep_type.isdecimal() else None
        return entry if entry and entry.active else None

    def remove(self, render_id: int) -> None:
        """KeyError when there is no such algorithm."""
        del self._entries[render_id]

    def served(self, scopes: Iterable[str]) -> list[dict[str, Any]]:
        wanted = set(scopes)
        return [e.as_served(self.groups) for e in self._entries.values() if e.widget in wanted]
