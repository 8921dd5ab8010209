"""How quiet hours look: the hours there are, and the clock they go by."""

from bot.chat.callbacks import SetQuiet
from bot.chat.display.screen import Button, Screen
from bot.chat.display.translator import Translator, join
from storage import Hours

NIGHTS = ((21, 7), (22, 8), (23, 9), (0, 10))
HOUR = 60  # minutes


def quiet(t: Translator, owner: int, hours: Hours | None, now: float) -> Screen:
    """`now` in epoch seconds."""
    offset = hours.offset if hours else 0
    minute = (hours or Hours(0, 0)).clock(now)
    clock = t.html("quiet-clock", time=f"{minute // HOUR}:{minute % HOUR:02}")
    nights = tuple(
        Button(f"{start}–{end}", SetQuiet(owner, start, end, offset)) for start, end in NIGHTS
    )
    if hours is None:
        return Screen(join(t.html("quiet-off"), t.html("quiet-choose")), (nights,))
    start, end = hours.start // HOUR, hours.end // HOUR
    earlier = Button(t.plain("quiet-earlier"), SetQuiet(owner, start, end, offset - HOUR))
    later = Button(t.plain("quiet-later"), SetQuiet(owner, start, end, offset + HOUR))
    off = Button(t.plain("quiet-end"), SetQuiet(owner, -1, 0, 0))
    text = join(t.html("quiet-on", start=f"{start}:00", end=f"{end}:00"), clock)
    return Screen(text, (nights, (earlier, later), (off,)))
