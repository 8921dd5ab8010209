"""The service's classes in the person's language, and in an order that makes sense.

The document names the kinds and not the titles of their classes; they come in Russian. What is not
recognised is shown as it came.
"""

from collections.abc import Iterable

from bot.chat.display.translator import Translator
from bot.neuro_semantic import ClassResult, Kind

# Longer beginnings come first: "очень позитив" is also "позитив" somewhere in the middle.
MOODS = {
    "very-good": ("очень позит", "очень полож", "very posit"),
    "very-bad": ("очень негат", "очень отриц", "very negat"),
    "good": ("позит", "полож", "posit"),
    "neutral": ("нейтр", "neutr"),
    "bad": ("негат", "отриц", "negat"),
}
ORDER = ("very-good", "good", "neutral", "bad", "very-bad")
FEELINGS = {
    "joy": ("радост", "счаст", "joy", "happ"),
    "sadness": ("печал", "груст", "sad"),
    "anger": ("гнев", "злост", "anger", "angr"),
    "fear": ("страх", "fear"),
    "surprise": ("удивл", "surpris"),
    "disgust": ("отвращ", "disgust"),
    "trust": ("довер", "trust"),
    "anticipation": ("ожидан", "предвкуш", "anticip"),
    "love": ("любов", "love"),
    "shame": ("стыд", "shame"),
    "interest": ("интерес", "interest"),
    "calm": ("спокой", "calm"),
    "neutral": ("нейтр", "neutr"),
}


def mood_of(title: str) -> str | None:
    """Which of the five moods a class of a sentiment analysis is."""
    return _found(title, MOODS)


def title_of(t: Translator, kind: str, one: ClassResult) -> str:
    """What people call it."""
    if one.unrecognised:
        return t.plain("class-none")
    if kind == Kind.SENTIMENT and (mood := mood_of(one.title)):
        return t.plain(f"mood-{mood}")
    if kind == Kind.EMCOL and (feeling := _found(one.title, FEELINGS)):
        return t.plain(f"feeling-{feeling}")
    return one.title.strip() or "–"


def in_order(kind: str, found: Iterable[ClassResult]) -> list[ClassResult]:
    """Moods from best to worst; everything else as it occurs most, the rest at the end."""
    classes = list(found)
    if kind == Kind.SENTIMENT and all(mood_of(each.title) for each in classes):
        return sorted(classes, key=lambda each: ORDER.index(mood_of(each.title) or "neutral"))
    return sorted(classes, key=lambda each: (each.unrecognised, -each.percent))


def _found(title: str, names: dict[str, tuple[str, ...]]) -> str | None:
    told = title.strip().lower()
    return next((name for name, starts in names.items() if told.startswith(starts)), None)
