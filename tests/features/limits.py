"""What Telegram takes, and what we ask of ourselves beyond it, checked on a whole screen."""

from dataclasses import astuple

from bot.chat.callbacks import MAX_BYTES, Callback, all_callbacks
from bot.chat.display.screen import LABEL_LIMIT, Button, Screen
from bot.features.separate.choosing.paging import PER_PAGE
from bot.sandbox.telegram.wire.entities import parse_html
from bot.sandbox.telegram.wire.limits import BUTTONS, BUTTONS_PER_ROW, TEXT_LENGTH, utf16

NAVIGATION_ROWS = 2  # turning pages, and back


def check(screen: Screen, longest: int = TEXT_LENGTH) -> None:
    """Raises AssertionError, or ApiError for a text that Telegram cannot read."""
    text, _entities = parse_html(screen.text)
    assert 1 <= utf16(text.strip()) <= longest, f"{utf16(text)} UTF-16 units"
    assert len(screen.rows) <= PER_PAGE + NAVIGATION_ROWS, f"{len(screen.rows)} rows"
    assert sum(map(len, screen.rows)) <= BUTTONS
    for row in screen.rows:
        assert 1 <= len(row) <= BUTTONS_PER_ROW
    _check_buttons(screen)


def _check_buttons(screen: Screen) -> None:
    markup = screen.markup()
    for button in [each for row in markup.inline_keyboard for each in row] if markup else []:
        assert button.text[:1].isalnum(), f"no word at the beginning of {button.text!r}"
        assert len(button.text) <= LABEL_LIMIT
        if button.callback_data is None:
            assert (button.url or "").startswith("https://")
        else:
            _check_data(button.callback_data)


def _check_data(data: object) -> None:
    assert isinstance(data, str)
    assert 1 <= len(data.encode()) <= MAX_BYTES
    assert unpacked(data).pack() == data


def unpacked(data: str) -> Callback:
    """What a pressed button means; AssertionError where no type or more than one claims it."""
    claiming = {kind.tag: kind for kind in all_callbacks() if kind.claims(data)}
    assert len(claiming) == 1
    return next(iter(claiming.values())).unpack(data)


def drawn(screen: Screen) -> str:
    """A screen as text: what is said, then the buttons row by row with what they do."""
    rows = ["   ".join(map(_drawn, row)) for row in screen.rows]
    return "\n".join([screen.text, *rows])


def _drawn(button: Button) -> str:
    does = button.url if button.press is None else _told(button.press)
    return f"[{button.markup().text}] {does}"


def _told(callback: Callback) -> str:
    """`ChooseGoal karaoke`: its type and its values, without the first, which says whose it is."""
    _owner, *values = astuple(callback)
    return " ".join([type(callback).__name__, *map(str, values)])
