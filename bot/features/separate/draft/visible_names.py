"""Whether a name shows anything at all."""

import unicodedata

# Letters by category that are drawn as nothing (Unicode, Default_Ignorable_Code_Point and U+2800).
_BLANK_LETTERS = frozenset("\u115f\u1160\u3164\uffa0\u2800\u034f\u17b4\u17b5")
_UNSEEN = frozenset({"Cf", "Cc", "Cs", "Cn", "Co", "Mn", "Me", "Zs", "Zl", "Zp"})


def is_seen(text: str) -> bool:
    """False for zero-width signs, fillers, lone marks and blanks only."""
    return any(
        unicodedata.category(sign) not in _UNSEEN and sign not in _BLANK_LETTERS for sign in text
    )


def without_blank_letters(text: str) -> str:
    """The same without the letters that nobody sees."""
    return "".join(sign for sign in text if sign not in _BLANK_LETTERS)
