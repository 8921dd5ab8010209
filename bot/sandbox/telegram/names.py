"""File names as the Bot API server keeps them: cut, cleaned, of bounded length."""

import re
import unicodedata

STEM_LENGTH = 60
EXTENSION_LENGTH = 20

_UNSAFE = frozenset("<>:\"/\\|?*&`'")
_FILENAME = re.compile(r"(?:^|;)\s*filename\s*=\s*([^;]*)", re.IGNORECASE)
_NAME = re.compile(r"(?:^|;)\s*name\s*=\s*([^;]*)", re.IGNORECASE)


def field_name(disposition: str) -> str:
    """The form field of a multipart part, from its raw Content-Disposition value."""
    found = _NAME.search(disposition)
    return _unquoted(found.group(1)) if found else ""


def sent_filename(disposition: str) -> str | None:
    """The name a part's raw Content-Disposition gives, None for a plain parameter.

    As in the server's HTTP reader (td, HttpReader): cut at the first `;` even inside quotes,
    nothing is percent-decoded, `filename*=` does not count.
    """
    found = _FILENAME.search(disposition)
    return _unquoted(found.group(1)) if found else None


def clean_filename(name: str) -> str:
    """The name as it is stored and shown (td, `clean_filename`): 60 characters, extension 20."""
    last = name.rpartition("/")[2]
    stem, dot, extension = last.rpartition(".")
    if not dot or not stem:
        stem, extension = last, ""
    stem = _clean_part(stem, STEM_LENGTH)
    extension = _clean_part(extension, EXTENSION_LENGTH)
    if extension:
        return f"{stem or 'file'}.{extension}"
    return stem


def _clean_part(part: str, length: int) -> str:
    kept = ""
    for character in part:
        if len(kept) >= length:
            break
        kept += _kept(character, at_start=not kept)
    return kept.rstrip(" .")


def _kept(character: str, *, at_start: bool) -> str:
    if character in _UNSAFE:
        character = " "
    if at_start and character in " .":
        return ""
    if ord(character) < 127:
        return character if ord(character) >= 32 else ""
    known = unicodedata.category(character)[0] in "LN" or unicodedata.category(character) == "Zs"
    return character if known else ""


def _unquoted(value: str) -> str:
    return value.strip().removeprefix('"').removesuffix('"')
