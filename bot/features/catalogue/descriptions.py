"""What the service says of an algorithm, made safe for Telegram."""

import re

import nh3

from bot.chat.display.screen import cut
from bot.chat.display.translator import Html
from bot.mvsep import Algorithm

ALLOWED = {"b", "i", "u", "s", "code", "pre"}  # tags Telegram shows (Bot API, HTML style)
SHORT_LIMIT = 300  # characters of a short one
LIMIT = 1500  # characters of a long description
_BLOCK_END = re.compile(r"<\s*(?:br\s*/?|/p|/div|/li|/tr|/table|/ul|/ol)\s*>", re.IGNORECASE)
_HEAD_END = re.compile(r"<\s*/h[1-6]\s*>", re.IGNORECASE)
_CELL_END = re.compile(r"<\s*/t[dh]\s*>", re.IGNORECASE)
_STRONG = re.compile(r"<(/?)(?:strong|h[1-6])\b[^>]*>", re.IGNORECASE)
_EMPHASIS = re.compile(r"<(/?)em\b[^>]*>", re.IGNORECASE)
_LINES = re.compile(r"(?<![^\S\n])[^\S\n]*\n\s*")  # begins where a blank run does: linear


def short_description(algorithm: Algorithm, language: str) -> str:
    """One plain sentence or two, in the language or in English; empty where there is none."""
    return cut(_text(algorithm, language, 0), SHORT_LIMIT)


def long_description(algorithm: Algorithm, language: str) -> Html:
    """The description in full, with the formatting Telegram knows."""
    return safe(_text(algorithm, language, 1) or _text(algorithm, language, 0))


def safe(html: str) -> Html:
    """Tables become lines, unknown tags fall away, and what is too long ends with an ellipsis."""
    text = html.replace("\r", "").replace("\n", " ")
    text = _CELL_END.sub(" ", _BLOCK_END.sub("\n", _HEAD_END.sub("</b>\n", text)))
    text = _EMPHASIS.sub(r"<\1i>", _STRONG.sub(r"<\1b>", text))
    clean = nh3.clean(text, tags=ALLOWED, attributes={}, link_rel=None)
    clean = _LINES.sub("\n", clean.replace("&nbsp;", " ")).strip()
    return Html(clean if len(clean) <= LIMIT else _cut(clean))


def _cut(clean: str) -> str:
    """Cut at a line, and let the cleaner close what stays open."""
    head = clean[:LIMIT].rpartition("\n")[0] or re.sub(r"[<&][^>;]*$", "", clean[:LIMIT])
    return nh3.clean(head, tags=ALLOWED, attributes={}, link_rel=None).strip() + " …"


def _text(algorithm: Algorithm, language: str, which: int) -> str:
    for each in (language, "en"):
        if each in algorithm.descriptions and algorithm.descriptions[each][which].strip():
            return algorithm.descriptions[each][which].strip()
    return ""
