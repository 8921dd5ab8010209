"""Texts in the user's language: Fluent files, Babel for sizes and durations, English as the fallback."""

from datetime import date
from decimal import Decimal
from functools import cache
from html import escape
from pathlib import Path

import structlog
from babel.dates import format_date
from babel.numbers import format_decimal
from fluent.runtime import FluentBundle, FluentResource

log = structlog.get_logger()
LANGUAGES = ("en", "ru", "es", "uz")
LOCALES = Path(__file__).parents[3] / "locales"
_KIB = 1024
_TURNS = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)))


class Html(str):
    """Text that is already HTML for Telegram: it is never escaped again."""

    __slots__ = ()


class MissingText(KeyError):
    """A key stands in no language: a mistake in the code, found by the locale tests."""


def best_language(*wishes: str | None) -> str:
    """The first wish we speak, as two letters; Telegram's `language_code` may be `pt-br` or absent."""
    for wish in wishes:
        if wish and wish[:2].lower() in LANGUAGES:
            return wish[:2].lower()
    return LANGUAGES[0]


class Translator:
    """One language. `plain` is for buttons and popups, `html` for message texts: it escapes arguments."""

    def __init__(self, language: str) -> None:
        self.language = language
        chain = dict.fromkeys((language, LANGUAGES[0]))
        self._bundles = [_bundle(each) for each in chain]

    def plain(self, key: str, **arguments: str | int | float) -> str:
        given = {n: unturned(v) if isinstance(v, str) else v for n, v in arguments.items()}
        for bundle in self._bundles:
            if bundle.has_message(key) and (pattern := bundle.get_message(key).value):
                text, errors = bundle.format_pattern(pattern, given)
                if errors:
                    log.error("text not filled in", key=key, errors=[str(each) for each in errors])
                return str(text)
        raise MissingText(key)

    def html(self, key: str, **arguments: str | int | float) -> Html:
        return Html(self.plain(key, **{name: _safe(value) for name, value in arguments.items()}))

    def number(self, value: float, digits: int = 0) -> str:
        """`1234.5` as `1,234.5` or `1 234,5`, with at most `digits` decimals."""
        pattern = "#,##0" + ("." + "#" * digits if digits else "")
        return str(format_decimal(value, format=pattern, locale=self.language))

    def amount(self, value: Decimal) -> str:
        """Money: `120`, `3.50`, and `0.005` where a price has parts of a kopeck."""
        pattern = "#,##0" if value == value.to_integral_value() else "#,##0.00##"
        return str(format_decimal(value, format=pattern, locale=self.language))

    def size(self, count: int) -> str:
        """Bytes for people: whole kilobytes below one megabyte, else megabytes with one decimal."""
        if count < _KIB * _KIB:
            return self.plain("size-kb", n=self.number(max(1, round(count / _KIB))))
        return self.plain("size-mb", n=self.number(count / _KIB / _KIB, digits=1))

    def duration(self, seconds: float) -> str:
        """Length of a recording: `2:54`, `1:02:03`."""
        minutes, rest = divmod(round(seconds), 60)
        hours, minutes = divmod(minutes, 60)
        return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"

    def month(self, day: date) -> str:
        """The month of a day with its year: `November 2026`."""
        named = str(format_date(day, "LLLL y", locale=self.language))
        return named[:1].upper() + named[1:]

    def elapsed(self, seconds: float) -> str:
        """Time that has passed: `48 s`, `2 min 48 s`, `1 h 5 min`."""
        total = max(0, round(seconds))
        if total < 60:
            return self.plain("elapsed-seconds", s=total)
        if total < 3600:
            return self.plain("elapsed-minutes", m=total // 60, s=total % 60)
        return self.plain("elapsed-hours", h=total // 3600, m=total % 3600 // 60)


@cache
def translator(language: str) -> Translator:
    return Translator(best_language(language))


def join(*lines: str) -> Html:
    """Put already safe lines under each other; empty ones fall out."""
    return Html("\n".join(line for line in lines if line))


def unturned(text: str) -> str:
    """Without the signs that turn what follows around (Unicode, UAX #9): no name may look like another."""
    return text.translate(_TURNS)


def safe(text: str) -> Html:
    """Any text as HTML that shows it; what is HTML already stays."""
    return text if isinstance(text, Html) else Html(escape(text, quote=False))


def _safe(value: str | float) -> str | int | float:
    return safe(value) if isinstance(value, str) else value


@cache
def _bundle(language: str) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)
    for path in sorted((LOCALES / language).glob("*.ftl")):
        bundle.add_resource(FluentResource(path.read_text(encoding="utf-8")))
    return bundle
