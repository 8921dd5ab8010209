"""How deleting everything is asked about, twice."""

from bot.chat.callbacks import EraseData, StopWaiting
from bot.chat.display.screen import Button, Screen
from bot.chat.display.translator import Translator

LAST_STEP = 2


def first_question(t: Translator, owner: int) -> Screen:
    yes = Button(t.plain("erase-yes"), EraseData(owner, 1))
    return Screen(
        t.html("erase-ask"), ((yes,), (Button(t.plain("erase-no"), StopWaiting(owner)),))
    )


def second_question(t: Translator, owner: int) -> Screen:
    yes = Button(t.plain("erase-yes-again"), EraseData(owner, LAST_STEP))
    no = Button(t.plain("erase-no"), StopWaiting(owner))
    return Screen(t.html("erase-ask-again"), ((no,), (yes,)))


def in_group(t: Translator, bot_name: str) -> Screen:
    """A person's data are nobody else's business."""
    open_private = Button(t.plain("privacy-private-button"), url=f"https://t.me/{bot_name}")
    return Screen(t.html("privacy-in-group"), ((open_private,),))
