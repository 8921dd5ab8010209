"""The written-out form: `/separate 40 format=flac add_opt1=81`."""

from bot.chat.event import Told
from bot.features.catalogue import Book
from bot.features.separate.choice import FORMATS, Choice, visible
from bot.mvsep import Algorithm


def parse(text: str, book: Book) -> Choice | None:
    """The choice a command spells out; None when it names none. Raises `Told` about what is wrong in it."""
    words = [word for word in text.split()[1:] if "://" not in word]
    number = next((word for word in words if word.isdecimal()), None)
    settings = dict(word.split("=", 1) for word in words if "=" in word)
    if number is None:
        return None
    algorithm = book.get(int(number))
    if algorithm is None:
        raise Told("command-algorithm", number=number)
    output_format = _format(settings.pop("format", FORMATS[0]))
    choice = Choice(algorithm.render_id, settings, output_format)
    for name, key in settings.items():
        _check_option(choice, algorithm, name, key)
    return choice


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
