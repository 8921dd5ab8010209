"""The four calculations: texts in, a result in the document's shape out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Literal

from bot.sandbox.neuro_semantic.analysis.emotions import emotion_class, emotion_titles
from bot.sandbox.neuro_semantic.analysis.frequency import frequencies
from bot.sandbox.neuro_semantic.analysis.sentiment import CLASSES, sentiment_class
from bot.sandbox.neuro_semantic.analysis.sorting import best_entity, rule_of

UNRECOGNISED = "Не распознано"
USUAL_PHRASES = 20

Entity = Mapping[str, Any]
Shape = Literal["theme", "shares", "list", "pairs", "object"]
"""Forms that the document leaves open: colouring as a theme or as shares by name, word frequency
as a list of objects, of pairs, as an object by phrase, or as a theme."""


def by_sentiment(texts: Sequence[str]) -> dict[str, Any]:
    entities = [{"title": title, "descr": descr} for title, descr in CLASSES]
    return _theme("Анализ тональности", entities, texts, sentiment_class)


def by_emotion(texts: Sequence[str]) -> dict[str, Any]:
    entities = [{"title": title, "descr": ""} for title in emotion_titles()]
    return _theme("Анализ эмоционального окраса", entities, texts, emotion_class)


def by_theme(theme: Mapping[str, Any], texts: Sequence[str]) -> dict[str, Any]:
    """Needs entities with titles, as the routes check before."""
    rules = [rule_of(entity) for entity in theme["entities"]]
    title = str(theme.get("title", ""))
    found = _theme(title, theme["entities"], texts, lambda text: best_entity(text, rules))
    return {**theme, **found}


def by_frequency(texts: Sequence[str], most: int, shape: Shape) -> Any:
    found = frequencies(texts, most)
    if shape == "pairs":
        return [[each.phrase, each.count] for each in found]
    if shape == "object":
        return {each.phrase: each.count for each in found}
    if shape == "theme":
        entities = [{"title": each.phrase, "texts_amount": each.count} for each in found]
        return {"title": "Частотность слов", "entities": entities}
    return [{"phrase": f.phrase, "count": f.count, "texts_amount": f.texts} for f in found]


def as_shares(theme: Mapping[str, Any]) -> dict[str, float]:
    """The short form: nothing but percentages by name."""
    return {entity["title"]: entity["texts_percent"] for entity in theme["entities"]}


def _theme(
    title: str,
    entities: Iterable[Entity],
    texts: Sequence[str],
    class_of: Callable[[str], str | None],
) -> dict[str, Any]:
    """Document, results: a theme whose entities, and one more, got their texts."""
    groups: defaultdict[str | None, list[str]] = defaultdict(list)
    for text in texts:
        groups[class_of(text)].append(text)
    told = [(entity, groups[entity["title"]]) for entity in entities]
    rest: Entity = {"title": UNRECOGNISED, "descr": "", "associations": None}
    told.append((rest, groups[None]))
    return {
        "title": title,
        "entities": [_with_texts(entity, found, len(texts)) for entity, found in told],
    }


def _with_texts(entity: Entity, texts: list[str], total: int) -> dict[str, Any]:
    share = round(100 * len(texts) / total, 2) if total else 0.0
    return {**entity, "texts": texts, "texts_amount": len(texts), "texts_percent": share}
