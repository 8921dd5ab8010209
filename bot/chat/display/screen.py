"""What a person sees: a text and rows of buttons, as plain values without a bot, a database or a clock."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.chat.callbacks import Callback
from bot.chat.display.translator import Html, unturned

T = TypeVar("T")
ROW_WIDTHS = {2: 34, 3: 26}  # characters of so many labels in one row
LABEL_LIMIT = 60  # longer labels are cut by phones anyway; the end is the part people miss least


@dataclass(frozen=True, slots=True)
class Button:
    """One inline button: it calls us back, or opens an address."""

    label: str
    press: Callback | None = None
    url: str | None = None

    def markup(self) -> InlineKeyboardButton:
        data = self.press.pack() if self.press else None
        return InlineKeyboardButton(cut(unturned(self.label)), callback_data=data, url=self.url)


Row = tuple[Button, ...]


@dataclass(frozen=True, slots=True)
class Screen:
    """A message: HTML text and its keyboard, row by row."""

    text: Html
    rows: tuple[Row, ...] = ()

    def markup(self) -> InlineKeyboardMarkup | None:
        if not self.rows:
            return None
        return InlineKeyboardMarkup([[button.markup() for button in row] for row in self.rows])


def cut(text: str, limit: int = LABEL_LIMIT) -> str:
    """A text that is no longer than this as Telegram counts it: in UTF-16 units, two for an emoji."""
    units = text[: limit + 1].encode("utf-16-le", "surrogatepass")
    if len(units) <= 2 * limit:
        return text
    return units[: 2 * (limit - 1)].decode("utf-16-le", "ignore").rstrip() + "…"


def in_pairs(buttons: Sequence[Button]) -> tuple[Row, ...]:
    """Two short buttons beside each other fit on a phone."""
    return tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))


def packed(buttons: Sequence[Button]) -> tuple[Row, ...]:
    """As many short buttons beside each other as a phone shows without cutting them."""
    rows: list[list[Button]] = []
    for button in buttons:
        last = rows[-1] if rows else []
        width = sum(len(each.label) for each in last) + len(button.label)
        if last and width <= ROW_WIDTHS.get(len(last) + 1, 0):
            last.append(button)
        else:
            rows.append([button])
    return tuple(map(tuple, rows))


def page_of(items: Sequence[T], page: int, size: int) -> tuple[Sequence[T], int, int]:
    """One page of a list, its number brought into range, and the count of pages."""
    pages = max(1, -(-len(items) // size))
    page = min(max(page, 0), pages - 1)
    return items[page * size : (page + 1) * size], page, pages
