"""The words of an entity and the form in which they travel: the only place that knows it.

The document says what `associations` holds (words of association, strictly matching words and
stop words) and not how. Written is an object of three lists, under the names with which the
service sent them, or else `associations`, `strict_words` and `stop_words`. Read is also a list,
or one text with commas or line breaks, of words of association.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.net import json_fields

_NAMES = ("associations", "strict_words", "stop_words")
_KNOWN_AS = (
    ("associations", "association", "words", "assoc", "ассоциации"),
    ("strict_words", "strict", "strictwords", "exact", "strict_match"),
    ("stop_words", "stop", "stopwords", "minus", "minus_words"),
)
_WORD_KEYS = ("word", "text", "title", "value", "name")


@dataclass(frozen=True)
class Associations:
    """`words` point at an entity, `strict` ones must match as they are, `stop` ones rule it out.

    `other` keeps what was not understood; it is sent back with the rest.
    """

    words: tuple[str, ...] = ()
    strict: tuple[str, ...] = ()
    stop: tuple[str, ...] = ()
    other: Mapping[str, object] = field(default_factory=dict, repr=False)
    names: tuple[str, str, str] = field(default=_NAMES, repr=False, compare=False)

    def as_json(self) -> dict[str, object]:
        """The value of `associations` in what is sent."""
        lists = (list(self.words), list(self.strict), list(self.stop))
        return {**self.other, **dict(zip(self.names, lists, strict=True))}


def read_associations(value: object) -> Associations:
    """From any form; never fails."""
    record = json_fields.record(value)
    if not record:
        return Associations(words=_words(value))
    words, strict, stop = (_name_in(record, group) for group in range(3))
    return Associations(
        words=_words(record.get(words)),
        strict=_words(record.get(strict)),
        stop=_words(record.get(stop)),
        other={key: left for key, left in record.items() if key not in {words, strict, stop}},
        names=(words, strict, stop),
    )


def _name_in(record: json_fields.Record, group: int) -> str:
    return next((name for name in _KNOWN_AS[group] if name in record), _NAMES[group])


def _words(value: object) -> tuple[str, ...]:
    entries = json_fields.items(value)
    if not entries and isinstance(value, str):
        entries = re.split(r"[,;\n]", value)
    found = (_word(entry).strip() for entry in entries)
    return tuple(dict.fromkeys(word for word in found if word))


def _word(entry: object) -> str:
    if isinstance(entry, dict):
        return next((json_fields.text(entry[key]) for key in _WORD_KEYS if key in entry), "")
    return json_fields.text(entry)
