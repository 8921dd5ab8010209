"""A person's choice: algorithm, options, format. Only what is shown is sent."""

import hashlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from bot.mvsep import Algorithm, Condition, Field

# MVSEP API document, `output_format` 0-5
FORMATS = ("mp3", "wav", "flac", "m4a", "wav32", "flac24")
MP3 = 0
MOST_COMPARED = 4
KEY_ON_BUTTON = 16  # characters; longer option keys travel as a digest


@dataclass(frozen=True, slots=True)
class Pick:
    """One algorithm with the options that were set."""

    sep_type: int
    options: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Choice:
    """`options` holds only what the person or a goal set; everything else is the vendor's default.

    `origin` is the list the algorithm was found in, where Back leads; `query` what was searched for;
    `also` are algorithms to run on the same song, to compare. `theme` is what a song's words are
    sorted by: the short form of its id.
    """

    sep_type: int | None = None
    options: Mapping[str, str] = field(default_factory=dict)
    output_format: int = MP3
    goal: str | None = None
    origin: str = ""
    query: str = ""
    also: tuple[Pick, ...] = ()
    theme: str = ""

    @classmethod
    def read(cls, stored: Mapping[str, Any]) -> "Choice":
        also = tuple(Pick(**each) for each in stored.get("also", ()))
        return cls(**{**stored, "also": also})

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)

    def of_algorithm(
        self,
        sep_type: int,
        options: Mapping[str, str],
        *,
        goal: str | None = None,
        origin: str = "",
    ) -> "Choice":
        return replace(self, sep_type=sep_type, options=dict(options), goal=goal, origin=origin)

    def set_beside(self) -> "Choice":
        """Keep the present algorithm to compare with, and be ready for another one."""
        if self.sep_type is None:
            return self
        also = (*self.also, Pick(self.sep_type, dict(self.options)))
        return replace(self, sep_type=None, options={}, goal=None, also=also[-MOST_COMPARED:])

    def without(self, gone: Pick) -> "Choice":
        """Take one of several algorithms out; the last of the others is the present one then."""
        *also, own = [each for each in self.picks() if each != gone]
        kept = replace(self, sep_type=own.sep_type, options=own.options, also=tuple(also))
        return kept if own.sep_type == self.sep_type else replace(kept, goal=None, origin="")

    def picks(self) -> list[Pick]:
        """All algorithms that will run, each once."""
        own = () if self.sep_type is None else (Pick(self.sep_type, dict(self.options)),)
        each_once = {(each.sep_type, str(each.options)): each for each in (*self.also, *own)}
        return list(each_once.values())

    def searching(self, query: str) -> "Choice":
        return replace(self, query=query)

    def as_preset(self) -> "Choice":
        """What is worth keeping: not where it was found."""
        return replace(self, origin="", query="")

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


def missing_texts(algorithm: Algorithm, choice: Choice) -> list[Field]:
    """Required fields of free text that nobody has written yet."""
    return [
        each
        for each in visible(algorithm, choice)
        if each.required and not each.options and not value_of(choice, each)
    ]


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
