"""MVSEP's catalogue of algorithms (`app/algorithms`), read entry by entry."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.net import json_fields


@dataclass(frozen=True)
class Option:
    """One choice of a field; keys are texts and need not be numbers ("0.3", "en_0")."""

    key: str
    label: str


@dataclass(frozen=True)
class PriceRule:
    """With this option chosen the price is multiplied by `value` (mode "multiplier")."""

    option_key: str
    mode: str
    value: float


@dataclass(frozen=True)
class Condition:
    """The field is shown or hidden (`action`) while another field has one of `values`."""

    depends_on_field_id: int
    operator: str
    values: tuple[str, ...]
    action: str


@dataclass(frozen=True)
class Field:
    """A further setting, sent under `name` (`add_opt1`…); options in the vendor's order.

    `input_type` is "select", "text" or "textarea"; `registered_only` holds option keys.
    """

    id: int
    name: str
    text: str
    options: tuple[Option, ...]
    default: str | None
    input_type: str
    required: bool
    registered_only: frozenset[str]
    price_rules: tuple[PriceRule, ...]
    conditions: tuple[Condition, ...]


@dataclass(frozen=True)
class Algorithm:
    """A separation type; `render_id` is its `sep_type`.

    `orientation`: 0 for everyone, 1 registered, 2 premium. `price_coefficient`: credits a minute.
    `widget`: "single_upload", "no_upload" or "matchering_upload". `usage`: times in a month.
    `rating`: 0 to 5 from `votes` people. `descriptions`: language -> (short text, long HTML).
    """

    render_id: int
    name: str
    group_id: int
    group_name: str
    order_id: int
    orientation: int
    price_coefficient: float
    is_active: bool
    widget: str
    usage: int
    rating: float | None
    votes: int
    fields: tuple[Field, ...]
    descriptions: Mapping[str, tuple[str, str]]
    stems: tuple[str, ...]


def read_catalogue(value: object) -> list[Algorithm]:
    """All readable entries; an entry without `render_id` or name is left out."""
    wrapped = json_fields.record(value)
    entries = json_fields.records(wrapped.get("data", value))
    return [found for entry in entries if (found := _algorithm(entry)) is not None]


def _algorithm(entry: json_fields.Record) -> Algorithm | None:
    render_id, name = (
        json_fields.whole(entry.get("render_id")),
        json_fields.text(entry.get("name")),
    )
    if render_id is None or not name:
        return None
    group = json_fields.record(entry.get("algorithm_group"))
    rating = json_fields.record(entry.get("rating"))
    price = json_fields.real(entry.get("price_coefficient"))
    return Algorithm(
        render_id=render_id,
        name=name,
        group_id=json_fields.whole(entry.get("algorithm_group_id", group.get("id"))) or 0,
        group_name=json_fields.text(group.get("name")),
        order_id=json_fields.whole(entry.get("order_id")) or 0,
        orientation=json_fields.whole(entry.get("orientation")) or 0,
        price_coefficient=1.0 if price is None else price,
        is_active=json_fields.flag(entry.get("is_active", True)),
        widget=_widget(entry),
        usage=json_fields.count(entry.get("usage")),
        rating=json_fields.real(rating.get("average")),
        votes=json_fields.count(rating.get("total")),
        fields=tuple(_fields(entry)),
        descriptions=_descriptions(entry),
        stems=tuple(
            filter(None, map(json_fields.text, json_fields.items(entry.get("output_stems"))))
        ),
    )


def _widget(entry: json_fields.Record) -> str:
    uploads = not json_fields.flag(entry.get("audio_upload_disabled"))
    return json_fields.text(entry.get("audio_widget")) or (
        "single_upload" if uploads else "no_upload"
    )


def _fields(entry: json_fields.Record) -> list[Field]:
    fields = json_fields.records(entry.get("algorithm_fields"))
    return [_field(field) for field in fields if json_fields.text(field.get("name"))]


def _field(field: json_fields.Record) -> Field:
    options = tuple(Option(key, label) for key, label in json_fields.pairs(field.get("options")))
    default = field.get("default_key")
    return Field(
        id=json_fields.whole(field.get("id")) or 0,
        name=json_fields.text(field.get("name")),
        text=json_fields.text(field.get("text")),
        options=options,
        default=None if default is None else json_fields.text(default),
        input_type=json_fields.text(field.get("input_type")) or ("select" if options else "text"),
        required=json_fields.flag(field.get("required")),
        registered_only=frozenset(
            map(json_fields.text, json_fields.items(field.get("registered_only_keys")))
        ),
        price_rules=tuple(_price_rules(field)),
        conditions=tuple(_conditions(field)),
    )


def _price_rules(field: json_fields.Record) -> list[PriceRule]:
    return [
        PriceRule(
            json_fields.text(rule.get("option_key")), json_fields.text(rule.get("mode")), value
        )
        for rule in json_fields.records(field.get("price_rules"))
        if (value := json_fields.real(rule.get("value"))) is not None
    ]


def _conditions(field: json_fields.Record) -> list[Condition]:
    return [
        Condition(
            depends_on_field_id=depends_on,
            operator=json_fields.text(rule.get("operator")),
            values=tuple(map(json_fields.text, json_fields.items(rule.get("value_json")))),
            action=json_fields.text(rule.get("action")),
        )
        for rule in json_fields.records(field.get("conditions"))
        if (depends_on := json_fields.whole(rule.get("depends_on_field_id"))) is not None
    ]


def _descriptions(entry: json_fields.Record) -> dict[str, tuple[str, str]]:
    return {
        json_fields.text(found.get("lang")): (
            json_fields.text(found.get("short_description")),
            json_fields.text(found.get("long_description")),
        )
        for found in json_fields.records(entry.get("algorithm_descriptions"))
    }
