"""Names of the files people receive: recognisable, and safe on every system."""

import re
import unicodedata
from collections.abc import Sequence
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from bot.features.separate.draft.choice import FORMATS
from bot.features.separate.draft.song import Song
from bot.features.separate.draft.visible_names import is_seen, without_blank_letters
from bot.mvsep import ResultFile

STEM_LIMIT = 60  # characters before the ending; Telegram's server cuts longer ones
MARK_LIMIT = 30  # of them for the stem's name with its brackets
TITLE_LIMIT = 120  # characters of what a player shows
_ENDINGS = ("mp3", "wav", "flac", "m4a", "wav", "flac")  # by output_format 0-5
_UNSAFE = re.compile(r'[<>:"/\\|?*;&`\'\x00-\x1f\x7f]+')
_BLANKS = re.compile(r"\s+")
_INVISIBLE = "Cf"  # direction marks and joiners: a name must not look like another one


def stem_filename(song: Song, title: str, label: str, extension: str) -> str:
    """`Artist - Title (Vocals).mp3`; a long title gives way, the stem's name stays."""
    mark = f" ({cut_whole(clean(label), MARK_LIMIT - 3) or 'stem'})"
    whole = f"{song.performer} - {title}" if song.performer else title
    named = " - ".join(part for part in map(clean, whole.split(" - ")) if is_seen(part))
    head = cut_whole(named, STEM_LIMIT - len(mark)) or "song"
    return f"{head}{mark}.{extension}"


def clean(text: str) -> str:
    """One line of what Telegram's server keeps: no path parts, symbols, or invisible characters.

    Letters, digits and their marks stay in every script, of the other characters those of ASCII
    (td, `clean_filename`).
    """
    kept = "".join(_kept(each) for each in unicodedata.normalize("NFC", text))
    return _BLANKS.sub(" ", _UNSAFE.sub(" ", kept)).strip(" .-_,")


def cut_whole(text: str, limit: int) -> str:
    """At most so many characters, never between a letter and its marks, without open ends."""
    if len(text) <= limit:
        return text
    end = max(limit, 0)
    while end and unicodedata.category(text[end])[0] == "M":
        end -= 1
    return text[:end].rstrip(" .-_,([{")


def extension_of(address: str, download: str, output_format: int) -> str:
    """The ending of a result: by its own name, by its address, or by the format that was asked for."""
    for name in (download, unquote(urlsplit(address).path)):
        suffix = PurePosixPath(name).suffix.lstrip(".").lower()
        if suffix.isascii() and suffix.isalnum() and len(suffix) <= 5:
            return suffix
    return _ENDINGS[output_format] if output_format < len(FORMATS) else "bin"


def format_of_results(stems: Sequence[ResultFile]) -> int:
    """The `output_format` whose ending the files have; MP3 where none has."""
    endings = [extension_of(stem.url, stem.download, len(FORMATS)) for stem in stems]
    return next((_ENDINGS.index(each) for each in endings if each in _ENDINGS), 0)


def label_of_stem(raw: str) -> str:
    """The service writes "Bass" and "speech": people see a capital letter."""
    text = clean(raw.replace("_", " "))
    return text[:1].upper() + text[1:]


def _kept(character: str) -> str:
    category = unicodedata.category(character)
    if category == _INVISIBLE or not without_blank_letters(character):
        return ""
    if character.isascii():
        return character if character.isprintable() else " "
    return character if category[0] in "LNM" else " "
