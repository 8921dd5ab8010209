"""The line and the row of buttons that turn pages."""

from collections.abc import Callable

from bot.chat.callbacks import OfDraft
from bot.chat.display.screen import Button, Row
from bot.chat.display.translator import Html, Translator

PER_PAGE = 8


def turning(
    t: Translator, page: int, pages: int, to: Callable[[int], OfDraft]
) -> tuple[Html, tuple[Row, ...]]:
    """`Page 2 of 5` and its buttons; nothing where there is one page."""
    if pages <= 1:
        return Html(""), ()
    row: list[Button] = []
    if page > 0:
        row.append(Button(t.plain("page-previous"), to(page - 1)))
    if page + 1 < pages:
        row.append(Button(t.plain("page-next"), to(page + 1)))
    return t.html("page-of", page=page + 1, pages=pages), (tuple(row),)
