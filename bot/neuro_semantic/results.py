"""Results of all kinds in one form: classes with their texts, or phrases with their counts.

The document describes the result of a classification (a theme whose entities carry `texts`,
`texts_amount` and `texts_percent`) and leaves emotional colouring and word frequency open, so
lists and objects of several shapes are read, and what no shape fits is kept in `other`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from bot.net import json_fields
from bot.neuro_semantic.fields import Fields, real

WORD_FREQUENCY = "wordfreq"

_UNRECOGNISED = ("не распознан", "нераспознан", "unrecogni", "not recogni")
_TITLES = ("title", "name", "emotion", "class", "label", "entity")
_PHRASES = ("text", "phrase", "word", "words", "title", "name", "collocation")
_COUNTS = ("count", "texts_amount", "amount", "frequency", "freq", "value", "number")
_DEEPEST = 8
_UNTOLD = -1.0
"""A percentage that is still to be reckoned."""


@dataclass(frozen=True)
class ClassResult:
    """One class: `amount` texts, `percent` (0 to 100) of all texts, and the texts themselves.

    `score` is a bare number whose meaning is not known (a share or a strength), as it came.
    """

    title: str
    amount: int = 0
    percent: float = 0.0
    texts: tuple[str, ...] = field(default=(), repr=False)
    descr: str = ""
    score: float | None = None
    other: Mapping[str, object] = field(default_factory=dict, repr=False)

    @property
    def unrecognised(self) -> bool:
        """Whether it holds the texts that fit no class."""
        return self.title.strip().lower().startswith(_UNRECOGNISED)


@dataclass(frozen=True)
class Phrase:
    """A word or a phrase and how often it occurs; `percent` only if the service told it."""

    text: str
    count: int
    percent: float | None = None


@dataclass(frozen=True)
class Result:
    """What an analysis found. `unrecognised` is not among `classes`; all as the service orders."""

    kind: str
    title: str = ""
    classes: tuple[ClassResult, ...] = ()
    phrases: tuple[Phrase, ...] = ()
    unrecognised: ClassResult | None = None
    descr: str = ""
    other: Mapping[str, object] = field(default_factory=dict, repr=False)

    @property
    def empty(self) -> bool:
        """Nothing in it was understood."""
        return not (self.classes or self.phrases or self.unrecognised)


def read_result(kind: str, data: object, entities: object = None) -> Result | None:
    """A result from `result_data`, or else from `result_entities`; None when there is neither."""
    data = _decoded(data)
    if data in (None, "", [], {}):
        data = _decoded(entities)
    if data in (None, "", [], {}):
        return None
    if kind == WORD_FREQUENCY:
        found = _frequencies(kind, data)
    else:
        found = _classes(kind, data)
        if found.empty and (more := _classes(kind, _decoded(entities))).classes:
            found = replace(found, classes=more.classes, unrecognised=more.unrecognised)
    return found


def _classes(kind: str, data: object) -> Result:
    fields = Fields(json_fields.record(data))
    title, descr = fields.text("title"), fields.text("descr")
    inside = fields.take("entities", _decoded)
    if isinstance(inside, list | dict):
        found, left = _class_list(inside)
    elif isinstance(data, list):
        found, left = _class_list(data)
    else:
        # An object without entities: its keys are the classes.
        found, left = _class_list(fields.other)
        fields = Fields({})
    known = _with_shares(found)
    return Result(
        kind=kind,
        title=title,
        descr=descr,
        classes=tuple(each for each in known if not each.unrecognised),
        unrecognised=next((each for each in known if each.unrecognised), None),
        other={**fields.other, **left},
    )


def _class_list(data: object) -> tuple[list[ClassResult], dict[str, object]]:
    """The classes of a list or an object, and the entries that are none."""
    found: list[ClassResult] = []
    left: dict[str, object] = {}
    for key, value in _entries(data):
        read = _class(key, value)
        if read is None:
            left[key] = value
        else:
            found.append(read)
    return found, left


def _entries(data: object) -> list[tuple[str, object]]:
    if isinstance(data, dict):
        return [(json_fields.text(key), value) for key, value in data.items()]
    return [(str(at), value) for at, value in enumerate(data)] if isinstance(data, list) else []


def _class(key: str, value: object) -> ClassResult | None:
    if isinstance(value, dict):
        return _described_class(key, value)
    if isinstance(value, list) and len(value) == 2 and isinstance(value[0], str):
        number = real(value[1])
        if number is not None and not isinstance(value[1], str):
            return ClassResult(json_fields.text(value[0]), percent=_UNTOLD, score=number)
    if isinstance(value, list) and not key.isdecimal():
        texts = _texts(value)
        return ClassResult(key, len(texts), _UNTOLD, texts) if len(texts) == len(value) else None
    number = real(value)
    return (
        None
        if number is None or key.isdecimal()
        else ClassResult(key, percent=_UNTOLD, score=number)
    )


def _described_class(key: str, record: json_fields.Record) -> ClassResult:
    fields = Fields(record)
    titles = (fields.text(name) for name in _TITLES if name in record)
    texts = fields.take("texts", _texts)
    amount = fields.whole("texts_amount")
    percent = fields.take("texts_percent", real)
    scores = (fields.take(name, real) for name in ("value", "score", "percent", "weight"))
    return ClassResult(
        title=next(filter(None, titles), key),
        amount=len(texts) if amount is None else max(0, amount),
        percent=_UNTOLD if percent is None else max(0.0, percent),
        texts=texts,
        descr=fields.text("descr"),
        score=next((score for score in scores if score is not None), None),
        other=fields.other
        if _whole(record, texts)
        else {**fields.other, "texts": record["texts"]},
    )


def _whole(record: json_fields.Record, texts: tuple[str, ...]) -> bool:
    told = _decoded(record.get("texts"))
    return not isinstance(told, list) or len(told) == len(texts)


def _texts(value: object) -> tuple[str, ...]:
    """Texts from a list of texts, or of objects that hold one; a lone text is one."""
    if isinstance(value, str):
        found = _decoded(value)
        if not isinstance(found, list | dict):
            return (json_fields.text(value),) if value else ()
        value = found
    return tuple(text for entry in json_fields.items(value) if (text := _text(entry)) is not None)


def _text(entry: object) -> str | None:
    if isinstance(entry, dict):
        entry = entry.get("text", entry.get("value"))
    return json_fields.text(entry) if isinstance(entry, str | int | float) else None


def _with_shares(found: list[ClassResult]) -> list[ClassResult]:
    """Classes with the percentages that the service left out."""
    total = sum(each.amount for each in found)
    if not total and all(each.score is not None and each.percent == _UNTOLD for each in found):
        return _from_scores(found)
    return [
        each if each.percent >= 0 else replace(each, percent=_share(each.amount, total))
        for each in found
    ]


def _from_scores(found: list[ClassResult]) -> list[ClassResult]:
    """Bare numbers, whether amounts, fractions or percentages, are shares of their sum."""
    numbers = [max(0.0, each.score or 0.0) for each in found]
    total = sum(numbers)
    return [
        replace(each, percent=_share(number, total))
        for each, number in zip(found, numbers, strict=True)
    ]


def _share(number: float, total: float) -> float:
    return 100 * (number / total) if total else 0.0


def _frequencies(kind: str, data: object) -> Result:
    fields = Fields(json_fields.record(data))
    phrases: list[Phrase] = []
    left: dict[str, object] = {}
    title, descr = "", ""
    if "entities" in json_fields.record(data):
        title, descr = fields.text("title"), fields.text("descr")
        data = [fields.take("entities", _decoded)]
        left = dict(fields.other)
    _gather(data, "", 0, phrases, left)
    return Result(kind, title, phrases=tuple(phrases), descr=descr, other=left)


def _gather(
    value: object, key: str, depth: int, phrases: list[Phrase], left: dict[str, object]
) -> None:
    """Phrases from lists and objects within each other; `left` gets what is none."""
    phrase = _phrase(key, value)
    if phrase is not None:
        phrases.append(phrase)
    elif isinstance(value, dict | list) and depth < _DEEPEST:
        for name, entry in _entries(value):
            inner = name if isinstance(value, dict) else ""
            _gather(entry, inner, depth + 1, phrases, left)
    elif value is not None:
        left.setdefault(key or f"#{len(left)}", value)


def _phrase(key: str, value: object) -> Phrase | None:
    if isinstance(value, dict):
        fields = Fields(value)
        text = next(filter(None, (_plain(value.get(name)) for name in _PHRASES)), key)
        counts = (fields.whole(name) for name in _COUNTS)
        count = next((number for number in counts if number is not None), None)
        share = fields.take("texts_percent", real)
        return Phrase(text, count, share) if text and count is not None else None
    if isinstance(value, list) and len(value) == 2:
        text, count = _plain(value[0]), None if _plain(value[1]) else json_fields.whole(value[1])
        return Phrase(text, count) if text and count is not None else None
    count = None if isinstance(value, list) else json_fields.whole(value)
    return Phrase(key, count) if key and count is not None else None


def _plain(value: object) -> str:
    return json_fields.text(value) if isinstance(value, str) else ""


def _decoded(value: object) -> object:
    """JSON that came as text, as it is meant."""
    if not isinstance(value, str) or not value.lstrip().startswith(("{", "[")):
        return value
    try:
        return json_fields.parsed(value)
    except ValueError:
        return value
