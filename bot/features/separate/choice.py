"""A person's choice: algorithm, options, format. Only what is shown is sent."""

import hashlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from bot.mvsep import Algorithm, Condition, Field

FORMATS = (
    "mp3",
    "wav",
    "flac",
    "m4a",
    "wav32",
    "flac24",
)  # MVSEP API document, `output_format` 0-5
MP3 = 0
KEY_ON_BUTTON = 16  # characters; longer option keys travel as a digest


@dataclass(frozen=True, slots=True)
class Choice:
    """`options` holds only what the person or a goal set; everything else is the vendor's default."""

    sep_type: int | None = None
    options: Mapping[str, str] = field(default_factory=dict)
    output_format: int = MP3
    goal: str | None = None

    @classmethod
    def read(cls, stored: Mapping[str, Any]) -> "Choice":
        return cls(**stored)

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)

    def of_algorithm(
        self, sep_type: int, options: Mapping[str, str], goal: str | None
    ) -> "Choice":
        return replace(self, sep_type=sep_type, options=dict(options), goal=goal)

    def with_option(self, name: str, key: str) -> "Choice":
        return replace(self, options={**self.options, name: key})

    def with_format(self, output_format: int) -> "Choice":
        return replace(self, output_format=output_format)


def value_of(choice: Choice, shown: Field) -> str | None:
    """What will be sent for a field: the person's wish while the catalogue still offers it, else the default."""
    wish = choice.options.get(shown.name)
    keys = [option.key for option in shown.options]
    if wish is not None and (not keys or wish in keys):
        return wish
    if shown.default is not None and (not keys or shown.default in keys):
        return shown.default
    return keys[0] if keys and shown.required else None


def visible(algorithm: Algorithm, choice: Choice) -> list[Field]:
    """The fields whose conditions hold, in the vendor's order (facts of the catalogue: `conditions`)."""
    return [each for each in algorithm.fields if _applies(each, algorithm, choice)]


def order_options(algorithm: Algorithm, choice: Choice) -> dict[str, str]:
    """What `create` gets: every visible field by its real key, and nothing else."""
    values = {each.name: value_of(choice, each) for each in visible(algorithm, choice)}
    return {name: value for name, value in values.items() if value is not None}


def option_id(key: str) -> str:
    """A key as it travels in a button: itself where it is short, else a digest that `key_of` finds again."""
    if len(key) <= KEY_ON_BUTTON and key.isascii() and not key.startswith("~"):
        return key
    return "~" + hashlib.blake2b(key.encode(), digest_size=6).hexdigest()


def key_of(shown: Field, travelled: str) -> str | None:
    """The option of this field a button meant; None when the catalogue no longer has it."""
    return next((o.key for o in shown.options if option_id(o.key) == travelled), None)


def label_of(shown: Field, key: str | None) -> str | None:
    return next((option.label for option in shown.options if option.key == key), key)


def _applies(shown: Field, algorithm: Algorithm, choice: Choice) -> bool:
    return all(_holds(condition, algorithm, choice) for condition in shown.conditions)


def _holds(condition: Condition, algorithm: Algorithm, choice: Choice) -> bool:
    other = next(
        (each for each in algorithm.fields if each.id == condition.depends_on_field_id), None
    )
    if other is None:
        return True
    matches = value_of(choice, other) in condition.values
    return matches if condition.action == "show" else not matches
