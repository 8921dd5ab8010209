"""The written-out form: `/separate 40 flac add_opt1=81`."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.chat.incoming.event import Told
from bot.features.catalogue import Book
from bot.features.separate.draft.choice import FORMATS, MP3, Choice, visible
from bot.mvsep import Algorithm


@dataclass(frozen=True, slots=True)
class _Words:
    """What stands behind the command: an algorithm's number, a format's name, settings, and the rest."""

    number: str | None
    formats: list[str]
    settings: dict[str, str]
    rest: list[str]


def parse(text: str, book: Book) -> Choice:
    """The choice a command spells out, maybe of a format alone. Raises `Told` about what is wrong in it.

    Without a number the other words are taken for talk: the card asks for everything.
    """
    words = _told_apart([word for word in text.split()[1:] if "://" not in word])
    formats = [*words.formats, *filter(None, [words.settings.pop("format", None)])]
    output_format = _format(formats[-1]) if formats else MP3
    if words.number is None:
        return Choice(output_format=output_format)
    algorithm = book.get(int(words.number))
    if algorithm is None:
        raise Told("command-algorithm", number=words.number)
    if words.rest:
        raise Told("command-word", given=words.rest[0], allowed=", ".join(FORMATS))
    choice = Choice(algorithm.render_id, words.settings, output_format)
    for name, key in words.settings.items():
        _check_option(choice, algorithm, name, key)
    return choice


def _told_apart(words: Sequence[str]) -> _Words:
    plain = [word for word in words if "=" not in word]
    number = next((word for word in plain if word.isdecimal()), None)
    formats = [word for word in plain if word.lower() in FORMATS]
    at = plain.index(number) if number else None
    rest = [w for i, w in enumerate(plain) if i != at and w.lower() not in FORMATS]
    return _Words(number, formats, dict(w.split("=", 1) for w in words if "=" in w), rest)


def _format(word: str) -> int:
    if word.lower() not in FORMATS:
        raise Told("command-format", given=word, allowed=", ".join(FORMATS))
    return FORMATS.index(word.lower())


def _check_option(choice: Choice, algorithm: Algorithm, name: str, key: str) -> None:
    """Whether a field shows depends on the others, so all of them are known by now, in any order."""
    fields = {each.name: each for each in visible(algorithm, choice)}
    if name not in fields:
        allowed = ", ".join(["format", *sorted(fields)])
        raise Told("command-option", given=name, allowed=allowed)
    keys = [option.key for option in fields[name].options]
    if keys and key not in keys:
        raise Told("command-value", name=name, given=key, allowed=", ".join(keys[:30]))
