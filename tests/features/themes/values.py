"""Themes to show: as people make them, and with anything in their names."""

from bot.neuro_semantic import Associations, Entity, Theme
from tests.features.worlds import ROW


def entity(title: str, count: int = 3) -> Entity:
    """A class with so many words in each of its lists."""
    words = tuple(f"{title[:40]} {at}" for at in range(1, count + 1))
    return Entity(title, title, Associations(words, words, words))


def theme(title: str, classes: int = 3, *, system: bool = False) -> Theme:
    entities = tuple(entity(f"{at} {title}") for at in range(1, classes + 1))
    return Theme(str(ROW), title, title, entities, system, "x" * 60)


def themes(title: str, count: int) -> list[Theme]:
    """One's own and the service's, in turn."""
    return [theme(f"{at} {title}", system=at % 2 == 0) for at in range(1, count + 1)]
