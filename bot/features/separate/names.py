"""Names of the files people receive: recognisable, and safe on every system."""

import re
import unicodedata
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from bot.features.separate.choice import FORMATS
from bot.features.separate.song import Song

STEM_LIMIT = 60  # characters before the ending; Telegram's server cuts longer ones
_ENDINGS = ("mp3", "wav", "flac", "m4a", "wav", "flac")  # by output_format 0-5
_UNSAFE = re.compile(r'[<>:"/\\|?*;&`\'\x00-\x1f\x7f]+')
_BLANKS = re.compile(r"\s+")


def stem_filename(song: Song, title: str, label: str, extension: str) -> str:
    """`Artist - Title (Vocals).mp3`; a long title gives way, the stem's name stays."""
    mark = f" ({clean(label) or 'stem'})"[:STEM_LIMIT]
    whole = f"{song.performer} - {title}" if song.performer else title
    head = clean(whole)[: STEM_LIMIT - len(mark)].rstrip(" .") or "song"
    return f"{head}{mark}.{extension}"


def clean(text: str) -> str:
    """One line without path parts, reserved or invisible characters."""
    visible = "".join(
        each if unicodedata.category(each)[0] in "LNPSZM" else " "
        for each in unicodedata.normalize("NFC", text)
    )
    return _BLANKS.sub(" ", _UNSAFE.sub(" ", visible)).strip(" .")


def extension_of(address: str, download: str, output_format: int) -> str:
    """The ending of a result: by its own name, by its address, or by the format that was asked for."""
    for name in (download, unquote(urlsplit(address).path)):
        suffix = PurePosixPath(name).suffix.lstrip(".").lower()
        if suffix.isalnum() and len(suffix) <= 5:
            return suffix
    return _ENDINGS[output_format] if output_format < len(FORMATS) else "bin"


def label_of_stem(raw: str) -> str:
    """The service writes "Bass" and "speech": people see a capital letter."""
    text = clean(raw.replace("_", " "))
    return text[:1].upper() + text[1:]
