"""Finding an algorithm by typing: its number, its name, or what it is for, in four languages and with typos."""

import math
import re
import unicodedata
from collections.abc import Sequence

from rapidfuzz import fuzz, process

from bot.features.catalogue.search_words import MEANINGS
from bot.mvsep import Algorithm

GOOD_ENOUGH = 72.0  # of 100; below it a hit is a guess
FOUND = 24  # algorithms at most
_SEPARATORS = re.compile(r"[^\w.+]+")


def search(algorithms: Sequence[Algorithm], query: str) -> list[Algorithm]:
    """The algorithms that fit, the best first; equally good ones by how much they are used."""
    typed = plain(query)
    if not typed:
        return []
    if typed.isdecimal():
        return [each for each in algorithms if str(each.render_id) == typed]
    wanted = _meanings(typed)
    scored = [(_score(each, typed, wanted), each) for each in algorithms]
    good = [(score, each) for score, each in scored if score >= GOOD_ENOUGH]
    good.sort(key=lambda hit: -hit[0])
    return [each for _, each in good[:FOUND]]


def plain(text: str) -> str:
    """Lower case, one blank between words, no accents: what is compared."""
    spread = unicodedata.normalize("NFKD", text.casefold().replace("ё", "е"))
    bare = "".join(each for each in spread if not unicodedata.combining(each))
    bare = bare.replace("ʻ", "").replace("'", "").replace("’", "")
    return _SEPARATORS.sub(" ", bare).strip()


def _meanings(typed: str) -> tuple[str, ...]:
    """The catalogue's words for what was typed; a typo or two are forgiven."""
    if typed in _WORDS:
        return _WORDS[typed]
    if len(typed) >= 3 and (begun := next((w for w in _WORDS if w.startswith(typed)), None)):
        return _WORDS[begun]
    best = process.extractOne(typed, _WORDS.keys(), scorer=fuzz.ratio, score_cutoff=74)
    if best is None:
        best = process.extractOne(typed, _WORDS.keys(), scorer=_by_words, score_cutoff=84)
    return _WORDS[best[0]] if best else ()


def _by_words(typed: str, word: str, *, score_cutoff: float | None = None) -> float:
    """How well a word is among the typed ones."""
    del score_cutoff
    return max(fuzz.ratio(part, word) for part in typed.split())


def _score(algorithm: Algorithm, typed: str, wanted: tuple[str, ...]) -> float:
    """Up to 100 for the name as typed; what it is for counts a little less; use breaks ties."""
    name = plain(algorithm.name)
    by_name = _named(algorithm, name, typed)
    by_meaning = max((_mentions(algorithm, name, word) for word in wanted), default=0.0)
    popularity = min(math.log10(algorithm.usage + 1), 6) / 6
    return max(by_name, by_meaning) + popularity * 8


def _named(algorithm: Algorithm, name: str, typed: str) -> float:
    """How much of the name was typed: all of its beginnings, nearly that, or a word of its options."""
    if all(f" {part}" in f" {name}" for part in typed.split()):
        return 99.0
    if typed.replace(" ", "") in name.replace(" ", ""):
        return 95.0
    labels = (plain(option.label) for field in algorithm.fields for option in field.options)
    if any(f" {typed}" in f" {label}" for label in labels):
        return 80.0
    return fuzz.WRatio(typed, name) * 0.9 if len(typed) > 2 else 0.0


def _mentions(algorithm: Algorithm, name: str, word: str) -> float:
    stems = {plain(stem) for stem in algorithm.stems}
    word = plain(word)
    if word in stems and len(stems) <= 2:
        return 94.0
    if f" {word} " in f" {name} ":
        return 90.0
    if word in stems or word in name:
        return 82.0
    return 0.0


_WORDS = {plain(word): english for english, words in MEANINGS for word in (*words, *english)}
